using Ledger.Tasks;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Tasks;

public class CancelTaskTests
{
    private static readonly Given WithTask = Founded.And(Raised("task-1"));

    [Fact]
    public void An_open_task_is_called_off()
    {
        var decision = WithTask.When(new CancelTask("task-1", "not needed", Notice));

        decision.ShouldRecord("task-1", new TaskCancelled("task-1", Office, "not needed", Notice));
    }

    [Fact]
    public void The_task_must_be_known()
    {
        var decision = Founded.When(new CancelTask("task-1", "not needed"));

        decision.ShouldNotKnow("task", "task-1", "taskId");
    }

    [Fact]
    public void A_closed_task_is_not_called_off()
    {
        var given = WithTask.And(Submitted("evidence-1", "task-1"), Closed("task-1", "evidence-1"));

        var decision = given.When(new CancelTask("task-1", "not needed"));

        decision.ShouldRefuse("already-closed", "taskId", new { ClosedOn = June1 });
    }

    [Fact]
    public void A_task_is_called_off_once()
    {
        var given = WithTask.And(new TaskCancelled("task-1", Office, "not needed"));

        var decision = given.When(new CancelTask("task-1", "not needed"));

        decision.ShouldRefuse("already-cancelled", "taskId");
    }
}
