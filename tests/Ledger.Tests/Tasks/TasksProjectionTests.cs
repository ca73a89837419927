using Ledger.Log;
using Ledger.Tasks;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Tasks;

public class TasksProjectionTests
{
    [Fact]
    public void An_open_task_is_one_row()
    {
        Of(Raised("task-1")).ShouldBe(new TaskRow(
            "task-1", Office, Li, TaskState.Open, July1, Late: false,
            """
            {"taskId":"task-1","unitId":"office","areaId":"training","title":"Renew the register","ownerId":"li","dueOn":"2025-07-01","status":"open","overdue":false,"planId":"plan-1","raisedAt":"2025-06-15T02:30:00Z","evidence":[],"closings":[],"reopened":0,"version":1}
            """));
    }

    [Fact]
    public void A_task_that_was_ever_closed_late_says_so_also_when_it_is_open_again()
    {
        var row = Of(
            Raised("task-1"), Closed("task-1", "evidence-1") with { ClosedOn = August1 },
            new TaskReopened("task-1", Office, "incomplete", August1.PlusDays(9)));

        row.Late.ShouldBeTrue();
        (row.Status, row.DueOn).ShouldBe((TaskState.Open, August1.PlusDays(9)));
    }

    [Fact]
    public void A_task_of_which_nothing_is_recorded_is_no_row()
    {
        TasksProjection.Rows(WorkTask.Empty).ShouldBeEmpty();
    }

    private static TaskRow Of(params ILedgerEvent[] events) =>
        TasksProjection.Rows(Given.Nothing.And(events).State<WorkTask>(WorkTask.Stream("task-1"))).Single();
}
