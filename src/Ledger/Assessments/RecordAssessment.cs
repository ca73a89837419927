using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Assessments;

/// <summary>Records how many of the rules set a unit met (考核): a count of facts, no vote and no mark for persons.</summary>
/// <param name="ByUnitId">A unit above the one assessed.</param>
/// <param name="Period">A year, half-year, quarter or month that has begun.</param>
/// <param name="RecordedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="AssessmentId">An assessment that was opened for the same units and period and by as many rules, or the
/// caller's slug; left out, the ledger makes one.</param>
public sealed record RecordAssessment(
    [Id] string UnitId, [Id] string ByUnitId, [PeriodCode] string Period, int RulesMet, int RulesTotal, LocalDate RecordedOn,
    [Id] string? AssessmentId = null, Basis? Basis = null) : ICommand
{
    /// <summary>More rules than any scheme has.</summary>
    private const int RulesMax = 1_000;

    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Assessment, AssessmentId);
        var opened = AssessmentId is null ? null : known.Assessment(AssessmentId);
        var units = AssessmentRules.UnitsRefusal(known, UnitId, ByUnitId, RecordedOn, "recordedOn");
        if (exists && opened is not { Result: null })
            return Refusal.Exists(IdKind.Assessment, AssessmentId!, "assessmentId");
        if ((units ?? known.InTheFuture(RecordedOn, "recordedOn")
            ?? known.NotBegun(CalendarPeriod.Of(Period), "period")
            ?? Refusal.OutOfRange(RulesTotal, 1, RulesMax, "rulesTotal")
            ?? Refusal.OutOfRange(RulesMet, 0, RulesTotal, "rulesMet")
            ?? (opened is null ? null : Differs(opened))) is { } refusal)
            return refusal;
        var id = AssessmentId ?? known.NewId();
        var recorded = new AssessmentRecorded(
            id, UnitId, ByUnitId, Period, RulesMet, RulesTotal, RecordedOn, Opened: opened is null ? null : true, Basis);
        return opened is null ? Decision.Create(id, recorded) : Decision.Record(id, recorded);
    }

    private Refusal? Differs(Assessment opened)
    {
        if (UnitId != opened.UnitId)
            return new("differs-from-opening", "unitId", new { opened.UnitId });
        if (ByUnitId != opened.ByUnitId)
            return new("differs-from-opening", "byUnitId", new { opened.ByUnitId });
        if (Period != opened.Period)
            return new("differs-from-opening", "period", new { opened.Period });
        if (RulesTotal != opened.RuleCodes!.Count)
            return new("differs-from-opening", "rulesTotal", new { RulesTotal = opened.RuleCodes.Count, opened.RuleCodes });
        return KnownDates.TooEarly(RecordedOn, opened.OpenedOn!.Value, "recordedOn");
    }
}

/// <summary>A unit met so many rules of so many in a period. Stored as assessment_recorded.v1.</summary>
/// <param name="Opened">True when the assessment was opened before.</param>
public sealed record AssessmentRecorded(
    string AssessmentId, string UnitId, string ByUnitId, string Period, int RulesMet, int RulesTotal, LocalDate RecordedOn,
    bool? Opened = null, Basis? Basis = null) : IAssessmentEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => RecordedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => Opened == true ? [] : [new(IdKind.Assessment, AssessmentId)];
}
