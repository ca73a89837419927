using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>
/// Commands by lot over few units, persons and dates, so that they meet: same days, same cells, moves in circles. While
/// they are recorded the ledger's day goes through the same days, so an act is late, on its day or ahead; a few lie far
/// ahead. Many are refused; those that are not make the history.
/// </summary>
internal sealed class RandomActs
{
    /// <summary>The first day of everything.</summary>
    public static readonly LocalDate Start = new(2025, 1, 1);

    /// <summary>How many kinds of command there are among them.</summary>
    public const int Kinds = 31;

    /// <summary>Days on which things happen.</summary>
    private const int Days = 16;

    private static readonly LocalDate FarAhead = new(2190, 1, 1);

    private static readonly string[] Units = [.. Enumerable.Range(0, 6).Select(i => $"u{i}")];

    private static readonly string[] Areas = ["training", "publicity"];

    private static readonly string[] People = ["li", "wang", "zhao", "chen", "sun"];

    private static readonly string[] Groups = ["g0", "g1", "g2"];

    private readonly Random random;
    private readonly int count;
    private readonly (int Weight, Func<ICommand> Make)[] kinds;

    private readonly List<string> assignments = ["none"];
    private readonly List<string> meetings = ["none"];
    private readonly List<string> resolutions = ["none"];
    private readonly List<string> tasks = ["none"];
    private readonly List<(string TaskId, string EvidenceId)> evidence = [("none", "none")];

    /// <summary>The cells where most happens.</summary>
    private readonly (string UnitId, string AreaId, Level Level)[] busy;

    private Instant now = Start.AtStartOfDayInZone(Oracle.Zone).ToInstant();
    private int made;

    /// <param name="random">Seeded: the same seed and the same refusals give the same acts.</param>
    /// <param name="count">How many are tried.</param>
    public RandomActs(Random random, int count)
    {
        (this.random, this.count) = (random, count);
        busy = [AnyCell(), AnyCell()];
        kinds =
        [
            (12, () => Assign(random.Next(3) == 0 ? AnyCell() : busy[random.Next(2)])),
            (16, () => new ReplaceLeader(Assignment(), Person(), Date(), Id("a"))),
            (12, () => new EndAssignment(Assignment(), Date(), "止")),
            (16, () => new CorrectAssignment(Assignment(), AssignmentChange(), "误")),
            (4, () => new VoidAssignment(Assignment(), "误")),
            (5, () => new MoveUnit(Unit(), random.Next(6) == 0 ? null : Unit(), Date())),
            (3, () => new RenameUnit(Unit(), Id("名"), Id("name "), Date())),
            (3, () => new ChangeRequiredCells(Unit(), [.. RequiredCells()], Date())),
            (4, () => new CorrectUnit(Unit(), UnitChange(), "误")),
            (1, () => new DissolveUnit(Units[random.Next(1, Units.Length)], random.Next(4) == 0 ? Date() : FarAhead.PlusDays(Days), "撤")),
            (2, () => new EstablishLeadingGroup(Unit(), "safety", Date(), [new(Person(), GroupRole.Head)], Group(), Basis())),
            (9, () => new ChangeGroupMember(Group(), Person(), random.Next(4) is var r && r == 3 ? null : (GroupRole)r, Date())),
            (3, () => new DissolveLeadingGroup(Group(), Date(), "撤")),
            (4, () => new ChangePost(Person(), Unit(), Id("科员"), PostCategory.Staff, Date())),
            (5, () => new CorrectOfficeHolder(Person(), OfficeHolderChange(), "误")),
            (1, () => new OfficeHolderLeft(Person(), Date())),
            (4, () => new ScheduleMeeting(Unit(), MeetingKind.Special, "听取汇报", [Area()], Date().At(new(14, 30)), Person(), Id("m"))),
            (2, () => new RescheduleMeeting(Meeting(), Date().At(new(9, 0)), "时间冲突")),
            (1, () => new CancelMeeting(Meeting(), "防汛")),
            (5, Hold),
            (4, () => new CorrectMeeting(Meeting(), MeetingChange(), "误")),
            (4, () => new RaiseTask(Unit(), Area(), Id("整改"), Person(), Date(), Id("t"), Any(resolutions))),
            (5, () => new SubmitEvidence(Any(tasks), "document", "材料", new('b', 64), Done(), Id("e"))),
            (8, Close),
            (5, () => new ReopenTask(Any(tasks), "未落实", Date())),
            (3, () => new ExtendTask(Any(tasks), Date(), Person(), "延期")),
            (2, () => new ReassignTask(Any(tasks), Person(), "轮岗")),
            (2, () => new CancelTask(Any(tasks), "重复")),
        ];
    }

    /// <summary>The days that questions ask about: those on which things happen, one before and one after; some far ahead.</summary>
    public LocalDate Asked() => Date().PlusDays(random.Next(3) - 1);

    public static string Unit(Random random) => Units[random.Next(Units.Length)];

    public static string Person(Random random) => People[random.Next(People.Length)];

