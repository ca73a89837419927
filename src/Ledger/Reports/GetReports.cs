using System.Text.Json.Serialization;
using Ledger.Reads;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Reports;

/// <summary>Plans and reports as known, in order of recording, each with what the ledger itself counts beside what it claims,
/// and with the reports of the tenant that have the same content.</summary>
public static class GetReports
{
    private static readonly UnitList<ReportDocument> Reports = UnitList.ByPosition<ReportDocument>(
        ReadSession.Documents("report"), r => r.Position);

    private const string Same = $"""
        select content_sha256, report_id from ledger.report
        where tenant_id = $1 and {ReadSession.Known} and content_sha256 = any($4) order by position
        """;

    public static readonly ReadRoute Route = new("/api/reports", "ListReports",
        "Plans and reports in order of recording, with what the ledger counts beside what they claim",
        typeof(Page<ReportContent>),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Code<ReportKind>("kind", "Only reports of this kind."),
            new("period", "Only reports for this period.", "2025-H1", StringConverter.PeriodCode.Breaks)], Read)
    { IsKey = SortKey.IsPosition };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (page, refusal) = await Reports.Page(session, cancellation,
            ("kind = {}", session.Question.Text("kind")), ("period = {}", session.Question.Text("period")));
        if (page is null)
            return refusal!;
        var ledger = await LedgerFigures.Of(session, page.Items, cancellation);
        var same = (await session.Query(Same, r => (Hash: r.GetString(0), ReportId: r.GetString(1)), cancellation,
            [page.Items.Select(r => r.ContentSha256).ToArray()])).ToLookup(r => r.Hash, r => r.ReportId);
        return new(new Page<ReportContent>([.. page.Items.Select(r => new ReportContent(
            r.ReportId, r.UnitId, r.PersonId, r.Kind, r.Period, r.ToUnitId, r.SubmittedOn, r.ContentSha256,
            [.. same[r.ContentSha256].Where(id => id != r.ReportId)],
            r.Figures.ToDictionary(f => f.Key, f => Beside(f.Value, ledger.GetValueOrDefault(r.ReportId), f.Key)),
            r.Items, r.SupersedesReportId, r.ReturnedOn, r.ReturnReason, r.SupersededBy, r.Basis, r.Version))], page.Next));
    }

    private static FigureContent Beside(int claimed, IReadOnlyDictionary<string, long>? ledger, string name) =>
        ledger is not null && ledger.TryGetValue(name, out var counted)
            ? new(claimed, counted, claimed == counted)
            : new(claimed, null, null);
}

/// <summary>A plan or report.</summary>
/// <param name="PersonId">Whose duty report it is.</param>
/// <param name="ToUnitId">The unit that receives it; null at the top.</param>
/// <param name="SubmittedOn">A date of the tenant's zone.</param>
/// <param name="SameContentAs">Other reports of the tenant with the same hash, in order of recording.</param>
/// <param name="Figures">By name.</param>
/// <param name="SupersedesReportId">The earlier report in whose place it was handed in.</param>
/// <param name="ReturnedOn">A date of the tenant's zone; left out while it was not sent back.</param>
/// <param name="SupersededBy">The later report in its place; left out while there is none.</param>
/// <param name="Version">For <c>If-Match</c> when it is sent back.</param>
public sealed record ReportContent(
    string ReportId, string UnitId, string? PersonId, ReportKind Kind, string Period,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    string? ToUnitId,
    LocalDate SubmittedOn, string ContentSha256, IReadOnlyList<string> SameContentAs,
    IReadOnlyDictionary<string, FigureContent> Figures, IReadOnlyList<ListedItem> Items,
    string? SupersedesReportId, LocalDate? ReturnedOn, string? ReturnReason, string? SupersededBy, Basis? Basis, long Version);

/// <summary>A figure of a report.</summary>
/// <param name="Claimed">What the report says.</param>
/// <param name="Ledger">What the ledger counts for the report's unit and period; left out for what it does not count.</param>
/// <param name="Match">Whether both are the same.</param>
public sealed record FigureContent(int Claimed, long? Ledger, bool? Match);
