using Ledger.Commands;
using Ledger.Log;
using Ledger.Reports;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Plans;

/// <summary>A unit's plan of work for a period.</summary>
/// <param name="AdoptedOn">A date of the tenant's zone.</param>
public sealed record Plan(
    string PlanId, string UnitId, string Title, string Period, LocalDate AdoptedOn, IReadOnlyList<string> AreaIds,
    Basis? Basis, long Version) : IState<Plan>, IConcernsUnit
{
    public static string Kind => "plan";

    public static Plan Empty { get; } = new("", "", "", "", default, [], null, 0);

    public static string Stream(string planId) => $"plan/{planId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => [new(IdKind.Plan, PlanId, AdoptedOn)];

    public Plan Apply(Recorded recorded) => recorded.Data switch
    {
        PlanAdopted e => new(e.PlanId, e.UnitId, e.Title, e.Period, e.AdoptedOn, e.AreaIds, e.Basis, recorded.Version),
        _ => this,
    };
}

public static class KnownPlans
{
    /// <summary>Why an id names no plan: nobody knows it, or it is that of a report of another kind than an annual plan. A
    /// unit's plan may give tasks to units below it, so its unit is not compared.</summary>
    public static Refusal? PlanRefusal(this Known known, string planId, string field)
    {
        var adopted = known.Stream<Plan>(Plan.Stream(planId));
        var report = known.Report(planId);
        if (adopted is not null || report?.ReportKind == ReportKind.AnnualPlan)
            return null;
        return report is null
            ? Refusal.Unknown(IdKind.Plan, planId, field)
            : new("not-a-plan", field, new { Kind = report.ReportKind });
    }
}
