using Ledger.Accountability;
using Ledger.Areas;
using Ledger.Assessments;
using Ledger.Assignments;
using Ledger.Channels;
using Ledger.CivicActivities;
using Ledger.HandOvers;
using Ledger.Incidents;
using Ledger.Inspections;
using Ledger.LeadingGroups;
using Ledger.Log;
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

namespace Ledger.Timeline;

/// <summary>What an act says, in words that can be read aloud. Free texts stand in both as they were entered.</summary>
public sealed record Sentence(string Zh, string En);

/// <summary>What a sentence needs beside the event.</summary>
/// <param name="Area">The names of an area by its id.</param>
/// <param name="Labels">What the unit concerned calls its levels; read in Chinese alone.</param>
public sealed record Words(Func<string, (string Zh, string En)> Area, LevelLabels Labels);

/// <summary>Puts every kind of event into a sentence. Persons go by their ids, names never appear; so does a unit
/// where more than one is concerned.</summary>
public static partial class Sentences
{
    public static Sentence Of(ILedgerEvent data, Words words) => data switch
    {
        AreaDefined e => Say(e),
        UnitRegistered e => Say(e, words),
        UnitRenamed e => Say(e),
        UnitMoved e => Say(e),
        RequiredCellsChanged e => Say(e, words),
        UnitDissolved e => Say(e),
        UnitCorrected e => Say(e),
        OfficeHolderRegistered e => Say(e),
        PostChanged e => Say(e),
        LeftOffice e => Say(e),
        OfficeHolderCorrected e => Say(e),
        LeadingGroupEstablished e => Say(e),
        GroupMemberChanged e => Say(e),
        LeadingGroupDissolved e => Say(e),
        LeaderAssigned e => Say(e, words),
        LeaderReplaced e => Say(e, words),
        AssignmentEnded e => Say(e, words),
        AssignmentCorrected e => Say(e, words),
        AssignmentVoided e => Say(e, words),
        HandOverAccepted e => Say(e, words),
        MeetingScheduled e => Say(e, words),
        MeetingRescheduled e => Say(e),
        MeetingCancelled e => Say(e),
        MeetingHeld e => Say(e, words),
        MeetingCorrected e => Say(e, words),
        TaskRaised e => Say(e, words),
        EvidenceSubmitted e => Say(e),
        TaskClosed e => Say(e),
        TaskReopened e => Say(e),
        DueDateExtended e => Say(e),
        TaskReassigned e => Say(e),
        TaskCancelled e => Say(e),
        ObligationAdopted e => Say(e),
        ObligationEnded e => Say(e),
        InspectionRecorded e => Say(e, words),
        NotificationIssued e => Say(e),
        NotificationAcknowledged e => Say(e),
        AccountabilityRecorded e => Say(e),
        AccountabilityLifted e => Say(e),
        AssessmentRecorded e => Say(e),
        AssessmentOpened e => Say(e),
        AssessmentPublished e => Say(e),
        ReportSubmitted e => Say(e),
        ReportReturned e => Say(e),
        ReportSuperseded e => Say(e),
        ChannelRecorded e => Say(e),
        ChannelFiled e => Say(e),
        CustodianChanged e => Say(e),
        ChannelRetired e => Say(e),
        ReleasesLogged e => Say(e),
        ItemSubmitted e => Say(e),
        ItemApproved e => Say(e),
        ItemReturned e => Say(e),
        ItemPublished e => Say(e),
        PlanAdopted e => Say(e, words),
        RecordPublished e => Say(e),
        IncidentOpened e => Say(e, words),
        IncidentDutyAssigned e => Say(e),
        IncidentClosed e => Say(e),
        IncidentReviewed e => Say(e),
        TrainingCompleted e => Say(e),
        ActivityHeld e => Say(e, words),
        HonourReceived e => Say(e),
        _ => throw new ArgumentOutOfRangeException(nameof(data), data.GetType().Name, "No sentence for this event."),
    };
}
