using Ledger.Areas;
using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.Assignments;

/// <summary>The fold of one cell's stream: its assignments in order of recording.</summary>
public sealed record Cell(
    string UnitId, string AreaId, Level Level, IReadOnlyList<Assignment> Assignments, long Version)
    : IState<Cell>, IConcernsUnit, IGivesDuty
{
    public static string Kind => "cell";

    public static Cell Empty { get; } = new("", "", default, [], 0);

    public string Name => Stream(UnitId, AreaId, Level);

    public IEnumerable<Assignment> InForce => Assignments.Where(a => !a.Voided);

    public static string Stream(string unitId, string areaId, Level level) => $"cell/{unitId}/{areaId}/{level}";

    public Assignment? Find(string assignmentId) => Assignments.FirstOrDefault(a => a.AssignmentId == assignmentId);

    /// <summary>Who holds the cell on <paramref name="date"/>: the latest start on or before it, ties to the later
    /// assigning event; null once that assignment has ended, for a cell never falls back to an earlier holder
    /// (docs/architecture.md, what things mean).</summary>
    public Assignment? HolderOn(LocalDate date)
    {
        Assignment? latest = null;
        foreach (var a in InForce)
            if (a.EffectiveFrom <= date && (latest is null || a.EffectiveFrom >= latest.EffectiveFrom))
                latest = a;
        return latest?.EndsOn <= date ? null : latest;
    }

    /// <summary>The same over all dates: half-open periods, vacancies left out.</summary>
    public IReadOnlyList<Period<Assignment>> Holdings()
    {
        // In order of start, and of recording within a start: the last of each start is the one that holds.
        var holders = InForce.OrderBy(a => a.EffectiveFrom).GroupBy(a => a.EffectiveFrom, (_, same) => same.Last()).ToList();
        var periods = new List<Period<Assignment>>();
        for (var i = 0; i < holders.Count; i++)
        {
            var next = i + 1 < holders.Count ? holders[i + 1].EffectiveFrom : Forever.End;
            var to = LocalDate.Min(next, holders[i].EndsOn ?? Forever.End);
            if (holders[i].EffectiveFrom < to)
                periods.Add(new(holders[i].EffectiveFrom, to, holders[i]));
        }

        return periods;
    }

    /// <summary>The other assignments that hold fewer days in <paramref name="after"/> than in this cell.</summary>
    public IReadOnlyList<Displaced> DisplacedBy(string assignmentId, Cell after)
    {
        var taken = after.Holdings().Where(p => p.Value.AssignmentId == assignmentId).ToList();
        return [.. Holdings()
            .Where(h => h.Value.AssignmentId != assignmentId && taken.Any(t => t.From < h.To && h.From < t.To))
            .Select(h => h.Value).Distinct()
            .Select(a => new Displaced(a.AssignmentId, a.PersonId, a.EffectiveFrom))];
    }

    /// <summary>The event that ends an assignment of this cell.</summary>
    public AssignmentEnded Ended(Assignment a, LocalDate on, string reason, string? causedByUnitId = null) =>
        new(a.AssignmentId, UnitId, AreaId, Level, a.PersonId, on, reason, CausedByUnitId: causedByUnitId);

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) =>
        InForce.Select(a => new DatedAct(IdKind.Assignment, a.AssignmentId, a.EffectiveFrom));

    IEnumerable<ILedgerEvent> IConcernsUnit.EndWithUnit(string unitId, LocalDate dissolvedOn, string reason) =>
        HolderOn(dissolvedOn) is { } holder ? [Ended(holder, dissolvedOn, reason, unitId)] : [];

    Duty? IGivesDuty.DutyFrom(string personId, LocalDate from) =>
        Holdings().FirstOrDefault(h => h.Value.PersonId == personId && h.To > from) is { } held
            ? new("cells", new HeldCell(UnitId, AreaId, Level, held.Value.AssignmentId))
            : null;

    IEnumerable<DatedAct> IGivesDuty.StartsOf(string personId) => InForce.Where(a => a.PersonId == personId)
        .Select(a => new DatedAct(IdKind.Assignment, a.AssignmentId, a.EffectiveFrom));

    public Cell Apply(Recorded recorded) => Fold(recorded) with { Version = recorded.Version };

    private Cell Fold(Recorded recorded) => recorded.Data switch
    {
        LeaderAssigned e => With(e, new(
            e.AssignmentId, e.PersonId, e.EffectiveFrom, Basis: e.Basis, RecordedAt: recorded.RecordedAt)),
        LeaderReplaced e => With(e, new(e.AssignmentId, e.PersonId, e.EffectiveFrom, Basis: e.Basis,
            Replaces: e.ReplacesAssignmentId, RecordedAt: recorded.RecordedAt)),
        AssignmentEnded e => Change(e.AssignmentId, a => a with { EndsOn = e.EndsOn }),
        AssignmentCorrected e => Change(e.AssignmentId, a => a.Corrected(e.Changes)),
        AssignmentVoided e => Change(e.AssignmentId, a => a with { Voided = true }),
        _ => this,
    };

    private Cell With(ICellEvent e, Assignment assignment) =>
        new(e.UnitId, e.AreaId, e.Level, [.. Assignments, assignment], Version);

    private Cell Change(string assignmentId, Func<Assignment, Assignment> change) =>
        this with { Assignments = [.. Assignments.Select(a => a.AssignmentId == assignmentId ? change(a) : a)] };
}

/// <summary>Holder × unit × area × level over an effective period.</summary>
/// <param name="EffectiveFrom">First day held, a date of the tenant's zone.</param>
/// <param name="EndsOn">First day no longer held; null while no end is recorded.</param>
/// <param name="Replaces">The assignment that it took over from.</param>
/// <param name="RecordedAt">When the ledger learned of it.</param>
public sealed record Assignment(
    string AssignmentId, string PersonId, LocalDate EffectiveFrom, LocalDate? EndsOn = null, Shapes.Basis? Basis = null,
    string? Replaces = null, bool Voided = false, Instant RecordedAt = default)
{
    public Assignment Corrected(AssignmentChanges changes) => this with
    {
        PersonId = changes.PersonId.Or(PersonId),
        EffectiveFrom = changes.EffectiveFrom.Or(EffectiveFrom),
        EndsOn = changes.EndsOn.Or(EndsOn),
        Basis = changes.Basis.Or(Basis!),
    };
}

/// <summary>A cell that somebody who left still holds.</summary>
public sealed record HeldCell(string UnitId, string AreaId, Level Level, string AssignmentId);

/// <summary>An event of a cell's stream.</summary>
public interface ICellEvent : ILedgerEvent
{
    string UnitId { get; }

    string AreaId { get; }

    Level Level { get; }

    string AssignmentId { get; }

    string ILedgerEvent.Stream => Cell.Stream(UnitId, AreaId, Level);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];
}

public static class KnownCells
{
    public static Cell Cell(this Known known, string unitId, string areaId, Level level) =>
        known.Stream<Cell>(Assignments.Cell.Stream(unitId, areaId, level))
        ?? Assignments.Cell.Empty with { UnitId = unitId, AreaId = areaId, Level = level };

    /// <summary>The cell in which an assignment stands; null when the id is unknown.</summary>
    public static Cell? CellOf(this Known known, string assignmentId) =>
        known.Holding<Cell>(IdKind.Assignment, assignmentId);
}
