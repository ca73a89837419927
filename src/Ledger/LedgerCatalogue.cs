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
using Ledger.Log;
using Ledger.Matrix;
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
using Ledger.Timeline;
using Ledger.Trainings;
using Ledger.Units;
using Ledger.Views;

namespace Ledger;

/// <summary>The whole vocabulary on one page: commands with their routes, events with their stored names, streams with
/// their states, views with their rows.</summary>
public static class LedgerCatalogue
{
    public static CommandCatalogue Commands { get; } = new CommandCatalogue()
        .Add<DefineArea>("/api/areas")
        .Add<RegisterUnit>("/api/units")
        .Add<RenameUnit>("/api/units/{unitId}/rename")
        .Add<MoveUnit>("/api/units/{unitId}/move")
        .Add<ChangeRequiredCells>("/api/units/{unitId}/required-cells")
        .Add<DissolveUnit>("/api/units/{unitId}/dissolve")
        .Add<CorrectUnit>("/api/units/{unitId}/correct")
        .Add<RegisterOfficeHolder>("/api/people")
        .Add<ChangePost>("/api/people/{personId}/post")
        .Add<OfficeHolderLeft>("/api/people/{personId}/leave")
        .Add<CorrectOfficeHolder>("/api/people/{personId}/correct")
        .Add<EstablishLeadingGroup>("/api/leading-groups")
        .Add<ChangeGroupMember>("/api/leading-groups/{groupId}/members")
        .Add<DissolveLeadingGroup>("/api/leading-groups/{groupId}/dissolve")
        .Add<AssignLeader>("/api/assignments", matches: true)
        .Add<ReplaceLeader>("/api/assignments/{replacesAssignmentId}/replace", creates: true)
        .Add<EndAssignment>("/api/assignments/{assignmentId}/end")
        .Add<CorrectAssignment>("/api/assignments/{assignmentId}/correct")
        .Add<VoidAssignment>("/api/assignments/{assignmentId}/void")
        .Add<AcceptHandOver>("/api/assignments/{assignmentId}/hand-over")
        .Add<ScheduleMeeting>("/api/meetings")
        .Add<RescheduleMeeting>("/api/meetings/{meetingId}/reschedule")
        .Add<CancelMeeting>("/api/meetings/{meetingId}/cancel")
        .Add<HoldMeeting>("/api/meetings/{meetingId}/hold", creates: true)
        .Add<CorrectMeeting>("/api/meetings/{meetingId}/correct")
        .Add<RaiseTask>("/api/tasks")
        .Add<SubmitEvidence>("/api/tasks/{taskId}/evidence", creates: true)
        .Add<CloseTask>("/api/tasks/{taskId}/close")
        .Add<ReopenTask>("/api/tasks/{taskId}/reopen")
        .Add<ExtendTask>("/api/tasks/{taskId}/extend")
        .Add<ReassignTask>("/api/tasks/{taskId}/reassign")
        .Add<CancelTask>("/api/tasks/{taskId}/cancel")
        .Add<AdoptObligation>("/api/obligations")
        .Add<EndObligation>("/api/obligations/{obligationId}/end")
        .Add<RecordInspection>("/api/inspections")
        .Add<IssueNotification>("/api/notifications")
        .Add<AcknowledgeNotification>("/api/notifications/{notificationId}/acknowledge")
        .Add<RecordAccountability>("/api/accountability-cases")
        .Add<LiftAccountability>("/api/accountability-cases/{caseId}/lift")
        .Add<OpenAssessment>("/api/assessments/open")
        .Add<RecordAssessment>("/api/assessments")
        .Add<PublishAssessment>("/api/assessments/{assessmentId}/publish")
        .Add<SubmitReport>("/api/reports")
        .Add<ReturnReport>("/api/reports/{reportId}/return")
        .Add<RecordChannel>("/api/channels")
        .Add<FileChannel>("/api/channels/{channelId}/file")
        .Add<ChangeCustodian>("/api/channels/{channelId}/custodian")
        .Add<RetireChannel>("/api/channels/{channelId}/retire")
        .Add<LogReleases>("/api/releases")
        .Add<SubmitItem>("/api/release-items")
        .Add<ApproveItem>("/api/release-items/{itemId}/approve")
        .Add<ReturnItem>("/api/release-items/{itemId}/return")
        .Add<PublishItem>("/api/release-items/{itemId}/publish")
        .Add<AdoptPlan>("/api/plans")
        .Add<PublishRecord>("/api/openness-records")
        .Add<OpenIncident>("/api/incidents")
        .Add<AssignIncidentDuty>("/api/incidents/{incidentId}/duty")
        .Add<CloseIncident>("/api/incidents/{incidentId}/close")
        .Add<ReviewIncident>("/api/incidents/{incidentId}/review")
        .Add<CompleteTraining>("/api/trainings")
        .Add<HoldActivity>("/api/activities")
        .Add<ReceiveHonour>("/api/honours");

