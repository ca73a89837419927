using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Benchmarks.Subjects;

/// <summary>
/// A body of many units, each with nine areas at three levels, in a tree in which every unit has two below it. A hundred
/// facts fall on each unit's 27 cells in three years: first most cells are filled, then somebody is replaced, ended,
/// corrected, voided or put into an empty cell, cell by cell by lot over the whole body, so that in the log one unit's
/// acts lie among all others'. Every act is one that the ledger would accept; the same seed makes the same body.
/// </summary>
internal sealed class LargeTenant(int units, int seed, int factsOfUnit = LargeTenant.FactsOfUnit)
{
    public const int FactsOfUnit = 100;

    public const int CellsOfUnit = 27;

    public static readonly LocalDate FirstDay = new(2023, 1, 1);

    private static readonly Basis Basis = new("责任分工(2023)");

    private static readonly LocalDate Before = new(2020, 1, 1);

    /// <summary>From here on cells change, one after another.</summary>
    private static readonly Instant Changing = Instant.FromUtc(2023, 3, 1, 0, 0);

    private static readonly Instant Last = Instant.FromUtc(2025, 6, 30, 0, 0);

    private readonly Random random = new(seed);
    private readonly Cell[] cells = new Cell[units * CellsOfUnit];
    private int made;
    private int corrections;

    public int Units => units;

    public int Facts => units * factsOfUnit;

    /// <summary>Every act in order of recording; to be asked for once.</summary>
    public IEnumerable<(Instant At, ICommand Command, ILedgerEvent Data)> Acts()
    {
        var at = Instant.FromUtc(2023, 1, 3, 1, 0);
        foreach (var act in Beginning())
            yield return (at += Duration.FromMilliseconds(1), act.Command, act.Data);
        var facts = 0;
        for (var cell = 0; cell < cells.Length; cell++)
            if (random.Next(25) > 0)
            {
                facts++;
                yield return Taken(at += Duration.FromMilliseconds(1), cell, Assign(cell, FirstDay.PlusDays(random.Next(10))));
            }

        var step = (Last - Changing) / (Facts - facts);
        for (var i = 1; facts < Facts; i++)
        {
            var cell = random.Next(cells.Length);
            at = Changing + step * i;
            if (Change(cell, at.InUtc().Date) is not { } act)
                continue;
            facts++;
            yield return Taken(at, cell, act);
        }
    }

    private IEnumerable<(ICommand Command, ILedgerEvent Data)> Beginning()
    {
        for (var i = 0; i < History.Areas.Length; i++)
            yield return (new DefineArea($"领域{i + 1}", $"Area {i + 1}", History.Areas[i]),
                new AreaDefined(History.Areas[i], $"领域{i + 1}", $"Area {i + 1}"));
        IReadOnlyList<RequiredCell> required = [.. Enumerable.Range(0, CellsOfUnit).Select(c => new RequiredCell(AreaOf(c), LevelOf(c)))];
        for (var unit = 0; unit < units; unit++)
        {
            var (id, parent) = (History.UnitId(unit), unit == 0 ? null : History.UnitId((unit - 1) / 2));
            var depth = 1 + int.Log2(unit + 1);
            yield return (new RegisterUnit($"单位{unit}", $"Unit {unit}", "bureau", depth, parent, Before, required, UnitId: id),
                new UnitRegistered(id, $"单位{unit}", $"Unit {unit}", "bureau", depth, parent, Before, LevelLabels.Default, required));
        }

        for (var unit = 0; unit < units; unit++)
            for (var person = 0; person < History.PeopleOfUnit; person++)
            {
                var (unitId, id) = (History.UnitId(unit), History.PersonId(unit, person));
                var (post, category) = person == 0 ? ("书记", PostCategory.Head) : ($"科长{person}", PostCategory.SectionHead);
                yield return (new RegisterOfficeHolder(unitId, post, category, Before, id),
                    new OfficeHolderRegistered(id, unitId, post, category, Before));
            }
    }

