using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Reads;
using Ledger.Units;

namespace Ledger.Dashboard;

/// <summary>How the adopted rules stand, counted over the same checks as their lists: by rule and by unit.</summary>
public static class GetObligationCounts
{
    public static readonly ReadRoute Route = new("/api/dashboard/obligations", "GetObligationCounts",
        "How the adopted rules stand, by rule and by unit", typeof(ObligationCounts),
        [QueryParameter.Unit, QueryParameter.Subtree, GetChecks.Period], Read);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var adopted = await GetObligations.Of(session, null, units, cancellation);
        var checks = (await GetChecks.Of(session, adopted, units, cancellation))
            .Select(c => (c.RuleCode, c.UnitId, c.State)).ToList();
        return new(new ObligationCounts(
            StateCounts.Of(checks.Select(c => c.State)),
            [.. checks.GroupBy(c => c.RuleCode)
                .OrderBy(g => g.Key).Select(g => Told(g.Key, StateCounts.Of(g.Select(c => c.State))))],
            [.. checks.GroupBy(c => c.UnitId).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new UnitCounts(g.Key, StateCounts.Of(g.Select(c => c.State))))]));
    }

    private static RuleCounts Told(RuleCode code, StateCounts counts)
    {
        var rule = RuleCatalogue.Of(code);
        return new(code, new(rule.Zh, rule.En), counts);
    }
}

/// <summary>How the adopted rules stand.</summary>
public sealed record ObligationCounts(StateCounts All, IReadOnlyList<RuleCounts> Rules, IReadOnlyList<UnitCounts> Units);

/// <param name="Demands">What the rule demands.</param>
public sealed record RuleCounts(RuleCode RuleCode, BothLanguages Demands, StateCounts Counts);

/// <param name="UnitId">The unit that owes.</param>
public sealed record UnitCounts(string UnitId, StateCounts Counts);