    public static EventCatalogue Events { get; } = new EventCatalogue()
        .Add<AreaDefined>("area_defined.v1")
        .Add<UnitRegistered>("unit_registered.v1")
        .Add<UnitRenamed>("unit_renamed.v1")
        .Add<UnitMoved>("unit_moved.v1")
        .Add<RequiredCellsChanged>("required_cells_changed.v1")
        .Add<UnitDissolved>("unit_dissolved.v1")
        .Add<UnitCorrected>("unit_corrected.v1")
        .Add<OfficeHolderRegistered>("office_holder_registered.v1")
        .Add<PostChanged>("post_changed.v1")
        .Add<LeftOffice>("left_office.v1")
        .Add<OfficeHolderCorrected>("office_holder_corrected.v1")
        .Add<LeadingGroupEstablished>("leading_group_established.v1")
        .Add<GroupMemberChanged>("group_member_changed.v1")
        .Add<LeadingGroupDissolved>("leading_group_dissolved.v1")
        .Add<LeaderAssigned>("leader_assigned.v1")
        .Add<LeaderReplaced>("leader_replaced.v1")
        .Add<AssignmentEnded>("assignment_ended.v1")
        .Add<AssignmentCorrected>("assignment_corrected.v1")
        .Add<AssignmentVoided>("assignment_voided.v1")
        .Add<HandOverAccepted>("hand_over_accepted.v1")
        .Add<MeetingScheduled>("meeting_scheduled.v1")
        .Add<MeetingRescheduled>("meeting_rescheduled.v1")
        .Add<MeetingCancelled>("meeting_cancelled.v1")
        .Add<MeetingHeld>("meeting_held.v1")
        .Add<MeetingCorrected>("meeting_corrected.v1")
        .Add<TaskRaised>("task_raised.v1")
        .Add<EvidenceSubmitted>("evidence_submitted.v1")
        .Add<TaskClosed>("task_closed.v1")
        .Add<TaskReopened>("task_reopened.v1")
        .Add<DueDateExtended>("due_date_extended.v1")
        .Add<TaskReassigned>("task_reassigned.v1")
        .Add<TaskCancelled>("task_cancelled.v1")
        .Add<ObligationAdopted>("obligation_adopted.v1")
        .Add<ObligationEnded>("obligation_ended.v1")
        .Add<InspectionRecorded>("inspection_recorded.v1")
        .Add<NotificationIssued>("notification_issued.v1")
        .Add<NotificationAcknowledged>("notification_acknowledged.v1")
        .Add<AccountabilityRecorded>("accountability_recorded.v1")
        .Add<AccountabilityLifted>("accountability_lifted.v1")
        .Add<AssessmentOpened>("assessment_opened.v1")
        .Add<AssessmentRecorded>("assessment_recorded.v1")
        .Add<AssessmentPublished>("assessment_published.v1")
        .Add<ReportSubmitted>("report_submitted.v1")
        .Add<ReportReturned>("report_returned.v1")
        .Add<ReportSuperseded>("report_superseded.v1")
        .Add<ChannelRecorded>("channel_recorded.v1")
        .Add<ChannelFiled>("channel_filed.v1")
        .Add<CustodianChanged>("custodian_changed.v1")
        .Add<ChannelRetired>("channel_retired.v1")
        .Add<ReleasesLogged>("releases_logged.v1")
        .Add<ItemSubmitted>("item_submitted.v1")
        .Add<ItemApproved>("item_approved.v1")
        .Add<ItemReturned>("item_returned.v1")
        .Add<ItemPublished>("item_published.v1")
        .Add<PlanAdopted>("plan_adopted.v1")
        .Add<RecordPublished>("record_published.v1")
        .Add<IncidentOpened>("incident_opened.v1")
        .Add<IncidentDutyAssigned>("incident_duty_assigned.v1")
        .Add<IncidentClosed>("incident_closed.v1")
        .Add<IncidentReviewed>("incident_reviewed.v1")
        .Add<TrainingCompleted>("training_completed.v1")
        .Add<ActivityHeld>("activity_held.v1")
        .Add<HonourReceived>("honour_received.v1");

