using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Units;
using NodaTime;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

public class DissolveUnitTests
{
    [Fact]
    public void A_unit_of_which_nothing_is_in_force_ends_alone()
    {
        var decision = Founded.When(new DissolveUnit(Office, March1, "merged", Notice));

        decision.ShouldRecord(Office, new UnitDissolved(Office, March1, "merged", Notice, Bureau));
    }

    [Fact]
    public void What_is_in_force_ends_with_it_and_names_the_cause()
    {
        var given = Founded.And(
            Assigned("asg-1", Li, January1),
            new LeadingGroupEstablished("group-1", Office, "responsibility", January1, []),
            Scheduled("meeting-1", August1));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRecord(Office,
            new UnitDissolved(Office, March1, "merged", ParentId: Bureau),
            new AssignmentEnded("asg-1", Office, Training, Level.First, Li, March1, "merged", CausedByUnitId: Office),
            new LeadingGroupDissolved("group-1", Office, March1, "merged", Office),
            new MeetingCancelled("meeting-1", Office, "merged", Office));
    }

    [Fact]
    public void What_was_over_before_is_left_alone()
    {
        var given = Founded.And(
            Assigned("asg-1", Li, January1), Ended("asg-1", Li, February1),
            new LeadingGroupEstablished("group-1", Office, "responsibility", January1, []),
            new LeadingGroupDissolved("group-1", Office, February1, "done"),
            Held("meeting-1", February1),
            Raised("task-1"), Submitted("evidence-1", "task-1") with { SubmittedOn = February1 },
            Closed("task-1", "evidence-1") with { ClosedOn = February1 });

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRecord(Office, new UnitDissolved(Office, March1, "merged", ParentId: Bureau));
    }

