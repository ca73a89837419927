using Ledger.Commands;
using Ledger.Log;
using Ledger.Obligations;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Assessments;

/// <summary>Opens the assessment of a unit with the rules by which it will be counted, fixed beforehand.</summary>
/// <param name="ByUnitId">A unit above the one assessed.</param>
/// <param name="Period">A year, half-year, quarter or month; it need not have begun.</param>
/// <param name="RuleCodes">The rules, each once.</param>
/// <param name="OpenedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="AssessmentId">The caller's slug; left out, the ledger makes one.</param>
public sealed record OpenAssessment(
    [Id] string UnitId, [Id] string ByUnitId, [PeriodCode] string Period, IReadOnlyList<RuleCode> RuleCodes, LocalDate OpenedOn,
    [Id] string? AssessmentId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Assessment, AssessmentId);
        var units = AssessmentRules.UnitsRefusal(known, UnitId, ByUnitId, OpenedOn, "openedOn");
        if (exists)
            return Refusal.Exists(IdKind.Assessment, AssessmentId!, "assessmentId");
        if ((units ?? known.InTheFuture(OpenedOn, "openedOn") ?? Refusal.ListedTwice(RuleCodes, "ruleCodes")) is { } refusal)
            return refusal;
        if (RuleCodes.Count == 0)
            return new Refusal("no-rule-fixed", "ruleCodes");
        var id = AssessmentId ?? known.NewId();
        return Decision.Create(id, new AssessmentOpened(id, UnitId, ByUnitId, Period, RuleCodes, OpenedOn, Basis));
    }
}

/// <summary>An assessment was opened on <paramref name="OpenedOn"/> with its rules. Stored as assessment_opened.v1.</summary>
public sealed record AssessmentOpened(
    string AssessmentId, string UnitId, string ByUnitId, string Period, IReadOnlyList<RuleCode> RuleCodes, LocalDate OpenedOn,
    Basis? Basis = null) : IAssessmentEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => OpenedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Assessment, AssessmentId)];
}