    private (Instant, ICommand, ILedgerEvent) Taken(Instant at, int cell, (ICommand Command, ICellEvent Data) act)
    {
        cells[cell] = (cells[cell] ?? Cell.Empty).Apply(new(0, (cells[cell]?.Version ?? 0) + 1, at, act.Data));
        return (at, act.Command, act.Data);
    }

    /// <summary>What happens to a cell on a day; null when that would be refused.</summary>
    private (ICommand Command, ICellEvent Data)? Change(int number, LocalDate today)
    {
        var cell = cells[number];
        var from = today.PlusDays(random.Next(-20, 20));
        if (cell is null || cell.HolderOn(from) is not { } holder)
            return Assign(number, from);
        return random.Next(100) switch
        {
            < 52 => Replace(number, holder, from),
            < 72 => Correct(number, holder),
            < 88 => holder.EndsOn is null && from > holder.EffectiveFrom ? End(number, holder, from) : null,
            _ => Void(number, cell.InForce.ElementAt(random.Next(cell.InForce.Count()))),
        };
    }

    private (ICommand, ICellEvent) Assign(int cell, LocalDate from)
    {
        var (id, unitId, personId) = ($"asg-{++made:0000000}", UnitOf(cell), Somebody(cell));
        return (new AssignLeader(unitId, AreaOf(cell), LevelOf(cell), personId, from, id, Basis),
            new LeaderAssigned(id, unitId, AreaOf(cell), LevelOf(cell), personId, from, Basis));
    }

    private (ICommand, ICellEvent) Replace(int cell, Assignment holder, LocalDate from)
    {
        const string reason = "分工调整";
        var (id, personId) = ($"asg-{++made:0000000}", Somebody(cell));
        IReadOnlyList<Displaced> displaced = [new(holder.AssignmentId, holder.PersonId, holder.EffectiveFrom)];
        return (new ReplaceLeader(holder.AssignmentId, personId, from, id, Reason: reason),
            new LeaderReplaced(id, holder.AssignmentId, UnitOf(cell), AreaOf(cell), LevelOf(cell), personId, from, reason, Displaced: displaced));
    }

    private (ICommand, ICellEvent)? Correct(int cell, Assignment holder)
    {
        const string reason = "录入有误";
        var start = LocalDate.Max(FirstDay, holder.EffectiveFrom.PlusDays(random.Next(-15, 15)));
        if (start >= holder.EndsOn)
            return null;
        var changes = random.Next(3) == 0 ? new AssignmentChanges(PersonId: Somebody(cell)) : new AssignmentChanges(EffectiveFrom: start);
        var id = $"cor-{++corrections:0000000}";
        return (new CorrectAssignment(holder.AssignmentId, changes, reason, id),
            new AssignmentCorrected(id, holder.AssignmentId, UnitOf(cell), AreaOf(cell), LevelOf(cell), changes.PersonId.Or(holder.PersonId),
                changes, reason));
    }

    private static (ICommand, ICellEvent) End(int cell, Assignment holder, LocalDate on)
    {
        const string reason = "借调";
        return (new EndAssignment(holder.AssignmentId, on, reason),
            new AssignmentEnded(holder.AssignmentId, UnitOf(cell), AreaOf(cell), LevelOf(cell), holder.PersonId, on, reason));
    }

    private (ICommand, ICellEvent) Void(int cell, Assignment voided)
    {
        const string reason = "上级未批复,任命无效";
        var id = $"cor-{++corrections:0000000}";
        return (new VoidAssignment(voided.AssignmentId, reason, id),
            new AssignmentVoided(id, voided.AssignmentId, UnitOf(cell), AreaOf(cell), LevelOf(cell), voided.PersonId, reason));
    }

    private string Somebody(int cell) => History.PersonId(cell / CellsOfUnit, random.Next(History.PeopleOfUnit));

    private static string UnitOf(int cell) => History.UnitId(cell / CellsOfUnit);

    private static string AreaOf(int cell) => History.Areas[cell % CellsOfUnit / History.Levels.Length];

    private static Level LevelOf(int cell) => (Level)(cell % History.Levels.Length);
}
