using Ledger.Tasks;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Tasks;

public class ReopenTaskTests
{
    private static readonly Given WithTask = Founded.And(Raised("task-1"), Submitted("evidence-1", "task-1"));

    [Fact]
    public void A_closed_task_is_open_again()
    {
        var given = WithTask.And(Closed("task-1", "evidence-1"));

        var decision = given.When(new ReopenTask("task-1", "incomplete", August1, Notice));

        decision.ShouldRecord("task-1", new TaskReopened("task-1", Office, "incomplete", August1, Notice));
    }

    [Fact]
    public void The_task_must_be_known()
    {
        var decision = Founded.When(new ReopenTask("task-1", "incomplete", August1));

        decision.ShouldNotKnow("task", "task-1", "taskId");
    }

    [Fact]
    public void An_open_task_is_not_opened()
    {
        var decision = WithTask.When(new ReopenTask("task-1", "incomplete", August1));

        decision.ShouldRefuse("already-open", "taskId", new { DueOn = July1 });
    }

    [Fact]
    public void A_cancelled_task_stays_so()
    {
        var given = WithTask.And(new TaskCancelled("task-1", Office, "not needed"));

        var decision = given.When(new ReopenTask("task-1", "incomplete", August1));

        decision.ShouldRefuse("already-cancelled", "taskId");
    }
}
