using Ledger.Accountability;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.Inspections;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.Notifications;
using Ledger.Obligations;
using Ledger.People;
using Ledger.Reports;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime;

namespace Ledger.IntegrationTests.Obligations;

/// <summary>Commands by lot of those that rules look at, over few units and a summer whose days lie in both halves of the year.
/// The ledger's day goes through it while they are recorded: some are in time, some late, some corrected. Many are
/// refused.</summary>
internal sealed class RandomDuties(Random random, int count)
{
    public static readonly LocalDate Start = new(2025, 6, 10);

    public static readonly LocalDate Adopted = Start.PlusDays(2);

    private const int Days = 45;

    private static readonly string[] Units = ["u0", "u1", "u2", "u3"];

    private static readonly string[] Areas = ["training", "publicity"];

    private static readonly string[] People = ["li", "wang", "zhao"];

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Hosting.TemplateDatabase.ZoneOfT1];

    private readonly List<string> assignments = ["none"];
    private readonly List<(string Id, string UnitId)> inspections = [("none", "u0")];
    private readonly List<(string Id, string UnitId)> findings = [("none", "u0")];
    private readonly List<string> resolutions = ["none"];
    private readonly List<(string Id, string UnitId)> tasks = [("none", "u0")];
    private readonly List<(string TaskId, string Id)> evidence = [("none", "none")];
    private readonly List<string> meetings = ["none"];

    private Instant now = Start.AtStartOfDayInZone(Zone).ToInstant();
    private int made;

    /// <summary>The rules that are compared, with their parameters: short times, so that they are kept and broken.</summary>
    public static IReadOnlyDictionary<RuleCode, RuleParameters> Rules { get; } = new Dictionary<RuleCode, RuleParameters>
    {
        [RuleCode.A1] = new(GraceDays: 6),
        [RuleCode.A3] = new(),
        [RuleCode.A4] = new(),
        [RuleCode.A6] = new(WithinDays: 3),
        [RuleCode.A7] = new(WithinDays: 4),
        [RuleCode.B1] = new(),
        [RuleCode.B2] = new(),
        [RuleCode.B3] = new(),
        [RuleCode.B4] = new(WithinDays: 4),
        [RuleCode.B5] = new(),
        [RuleCode.B8] = new(WithinDays: 2),
        [RuleCode.C1] = new(),
        [RuleCode.C2] = new(),
        [RuleCode.C3] = new(WithinDays: 5),
        [RuleCode.C4] = new(WithinDays: 3),
        [RuleCode.C6] = new(),
        [RuleCode.C7] = new(OverDays: 2),
        [RuleCode.C9] = new(),
        [RuleCode.D1] = new(Period: "2025", DueOn: Start.PlusDays(25)),
        [RuleCode.E1] = new(Period: "half-year"),
    };

    public static IReadOnlyList<string> UnitIds => Units;

    public LocalDate Asked() => Start.PlusDays(random.Next(Days + 4) - 1);

    /// <summary>The acts in order, each with the instant at which it is to be recorded.</summary>
    public IEnumerable<(Instant At, ICommand Command)> All()
    {
        foreach (var areaId in Areas)
            yield return (now, new DefineArea(areaId, areaId, areaId));
        foreach (var (i, unitId) in Units.Index())
            yield return (now, new RegisterUnit(unitId, unitId, "office", 2, i == 0 ? null : Units[(i - 1) / 2], Start.PlusDays(i / 2),
                [new("training", Level.First), new("publicity", Level.First), new("publicity", Level.Direct)], UnitId: unitId));
        foreach (var person in People)
            yield return (now, new RegisterOfficeHolder("u0", "科员", PostCategory.Staff, Start, person));
        foreach (var (rule, parameters) in Rules)
            yield return (now, new AdoptObligation(rule, Units, Adopted, parameters, $"o-{rule}"));
        for (var i = 0; i < count; i++)
        {
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
            case HoldMeeting c:
                meetings.Add(c.MeetingId);
                resolutions.AddRange(c.Resolutions.Select(r => r.ResolutionId!));
                break;
            case RaiseTask c:
                tasks.Add((c.TaskId!, c.UnitId));
                break;
            case SubmitEvidence c:
                evidence.Add((c.TaskId, c.EvidenceId!));
                break;
            case RecordInspection c:
                inspections.Add((c.InspectionId!, c.InspectingUnitId));
                findings.AddRange(c.Findings.Select(f => (f.FindingId!, c.UnitId)));
                break;
            default:
                break;
        }
    }

    private ICommand Next() => random.Next(100) switch
    {
        < 14 => new AssignLeader(Unit(), Area(), random.Next(3) == 0 ? Level.Direct : Level.First, Person(), Near(), Id("a")),
        < 20 => new ReplaceLeader(Any(assignments), Person(), Near(), Id("a")),
        < 25 => new EndAssignment(Any(assignments), Near(), "止"),
        < 29 => new CorrectAssignment(Any(assignments), new(EffectiveFrom: Near()), "误"),
        < 31 => new VoidAssignment(Any(assignments), "误"),
        < 33 => new MoveUnit(Unit(), Unit(), Near()),
        < 35 => new ChangeRequiredCells(Unit(), [new("training", Level.First), .. random.Next(2) == 0 ? [new RequiredCell("publicity", Level.First)] : Array.Empty<RequiredCell>()], Near()),
        < 36 => random.Next(2) == 0 ? new DissolveUnit("u3", Near(), "撤") : new CorrectUnit(Unit(), new(EffectiveFrom: Start.PlusDays(random.Next(3))), "误"),
        < 40 => new EstablishLeadingGroup(Unit(), random.Next(6) == 0 ? "safety" : "responsibility", Near(), [new(Person(), GroupRole.Head)], $"g{random.Next(5)}"),
        < 44 => new ChangeGroupMember($"g{random.Next(5)}", Person(), random.Next(3) switch { 0 => null, 1 => GroupRole.Head, _ => GroupRole.Member }, Near()),
        < 45 => new DissolveLeadingGroup($"g{random.Next(5)}", Near(), "撤"),
        < 55 => Hold(),
        < 59 => new CorrectMeeting(Any(meetings), random.Next(3) == 0 ? new(ChairId: Person()) : new(HeldOn: Done()), "误"),
        < 67 => Raise(),
        < 71 => new SubmitEvidence(Any(tasks).Id, "document", "材料", new('b', 64), Done(), Id("e")),
        < 77 => Close(),
        < 78 => new ReopenTask(Any(tasks).Id, "未落实", Near()),
        < 79 => new ExtendTask(Any(tasks).Id, Near(), Person(), "延期"),
        < 80 => new CancelTask(Any(tasks).Id, "重复"),
        < 87 => Inspect(),
        < 92 => Notify(),
        < 95 => Account(),
        _ => new SubmitReport(Unit(), ReportKind.AnnualPlan, "2025", Done(), new('c', 64), new Dictionary<string, int>(), Id("p")),
    };

    private HoldMeeting Hold() => new(Id("m"), Done(), Person(), [Person()], [], random.Next(2) == 0 ? [AgendaKind.HearReports] : [AgendaKind.Decide],
        random.Next(4) == 0 ? [] : [new(Area(), "整改", Id("r"))], Unit(), random.Next(4) == 0 ? MeetingKind.Regular : MeetingKind.Special,
        "碰头", [Area()], Backfilled: true);

    private RaiseTask Raise()
    {
        var (finding, unitId) = Any(findings);
        return random.Next(2) == 0
            ? new(unitId, Area(), "整改", Person(), Near(), Id("t"), FindingId: finding)
            : new(Unit(), Area(), "落实", Person(), Near(), Id("t"), Any(resolutions));
    }

    private CloseTask Close()
    {
        var (task, id) = Any(evidence);
        return new(task, Done(), Person(), [id]);
    }

    private RecordInspection Inspect()
    {
        var unit = Unit();
        var (task, owner) = Any(tasks);
        var self = random.Next(3) == 0;
        return new(unit, self ? unit : Unit(), self ? InspectionKind.Self : InspectionKind.Superior, Done(), [], owner == unit ? [task] : [],
            random.Next(2) == 0 ? [] : [new(Area(), Severity.Major, "缺", Id("f"))], Id("i"));
    }

    private IssueNotification Notify()
    {
        var (inspection, from) = Any(inspections);
        return new(inspection, from, Unit(), "通报", Done(), Id("n"));
    }

    private RecordAccountability Account()
    {
        var ((task, unitId), (finding, ofUnit)) = (Any(tasks), Any(findings));
        return random.Next(2) == 0
            ? new(unitId, Person(), "谈话", "逾期", "迟", Done(), Id("c"), TaskId: task)
            : new(ofUnit, Person(), "谈话", "缺", "迟", Done(), Id("c"), FindingId: finding);
    }

    /// <summary>A day around the day of recording.</summary>
    private LocalDate Near() => LocalDate.Max(Start, now.InZone(Zone).Date.PlusDays(random.Next(12) - 7));

    /// <summary>A day for something done: not after the day of recording.</summary>
    private LocalDate Done() => LocalDate.Min(Near(), now.InZone(Zone).Date);

    private string Unit() => Units[random.Next(Units.Length)];

    private string Person() => People[random.Next(People.Length)];

    private string Area() => Areas[random.Next(Areas.Length)];

    /// <summary>One of what was made, mostly of late; the first entry, which is none, now and then.</summary>
    private T Any<T>(List<T> these) =>
        these.Count == 1 || random.Next(20) == 0 ? these[0] : these[^random.Next(1, Math.Min(these.Count, 8))];

    private string Id(string stem) => $"{stem}{++made}";
}
