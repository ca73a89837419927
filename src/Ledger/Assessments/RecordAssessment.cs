using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Assessments;

/// <summary>Records how many of the rules set a unit met (考核): a count of facts, no vote and no mark for persons.</summary>
/// <param name="ByUnitId">A unit above the one assessed.</param>
/// <param name="Period">A year, half-year, quarter or month that has begun.</param>
/// <param name="RecordedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="AssessmentId">The caller's slug; left out, the ledger makes one.</param>
public sealed record RecordAssessment(
    [Id] string UnitId, [Id] string ByUnitId, [PeriodCode] string Period, int RulesMet, int RulesTotal, LocalDate RecordedOn,
    [Id] string? AssessmentId = null, Basis? Basis = null) : ICommand
{
    /// <summary>More rules than any scheme has.</summary>
    private const int RulesMax = 1_000;

    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Assessment, AssessmentId);
        var units = Refusal.First(known.UnitRefusal(UnitId, RecordedOn, "unitId", "recordedOn"),
            known.UnitRefusal(ByUnitId, RecordedOn, "byUnitId", "recordedOn"));
        var above = UnitTree.NotAbove(known, ByUnitId, UnitId, RecordedOn, "byUnitId");
        if (exists)
            return Refusal.Exists(IdKind.Assessment, AssessmentId!, "assessmentId");
        if ((units ?? above ?? known.InTheFuture(RecordedOn, "recordedOn")
            ?? known.NotBegun(CalendarPeriod.Of(Period), "period")
            ?? Refusal.OutOfRange(RulesTotal, 1, RulesMax, "rulesTotal")
            ?? Refusal.OutOfRange(RulesMet, 0, RulesTotal, "rulesMet")) is { } refusal)
            return refusal;
        var id = AssessmentId ?? known.NewId();
        return Decision.Create(id, new AssessmentRecorded(
            id, UnitId, ByUnitId, Period, RulesMet, RulesTotal, RecordedOn, Basis));
    }
}

/// <summary>A unit met so many rules of so many in a period. Stored as assessment_recorded.v1.</summary>
public sealed record AssessmentRecorded(
    string AssessmentId, string UnitId, string ByUnitId, string Period, int RulesMet, int RulesTotal, LocalDate RecordedOn,
    Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Assessment.Stream(AssessmentId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId, ByUnitId];

    LocalDate? ILedgerEvent.EffectiveOn => RecordedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Assessment, AssessmentId)];
}
