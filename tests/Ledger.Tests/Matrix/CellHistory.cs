using CsCheck;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Matrix;

/// <summary>Random histories of one cell: commands of every kind in any order, of which the ledger keeps what it takes.</summary>
internal static class CellHistory
{
    public static readonly string Stream = Cell.Stream(Office, Training, Level.First);

    /// <summary>Few days, so that starts and ends fall together, and the first and the last of all.</summary>
    public static readonly IReadOnlyList<LocalDate> Days = [Dates.First, .. Enumerable.Range(0, 12).Select(March1.PlusDays), Dates.Last];

    public static readonly Gen<LocalDate> AnyDay = Gen.Int[0, Days.Count - 1].Select(i => Days[i]);

    /// <summary>An office with three office-holders, as old as the ledger's calendar.</summary>
    public static readonly Given Beginning = Given.Nothing.And(
        new AreaDefined(Training, "培训", "Training"),
        new UnitRegistered(Office, "办公室", "Office", "office", 1, null, Dates.First, LevelLabels.Default, []),
        new OfficeHolderRegistered(Li, Office, "主任", PostCategory.Head, Dates.First),
        new OfficeHolderRegistered(Wang, Office, "副主任", PostCategory.LeaderInCharge, Dates.First),
        new OfficeHolderRegistered(Zhang, Office, "干事", PostCategory.Staff, Dates.First));

    private static readonly Gen<string> AnyPerson = Gen.Int[0, 2].Select(i => new[] { Li, Wang, Zhang }[i]);

    /// <summary>Which of the assignments there are by then.</summary>
    private static readonly Gen<int> AnyAssignment = Gen.Int[0, 999];

    private static readonly Gen<AssignmentChanges> AnyChanges = Gen.Frequency(
        (1, AnyPerson.Select(p => new AssignmentChanges(PersonId: p))),
        (3, AnyDay.Select(d => new AssignmentChanges(EffectiveFrom: d))),
        (2, AnyDay.Select(d => new AssignmentChanges(EndsOn: (LocalDate?)d))),
        (1, Gen.Const(new AssignmentChanges(EndsOn: (LocalDate?)null))),
        (1, Gen.Select(AnyPerson, AnyDay, AnyDay, (p, from, to) => new AssignmentChanges(p, from, (LocalDate?)to))));

    private static readonly Gen<Attempt> AnyAttempt = Gen.Frequency<Attempt>(
        (8, Gen.Select(AnyPerson, AnyDay, Assign)),
        (16, Gen.Select(AnyAssignment, AnyPerson, AnyDay, Replace)),
        (3, Gen.Select(AnyAssignment, AnyDay, End)),
        (12, Gen.Select(AnyAssignment, AnyChanges, Correct)),
        (1, AnyAssignment.Select(Void)));

    /// <summary>What is tried, in order.</summary>
    public static readonly Gen<Attempt[]> Attempts = AnyAttempt.Array[10, 60];

    /// <summary>The ledger after those attempts that it takes.</summary>
    public static readonly Gen<Given> Histories = Attempts.Select(attempts => Taken(attempts).Select(t => t.After).LastOrDefault(Beginning));

    /// <summary>A command to send to a ledger; <paramref name="number"/> makes its ids its own.</summary>
    public delegate ICommand Attempt(Given given, int number);

    /// <summary>The commands that the ledger takes, with the ledger before and after.</summary>
    public static IEnumerable<(Given Before, ICommand Command, Decision Decision, Given After)> Taken(IEnumerable<Attempt> attempts)
    {
        var given = Beginning;
        foreach (var (number, attempt) in attempts.Index())
        {
            var command = attempt(given, number);
            var decision = given.When(command);
            if (decision.Refusal is not null)
                continue;
            var after = given.And(decision.Events);
            yield return (given, command, decision, after);
            given = after;
        }
    }

    private static Attempt Assign(string personId, LocalDate from) =>
        (_, number) => new AssignLeader(Office, Training, Level.First, personId, from, $"asg-{number}");

    private static Attempt Replace(int which, string personId, LocalDate from) =>
        (given, number) => new ReplaceLeader(Pick(given, which), personId, from, $"asg-{number}");

    private static Attempt End(int which, LocalDate on) => (given, _) => new EndAssignment(Pick(given, which), on, "retired");

    private static Attempt Correct(int which, AssignmentChanges changes) =>
        (given, number) => new CorrectAssignment(Pick(given, which), changes, "mistyped", $"correction-{number}");

    private static Attempt Void(int which) =>
        (given, number) => new VoidAssignment(Pick(given, which), "never was", $"correction-{number}");

    private static string Pick(Given given, int which)
    {
        var assignments = given.State<Cell>(Stream).Assignments;
        return assignments.Count == 0 ? "none" : assignments[which % assignments.Count].AssignmentId;
    }
}
