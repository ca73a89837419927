using Ledger.People;
using Ledger.Tasks;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Tasks;

public class ReassignTaskTests
{
    private static readonly Given WithTask = Founded.And(Raised("task-1"));

    [Fact]
    public void A_task_goes_to_another()
    {
        var decision = WithTask.When(new ReassignTask("task-1", Wang, "rotation", Notice));

        decision.ShouldRecord("task-1", new TaskReassigned("task-1", Office, Li, Wang, "rotation", Notice));
    }

    [Fact]
    public void The_task_must_be_known()
    {
        var decision = Founded.When(new ReassignTask("task-1", Wang, "rotation"));

        decision.ShouldNotKnow("task", "task-1", "taskId");
    }

    [Fact]
    public void A_closed_task_stays_with_its_owner()
    {
        var given = WithTask.And(Submitted("evidence-1", "task-1"), Closed("task-1", "evidence-1"));

        var decision = given.When(new ReassignTask("task-1", Wang, "rotation"));

        decision.ShouldRefuse("already-closed", "taskId", new { ClosedOn = June1 });
    }

    [Fact]
    public void A_cancelled_task_stays_with_its_owner()
    {
        var given = WithTask.And(new TaskCancelled("task-1", Office, "not needed"));

        var decision = given.When(new ReassignTask("task-1", Wang, "rotation"));

        decision.ShouldRefuse("already-cancelled", "taskId");
    }

    [Fact]
    public void The_new_owner_must_be_known()
    {
        var decision = WithTask.When(new ReassignTask("task-1", "nobody", "rotation"));

        decision.ShouldNotKnow("person", "nobody", "newOwnerId");
    }

    [Fact]
    public void The_new_owner_must_be_in_office_on_the_day_of_recording()
    {
        var given = WithTask.And(new LeftOffice(Wang, Office, Given.Today));

        var decision = given.When(new ReassignTask("task-1", Wang, "rotation"));

        decision.ShouldRefuse("holder-not-in-office", "newOwnerId",
            new { personId = Wang, on = Given.Today, since = January1, LeftOn = Given.Today });
    }

    [Fact]
    public void The_new_owner_is_another()
    {
        var decision = WithTask.When(new ReassignTask("task-1", Li, "rotation"));

        decision.ShouldRefuse("already-owner", "newOwnerId");
    }
}
