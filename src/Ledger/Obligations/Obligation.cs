using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Obligations;

/// <summary>A rule in force for units. It binds a unit while the unit exists, so it has no say in the unit's end.</summary>
/// <param name="EffectiveFrom">First day of the obligation, a date of the tenant's zone.</param>
/// <param name="EndsOn">First day without it; null while it goes on. On the first day: it was taken back.</param>
public sealed record Obligation(
    string ObligationId, RuleCode RuleCode, IReadOnlyList<string> UnitIds, LocalDate EffectiveFrom, RuleParameters Parameters,
    LocalDate? EndsOn, Basis? Basis, long Version) : IState<Obligation>
{
    public static string Kind => "obligation";

    public static Obligation Empty { get; } = new("", default, [], default, new(), null, null, 0);

    public static string Stream(string obligationId) => $"obligation/{obligationId}";

    public Obligation Apply(Recorded recorded) => recorded.Data switch
    {
        ObligationAdopted e => new(
            e.ObligationId, e.RuleCode, e.UnitIds, e.EffectiveFrom, e.Parameters, null, e.Basis, recorded.Version),
        ObligationEnded e => this with { EndsOn = e.EndsOn, Version = recorded.Version },
        _ => this,
    };
}
