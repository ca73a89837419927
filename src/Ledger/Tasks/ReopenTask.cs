using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Tasks;

/// <summary>Opens a closed task again.</summary>
/// <param name="NewDueOn">The last day that is not overdue from now on, a date of the tenant's zone.</param>
public sealed record ReopenTask([Id] string TaskId, [Text] string Reason, LocalDate NewDueOn, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        if (known.Task(TaskId) is not { } task)
            return Refusal.Unknown(IdKind.Task, TaskId, "taskId");
        var unit = TaskRules.UnitRefusal(known, task.UnitId, NewDueOn, "taskId", "newDueOn");
        return task.Status switch
        {
            TaskState.Open => new Refusal("already-open", "taskId", new { task.DueOn }),
            TaskState.Cancelled => new Refusal("already-cancelled", "taskId"),
            _ when unit is not null => unit,
            _ => Decision.Record(TaskId, new TaskReopened(TaskId, task.UnitId, Reason, NewDueOn, Basis)),
        };
    }
}

/// <summary>A task is open again, due on <paramref name="NewDueOn"/>. Stored as task_reopened.v1.</summary>
public sealed record TaskReopened(string TaskId, string UnitId, string Reason, LocalDate NewDueOn, Basis? Basis = null)
    : ITaskEvent;
