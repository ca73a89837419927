using Ledger.Accountability;
using Ledger.Areas;
using Ledger.Assessments;
using Ledger.Channels;
using Ledger.CivicActivities;
using Ledger.Dashboard;
using Ledger.Diff;
using Ledger.Duties;
using Ledger.Export;
using Ledger.HandOvers;
using Ledger.Incidents;
using Ledger.Inspections;
using Ledger.Instructions;
using Ledger.LateRecords;
using Ledger.LeadingGroups;
using Ledger.Matrix;
using Ledger.Meetings;
using Ledger.Obligations;
using Ledger.Openness;
using Ledger.People;
using Ledger.Plans;
using Ledger.PublicationReview;
using Ledger.Reads;
using Ledger.Releases;
using Ledger.Reminders;
using Ledger.Replay;
using Ledger.Reports;
using Ledger.SeveralFirst;
using Ledger.Tasks;
using Ledger.Timeline;
using Ledger.Trainings;
using Ledger.Units;
using Ledger.UnitState;
using Ledger.Vacancies;

namespace Ledger;

/// <summary>Every read on one page.</summary>
public static class LedgerReads
{
    public static IReadOnlyList<ReadRoute> Routes { get; } =
    [
        GetAreas.Route,
        GetMatrix.Route,
        GetCell.Route,
        GetAssignment.Route,
        GetUnits.List,
        GetUnits.One,
        GetTimeline.Route,
        GetLeadingGroups.List,
        GetLeadingGroups.One,
        GetPeople.List,
        GetPeople.One,
        GetDuties.Route,
        GetTasks.List,
        GetTasks.One,
        GetMeetings.List,
        GetMeetings.One,
        GetDashboard.Route,
        GetObligationCounts.Route,
        GetVacancies.Route,
        GetSeveralFirst.Route,
        GetUnitState.Route,
        GetDiff.Route,
        GetReplay.Route,
        GetLateRecords.Route,
        GetExport.Route,
        GetObligations.Route,
        GetChecks.OfRule,
        GetChecks.OfUnit,
        GetInstructions.Route,
        GetHandOver.Route,
        GetReminders.Route,
        GetInspections.Route,
        GetAccountabilityCases.Route,
        GetAssessments.Route,
        GetReports.Route,
        GetChannels.Route,
        GetReleases.Route,
        GetReleaseItems.Route,
        GetPlans.Route,
        GetOpennessRecords.Route,
        GetIncidents.Route,
        GetTrainings.Route,
        GetMissingTrainings.Route,
        GetCivicActivities.Activities,
        GetCivicActivities.Honours,
    ];
}
