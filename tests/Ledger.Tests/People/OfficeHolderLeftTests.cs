using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.People;
using Ledger.Tasks;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.People;

public class OfficeHolderLeftTests
{
    [Fact]
    public void Somebody_who_holds_nothing_leaves_nothing()
    {
        var decision = Founded.When(new OfficeHolderLeft(Li, March1, "retired", Notice));

        decision.ShouldRecord(Li, new LeftOffice(Li, Office, March1, "retired", Notice));
        StillHeld(decision, [], [], []);
    }

    [Fact]
    public void Leaving_ends_nothing_and_lists_what_is_still_held()
    {
        var given = Founded.And(
            Assigned("asg-1", Li, January1),
            new LeadingGroupEstablished("group-1", Office, "responsibility", January1, [new(Li, GroupRole.Deputy)]),
            Raised("task-1"));

        var decision = given.When(new OfficeHolderLeft(Li, March1));

        decision.ShouldRecord(Li, new LeftOffice(Li, Office, March1));
        StillHeld(decision, [new(Office, Training, Level.First, "asg-1")], [new("group-1", GroupRole.Deputy)], ["task-1"]);
    }

    [Fact]
    public void What_others_took_over_is_not_listed()
    {
        var given = Founded.And(
            Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, February1),
            new LeadingGroupEstablished("group-1", Office, "responsibility", January1, [new(Li, GroupRole.Deputy)]),
            new GroupMemberChanged("group-1", Office, Li, null, February1),
            Raised("task-1"), new TaskReassigned("task-1", Office, Li, Wang, "retires"),
            Raised("task-2"), new TaskCancelled("task-2", Office, "not needed"));

        var decision = given.When(new OfficeHolderLeft(Li, March1));

        StillHeld(decision, [], [], []);
    }

    [Fact]
    public void What_was_taken_over_from_others_is_listed()
    {
        var given = Founded.And(
            Assigned("asg-1", Wang, January1), Corrected("asg-1", Li, new(PersonId: Li)),
            Raised("task-1"), new TaskReassigned("task-1", Office, Li, Wang, "retires"));

        var li = given.When(new OfficeHolderLeft(Li, March1));
        var wang = given.When(new OfficeHolderLeft(Wang, March1));

        StillHeld(li, [new(Office, Training, Level.First, "asg-1")], [], []);
        StillHeld(wang, [], [], ["task-1"]);
    }

    [Fact]
    public void Somebody_may_leave_on_their_first_day()
    {
        var decision = Founded.When(new OfficeHolderLeft(Li, January1));

        decision.ShouldRecord(Li, new LeftOffice(Li, Office, January1));
    }

    [Fact]
    public void The_person_must_be_known()
    {
        var decision = Founded.When(new OfficeHolderLeft("nobody", March1));

        decision.ShouldNotKnow("person", "nobody", "personId");
    }

    [Fact]
    public void Nobody_leaves_twice()
    {
        var given = Founded.And(new LeftOffice(Li, Office, March1));

        var decision = given.When(new OfficeHolderLeft(Li, March1));

        decision.ShouldRefuse("already-left", "personId", new { LeftOn = March1 });
    }

    [Fact]
    public void Nobody_leaves_before_their_first_day()
    {
        var decision = Founded.When(new OfficeHolderLeft(Li, TooEarly));

        decision.ShouldRefuse("left-before-start", "leftOn", new { since = January1 });
    }

    private static void StillHeld(Decision decision, HeldCell[] cells, HeldSeat[] seats, string[] tasks) =>
        Then.Text(decision.StillHeld).ShouldBe(Then.Text(new { cells, channels = Array.Empty<string>(), incidents = Array.Empty<string>(), seats, tasks }));
}
