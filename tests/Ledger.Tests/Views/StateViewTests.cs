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
using Shouldly;
using Xunit;

namespace Ledger.Tests.Views;

public class StateViewTests
{
    private static readonly Comparison[] Comparisons =
    [
        new Comparison<Area, Area>(AreasProjection.Table, AreasProjection.Rows),
        new Comparison<Unit, UnitRow>(UnitsProjection.Table, UnitsProjection.Rows),
        new Comparison<Unit, RequiredCellRow>(UnitsProjection.RequiredCells, UnitsProjection.RequiredCellRows),
        new Comparison<OfficeHolder, PersonRow>(PeopleProjection.Table, PeopleProjection.Rows),
        new Comparison<LeadingGroup, GroupRow>(LeadingGroupsProjection.Table, LeadingGroupsProjection.Rows),
        new Comparison<LeadingGroup, MemberRow>(LeadingGroupsProjection.Members, LeadingGroupsProjection.MemberRows),
        new Comparison<Cell, HoldingRow>(ResponsibilityProjection.Table, ResponsibilityProjection.Rows),
        new Comparison<Cell, CellRow>(ResponsibilityProjection.Cells, ResponsibilityProjection.CellRows),
        new Comparison<Cell, AssignmentRow>(AssignmentsProjection.Table, AssignmentsProjection.Rows),
        new Comparison<Meeting, MeetingRow>(MeetingsProjection.Table, MeetingsProjection.Rows),
        new Comparison<WorkTask, TaskRow>(TasksProjection.Table, TasksProjection.Rows),
        new Comparison<Obligation, ObligationRow>(ObligationsProjection.Table, ObligationsProjection.Rows),
        new Comparison<Obligation, BoundUnitRow>(ObligationsProjection.Units, ObligationsProjection.UnitRows),
        new Comparison<Inspection, InspectionRow>(InspectionsProjection.Table, InspectionsProjection.Rows),
        new Comparison<Notification, NotificationRow>(NotificationsProjection.Table, NotificationsProjection.Rows),
        new Comparison<AccountabilityCase, CaseRow>(AccountabilityProjection.Table, AccountabilityProjection.Rows),
        new Comparison<Assessment, AssessmentRow>(AssessmentsProjection.Table, AssessmentsProjection.Rows),
        new Comparison<Report, ReportRow>(ReportsProjection.Table, ReportsProjection.Rows),
        new Comparison<Channel, ChannelRow>(ChannelsProjection.Table, ChannelsProjection.Rows),
        new Comparison<UnitReleases, ReleaseRow>(ReleasesProjection.Table, ReleasesProjection.Rows),
        new Comparison<ReleaseItem, ItemRow>(ReleaseItemsProjection.Table, ReleaseItemsProjection.Rows),
        new Comparison<HandOver, HandOverRow>(HandOversProjection.Table, HandOversProjection.Rows),
        new Comparison<Plan, PlanRow>(PlansProjection.Table, PlansProjection.Rows),
        new Comparison<Activity, ActivityRow>(ActivitiesProjection.Table, ActivitiesProjection.Rows),
        new Comparison<Honour, HonourRow>(HonoursProjection.Table, HonoursProjection.Rows),
        new Comparison<CompletedTraining, TrainingRow>(TrainingsProjection.Table, TrainingsProjection.Rows),
        new Comparison<CompletedTraining, TrainedPersonRow>(TrainingsProjection.People, TrainingsProjection.PersonRows),
        new Comparison<Incident, IncidentRow>(IncidentsProjection.Table, IncidentsProjection.Rows),
        new Comparison<OpennessRecord, OpennessRow>(OpennessProjection.Table, OpennessProjection.Rows),
    ];

    public static TheoryData<string> Tables => [.. Comparisons.Select(c => c.Table.Name)];

    [Fact]
    public void Every_kind_of_event_happens_in_the_history_of_these_tests()
    {
        var happened = Year.History.Log.Select(r => LedgerCatalogue.Events.AliasOf(r.Data)).Distinct();

        happened.ShouldBe(LedgerCatalogue.Events.Types.Keys, ignoreOrder: true);
    }

    [Fact]
    public void Every_table_is_compared_here_or_is_the_timeline()
    {
        var tables = Comparisons.Select(c => c.Table).Append(TimelineProjection.Rows);

        tables.ShouldBe(LedgerCatalogue.Views.Views.Select(v => v.Table), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Tables))]
    public void Events_projected_one_by_one_give_at_every_position_the_rows_of_the_states_at_that_position(string table) =>
        Of(table).CheckAtEveryPosition(Year.History.Log, batchSize: 1);

    [Theory, MemberData(nameof(Tables))]
    public void Events_projected_in_batches_give_the_same_rows(string table)
    {
        Of(table).CheckAtEveryPosition(Year.History.Log, batchSize: 7);
        Of(table).CheckAtEveryPosition(Year.History.Log, batchSize: int.MaxValue);
    }

    [Fact]
    public void An_event_that_changes_no_row_closes_none()
    {
        var given = Given.Nothing.And(Town.Assigned("asg-1", Town.Li, Town.March1), Town.Corrected("asg-1", Town.Li, new(Basis: Town.Notice)));

        var filled = TableInMemory<HoldingRow>.Of(
            ResponsibilityProjection.Table, TableInMemory.Batches(LedgerCatalogue.Views, given.Log, batchSize: 1));

        filled.Rows.Select(r => (r.From, r.To)).ShouldBe([(1L, TableChanges<HoldingRow>.Open)]);
    }

    private static Comparison Of(string table) => Comparisons.Single(c => c.Table.Name == table);

    private abstract record Comparison(ITable Table)
    {
        public abstract void CheckAtEveryPosition(IReadOnlyList<Recorded> log, int batchSize);
    }

    private sealed record Comparison<TState, TRow>(Table<TRow> OfRows, Func<TState, IEnumerable<TRow>> Rows) : Comparison(OfRows)
        where TState : class, IState<TState>
        where TRow : notnull
    {
        public override void CheckAtEveryPosition(IReadOnlyList<Recorded> log, int batchSize)
        {
            var filled = TableInMemory<TRow>.Of(OfRows, TableInMemory.Batches(LedgerCatalogue.Views, log, batchSize));

            filled.Rows.ShouldNotBeEmpty();
            for (var position = 0L; position <= log.Count; position++)
                filled.KnownAt(position).ShouldBe(FromScratch(log, position), ignoreOrder: true, $"at position {position}");
        }

        private IEnumerable<TRow> FromScratch(IEnumerable<Recorded> log, long position) => log
            .Where(r => r.Position <= position && StreamCatalogue.KindOf(r.Data.Stream) == TState.Kind)
            .GroupBy(r => r.Data.Stream)
            .SelectMany(stream => Rows(stream.Aggregate(TState.Empty, (state, recorded) => state.Apply(recorded))));
    }
}
