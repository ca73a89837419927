using Ledger.Log;
using Ledger.Obligations;
using NodaTime;

namespace Ledger.BecameEffective;

/// <summary>When an obligation begins and ends to bind; one that was taken back never does.</summary>
internal static class ObligationEffects
{
    public static IEnumerable<Effect> On(LocalDate day, IReadOnlyList<Recorded> known)
    {
        var obligation = known.Aggregate(Obligation.Empty, (state, recorded) => state.Apply(recorded));
        return obligation.EndsOn == obligation.EffectiveFrom
            ? []
            : known.Where(r => r.Data.EffectiveOn == day).Select(r => new Effect(r.Position, r.Data, []));
    }
}
