using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Assignments;

/// <summary>Puts another office-holder into a cell in the place of the one named.</summary>
/// <param name="ReplacesAssignmentId">The assignment of the one replaced, who holds the cell on
/// <paramref name="EffectiveFrom"/> or on the day before.</param>
/// <param name="AssignmentId">The new assignment's id, the caller's slug; left out, the ledger makes one.</param>
/// <param name="EffectiveFrom">The new holder's first day, a date of the tenant's zone.</param>
/// <param name="UnitId">May be given, and is then checked, as are the area and the level.</param>
public sealed record ReplaceLeader(
    [Id] string ReplacesAssignmentId, [Id] string PersonId, LocalDate EffectiveFrom, [Id] string? AssignmentId = null,
    [Id] string? UnitId = null, [Id] string? AreaId = null, Level? Level = null, [Text] string? Reason = null,
    Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var cell = known.CellOf(ReplacesAssignmentId);
        var exists = known.Exists(IdKind.Assignment, AssignmentId);
        var person = known.HolderRefusal(PersonId, EffectiveFrom, "personId");
        var unit = (cell?.UnitId ?? UnitId) is { } unitId
            ? known.UnitRefusal(unitId, EffectiveFrom, "unitId", "effectiveFrom")
            : null;
        if (exists)
            return Refusal.Exists(IdKind.Assignment, AssignmentId!, "assignmentId");
        if (cell is null)
            return Refusal.Unknown(IdKind.Assignment, ReplacesAssignmentId, "replacesAssignmentId");
        if ((UnitId ?? cell.UnitId) != cell.UnitId || (AreaId ?? cell.AreaId) != cell.AreaId
            || (Level ?? cell.Level) != cell.Level)
            return new Refusal("another-cell", "replacesAssignmentId", new { cell.UnitId, cell.AreaId, cell.Level });
        if ((unit ?? person) is { } refusal)
            return refusal;
        if (!Holds(cell, EffectiveFrom) && !Holds(cell, EffectiveFrom.PlusDays(-1)))
            return new Refusal("not-the-holder", "replacesAssignmentId", NotTheHolder(cell));

        var id = AssignmentId ?? known.NewId();
        var replaced = new LeaderReplaced(id, ReplacesAssignmentId, cell.UnitId, cell.AreaId, cell.Level, PersonId,
            EffectiveFrom, Reason, Basis);
        var displaced = cell.DisplacedBy(id, cell.Apply(new(0, cell.Version + 1, known.Now, replaced)));
        replaced = replaced with { Displaced = displaced.Count == 0 ? null : displaced };
        return Decision.Create(id, [replaced, .. cell.EndWithUnit(known, replaced)]) with { Displaced = replaced.Displaced };
    }

    private bool Holds(Cell cell, LocalDate date) => cell.HolderOn(date)?.AssignmentId == ReplacesAssignmentId;

    private object NotTheHolder(Cell cell)
    {
        var named = cell.Find(ReplacesAssignmentId)!;
        var holder = cell.HolderOn(EffectiveFrom);
        return new
        {
            named.Voided,
            named.EffectiveFrom,
            named.EndsOn,
            Holder = holder?.AssignmentId,
            holder?.PersonId,
            Since = holder?.EffectiveFrom,
        };
    }
}

/// <summary>A holder took over a cell on <paramref name="EffectiveFrom"/> (inclusive). Stored as leader_replaced.v1.</summary>
/// <param name="Displaced">The assignments that lost days, as known at the recording.</param>
public sealed record LeaderReplaced(
    string AssignmentId, string ReplacesAssignmentId, string UnitId, string AreaId, Level Level, string PersonId,
    LocalDate EffectiveFrom, string? Reason = null, Basis? Basis = null, IReadOnlyList<Displaced>? Displaced = null) : ICellEvent
{
    IEnumerable<string> ILedgerEvent.PersonIds => [PersonId];

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Assignment, AssignmentId)];
}
