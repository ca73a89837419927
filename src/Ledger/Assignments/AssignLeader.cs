using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Assignments;

/// <summary>Puts an office-holder into a cell that nobody holds on that day.</summary>
/// <param name="AssignmentId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="EffectiveFrom">First day held, a date of the tenant's zone; may lie in the past or the future. Before
/// an assignment that starts later it lasts until that one.</param>
/// <param name="Basis">The document the act rests on.</param>
public sealed record AssignLeader(
    [Id] string UnitId, [Id] string AreaId, Level Level, [Id] string PersonId, LocalDate EffectiveFrom,
    [Id] string? AssignmentId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var cell = known.Cell(UnitId, AreaId, Level);
        var exists = known.Exists(IdKind.Assignment, AssignmentId);
        var area = known.UnknownArea([AreaId], "areaId");
        var unit = known.UnitRefusal(UnitId, EffectiveFrom, "unitId", "effectiveFrom");
        var person = known.HolderRefusal(PersonId, EffectiveFrom, "personId");
        if (exists)
            return Refusal.Exists(IdKind.Assignment, AssignmentId!, "assignmentId");
        if ((unit ?? area ?? person) is { } refusal)
            return refusal;
        if (cell.HolderOn(EffectiveFrom) is { } holder)
            return new Refusal("cell-held", "effectiveFrom",
                new { holder.PersonId, holder.AssignmentId, Since = holder.EffectiveFrom, holder.EndsOn });

        var assigned = new LeaderAssigned(
            AssignmentId ?? known.NewId(), UnitId, AreaId, Level, PersonId, EffectiveFrom, Basis);
        return Decision.Create(assigned.AssignmentId, [assigned, .. cell.EndWithUnit(known, assigned)]);
    }
}

/// <summary>A holder took up a cell on <paramref name="EffectiveFrom"/> (inclusive). Stored as leader_assigned.v1.</summary>
public sealed record LeaderAssigned(
    string AssignmentId, string UnitId, string AreaId, Level Level, string PersonId, LocalDate EffectiveFrom,
    Basis? Basis = null) : ICellEvent
{
    IEnumerable<string> ILedgerEvent.PersonIds => [PersonId];

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Assignment, AssignmentId)];
}

internal static class EndWithUnitRule
{
    /// <summary>Whoever would hold a cell, by an act recorded after its unit's end was, on the unit's first day of
    /// absence ends with the unit, as those did who were in force when the end was recorded.</summary>
    public static IEnumerable<ILedgerEvent> EndWithUnit(this Cell cell, Known known, ICellEvent act)
    {
        if (known.Unit(cell.UnitId) is not { DissolvedOn: { } dissolvedOn, DissolvedBecause: { } reason })
            return [];
        var after = cell.Apply(new(0, cell.Version + 1, known.Now, act));
        return after.HolderOn(dissolvedOn) is { } holder ? [after.Ended(holder, dissolvedOn, reason, cell.UnitId)] : [];
    }
}
