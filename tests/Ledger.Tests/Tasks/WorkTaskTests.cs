using Ledger.Log;
using Ledger.Tasks;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Tasks;

public class WorkTaskTests
{
    [Fact]
    public void A_raised_task_is_open_and_knows_when_it_was_recorded()
    {
        var task = Of();

        Then.Text(task).ShouldBe(Then.Text(new WorkTask("task-1", Office, Training, "Renew the register", Li, July1,
            TaskState.Open, null, null, "plan-1", Given.RecordedAt, [], [], 0, 1)));
    }

    [Fact]
    public void Evidence_is_kept_in_order()
    {
        var task = Of(Submitted("evidence-1", "task-1"), Submitted("evidence-2", "task-1"));

        task.Evidence.ShouldBe([
            new("evidence-1", "register", "The renewed register", new('b', 64), May1),
            new("evidence-2", "register", "The renewed register", new('b', 64), May1)]);
    }

    [Fact]
    public void A_task_closed_on_its_due_date_is_in_time()
    {
        var task = Of(Closed("task-1", "evidence-1") with { ClosedOn = July1 });

        task.Status.ShouldBe(TaskState.Closed);
        task.Closings.ShouldBe([new(July1, July1, Wang, Late: false)]);
    }

    [Fact]
    public void A_task_closed_after_the_due_date_in_force_is_late()
    {
        var task = Of(Closed("task-1", "evidence-1") with { ClosedOn = July1.PlusDays(1) });

        task.Closings.ShouldBe([new(July1.PlusDays(1), July1, Wang, Late: true)]);
    }

    [Fact]
    public void An_extension_counts_at_the_closing()
    {
        var task = Of(
            new DueDateExtended("task-1", Office, July1, August1, Wang, "flood"),
            Closed("task-1", "evidence-1") with { ClosedOn = August1 });

        task.Closings.ShouldBe([new(August1, August1, Wang, Late: false)]);
    }

    [Fact]
    public void A_later_due_date_does_not_change_a_closing_of_before()
    {
        var task = Of(
            Closed("task-1", "evidence-1") with { ClosedOn = August1 },
            new TaskReopened("task-1", Office, "incomplete", August1.PlusDays(10)),
            Closed("task-1", "evidence-1") with { ClosedOn = August1.PlusDays(5) });

        task.Closings.ShouldBe([new(August1, July1, Wang, Late: true), new(August1.PlusDays(5), August1.PlusDays(10), Wang, Late: false)]);
        task.Reopened.ShouldBe(1);
    }

    [Fact]
    public void A_reopened_task_is_open_until_its_new_due_date()
    {
        var task = Of(Closed("task-1", "evidence-1"), new TaskReopened("task-1", Office, "incomplete", May1));

        task.Status.ShouldBe(TaskState.Open);
        task.DueOn.ShouldBe(May1);
        task.Version.ShouldBe(3);
    }

    [Fact]
    public void A_task_goes_to_another_and_may_be_called_off()
    {
        var task = Of(new TaskReassigned("task-1", Office, Li, Wang, "rotation"), new TaskCancelled("task-1", Office, "not needed"));

        task.OwnerId.ShouldBe(Wang);
        task.Status.ShouldBe(TaskState.Cancelled);
    }

    private static WorkTask Of(params ILedgerEvent[] events) =>
        Given.Nothing.And(Raised("task-1")).And(events).State<WorkTask>(WorkTask.Stream("task-1"));
}
