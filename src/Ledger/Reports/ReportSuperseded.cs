using Ledger.Log;
using NodaTime;

namespace Ledger.Reports;

/// <summary>A report has another in its place from <paramref name="SupersededOn"/> on, which was handed in by the same act.
/// Stored as report_superseded.v1.</summary>
/// <param name="SupersededBy">The later report.</param>
/// <param name="SupersededOn">The date on which that was handed in.</param>
public sealed record ReportSuperseded(string ReportId, string UnitId, string SupersededBy, LocalDate SupersededOn) : ILedgerEvent
{
    string ILedgerEvent.Stream => Report.Stream(ReportId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => SupersededOn;
}
