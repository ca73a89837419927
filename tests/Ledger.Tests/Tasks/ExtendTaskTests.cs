using Ledger.Tasks;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Tasks;

public class ExtendTaskTests
{
    private static readonly Given WithTask = Founded.And(Raised("task-1"));

    [Fact]
    public void An_open_task_is_given_more_time()
    {
        var decision = WithTask.When(new ExtendTask("task-1", August1, Wang, "flood", Notice));

        decision.ShouldRecord("task-1", new DueDateExtended("task-1", Office, July1, August1, Wang, "flood", Notice));
    }

    [Fact]
    public void The_date_is_extended_from_the_one_in_force()
    {
        var given = WithTask.AndThen(new ExtendTask("task-1", August1, Wang, "flood"));

        var decision = given.When(new ExtendTask("task-1", August1.PlusDays(1), Wang, "flood"));

        decision.ShouldRecord("task-1", new DueDateExtended("task-1", Office, August1, August1.PlusDays(1), Wang, "flood"));
    }

    [Fact]
    public void The_task_must_be_known()
    {
        var decision = Founded.When(new ExtendTask("task-1", August1, Wang, "flood"));

        decision.ShouldNotKnow("task", "task-1", "taskId");
    }

    [Fact]
    public void A_closed_task_needs_no_time()
    {
        var given = WithTask.And(Submitted("evidence-1", "task-1"), Closed("task-1", "evidence-1"));

        var decision = given.When(new ExtendTask("task-1", August1, Wang, "flood"));

        decision.ShouldRefuse("already-closed", "taskId", new { ClosedOn = June1 });
    }

    [Fact]
    public void A_cancelled_task_needs_no_time()
    {
        var given = WithTask.And(new TaskCancelled("task-1", Office, "not needed"));

        var decision = given.When(new ExtendTask("task-1", August1, Wang, "flood"));

        decision.ShouldRefuse("already-cancelled", "taskId");
    }

    [Fact]
    public void The_one_who_allows_it_must_be_known()
    {
        var decision = WithTask.When(new ExtendTask("task-1", August1, "nobody", "flood"));

        decision.ShouldNotKnow("person", "nobody", "approvedBy");
    }

    [Fact]
    public void The_new_date_is_later()
    {
        var decision = WithTask.When(new ExtendTask("task-1", July1, Wang, "flood"));

        decision.ShouldRefuse("due-date-not-later", "newDueOn", new { DueOn = July1 });
    }
}
