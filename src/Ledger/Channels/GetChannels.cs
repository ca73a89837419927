using Ledger.Reads;

namespace Ledger.Channels;

/// <summary>The register of channels as known, by id.</summary>
public static class GetChannels
{
    private static readonly string Select = ReadSession.Documents("channel");

    private static readonly UnitList<ChannelDocument> Channels =
        UnitList.ById<ChannelDocument>(Select, "channel_id", c => c.ChannelId);

    public static readonly ReadRoute Route = new("/api/channels", "ListChannels", "The units' own channels",
        typeof(Page<ChannelDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Code<ChannelState>("status", "Only channels in this state.")],
        (session, cancellation) => Channels.Read(session, cancellation, ("status = {}", session.Question.Text("status"))));

    /// <summary>The channels in use in an office-holder's care.</summary>
    public static Task<List<ChannelDocument>> InCareOf(
        ReadSession session, string personId, CancellationToken cancellation) => session.Query(
        Select + " and custodian_id = $4 and status = 'active' order by channel_id", r => r.Json<ChannelDocument>(0),
        cancellation, personId);
}
