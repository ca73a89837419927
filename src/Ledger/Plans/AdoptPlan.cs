using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Plans;

/// <summary>Adopts a unit's plan of work for a period (工作计划), from which tasks can be raised.</summary>
/// <param name="Period">A year, half-year, quarter or month; it need not have begun.</param>
/// <param name="AdoptedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="AreaIds">The areas that it plans for.</param>
/// <param name="PlanId">The caller's slug; left out, the ledger makes one.</param>
public sealed record AdoptPlan(
    [Id] string UnitId, [Title] string Title, [PeriodCode] string Period, LocalDate AdoptedOn,
    [Id] IReadOnlyList<string> AreaIds, [Id] string? PlanId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Plan, PlanId);
        var unit = known.UnitRefusal(UnitId, AdoptedOn, "unitId", "adoptedOn");
        var areas = known.UnknownArea(AreaIds, "areaIds");
        if (exists)
            return Refusal.Exists(IdKind.Plan, PlanId!, "planId");
        if ((unit ?? areas ?? Refusal.ListedTwice(AreaIds, "areaIds") ?? known.InTheFuture(AdoptedOn, "adoptedOn"))
            is { } refusal)
            return refusal;
        var id = PlanId ?? known.NewId();
        return Decision.Create(id, new PlanAdopted(id, UnitId, Title, Period, AdoptedOn, AreaIds, Basis));
    }
}

/// <summary>A unit adopted a plan on <paramref name="AdoptedOn"/>. Stored as plan_adopted.v1.</summary>
public sealed record PlanAdopted(
    string PlanId, string UnitId, string Title, string Period, LocalDate AdoptedOn, IReadOnlyList<string> AreaIds,
    Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Plan.Stream(PlanId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => AdoptedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Plan, PlanId)];
}
