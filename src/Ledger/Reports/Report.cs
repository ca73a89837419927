using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Reports;

/// <summary>A plan or report as it was handed in.</summary>
/// <param name="SubmittedOn">A date of the tenant's zone.</param>
/// <param name="ReturnedOn">A date of the tenant's zone; null while it was not sent back.</param>
/// <param name="SupersededBy">The report in its place; null while there is none.</param>
/// <param name="Position">Where it was recorded: the first submission decides whether it was late.</param>
public sealed record Report(
    string ReportId, string UnitId, string? PersonId, ReportKind ReportKind, string Period, string? ToUnitId,
    LocalDate SubmittedOn, string ContentSha256, IReadOnlyDictionary<string, int> Figures, IReadOnlyList<ReportItem> Items,
    string? SupersedesReportId, LocalDate? ReturnedOn, string? ReturnReason, string? SupersededBy, Basis? Basis, long Position,
    long Version) : IState<Report>, IConcernsUnit
{
    public static string Kind => "report";

    public static Report Empty { get; } = new(
        "", "", null, default, "", null, default, "", new Dictionary<string, int>(), [], null, null, null, null, null, 0, 0);

    public static string Stream(string reportId) => $"report/{reportId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => new[] { SubmittedOn, ReturnedOn }
        .OfType<LocalDate>().Select(on => new DatedAct(IdKind.Report, ReportId, on));

    public Report Apply(Recorded recorded) => Fold(recorded) with { Version = recorded.Version };

    private Report Fold(Recorded recorded) => recorded.Data switch
    {
        ReportSubmitted e => new(e.ReportId, e.UnitId, e.PersonId, e.Kind, e.Period, e.ToUnitId, e.SubmittedOn,
            e.ContentSha256, InOrder(e.Figures), e.Items ?? [], e.SupersedesReportId, null, null, null, e.Basis,
            recorded.Position, 0),
        ReportReturned e => this with { ReturnedOn = e.ReturnedOn, ReturnReason = e.Reason },
        ReportSuperseded e => this with { SupersededBy = e.SupersededBy },
        _ => this,
    };

    /// <summary>By name: the log does not keep the order in which figures were given.</summary>
    private static SortedDictionary<string, int> InOrder(IReadOnlyDictionary<string, int> figures)
    {
        var sorted = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, value) in figures)
            sorted.Add(name, value);
        return sorted;
    }
}

public static class KnownReports
{
    public static Report? Report(this Known known, string reportId) =>
        known.Stream<Report>(Reports.Report.Stream(reportId));
}
