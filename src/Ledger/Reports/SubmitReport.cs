using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Reports;

/// <summary>Hands in a plan or report, known by the hash of its file, with the figures that it claims.</summary>
/// <param name="Period">A half-year for a half-year summary, else a year; an information note takes any. Only a plan may be
/// handed in before its period has begun.</param>
/// <param name="SubmittedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="ContentSha256">Hash of the file: equal hashes show a report that was handed in more than once.</param>
/// <param name="Figures">What the report claims, by name; readers put what the ledger counts beside it.</param>
/// <param name="ReportId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="ToUnitId">The unit that receives it; left out at the top.</param>
/// <param name="PersonId">Whose duty report it is; no other kind has one.</param>
/// <param name="Items">What the report lists, so far as it is dated.</param>
/// <param name="SupersedesReportId">The unit's report for the same kind and period in whose place this one is handed in. The
/// first one handed in decides whether the unit was late.</param>
public sealed record SubmitReport(
    [Id] string UnitId, ReportKind Kind, [PeriodCode] string Period, LocalDate SubmittedOn, [Sha256] string ContentSha256,
    IReadOnlyDictionary<string, int> Figures, [Id] string? ReportId = null, [Id] string? ToUnitId = null,
    [Id] string? PersonId = null, IReadOnlyList<ReportItem>? Items = null,
    [Id] string? SupersedesReportId = null, Basis? Basis = null) : ICommand
{
    private const int MonthsOfYear = 12;

    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Report, ReportId);
        var units = Refusal.First(known.UnitRefusal(UnitId, SubmittedOn, "unitId", "submittedOn"),
            ToUnitId is null ? null : known.UnitRefusal(ToUnitId, SubmittedOn, "toUnitId", "submittedOn"));
        var person = PersonId is null ? null : known.HolderRefusal(PersonId, SubmittedOn, "personId");
        var earlier = SupersedesReportId is null ? null : known.Report(SupersedesReportId);
        if (exists)
            return Refusal.Exists(IdKind.Report, ReportId!, "reportId");
        if ((units ?? person ?? Person() ?? PeriodRefusal(known) ?? known.InTheFuture(SubmittedOn, "submittedOn")
            ?? Listed() ?? Superseding(earlier)) is { } refusal)
            return refusal;
        var id = ReportId ?? known.NewId();
        var submitted = new ReportSubmitted(id, UnitId, Kind, Period, SubmittedOn, ContentSha256, Figures, ToUnitId, PersonId,
            Items, SupersedesReportId, Basis);
        return earlier is null
            ? Decision.Create(id, submitted)
            : Decision.Create(id, submitted, new ReportSuperseded(earlier.ReportId, UnitId, id, SubmittedOn));
    }

    private Refusal? Superseding(Report? earlier)
    {
        if (SupersedesReportId is null)
            return null;
        if (earlier is null)
            return Refusal.Unknown(IdKind.Report, SupersedesReportId, "supersedesReportId");
        if ((earlier.UnitId, earlier.ReportKind, earlier.Period, earlier.PersonId) != (UnitId, Kind, Period, PersonId))
            return new("differs-from-superseded", "supersedesReportId",
                new { earlier.UnitId, Kind = earlier.ReportKind, earlier.Period, earlier.PersonId });
        return earlier.SupersededBy is { } later
            ? new("already-superseded", "supersedesReportId", new { SupersededBy = later })
            : KnownDates.TooEarly(SubmittedOn, earlier.SubmittedOn, "submittedOn");
    }

    private Refusal? Person() => (PersonId is null) == (Kind != ReportKind.DutyReport)
        ? null
        : new("person-with-duty-report-only", "personId", new { Kind });

    private Refusal? PeriodRefusal(Known known)
    {
        var period = CalendarPeriod.Of(Period);
        return !Fits(Kind, period) ? new("period-does-not-fit", "period", new { Kind })
            : Kind == ReportKind.AnnualPlan ? null : known.NotBegun(period, "period");
    }

    /// <summary>Whether reports of a kind are made for such a period.</summary>
    public static bool Fits(ReportKind kind, CalendarPeriod period) => kind switch
    {
        ReportKind.HalfYearSummary => period.IsHalfYear,
        ReportKind.Information => true,
        _ => period.IsYear,
    };

    private Refusal? Listed() => Refusal.ListedTwice((Items ?? []).Select(i => i.No), "items")
        ?? (Items ?? []).Select(i => Refusal.OutOfRange(i.No, 1, int.MaxValue, "items")
            ?? Refusal.OutOfRange(i.Month ?? 1, 1, MonthsOfYear, "items")).FirstOrDefault(r => r is not null);
}

/// <summary>One of the things that a report lists.</summary>
/// <param name="No">Its number in the report.</param>
/// <param name="Month">The month it is dated in, 1 to 12, in the year of the report's period; left out for none.</param>
public sealed record ReportItem(int No, int? Month = null);

/// <summary>A plan or report was handed in on <paramref name="SubmittedOn"/>. Stored as report_submitted.v1.</summary>
public sealed record ReportSubmitted(
    string ReportId, string UnitId, ReportKind Kind, string Period, LocalDate SubmittedOn, string ContentSha256,
    IReadOnlyDictionary<string, int> Figures, string? ToUnitId = null, string? PersonId = null,
    IReadOnlyList<ReportItem>? Items = null, string? SupersedesReportId = null, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Report.Stream(ReportId);

    IEnumerable<string> ILedgerEvent.UnitIds => ToUnitId is null || ToUnitId == UnitId ? [UnitId] : [UnitId, ToUnitId];

    LocalDate? ILedgerEvent.EffectiveOn => SubmittedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Report, ReportId)];
}
