using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime;

namespace Ledger.Tests;

/// <summary>The people, units and dates of the tests.</summary>
internal static class Town
{
    public const string Bureau = "bureau";
    public const string Office = "office";
    public const string School = "school";
    public const string Training = "training";
    public const string Archives = "archives";
    public const string Li = "li";
    public const string Wang = "wang";
    public const string Zhang = "zhang";

    public static readonly LocalDate January1 = new(2025, 1, 1);
    public static readonly LocalDate February1 = new(2025, 2, 1);
    public static readonly LocalDate March1 = new(2025, 3, 1);
    public static readonly LocalDate April1 = new(2025, 4, 1);
    public static readonly LocalDate May1 = new(2025, 5, 1);
    public static readonly LocalDate June1 = new(2025, 6, 1);
    public static readonly LocalDate July1 = new(2025, 7, 1);
    public static readonly LocalDate August1 = new(2025, 8, 1);
    public static readonly LocalDate Tomorrow = Given.Today.PlusDays(1);

    /// <summary>The day before anything of the town was there.</summary>
    public static readonly LocalDate TooEarly = new(2024, 12, 31);

    public static readonly Basis Notice = new("Notice no. 1", "示例办〔2025〕1号", "On responsibilities", January1, new('a', 64));

    /// <summary>A bureau with an office and a school below it, two areas, three office-holders; all from 1 January 2025.</summary>
    public static readonly Given Founded = Given.Nothing.And(
        new AreaDefined(Training, "培训", "Training"),
        new AreaDefined(Archives, "档案", "Archives"),
        new UnitRegistered(Bureau, "规划局", "Planning Bureau", "bureau", 1, null, January1, LevelLabels.Default, []),
        new UnitRegistered(Office, "办公室", "Office", "office", 2, Bureau, January1, LevelLabels.Default, [new(Training, Level.First)]),
        new UnitRegistered(School, "学校", "School", "school", 2, Bureau, January1, LevelLabels.Default, []),
        new OfficeHolderRegistered(Li, Office, "主任", PostCategory.Head, January1),
        new OfficeHolderRegistered(Wang, Office, "副主任", PostCategory.LeaderInCharge, January1),
        new OfficeHolderRegistered(Zhang, School, "干事", PostCategory.Staff, January1));

    public static LeaderAssigned Assigned(string assignmentId, string personId, LocalDate from, string unitId = Office) =>
        new(assignmentId, unitId, Training, Level.First, personId, from);

    public static LeaderReplaced Replaced(string assignmentId, string replaces, string personId, LocalDate from) =>
        new(assignmentId, replaces, Office, Training, Level.First, personId, from);

    public static AssignmentEnded Ended(string assignmentId, string personId, LocalDate on) =>
        new(assignmentId, Office, Training, Level.First, personId, on, "retired");

    public static AssignmentVoided Voided(string assignmentId, string personId) =>
        new($"void-{assignmentId}", assignmentId, Office, Training, Level.First, personId, "never was");

    public static AssignmentCorrected Corrected(string assignmentId, string personId, AssignmentChanges changes) =>
        new($"correct-{assignmentId}", assignmentId, Office, Training, Level.First, personId, changes, "mistyped");

    public static MeetingScheduled Scheduled(string meetingId, LocalDate on, string unitId = Office) =>
        new(meetingId, unitId, MeetingKind.Special, "Half-year arrangement", [Training], on.At(new(14, 30)), Li);

    public static MeetingHeld Held(string meetingId, LocalDate on, params Resolution[] resolutions) =>
        new(meetingId, Office, MeetingKind.Special, on, Li, [Li, Wang], [], [AgendaKind.Arrange], resolutions);

    /// <summary>Li's, due on 1 July.</summary>
    public static TaskRaised Raised(string taskId, string unitId = Office) =>
        new(taskId, unitId, Training, "Renew the register", Li, July1, PlanId: "plan-1");

    public static EvidenceSubmitted Submitted(string evidenceId, string taskId) =>
        new(evidenceId, taskId, Office, "register", "The renewed register", new('b', 64), May1);

    /// <summary>Verified by Wang on 1 June.</summary>
    public static TaskClosed Closed(string taskId, string evidenceId) => new(taskId, Office, June1, Wang, [evidenceId]);
}
