using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.HandOvers;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Export;

/// <summary>Each command with every member filled, and a town in which it is taken.</summary>
internal static class FullCommands
{
    private static readonly LevelLabels Labels = new("一", "二", "三");

    private static readonly Given Group = Founded.And(new LeadingGroupEstablished(
        "group-1", Office, "responsibility", February1, [new(Li, GroupRole.Head)]));

    private static readonly Given Held = Founded.And(Assigned("asg-1", Li, March1));

    private static readonly Given EndedAssignment = Held.And(Ended("asg-1", Li, July1));

    private static readonly Given Called = Founded.And(Scheduled("meeting-1", May1));

    private static readonly Given Met = Called.And(Held1());

    private static readonly Given Task = Founded.And(Raised("task-1"));

    private static readonly Given Proven = Task.And(Submitted("evidence-1", "task-1"));

    private static readonly Given Left = Founded.And(new LeftOffice(Wang, Office, July1));

    public static IReadOnlyList<(Given Given, ICommand Command)> All { get; } =
    [
        (Given.Nothing, new DefineArea("培训", "Training", Training, Notice)),
        (Founded, new RegisterUnit("站", "Station", "station", 3, Office, March1, [new(Training, Level.First)], Labels, "station", Notice)),
        (Founded, new RenameUnit(Office, "局办", "Main Office", March1, Notice)),
        (Founded, new MoveUnit(Office, School, March1, Notice)),
        (Founded, new ChangeRequiredCells(Office, [new(Archives, Level.Direct)], March1, Notice)),
        (Called.And(Assigned("asg-1", Li, February1)), new DissolveUnit(Office, August1, "merged", Notice)),
        (Founded, new CorrectUnit(Office, new("局办", "Main Office", TooEarly.PlusDays(1), Labels), "mistyped", "cor-1", Notice)),
        (Founded, new RegisterOfficeHolder(Office, "科员", PostCategory.Staff, March1, "zhao", "赵示例", Notice)),
        (Founded, new ChangePost(Li, School, "校长", PostCategory.Head, March1, Notice)),
        (Founded, new OfficeHolderLeft(Li, July1, "retired", Notice)),
        (Left, new CorrectOfficeHolder(
            Wang, new("主任", PostCategory.Head, February1, (LocalDate?)August1), "mistyped", "cor-1", Notice)),
        (Founded, new EstablishLeadingGroup(
            Office, "responsibility", February1, [new(Li, GroupRole.Head), new(Wang, GroupRole.Deputy)], "group-1", Notice)),
        (Group, new ChangeGroupMember("group-1", Wang, GroupRole.Member, March1, "new", Notice)),
        (Group, new DissolveLeadingGroup("group-1", July1, "done", Notice)),
        (Founded, new AssignLeader(Office, Training, Level.First, Li, March1, "asg-1", Notice)),
        (Held, new ReplaceLeader("asg-1", Wang, May1, "asg-2", Office, Training, Level.First, "rotation", Notice)),
        (Held, new EndAssignment("asg-1", July1, "retired", Notice)),
        (EndedAssignment, new CorrectAssignment(
            "asg-1", new(Wang, April1, (LocalDate?)August1, Notice), "mistyped", "cor-1", Notice)),
        (EndedAssignment, new AcceptHandOver("asg-1", Li, June1, "all there", Notice)),
        (Held, new VoidAssignment("asg-1", "never was", "cor-1", Notice)),
        (Founded, new ScheduleMeeting(
            Office, MeetingKind.Special, "Half-year arrangement", [Training], May1.At(new(14, 30)), Li, "meeting-1", Notice)),
        (Called, new RescheduleMeeting("meeting-1", June1.At(new(9, 0)), "flood duty", Notice)),
        (Called, new CancelMeeting("meeting-1", "flood duty", Notice)),
        (Called, new HoldMeeting("meeting-1", May1, Li, [Li], [Zhang], [AgendaKind.PassOn, AgendaKind.Decide],
            [new(Training, "Renew the register", "res-1")], Office, MeetingKind.Special, "Arrangement", [Training], true, Notice)),
        (Met, new CorrectMeeting("meeting-1", new(May1.PlusDays(1), "Arrangement", Of(Training), Wang, Of(Wang), Of(Zhang),
            new Optional<IReadOnlyList<AgendaKind>>([AgendaKind.Study])), "mistyped", "cor-1", Notice)),
        (Met, new RaiseTask(Office, Training, "Renew the register", Li, July1, "task-1", "res-1", Basis: Notice)),
        (Task, new SubmitEvidence("task-1", "register", "The renewed register", new('b', 64), May1, "evidence-1", Notice)),
        (Proven, new CloseTask("task-1", June1, Wang, ["evidence-1"], Notice)),
        (Proven.And(Closed("task-1", "evidence-1")), new ReopenTask("task-1", "not done", August1, Notice)),
        (Task, new ExtendTask("task-1", August1, Wang, "more work", Notice)),
        (Task, new ReassignTask("task-1", Wang, "rotation", Notice)),
        (Task, new CancelTask("task-1", "double", Notice)),
        .. FullSystemCommands.All,
    ];

    /// <summary>Where a default alone is not enough.</summary>
    public static IReadOnlyList<(Given Given, ICommand Command)> Sparse { get; } =
    [
        (FullSystemCommands.Planned, new RaiseTask(Office, Training, "Renew the register", Li, July1, PlanId: "plan-1")),
        (Founded, new HoldMeeting("meeting-2", May1, Li, [], [], [], [new(Training, "Report monthly"), new(Training, "Renew")],
            School, MeetingKind.Study, "Study", [])),
        (Held, new ReplaceLeader("asg-1", Wang, May1)),
        .. FullSystemCommands.Sparse,
    ];

    public static IReadOnlyList<(Given Given, ICommand Command)> WithNull { get; } =
    [
        (EndedAssignment, new CorrectAssignment("asg-1", new(EndsOn: (LocalDate?)null), "not retired", "cor-1")),
        (Left, new CorrectOfficeHolder(Wang, new(LeftOn: (LocalDate?)null), "stayed", "cor-1")),
        (Founded, new MoveUnit(Office, null, March1)),
        (Group, new ChangeGroupMember("group-1", Li, null, March1)),
    ];

    private static MeetingHeld Held1() => Town.Held("meeting-1", May1, new Resolution("res-1", Training, "Renew the register"));

    private static Optional<IReadOnlyList<string>> Of(string id) => new([id]);
}
