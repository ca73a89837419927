using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Units;
using Npgsql;

namespace Ledger.Releases;

/// <summary>Counts of releases as known, in order of recording.</summary>
public static class GetReleases
{
    private const string Select = $"""
        select position, release_log_id, unit_id, channel_id, kind, period, count from ledger.release
        where tenant_id = $1 and {ReadSession.Known}
        """;

    public static readonly ReadRoute Route = new("/api/releases", "ListReleases",
        "How many items the units released, in order of recording", typeof(Page<ReleaseContent>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Code<ReleaseKind>("kind", "Only releases of this kind.")], Read)
    { IsKey = SortKey.IsPosition };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var kind = session.Question.Code<ReleaseKind>("kind");
        var after = session.Question.After;
        var sql = Select + (after is null ? "" : " and position > $4") + (units is null ? "" : " and unit_id = any($5)")
            + (kind is null ? "" : " and kind = $6") + " order by position";
        var page = await session.Page(sql, r => (Position: r.GetInt64(0), Content: Row(r)),
            r => [r.Position.ToString(null, null)], cancellation,
            after is null ? null : long.Parse(after[0], null), units ?? [], kind is null ? null : Codes.Of(kind.Value));
        return new(new Page<ReleaseContent>([.. page.Items.Select(r => r.Content)], page.Next));
    }

    private static ReleaseContent Row(NpgsqlDataReader r) =>
        new(r.GetString(1), r.GetString(2), r.TextOrNull(3), r.Code<ReleaseKind>(4), r.GetString(5), (int)r.GetInt64(6));
}

/// <summary>How many items a unit released in a period.</summary>
/// <param name="ChannelId">The unit's channel; left out when others printed or sent it.</param>
public sealed record ReleaseContent(
    string ReleaseLogId, string UnitId, string? ChannelId, ReleaseKind Kind, string Period, int Count);
