using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.People;
using Ledger.Units;
using NodaTime;

namespace Ledger.IntegrationTests.BecameEffective;

/// <summary>Commands by lot over few units, persons and dates, so that they meet: same days, same cells, moves in circles.
/// Half of the dates lie far ahead. Many are refused; those that are not make the history.</summary>
internal sealed class RandomActs(Random random)
{
    private const int UnitCount = 9;

    private readonly List<string> assignments = [];

    public static LocalDate Start { get; } = new(2025, 1, 1);

    public static IEnumerable<ICommand> Beginning()
    {
        foreach (var areaId in new[] { "training", "publicity" })
            yield return new DefineArea(areaId, areaId, areaId);
        for (var i = 0; i < UnitCount; i++)
            yield return new RegisterUnit($"u{i}", $"u{i}", "office", 2, i == 0 ? null : $"u{(i - 1) / 2}", Start.PlusDays(i),
                [new("training", Level.First), new("publicity", Level.Direct)], UnitId: $"u{i}");
        foreach (var person in new[] { "li", "wang", "zhao", "chen" })
            yield return new RegisterOfficeHolder("u0", "科员", PostCategory.Staff, Start, person);
    }

    public ICommand Next(int number) => random.Next(100) switch
    {
        < 22 => new AssignLeader(Unit(), Area(), AnyLevel(), Person(), Date(), Made(number)),
        < 38 => new ReplaceLeader(Assignment(), Person(), Date(), Made(number)),
        < 48 => new EndAssignment(Assignment(), Date(), "止"),
        < 62 => new CorrectAssignment(Assignment(), Changes(), "误"),
        < 68 => new VoidAssignment(Assignment(), "误"),
        < 76 => new MoveUnit(Unit(), random.Next(6) == 0 ? null : Unit(), Date()),
        < 78 => new DissolveUnit($"u{random.Next(1, UnitCount)}", Date(), "撤"),
        < 83 => new RenameUnit(Unit(), $"名{number}", $"name {number}", Date()),
        < 88 => new ChangeRequiredCells(Unit(), [.. Cells()], Date()),
        < 91 => new EstablishLeadingGroup(Unit(), "safety", Date(), [new(Person(), GroupRole.Head)], $"g{random.Next(4)}"),
        < 97 => new ChangeGroupMember($"g{random.Next(4)}", Person(), random.Next(4) is var r && r == 3 ? null : (GroupRole)r, Date()),
        < 98 => new DissolveLeadingGroup($"g{random.Next(4)}", Date(), "撤"),
        < 99 => new OfficeHolderLeft(Person(), Date()),
        _ => new CorrectOfficeHolder(Person(), new(LeftOn: (LocalDate?)null), "误"),
    };

    /// <summary>Days close together, this year's and those of a year far ahead.</summary>
    public LocalDate Date() => (random.Next(2) == 0 ? Start : new LocalDate(2190, 1, 1)).PlusDays(random.Next(24));

    public string Unit() => $"u{random.Next(UnitCount)}";

    private AssignmentChanges Changes() => random.Next(5) switch
    {
        0 => new(PersonId: Person()),
        1 or 2 => new(EffectiveFrom: Date()),
        3 => new(EndsOn: random.Next(3) == 0 ? null : Date()),
        _ => new(PersonId: Person(), EffectiveFrom: Date()),
    };

    private IEnumerable<RequiredCell> Cells() => from areaId in new[] { "training", "publicity" }
                                                 from level in Enum.GetValues<Level>()
                                                 where random.Next(2) == 0
                                                 select new RequiredCell(areaId, level);

    private string Made(int number)
    {
        assignments.Add($"a{number}");
        return assignments[^1];
    }

    private string Assignment() => assignments.Count == 0 ? "a0" : assignments[^random.Next(1, Math.Min(assignments.Count, 25) + 1)];

    private string Person() => new[] { "li", "wang", "zhao", "chen" }[random.Next(4)];

    private string Area() => random.Next(2) == 0 ? "training" : "publicity";

    private Level AnyLevel() => (Level)random.Next(3);
}
