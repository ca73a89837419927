using Ledger.Reads;
using Npgsql;

namespace Ledger.Releases;

/// <summary>Counts of releases as known, in order of recording.</summary>
public static class GetReleases
{
    private static readonly UnitList<(long Position, ReleaseContent Content)> Releases =
        UnitList.ByPosition<(long Position, ReleaseContent Content)>($"""
            select position, release_log_id, unit_id, channel_id, kind, period, count from ledger.release
            where tenant_id = $1 and {ReadSession.Known}
            """, r => r.Position) with
        { Row = r => (r.GetInt64(0), Row(r)) };

    public static readonly ReadRoute Route = new("/api/releases", "ListReleases",
        "How many items the units released, in order of recording", typeof(Page<ReleaseContent>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Code<ReleaseKind>("kind", "Only releases of this kind.")], Read)
    { IsKey = SortKey.IsPosition };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (page, refusal) = await Releases.Page(session, cancellation, ("kind = {}", session.Question.Text("kind")));
        return new(page is null ? null : new Page<ReleaseContent>([.. page.Items.Select(r => r.Content)], page.Next), refusal);
    }

    private static ReleaseContent Row(NpgsqlDataReader r) =>
        new(r.GetString(1), r.GetString(2), r.TextOrNull(3), r.Code<ReleaseKind>(4), r.GetString(5), (int)r.GetInt64(6));
}

/// <summary>How many items a unit released in a period.</summary>
/// <param name="ChannelId">The unit's channel; left out when others printed or sent it.</param>
public sealed record ReleaseContent(
    string ReleaseLogId, string UnitId, string? ChannelId, ReleaseKind Kind, string Period, int Count);
