using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Reports;

/// <summary>Sends a report back to the unit that handed it in (退回), once. Whether that unit was late is decided by what it
/// handed in first, not by what follows.</summary>
/// <param name="ReturnedOn">A date of the tenant's zone: not before the report was handed in, not after the day of
/// recording.</param>
/// <param name="ByUnitId">The unit that received it.</param>
public sealed record ReturnReport(
    [Id] string ReportId, LocalDate ReturnedOn, [Text] string Reason, [Id] string ByUnitId, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var report = known.Report(ReportId);
        var units = Refusal.First(
            report is null ? null : known.UnitRefusal(report.UnitId, ReturnedOn, "reportId", "returnedOn"),
            known.UnitRefusal(ByUnitId, ReturnedOn, "byUnitId", "returnedOn"));
        if (report is null)
            return Refusal.Unknown(IdKind.Report, ReportId, "reportId");
        if (report.ReturnedOn is { } already)
            return new Refusal("already-sent-back", "reportId", new { ReturnedOn = already });
        if (report.SupersededBy is { } later)
            return new Refusal("already-superseded", "reportId", new { SupersededBy = later });
        if (units is not null)
            return units;
        if (ByUnitId != report.ToUnitId)
            return new Refusal("not-the-receiving-unit", "byUnitId", new { report.ToUnitId });
        if ((known.InTheFuture(ReturnedOn, "returnedOn")
            ?? KnownDates.TooEarly(ReturnedOn, report.SubmittedOn, "returnedOn")) is { } date)
            return date;
        return Decision.Record(ReportId, new ReportReturned(ReportId, report.UnitId, ByUnitId, ReturnedOn, Reason, Basis));
    }
}

/// <summary>A report was sent back on <paramref name="ReturnedOn"/>. Stored as report_returned.v1.</summary>
public sealed record ReportReturned(
    string ReportId, string UnitId, string ByUnitId, LocalDate ReturnedOn, string Reason, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Report.Stream(ReportId);

    IEnumerable<string> ILedgerEvent.UnitIds => ByUnitId == UnitId ? [UnitId] : [UnitId, ByUnitId];

    LocalDate? ILedgerEvent.EffectiveOn => ReturnedOn;
}