    /// <summary>The acts in order, each with the instant at which it is to be recorded.</summary>
    public IEnumerable<(Instant At, ICommand Command)> All()
    {
        foreach (var areaId in Areas)
            yield return (now, new DefineArea(areaId, areaId, areaId));
        foreach (var (i, unitId) in Units.Index())
            yield return (now, new RegisterUnit(unitId, unitId, "office", 2, i == 0 ? null : Units[(i - 1) / 2], Start.PlusDays(i == 0 ? 0 : i < 3 ? 1 : 2),
                [new("training", Level.First), new("publicity", Level.Direct)], UnitId: unitId));
        foreach (var person in People)
            yield return (now, new RegisterOfficeHolder("u0", "科员", PostCategory.Staff, Start, person));
        for (var i = 0; i < count; i++)
        {
            // Some acts share an instant.
            now += Duration.FromMinutes(random.Next(4) * Days * 24 * 60 / (count * 3 / 2));
            yield return (now, Next());
        }
    }

    /// <summary>Tells that a command was taken, so that later ones speak of what it made.</summary>
    public void Took(ICommand command)
    {
        switch (command)
        {
            case AssignLeader c:
                assignments.Add(c.AssignmentId!);
                break;
            case ReplaceLeader c:
                assignments.Add(c.AssignmentId!);
                break;
            case VoidAssignment c:
                assignments.Remove(c.AssignmentId);
                break;
            case ScheduleMeeting c:
                meetings.Add(c.MeetingId!);
                break;
            case HoldMeeting c:
                meetings.Add(c.MeetingId);
                resolutions.AddRange(c.Resolutions.Select(r => r.ResolutionId!));
                break;
            case RaiseTask c:
                tasks.Add(c.TaskId!);
                break;
            case SubmitEvidence c:
                evidence.Add((c.TaskId, c.EvidenceId!));
                break;
            default:
                break;
        }
    }

    private ICommand Next()
    {
        var drawn = random.Next(kinds.Sum(k => k.Weight));
        foreach (var (weight, make) in kinds)
            if ((drawn -= weight) < 0)
                return make();
        throw new InvalidOperationException("The weights add up.");
    }

    private AssignLeader Assign((string UnitId, string AreaId, Level Level) cell) =>
        new(cell.UnitId, cell.AreaId, cell.Level, Person(), Date(), Id("a"), Basis());

    private HoldMeeting Hold() => random.Next(2) == 0
        ? new(Meeting(), Done(), Person(), [Person()], [], [AgendaKind.Decide], [new(Area(), "整改", Id("r"))])
        : new(Id("m"), Done(), Person(), [Person()], [], [AgendaKind.HearReports], [new(Area(), "整改", Id("r"))], Unit(),
            MeetingKind.Regular, "碰头", [Area()], Backfilled: true);

    private CloseTask Close()
    {
        var (taskId, evidenceId) = Any(evidence);
        return new(taskId, Done(), Person(), [evidenceId]);
    }

    private AssignmentChanges AssignmentChange() => random.Next(5) switch
    {
        0 => new(PersonId: Person()),
        1 or 2 => new(EffectiveFrom: Date()),
        3 => new(EndsOn: random.Next(4) == 0 ? null : Date()),
        _ => new(EffectiveFrom: Date(), EndsOn: (LocalDate?)Date()),
    };

    private UnitChanges UnitChange() => random.Next(4) switch
    {
        0 => new(EffectiveFrom: Date()),
        1 => new(LevelLabels: new LevelLabels(Id("甲"), Id("乙"), Id("丙"))),
        2 => new(NameEn: Id("Name ")),
        _ => new(NameZh: Id("名"), EffectiveFrom: Start.PlusDays(random.Next(3))),
    };

    private OfficeHolderChanges OfficeHolderChange() => random.Next(5) switch
    {
        0 => new(Post: Id("主任")),
        1 => new(Since: Date(), PostCategory: PostCategory.Head),
        2 => new(LeftOn: (LocalDate?)FarAhead),
        _ => new(LeftOn: (LocalDate?)null),
    };

    private MeetingChanges MeetingChange() => random.Next(4) switch
    {
        0 => new(HeldOn: Done()),
        1 => new(Topic: Id("议题"), ChairId: Person()),
        2 => new(Attendees: new[] { Person() }, AreaIds: Areas),
        _ => new(Agenda: new[] { AgendaKind.Review, AgendaKind.Study }),
    };

    private IEnumerable<RequiredCell> RequiredCells() => from areaId in Areas
                                                         from level in Enum.GetValues<Level>()
                                                         where random.Next(2) == 0
                                                         select new RequiredCell(areaId, level);

    private LocalDate Date() => random.Next(12) == 0 ? FarAhead.PlusDays(random.Next(4)) : Start.PlusDays(random.Next(Days));

    /// <summary>A day for something done: mostly not after the day of recording.</summary>
    private LocalDate Done() => LocalDate.Min(Date(), now.InZone(Oracle.Zone).Date.PlusDays(random.Next(8) == 0 ? 1 : 0));

    private (string UnitId, string AreaId, Level Level) AnyCell() => (Units[random.Next(Units.Length)], Area(), (Level)random.Next(3));

    private string Assignment() => Any(assignments);

    private string Unit() => Unit(random);

    private string Person() => Person(random);

    private string Area() => Areas[random.Next(Areas.Length)];

    private string Group() => Groups[random.Next(Groups.Length)];

    private string Meeting() => Any(meetings);

    private Basis? Basis() => random.Next(2) == 0 ? null : new(Id("依据"));

    /// <summary>One of what was made; the first entry, which is none, now and then.</summary>
    private T Any<T>(List<T> these) => these[these.Count == 1 || random.Next(20) == 0 ? 0 : random.Next(1, these.Count)];

    private string Id(string stem) => $"{stem}{++made}";
}
