using CsCheck;
using Ledger.Commands;
using Ledger.Units;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

/// <summary>What holds for the tree of units after every history. A failure prints the seed that repeats it.</summary>
public class UnitTreeProperties
{
    private const int Histories = 250;
    private const int UnitCount = 5;

    private static readonly LocalDate[] Days = [.. Enumerable.Range(0, 10).Select(March1.PlusDays)];

    private static readonly Gen<LocalDate> AnyDay = Gen.Int[0, Days.Length - 1].Select(i => Days[i]);
    private static readonly Gen<string> AnyUnit = Gen.Int[1, UnitCount].Select(i => $"unit-{i}");
    private static readonly Gen<string?> AnyParent = Gen.Frequency((5, AnyUnit.Select(u => (string?)u)), (1, Gen.Const((string?)null)));

    private static readonly Gen<ICommand> AnyCommand = Gen.Frequency<ICommand>(
        (24, Gen.Select(AnyUnit, AnyParent, AnyDay, ICommand (unit, parent, day) => new MoveUnit(unit, parent, day))),
        (2, Gen.Select(AnyUnit, AnyDay, ICommand (unit, day) => new RenameUnit(unit, "甲", "A", day))),
        (3, Gen.Select(AnyUnit, AnyDay, ICommand (unit, day) => new CorrectUnit(unit, new(EffectiveFrom: day), "mistyped"))),
        (1, Gen.Select(AnyUnit, AnyDay, ICommand (unit, day) => new DissolveUnit(unit, day, "merged"))));

    /// <summary>The units come one after another, each at any place; then anything happens to them.</summary>
    private static readonly Gen<ICommand[]> Commands =
        from places in Gen.Select(AnyParent, AnyDay).Array[UnitCount]
        from acts in AnyCommand.Array[10, 60]
        select places.Select(ICommand (place, i) => new RegisterUnit(
            "甲", "A", "office", 1, i == 0 ? null : place.Item1, place.Item2, [], UnitId: $"unit-{i + 1}")).Concat(acts).ToArray();

    [Fact]
    public void No_unit_is_ever_above_itself_and_none_stands_below_one_that_does_not_exist()
    {
        var moved = 0;
        var cycles = 0;
        Commands.Sample(commands =>
        {
            var given = Given.Nothing;
            foreach (var command in commands)
            {
                var decision = given.When(command);
                if (decision.Refusal is { Code: "cycle" })
                    Interlocked.Increment(ref cycles);
                if (decision.Refusal is not null)
                    continue;
                if (command is MoveUnit)
                    Interlocked.Increment(ref moved);
                given = given.And(decision.Events);
                CheckTree(given, command);
            }
        }, iter: Histories, print: commands => string.Join('\n', commands.AsEnumerable()));

        TestContext.Current.TestOutputHelper?.WriteLine($"{moved} moves taken, {cycles} refused for a cycle");
        moved.ShouldBeGreaterThan(Histories);
        cycles.ShouldBeGreaterThan(Histories / 2);
    }

    private static void CheckTree(Given given, ICommand after)
    {
        var units = Enumerable.Range(1, UnitCount).Select(i => given.State<Unit>(Unit.Stream($"unit-{i}"))).Where(u => u.Version > 0)
            .ToDictionary(u => u.UnitId);
        foreach (var unit in units.Values)
        {
            UnitsProjection.Rows(unit).ShouldNotBeEmpty();
            foreach (var day in Days.Append(Days[^1].PlusYears(50)).Where(unit.ExistsOn))
            {
                if (unit.ParentOn(day) is { } parentId)
                    units[parentId].ExistsOn(day).ShouldBeTrue($"{unit.UnitId} is below {parentId} on {day} after {after}");
                Above(units, unit, day).ShouldNotContain(unit.UnitId, $"above itself on {day} after {after}");
            }
        }
    }

    /// <summary>The units above one, as many steps as there are units.</summary>
    private static List<string> Above(Dictionary<string, Unit> units, Unit unit, LocalDate day)
    {
        var above = new List<string>();
        for (var parent = unit.ParentOn(day); parent is not null && above.Count <= units.Count; parent = units[parent].ParentOn(day))
            above.Add(parent);
        return above;
    }
}
