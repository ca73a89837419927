using Ledger.Accountability;
using Ledger.Assessments;
using Ledger.Channels;
using Ledger.CivicActivities;
using Ledger.Commands;
using Ledger.Incidents;
using Ledger.Inspections;
using Ledger.Meetings;
using Ledger.Notifications;
using Ledger.Obligations;
using Ledger.Openness;
using Ledger.Plans;
using Ledger.PublicationReview;
using Ledger.Releases;
using Ledger.Reports;
using Ledger.Trainings;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Export;

/// <summary>The commands of the systems around the core.</summary>
internal static class FullSystemCommands
{
    public static readonly Given Planned = Founded.AndThen(
        new SubmitReport(Office, ReportKind.AnnualPlan, "2025", May1, new('a', 64), new Dictionary<string, int>(), "plan-1"));

    private static readonly Given DutyReported = Founded.AndThen(new SubmitReport(
        Office, ReportKind.DutyReport, "2025", May1, new('b', 64), new Dictionary<string, int>(), "report-0", Bureau, Li));

    private static readonly Given Inspected = Founded.And(Raised("task-1")).AndThen(new RecordInspection(
        Office, Bureau, InspectionKind.Superior, May1, [Training], ["task-1"], [new(Training, Severity.Serious, "missing", "finding-1")], "inspection-1"));

    private static readonly Given Accounted = Inspected.AndThen(
        new RecordAccountability(Office, Li, "talk", "late", "no time", May1, "case-1", "task-1"));

    private static readonly Given Assessed = Founded.AndThen(new RecordAssessment(Office, Bureau, "2025-Q1", 7, 9, May1, "assessment-1"));

    private static readonly Given Afire = Founded.AndThen(new OpenIncident(Office, IncidentKind.Fire, "Fire", May1, "incident-1"));

    private static readonly Given Told = Inspected.AndThen(
        new IssueNotification("inspection-1", Bureau, Office, "circular", May1, "notification-1"));

    private static readonly Given Registered = Founded.AndThen(new RecordChannel(Office, ChannelKind.WechatGroup, "Staff", Li, true, "channel-1"));

    private static readonly Given HandedIn = Registered.AndThen(new SubmitItem(Office, ItemClass.Other, "News", Wang, May1, "item-1", "channel-1"));

    private static readonly Given Approved = HandedIn.AndThen(new ApproveItem("item-1", Li, [ReviewGate.Picture, ReviewGate.Wording, ReviewGate.Work], May1));

    public static IReadOnlyList<(Given Given, ICommand Command)> All { get; } =
    [
        (Founded, new AdoptObligation(RuleCode.B1, [Office, School], March1,
            new(MeetingKind.Special, Period: "half-year", Minimum: 1), "obligation-1", Notice)),
        (Founded.AndThen(new AdoptObligation(RuleCode.B1, [Office], March1, new(), "obligation-1")),
            new EndObligation("obligation-1", June1, "new rules", Notice)),
        (Inspected, new RecordInspection(Office, Office, InspectionKind.Self, May1, [Training], ["task-1"],
            [new(Training, Severity.Minor, "missing", "finding-2")], "inspection-2", [InspectionAspect.Team], Notice)),
        (Inspected, new IssueNotification("inspection-1", Bureau, Office, "circular", May1, "notification-1", Notice)),
        (Told, new AcknowledgeNotification("notification-1", June1, Li, Notice)),
        (Inspected, new RecordAccountability(Office, Li, "talk", "late", "no time", June1, "case-1", "task-1", "finding-1", Notice)),
        (Accounted, new LiftAccountability("case-1", June1, "done since", Notice)),
        (Founded, new RecordAssessment(Office, Bureau, "2025-Q1", 7, 9, June1, "assessment-1", Notice)),
        (Founded, new OpenAssessment(Office, Bureau, "2025-Q1", [RuleCode.B1], May1, "assessment-1", Notice)),
        (Assessed, new PublishAssessment("assessment-1", June1, Notice)),
        (DutyReported, new SubmitReport(Office, ReportKind.DutyReport, "2025", May1, new('a', 64), new Dictionary<string, int> { ["lectures"] = 1 },
            "report-1", Bureau, Li, [new(1, 3)], "report-0", Notice)),
        (DutyReported, new ReturnReport("report-0", May1, "No figures", Bureau, Notice)),
        (Founded, new RecordChannel(Office, ChannelKind.WechatGroup, "Staff", Li, true, "channel-1", Notice)),
        (Registered, new FileChannel("channel-1", "2025-001", Li, May1, Notice)),
        (Registered, new ChangeCustodian("channel-1", Wang, May1, Notice)),
        (Registered, new RetireChannel("channel-1", "idle", May1, Notice)),
        (Registered, new LogReleases(Office, ReleaseKind.WebsiteUpdate, "2025-01", 4, "channel-1", "log-1", Notice)),
        (Registered, new SubmitItem(Office, ItemClass.Business, "News", Wang, May1, "item-1", "channel-1", Notice)),
        (HandedIn, new ApproveItem("item-1", Li, [ReviewGate.Wording], May1, Notice)),
        (HandedIn, new ReturnItem("item-1", Li, ReviewGate.Wording, May1, Notice)),
        (Approved, new PublishItem("item-1", May1, Notice)),
        (Founded, new AdoptPlan(Office, "Training", "2025-H2", May1, [Training, Archives], "plan-2", Notice)),
        (Founded, new HoldActivity(Office, "Tree planting", "volunteering", May1, "activity-1", Training, Notice)),
        (Founded, new ReceiveHonour(Office, "Model unit", "City", May1, "honour-1", Notice)),
        (Founded, new CompleteTraining(Office, [Li, Wang], "Week of study", May1, "training-1", Notice)),
        (Founded, new OpenIncident(Office, IncidentKind.Fire, "Fire", May1, "incident-1", Training, Notice)),
        (Afire, new AssignIncidentDuty("incident-1", Wang, May1, Notice)),
        (Afire, new CloseIncident("incident-1", May1, "Put out", Notice)),
        (Afire.AndThen(new CloseIncident("incident-1", May1, "Put out")), new ReviewIncident("incident-1", June1, Li, "Sweep the chimney", Notice)),
        (Registered, new PublishRecord(Office, OpennessKind.Project, "Archive", April1, May1, "record-1", "channel-1", Notice)),
    ];

    /// <summary>Where a default alone is not enough.</summary>
    public static IReadOnlyList<(Given Given, ICommand Command)> Sparse { get; } =
    [
        (Founded, new SubmitReport(Office, ReportKind.Information, "2025-01", May1, new('a', 64), new Dictionary<string, int>())),
        (Inspected, new RecordAccountability(Office, Li, "talk", "late", "no time", June1, TaskId: "task-1")),
    ];
}
