using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Units;

namespace Ledger.Channels;

/// <summary>The register of channels as known, by id.</summary>
public static class GetChannels
{
    private const string Select = $"select document from ledger.channel where tenant_id = $1 and {ReadSession.Known}";

    public static readonly ReadRoute Route = new("/api/channels", "ListChannels", "The units' own channels",
        typeof(Page<ChannelDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Code<ChannelState>("status", "Only channels in this state.")], Read);

    /// <summary>The channels in use in an office-holder's care.</summary>
    public static Task<List<ChannelDocument>> InCareOf(
        ReadSession session, string personId, CancellationToken cancellation) => session.Query(
        Select + " and custodian_id = $4 and status = 'active' order by channel_id", r => r.Json<ChannelDocument>(0),
        cancellation, personId);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var status = session.Question.Code<ChannelState>("status");
        var after = session.Question.After;
        var sql = Select + (after is null ? "" : " and channel_id > $4") + (units is null ? "" : " and unit_id = any($5)")
            + (status is null ? "" : " and status = $6") + " order by channel_id";
        return new(await session.Page(sql, r => r.Json<ChannelDocument>(0), c => [c.ChannelId], cancellation,
            after?[0], units ?? [], status is null ? null : Codes.Of(status.Value)));
    }
}
