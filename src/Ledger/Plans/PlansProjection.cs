using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Plans;

/// <summary>Adopted plans as rows.</summary>
public static class PlansProjection
{
    public const string Name = "plans";

    public static readonly Table<PlanRow> Table = new("plan", 1, true,
        Column.Text<PlanRow>("plan_id", r => r.PlanId),
        Column.Text<PlanRow>("unit_id", r => r.UnitId),
        Column.Text<PlanRow>("period", r => r.Period),
        Column.Date<PlanRow>("adopted_on", r => r.AdoptedOn),
        Column.Json<PlanRow>("document", r => r.Document));

    public static IEnumerable<PlanRow> Rows(Plan p)
    {
        if (p.Version == 0)
            yield break;
        var document = new PlanDocument(p.PlanId, p.UnitId, p.Title, p.Period, p.AdoptedOn, p.AreaIds, p.Basis);
        yield return new(p.PlanId, p.UnitId, p.Period, p.AdoptedOn, JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>A plan as readers see it.</summary>
public sealed record PlanRow(string PlanId, string UnitId, string Period, LocalDate AdoptedOn, string Document);

/// <summary>A unit's plan of work for a period.</summary>
/// <param name="AdoptedOn">A date of the tenant's zone.</param>
public sealed record PlanDocument(
    string PlanId, string UnitId, string Title, string Period, LocalDate AdoptedOn, IReadOnlyList<string> AreaIds, Basis? Basis);
