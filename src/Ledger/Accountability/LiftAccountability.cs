using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Accountability;

/// <summary>Lifts a measure (解除), once: it stays recorded, with the day from which it no longer weighs.</summary>
/// <param name="LiftedOn">A date of the tenant's zone: not before the decision, not after the day of recording.</param>
public sealed record LiftAccountability([Id] string CaseId, LocalDate LiftedOn, [Text] string Reason, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var measure = known.Stream<AccountabilityCase>(AccountabilityCase.Stream(CaseId));
        var unit = measure is null ? null : known.UnitRefusal(measure.UnitId, LiftedOn, "caseId", "liftedOn");
        if (measure is null)
            return Refusal.Unknown(IdKind.Case, CaseId, "caseId");
        if (measure.LiftedOn is { } already)
            return new Refusal("already-lifted", "caseId", new { LiftedOn = already });
        if ((unit ?? known.InTheFuture(LiftedOn, "liftedOn") ?? KnownDates.TooEarly(LiftedOn, measure.DecidedOn, "liftedOn"))
            is { } refusal)
            return refusal;
        return Decision.Record(CaseId, new AccountabilityLifted(
            CaseId, measure.UnitId, measure.PersonId, LiftedOn, Reason, Basis));
    }
}

/// <summary>A measure was lifted on <paramref name="LiftedOn"/>. Stored as accountability_lifted.v1.</summary>
public sealed record AccountabilityLifted(
    string CaseId, string UnitId, string PersonId, LocalDate LiftedOn, string Reason, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => AccountabilityCase.Stream(CaseId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => LiftedOn;
}
