using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Obligations;

/// <summary>Takes a rule out of force, once: what came up while it bound the units stays owed.</summary>
/// <param name="EndsOn">First day on which it no longer binds, a date of the tenant's zone, in the past or the future. Its own
/// first day takes it back altogether: then it never bound anybody.</param>
public sealed record EndObligation([Id] string ObligationId, LocalDate EndsOn, [Text] string Reason, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        if (known.Stream<Obligation>(Obligation.Stream(ObligationId)) is not { } obligation)
            return Refusal.Unknown(IdKind.Obligation, ObligationId, "obligationId");
        if (obligation.EndsOn is { } already)
            return new Refusal("already-out-of-force", "obligationId", new { EndsOn = already });
        if (KnownDates.TooEarly(EndsOn, obligation.EffectiveFrom, "endsOn") is { } refusal)
            return refusal;
        return Decision.Record(ObligationId,
            new ObligationEnded(ObligationId, obligation.RuleCode, obligation.UnitIds, EndsOn, Reason, Basis));
    }
}

/// <summary>Units owe what a rule says up to the day before <paramref name="EndsOn"/>. Stored as obligation_ended.v1.</summary>
public sealed record ObligationEnded(
    string ObligationId, RuleCode RuleCode, IReadOnlyList<string> UnitIds, LocalDate EndsOn, string Reason, Basis? Basis = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => Obligation.Stream(ObligationId);

    IEnumerable<string> ILedgerEvent.UnitIds => UnitIds;

    LocalDate? ILedgerEvent.EffectiveOn => EndsOn;
}
