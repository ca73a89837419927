using Ledger.Clocks;
using Ledger.Reads;
using NodaTime.Text;

namespace Ledger.Reports;

/// <summary>What the ledger itself counts for a unit in a period, by the name under which reports claim it.</summary>
internal static class LedgerFigures
{
    private const string WorkGroups = "kind in ('wechat-group', 'qq-group', 'dingtalk-group')";

    private static readonly (string Name, string Count)[] Counted =
    [
        ("specialMeetings", Held("special")),
        ("studySessions", Held("study")),
        ("lectures", Held("lecture")),
        ("pressArticles", Released("press-article")),
        ("websiteUpdates", Released("website-update")),
        ("groupsFiled", Dated("channel", "filed_on", $" and {WorkGroups}")),
        ("idleGroupsRetired", Dated("channel", "retired_on", $" and {WorkGroups}")),
        ("accountabilityCases", Dated("accountability_case", "decided_on")),
    ];

    private static readonly string Sql = $"""
        select a.report_id, {string.Join(", ", Counted.Select(c => c.Count))}
        from unnest($4::text[], $5::text[], $6::text[]::date[], $7::text[]::date[]) as a(report_id, unit_id, starts, ends)
        """;

    /// <summary>By report the figures that the ledger has, as known at the question's position.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>>> Of(
        ReadSession session, IEnumerable<ReportDocument> reports, CancellationToken cancellation)
    {
        var asked = reports.Where(r => r.Figures.Count > 0)
            .Select(r => (r.ReportId, r.UnitId, Period: CalendarPeriod.Of(r.Period))).ToList();
        return (await session.Query(Sql, r => (Id: r.GetString(0), Figures: (IReadOnlyDictionary<string, long>)Counted.Index()
                .ToDictionary(c => c.Item.Name, c => r.GetInt64(c.Index + 1))), cancellation,
            asked.Select(a => a.ReportId).ToArray(), asked.Select(a => a.UnitId).ToArray(),
            asked.Select(a => LocalDatePattern.Iso.Format(a.Period.From)).ToArray(),
            asked.Select(a => LocalDatePattern.Iso.Format(a.Period.To)).ToArray())).ToDictionary(f => f.Id, f => f.Figures);
    }

    private static string Held(string kind) => Dated("meeting", "held_on", $" and status = 'held' and kind = '{kind}'");

    private static string Dated(string table, string column, string filter = "") => $"""
        (select count(*) from ledger.{table} where tenant_id = $1 and unit_id = a.unit_id and {ReadSession.Known}
            and {column} >= a.starts and {column} < a.ends{filter})
        """;

    /// <summary>Counts over periods that lie inside the report's.</summary>
    private static string Released(string kind) => $"""
        (select coalesce(sum(count), 0)::bigint from ledger.release where tenant_id = $1 and unit_id = a.unit_id
            and {ReadSession.Known} and starts_on >= a.starts and ends_on <= a.ends and kind = '{kind}')
        """;
}
