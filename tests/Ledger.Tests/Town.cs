using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Channels;
using Ledger.Commands;
using Ledger.Inspections;
using Ledger.Meetings;
using Ledger.Notifications;
using Ledger.People;
using Ledger.PublicationReview;
using Ledger.Reports;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime;
using NodaTime.Text;

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

    public static readonly LocalDate December31 = new(2024, 12, 31);
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

    /// <summary>The plan that <see cref="Raised"/> names.</summary>
    public static ReportSubmitted Planned(string reportId = "plan-1", ReportKind kind = ReportKind.AnnualPlan) =>
        new(reportId, Office, kind, "2025", February1, new('c', 64), new Dictionary<string, int>());

    /// <summary>The bureau's, of the office, on 1 May.</summary>
    public static InspectionRecorded Inspected(string inspectionId, params Finding[] findings) => new(
        inspectionId, Office, Bureau, InspectionKind.Superior, May1, [Training], [], findings);

    public static Finding Found(string findingId) => new(findingId, Training, Severity.Minor, "No register");

    /// <summary>From the bureau to the office, on 1 June.</summary>
    public static NotificationIssued Notified(string notificationId, string inspectionId) =>
        new(notificationId, inspectionId, Bureau, Office, "notice", June1);

    /// <summary>A work group of the office in Wang's care.</summary>
    public static ChannelRecorded Entered(string channelId, string unitId = Office) =>
        new(channelId, unitId, ChannelKind.WechatGroup, "Work group", Wang, TenOrMoreMembers: true);

    public static ChannelRetired Retired(string channelId, LocalDate on) => new(channelId, Office, "idle", on);

    /// <summary>Wang's, on 1 May.</summary>
    public static ItemSubmitted HandedIn(string itemId, string? channelId = null) =>
        new(itemId, Office, ItemClass.Other, "News of the office", Wang, May1, channelId);

    /// <summary>All three gates ticked, on 1 June.</summary>
    public static ItemApproved Passed(string itemId, string reviewerId) =>
        new(itemId, Office, reviewerId, [ReviewGate.Picture, ReviewGate.Wording, ReviewGate.Work], June1);

    public static ItemReturned GivenBack(string itemId) => new(itemId, Office, Li, ReviewGate.Wording, June1);

    public static ItemPublished Appeared(string itemId) => new(itemId, Office, Given.Today);

    /// <summary>What is told of a unit on a day on which it does not exist; the town's are there from 1 January on.</summary>
    public static object NotThere(string unitId, LocalDate on, LocalDate? dissolvedOn = null) =>
        new { UnitId = unitId, on, EffectiveFrom = January1, DissolvedOn = dissolvedOn };

    /// <summary>What is told of a person on a day out of office; the town's are in office from 1 January on.</summary>
    public static object NotInOffice(string personId, LocalDate on, LocalDate? leftOn = null) =>
        new { personId, on, since = January1, LeftOn = leftOn };

    /// <summary>The unit's acts as its dissolution asks for them.</summary>
    public static IEnumerable<string> ActsOf(IConcernsUnit state, string unitId = Office) =>
        state.DatedActs(unitId).Select(a => $"{a.Kind} {LocalDatePattern.Iso.Format(a.On)}");
}
