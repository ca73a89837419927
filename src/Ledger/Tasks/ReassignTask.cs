using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;

namespace Ledger.Tasks;

/// <summary>Gives an open task to another office-holder, in office on the day of recording.</summary>
public sealed record ReassignTask([Id] string TaskId, [Id] string NewOwnerId, [Text] string Reason, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var task = known.Task(TaskId);
        var owner = known.HolderRefusal(NewOwnerId, known.Today, "newOwnerId");
        if (task is null)
            return Refusal.Unknown(IdKind.Task, TaskId, "taskId");
        if ((TaskRules.NotOpen(task) ?? owner) is { } refusal)
            return refusal;
        if (NewOwnerId == task.OwnerId)
            return new Refusal("already-owner", "newOwnerId");
        return Decision.Record(TaskId, new TaskReassigned(TaskId, task.UnitId, task.OwnerId, NewOwnerId, Reason, Basis));
    }
}

/// <summary>A task has another owner. Stored as task_reassigned.v1.</summary>
public sealed record TaskReassigned(
    string TaskId, string UnitId, string OwnerId, string NewOwnerId, string Reason, Basis? Basis = null) : ITaskEvent
{
    IEnumerable<string> ILedgerEvent.PersonIds => [NewOwnerId];
}