    public static StreamCatalogue Streams { get; } = new StreamCatalogue()
        .Add<Area>()
        .Add<Unit>()
        .Add<OfficeHolder>()
        .Add<LeadingGroup>()
        .Add<Cell>()
        .Add<HandOver>()
        .Add<Meeting>()
        .Add<WorkTask>()
        .Add<Obligation>()
        .Add<Inspection>()
        .Add<Notification>()
        .Add<AccountabilityCase>()
        .Add<Assessment>()
        .Add<Report>()
        .Add<Channel>()
        .Add<UnitReleases>()
        .Add<ReleaseItem>()
        .Add<Plan>()
        .Add<OpennessRecord>()
        .Add<Incident>()
        .Add<CompletedTraining>()
        .Add<Activity>()
        .Add<Honour>();

    public static ViewCatalogue Views { get; } = new ViewCatalogue()
        .Add<Area, Area>(AreasProjection.Name, AreasProjection.Table, AreasProjection.Rows)
        .Add<Unit, UnitRow>(UnitsProjection.Name, UnitsProjection.Table, UnitsProjection.Rows)
        .Add<Unit, RequiredCellRow>(UnitsProjection.Name, UnitsProjection.RequiredCells, UnitsProjection.RequiredCellRows)
        .Add<OfficeHolder, PersonRow>(PeopleProjection.Name, PeopleProjection.Table, PeopleProjection.Rows)
        .Add<LeadingGroup, GroupRow>(LeadingGroupsProjection.Name, LeadingGroupsProjection.Table, LeadingGroupsProjection.Rows)
        .Add<LeadingGroup, MemberRow>(
            LeadingGroupsProjection.Name, LeadingGroupsProjection.Members, LeadingGroupsProjection.MemberRows)
        .Add<Cell, HoldingRow>(ResponsibilityProjection.Name, ResponsibilityProjection.Table, ResponsibilityProjection.Rows)
        .Add<Cell, CellRow>(ResponsibilityProjection.Name, ResponsibilityProjection.Cells, ResponsibilityProjection.CellRows)
        .Add<Cell, AssignmentRow>(AssignmentsProjection.Name, AssignmentsProjection.Table, AssignmentsProjection.Rows)
        .Add<HandOver, HandOverRow>(HandOversProjection.Name, HandOversProjection.Table, HandOversProjection.Rows)
        .Add<Meeting, MeetingRow>(MeetingsProjection.Name, MeetingsProjection.Table, MeetingsProjection.Rows)
        .Add<WorkTask, TaskRow>(TasksProjection.Name, TasksProjection.Table, TasksProjection.Rows)
        .Add<Obligation, ObligationRow>(ObligationsProjection.Name, ObligationsProjection.Table, ObligationsProjection.Rows)
        .Add<Obligation, BoundUnitRow>(ObligationsProjection.Name, ObligationsProjection.Units, ObligationsProjection.UnitRows)
        .Add<Inspection, InspectionRow>(InspectionsProjection.Name, InspectionsProjection.Table, InspectionsProjection.Rows)
        .Add<Notification, NotificationRow>(
            NotificationsProjection.Name, NotificationsProjection.Table, NotificationsProjection.Rows)
        .Add<AccountabilityCase, CaseRow>(
            AccountabilityProjection.Name, AccountabilityProjection.Table, AccountabilityProjection.Rows)
        .Add<Assessment, AssessmentRow>(AssessmentsProjection.Name, AssessmentsProjection.Table, AssessmentsProjection.Rows)
        .Add<Report, ReportRow>(ReportsProjection.Name, ReportsProjection.Table, ReportsProjection.Rows)
        .Add<Channel, ChannelRow>(ChannelsProjection.Name, ChannelsProjection.Table, ChannelsProjection.Rows)
        .Add<UnitReleases, ReleaseRow>(ReleasesProjection.Name, ReleasesProjection.Table, ReleasesProjection.Rows)
        .Add<ReleaseItem, ItemRow>(ReleaseItemsProjection.Name, ReleaseItemsProjection.Table, ReleaseItemsProjection.Rows)
        .Add<Plan, PlanRow>(PlansProjection.Name, PlansProjection.Table, PlansProjection.Rows)
        .Add<OpennessRecord, OpennessRow>(OpennessProjection.Name, OpennessProjection.Table, OpennessProjection.Rows)
        .Add<Incident, IncidentRow>(IncidentsProjection.Name, IncidentsProjection.Table, IncidentsProjection.Rows)
        .Add<CompletedTraining, TrainingRow>(TrainingsProjection.Name, TrainingsProjection.Table, TrainingsProjection.Rows)
        .Add<CompletedTraining, TrainedPersonRow>(
            TrainingsProjection.Name, TrainingsProjection.People, TrainingsProjection.PersonRows)
        .Add<Activity, ActivityRow>(ActivitiesProjection.Name, ActivitiesProjection.Table, ActivitiesProjection.Rows)
        .Add<Honour, HonourRow>(HonoursProjection.Name, HonoursProjection.Table, HonoursProjection.Rows)
        .Add(new TimelineProjection());
}
