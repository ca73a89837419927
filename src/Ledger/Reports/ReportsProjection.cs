using System.Text.Json;
using Ledger.Clocks;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Reports;

/// <summary>Plans and reports as rows. What the ledger itself counts is asked, not stored.</summary>
public static class ReportsProjection
{
    public const string Name = "reports";

    public static readonly Table<ReportRow> Table = new("report", 1, true,
        Column.Text<ReportRow>("report_id", r => r.ReportId),
        Column.Text<ReportRow>("unit_id", r => r.UnitId),
        Column.Text<ReportRow>("person_id", r => r.PersonId),
        Column.Text<ReportRow>("kind", r => Codes.Of(r.Kind)),
        Column.Text<ReportRow>("period", r => r.Period),
        Column.Date<ReportRow>("submitted_on", r => r.SubmittedOn),
        Column.Text<ReportRow>("content_sha256", r => r.ContentSha256),
        Column.Number<ReportRow>("position", r => r.Position),
        Column.Json<ReportRow>("document", r => r.Document));

    public static IEnumerable<ReportRow> Rows(Report r)
    {
        if (r.Version == 0)
            yield break;
        var period = CalendarPeriod.Of(r.Period);
        var document = new ReportDocument(r.ReportId, r.UnitId, r.PersonId, r.ReportKind, r.Period, r.ToUnitId, r.SubmittedOn,
            r.ContentSha256, r.Figures, [.. r.Items.Select(i => new ListedItem(i.No, i.Month, Inside(period, i.Month)))],
            r.SupersedesReportId, r.ReturnedOn, r.ReturnReason, r.SupersededBy, r.Basis, r.Position,
            r.Version);
        yield return new(r.ReportId, r.UnitId, r.PersonId, r.ReportKind, r.Period, r.SubmittedOn, r.ContentSha256, r.Position,
            JsonSerializer.Serialize(document, LedgerJson.Options));
    }

    private static bool? Inside(CalendarPeriod period, int? month) =>
        month is { } m && new LocalDate(period.From.Year, m, 1) is var first ? period.From <= first && first < period.To : null;
}

/// <summary>A report as readers see it.</summary>
/// <param name="Position">Where it was recorded.</param>
public sealed record ReportRow(
    string ReportId, string UnitId, string? PersonId, ReportKind Kind, string Period, LocalDate SubmittedOn,
    string ContentSha256, long Position, string Document);

/// <summary>A report by itself, without what the ledger counts beside it.</summary>
public sealed record ReportDocument(
    string ReportId, string UnitId, string? PersonId, ReportKind Kind, string Period, string? ToUnitId, LocalDate SubmittedOn,
    string ContentSha256, IReadOnlyDictionary<string, int> Figures, IReadOnlyList<ListedItem> Items,
    string? SupersedesReportId, LocalDate? ReturnedOn, string? ReturnReason, string? SupersededBy, Basis? Basis,
    long Position, long Version);

/// <summary>One of the things that a report lists.</summary>
/// <param name="Month">1 to 12, in the year of the report's period.</param>
/// <param name="InsidePeriod">Whether it is dated in the report's period; left out for an item without a date.</param>
public sealed record ListedItem(int No, int? Month, bool? InsidePeriod);