    [Fact]
    public void Only_the_last_of_several_holders_ends_with_it()
    {
        var given = Founded.And(Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, February1));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRecord(Office,
            new UnitDissolved(Office, March1, "merged", ParentId: Bureau),
            new AssignmentEnded("asg-2", Office, Training, Level.First, Wang, March1, "merged", CausedByUnitId: Office));
    }

    [Fact]
    public void A_group_that_would_have_ended_later_ends_with_it()
    {
        var given = Founded.And(
            new LeadingGroupEstablished("group-1", Office, "responsibility", January1, []),
            new LeadingGroupDissolved("group-1", Office, August1, "done"));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRecord(Office,
            new UnitDissolved(Office, March1, "merged", ParentId: Bureau),
            new LeadingGroupDissolved("group-1", Office, March1, "merged", Office));
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(new DissolveUnit("elsewhere", March1, "merged"));

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void A_unit_ends_once()
    {
        var given = Founded.And(new UnitDissolved(Office, March1, "merged", ParentId: Bureau));

        var decision = given.When(new DissolveUnit(Office, April1, "merged"));

        decision.ShouldRefuse("already-dissolved", "unitId", new { DissolvedOn = March1 });
    }

    [Fact]
    public void A_unit_exists_for_a_day_at_least()
    {
        var decision = Founded.When(new DissolveUnit(Office, January1, "merged"));

        decision.ShouldRefuse("end-not-after-start", "dissolvedOn", new { EffectiveFrom = January1 });
    }

    [Fact]
    public void Children_come_first()
    {
        var decision = Founded.When(new DissolveUnit(Bureau, March1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn", InUse(children: [Office, School]));
    }

    [Fact]
    public void Children_that_are_gone_by_then_do_not_matter()
    {
        var given = Founded.And(
            new UnitDissolved(Office, February1, "merged"), new UnitMoved(School, null, Bureau, March1));

        var decision = given.When(new DissolveUnit(Bureau, March1, "merged"));

        decision.ShouldRecord(Bureau, new UnitDissolved(Bureau, March1, "merged"));
    }

    [Fact]
    public void A_child_that_is_to_come_later_matters()
    {
        var given = Founded.And(new UnitMoved(School, Office, Bureau, August1));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn", InUse(acts: new DatedAct("unit", School, August1)));
    }

    [Fact]
    public void An_open_task_keeps_it()
    {
        var given = Founded.And(Raised("task-1"));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn", InUse(unsettled: [new("task", "task-1", July1)]));
    }

    [Fact]
    public void Evidence_dated_after_it_keeps_it()
    {
        var given = Founded.And(Raised("task-1"), Submitted("evidence-1", "task-1"),
            Closed("task-1", "evidence-1") with { ClosedOn = February1 });

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn", InUse(acts: new DatedAct("task", "task-1", May1)));
    }

    [Fact]
    public void A_rename_on_that_day_keeps_it()
    {
        var given = Founded.And(new UnitRenamed(Office, "甲", "A", March1));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn", InUse(acts: new DatedAct("unit", Office, March1)));
    }

    [Fact]
    public void An_assignment_from_that_day_on_keeps_it()
    {
        var given = Founded.And(Assigned("asg-1", Li, March1));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn",
            InUse(acts: new DatedAct("assignment", "asg-1", March1)));
    }

    [Fact]
    public void A_voided_assignment_does_not_matter()
    {
        var given = Founded.And(Assigned("asg-1", Li, March1), Voided("asg-1", Li));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRecord(Office, new UnitDissolved(Office, March1, "merged", ParentId: Bureau));
    }

    [Fact]
    public void A_change_in_a_group_on_that_day_keeps_it()
    {
        var given = Founded.And(
            new LeadingGroupEstablished("group-1", Office, "responsibility", January1, []),
            new GroupMemberChanged("group-1", Office, Li, GroupRole.Head, March1));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn", InUse(acts: new DatedAct("leading-group", "group-1", March1)));
    }

    [Fact]
    public void A_meeting_held_on_that_day_keeps_it()
    {
        var given = Founded.And(Held("meeting-1", March1));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn", InUse(acts: new DatedAct("meeting", "meeting-1", March1)));
    }

    [Fact]
    public void A_closing_on_that_day_keeps_it()
    {
        var given = Founded.And(Raised("task-1"), Submitted("evidence-1", "task-1"), Closed("task-1", "evidence-1"));

        var decision = given.When(new DissolveUnit(Office, June1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn", InUse(acts: new DatedAct("task", "task-1", June1)));
    }

    [Fact]
    public void A_post_taken_up_on_that_day_keeps_it()
    {
        var given = Founded.And(new PostChanged(Zhang, Office, School, "干事", PostCategory.Staff, March1));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRefuse("unit-in-use", "dissolvedOn", InUse(acts: new DatedAct("person", Zhang, March1)));
    }

    [Fact]
    public void Acts_of_the_day_before_do_not_keep_it()
    {
        var eve = March1.PlusDays(-1);
        var given = Founded.And(new UnitRenamed(Office, "甲", "A", eve), Assigned("asg-1", Li, eve), Held("meeting-1", eve));

        var decision = given.When(new DissolveUnit(Office, March1, "merged"));

        decision.ShouldRecord(Office, new UnitDissolved(Office, March1, "merged", ParentId: Bureau), EndedWith(Office, March1));
    }

    [Fact]
    public void A_start_corrected_to_an_earlier_date_leaves_no_act_behind()
    {
        var given = Founded.And(
            new UnitRegistered("counter", "窗口", "Counter", "branch", 3, null, May1, LevelLabels.Default, []),
            new UnitCorrected("counter", "correction-1", new(EffectiveFrom: March1), "mistyped"));

        var decision = given.When(new DissolveUnit("counter", April1, "merged"));

        decision.ShouldRecord("counter", new UnitDissolved("counter", April1, "merged"));
    }

    private static AssignmentEnded EndedWith(string unitId, LocalDate on) =>
        new AssignmentEnded("asg-1", unitId, Training, Level.First, Li, on, "merged", CausedByUnitId: unitId);

    private static object InUse(string[]? children = null, DatedAct[]? unsettled = null, params DatedAct[] acts) =>
        new { children = children ?? [], unsettled = unsettled ?? [], actsOnOrAfter = acts };
}
