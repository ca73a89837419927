using Ledger.Accountability;
using Ledger.Areas;
using Ledger.Assessments;
using Ledger.Assignments;
using Ledger.Channels;
using Ledger.CivicActivities;
using Ledger.Commands;
using Ledger.HandOvers;
using Ledger.Incidents;
using Ledger.Inspections;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.Notifications;
using Ledger.Obligations;
using Ledger.Openness;
using Ledger.People;
using Ledger.Plans;
using Ledger.PublicationReview;
using Ledger.Releases;
using Ledger.Reports;
using Ledger.Tasks;
using Ledger.Trainings;
using Ledger.Units;
using NodaTime;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Views;

/// <summary>A history in which every kind of event happens, made of commands that the ledger takes.</summary>
internal static class Year
{
    public static readonly Given History = new ICommand[]
    {
        new RegisterUnit("乡", "Township", "township", 2, Bureau, January1, [new(Training, Level.Direct)], UnitId: "township"),
        new RegisterUnit("镇", "Borough", "township", 2, Bureau, January1, [], UnitId: "borough"),
        new AssignLeader(Office, Training, Level.First, Li, January1, "asg-1"),
        new AssignLeader("township", Training, Level.Direct, Zhang, February1, "asg-2", Notice),
        new ReplaceLeader("asg-1", Wang, March1, "asg-3"),
        new EndAssignment("asg-3", May1, "retired"),
        new CorrectAssignment("asg-3", new(EffectiveFrom: February1, EndsOn: (LocalDate?)June1), "mistyped", "correction-1"),
        new AcceptHandOver("asg-3", Wang, June1, "complete"),
        new AssignLeader(Office, Training, Level.First, Zhang, July1, "asg-4"),
        new CorrectAssignment("asg-3", new(EndsOn: (LocalDate?)null), "stays", "correction-2"),
        new VoidAssignment("asg-4", "never was", "correction-3"),
        new RenameUnit(Office, "综合办", "General Office", April1),
        new MoveUnit(School, Office, May1),
        new ChangeRequiredCells(Office, [new(Archives, Level.First), new(Training, Level.Leading)], May1),
        new CorrectUnit(Office, new(NameEn: "Joint Office", LevelLabels: new LevelLabels("甲", "乙", "丙")), "mistyped", "correction-4"),
        new CorrectUnit(Bureau, new(EffectiveFrom: TooEarly), "older", "correction-5"),
        new ChangePost(Li, School, "校长", PostCategory.Head, April1),
        new CorrectOfficeHolder(Li, new(Since: March1), "mistyped", "correction-6"),
        new OfficeHolderLeft(Li, August1),
        new EstablishLeadingGroup("borough", "responsibility", February1, [new(Li, GroupRole.Head), new(Wang, GroupRole.Member)], "group-1"),
        new ChangeGroupMember("group-1", Wang, GroupRole.Deputy, March1),
        new ChangeGroupMember("group-1", Zhang, GroupRole.Member, January1),
        new ChangeGroupMember("group-1", Li, null, April1),
        new DissolveLeadingGroup("group-1", June1, "done"),
        new ScheduleMeeting(Office, MeetingKind.Special, "Arrangement", [Training], May1.At(new(14, 30)), Wang, "meeting-1"),
        new RescheduleMeeting("meeting-1", May1.At(new(16, 0)), "flood"),
        new HoldMeeting("meeting-1", May1, Wang, [Wang, Li], [], [AgendaKind.Decide], [new(Training, "Renew the register", "res-1")]),
        new CorrectMeeting("meeting-1", new(HeldOn: April1), "mistyped", "correction-7"),
        new ScheduleMeeting("borough", MeetingKind.Study, "Study", [], July1.At(new(9, 0)), Li, "meeting-2"),
        new CancelMeeting("meeting-2", "flood"),
        new RaiseTask(Office, Training, "Renew the register", Li, June1, "task-1", "res-1"),
        new ExtendTask("task-1", June1.PlusDays(5), Wang, "flood"),
        new SubmitEvidence("task-1", "register", "The register", new('b', 64), May1, "evidence-1"),
        new CloseTask("task-1", June1, Wang, ["evidence-1"]),
        new ReopenTask("task-1", "incomplete", July1),
        new ReassignTask("task-1", Zhang, "rotation"),
        new SubmitReport(Office, ReportKind.AnnualPlan, "2025", February1, new('c', 64), new Dictionary<string, int>(), "plan-1", Bureau),
        new RaiseTask(School, Archives, "Sort the archive", Zhang, July1, "task-2", PlanId: "plan-1"),
        new ReturnReport("plan-1", May1, "No figures", Bureau),
        new SubmitReport(Office, ReportKind.AnnualPlan, "2025", June1, new('d', 64), new Dictionary<string, int>(), "plan-3", Bureau,
            SupersedesReportId: "plan-1"),
        new CancelTask("task-2", "not needed"),
        new RecordInspection(School, Bureau, InspectionKind.Superior, May1, [Training], ["task-2"],
            [new(Archives, Severity.Major, "Nothing is sorted", "finding-1")], "inspection-1"),
        new IssueNotification("inspection-1", Bureau, School, "notice", May1, "notification-1"),
        new AcknowledgeNotification("notification-1", June1, Zhang),
        new RaiseTask(School, Archives, "Sort the archive after all", Zhang, July1, "task-3", FindingId: "finding-1"),
        new RecordAccountability(School, Zhang, "reminder", "Nothing was sorted", "No time", June1, "case-1", FindingId: "finding-1"),
        new LiftAccountability("case-1", June1, "sorted since"),
        new RecordAssessment(School, Bureau, "2025-H1", 7, 9, June1, "assessment-1", Notice),
        new OpenAssessment(Office, Bureau, "2025-Q1", [RuleCode.B1, RuleCode.C4], April1, "assessment-2"),
        new RecordAssessment(Office, Bureau, "2025-Q1", 1, 2, May1, "assessment-2"),
        new PublishAssessment("assessment-2", June1),
        new AdoptObligation(RuleCode.B1, [Office, School], January1, new(MeetingKind.Special, Period: "half-year", Minimum: 1), "obligation-1"),
        new EndObligation("obligation-1", July1, "new rules"),
        new RecordChannel(Office, ChannelKind.Website, "Site", Wang, false, "channel-1"),
        new FileChannel("channel-1", "no. 1", Wang, March1),
        new ChangeCustodian("channel-1", Zhang, April1),
        new LogReleases(Office, ReleaseKind.WebsiteUpdate, "2025-01", 4, "channel-1", "log-1"),
        new LogReleases(Office, ReleaseKind.WebsiteUpdate, "2025-02", 2, "channel-1", "log-2"),
        new LogReleases(Office, ReleaseKind.WebsiteUpdate, "2025-01", 5, "channel-1", "log-3"),
        new SubmitItem(Office, ItemClass.Other, "News", Zhang, May1, "item-1", "channel-1"),
        new ReturnItem("item-1", Wang, ReviewGate.Wording, May1),
        new ApproveItem("item-1", Wang, [ReviewGate.Wording], June1),
        new PublishItem("item-1", June1),
        new AdoptPlan(Office, "Training", "2025-H2", June1, [Training, Archives], "plan-2", Notice),
        new HoldActivity(Office, "Tree planting", "volunteering", April1, "activity-1", Training),
        new ReceiveHonour(School, "Model school", "City", May1, "honour-1"),
        new CompleteTraining(Office, [Wang, Zhang], "Week of study", May1, "training-1"),
        new OpenIncident(Office, IncidentKind.Weather, "Flood", April1, "incident-1", Training),
        new AssignIncidentDuty("incident-1", Wang, April1),
        new AssignIncidentDuty("incident-1", Zhang, May1),
        new CloseIncident("incident-1", May1, "Pumped out"),
        new ReviewIncident("incident-1", June1, Wang, "Buy pumps"),
        new PublishRecord(Office, OpennessKind.Decision, "Archive", April1, May1, "record-1", "channel-1"),
        new RaiseTask(School, Archives, "Label the archive", Zhang, July1, "task-4", PlanId: "plan-2"),
        new RetireChannel("channel-1", "idle", June1.PlusDays(1)),
        new RecordChannel("township", ChannelKind.NoticeBoard, "Board", Zhang, false, "channel-2"),
        new ScheduleMeeting("township", MeetingKind.Regular, "Regular", [], August1.At(new(9, 0)), Zhang, "meeting-3"),
        new EstablishLeadingGroup("township", "safety", February1, [new(Zhang, GroupRole.Head)], "group-2"),
        new DissolveUnit("township", July1, "merged"),
    }.Aggregate(Founded, (given, command) => given.AndThen(command));
}
