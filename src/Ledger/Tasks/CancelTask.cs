using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;

namespace Ledger.Tasks;

/// <summary>Calls off an open task.</summary>
public sealed record CancelTask([Id] string TaskId, [Text] string Reason, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        if (known.Task(TaskId) is not { } task)
            return Refusal.Unknown(IdKind.Task, TaskId, "taskId");
        return TaskRules.NotOpen(task) is { } refusal
            ? refusal
            : Decision.Record(TaskId, new TaskCancelled(TaskId, task.UnitId, Reason, Basis));
    }
}

/// <summary>A task was called off. Stored as task_cancelled.v1.</summary>
public sealed record TaskCancelled(string TaskId, string UnitId, string Reason, Basis? Basis = null) : ITaskEvent;
