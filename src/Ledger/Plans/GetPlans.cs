using Ledger.Reads;
using Ledger.Shapes;

namespace Ledger.Plans;

/// <summary>Adopted plans as known, by the date adopted.</summary>
public static class GetPlans
{
    private static readonly UnitList<PlanDocument> Plans = UnitList.ByDate<PlanDocument>(
        ReadSession.Documents("plan"), "adopted_on", "plan_id", p => p.AdoptedOn, p => p.PlanId);

    public static readonly ReadRoute Route = new("/api/plans", "ListPlans", "Adopted plans of units, by date",
        typeof(Page<PlanDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            new("period", "Only plans for this period.", "2025", StringConverter.PeriodCode.Breaks)],
        (session, cancellation) => Plans.Read(session, cancellation, ("period = {}", session.Question.Text("period"))))
    { IsKey = SortKey.IsDateAndId };
}
