using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Tasks;

/// <summary>Gives an open task more time.</summary>
/// <param name="NewDueOn">Later than the due date in force; a date of the tenant's zone.</param>
/// <param name="ApprovedBy">The office-holder who allowed it.</param>
public sealed record ExtendTask(
    [Id] string TaskId, LocalDate NewDueOn, [Id] string ApprovedBy, [Text] string Reason, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var task = known.Task(TaskId);
        var unit = task is null ? null : TaskRules.UnitRefusal(known, task.UnitId, NewDueOn, "taskId", "newDueOn");
        var approver = known.UnknownPerson([ApprovedBy], "approvedBy");
        if (task is null)
            return Refusal.Unknown(IdKind.Task, TaskId, "taskId");
        if ((TaskRules.NotOpen(task) ?? approver ?? unit) is { } refusal)
            return refusal;
        if (NewDueOn <= task.DueOn)
            return new Refusal("due-date-not-later", "newDueOn", new { task.DueOn });
        return Decision.Record(TaskId, new DueDateExtended(TaskId, task.UnitId, task.DueOn, NewDueOn, ApprovedBy, Reason, Basis));
    }
}

/// <summary>A task is due later. Stored as due_date_extended.v1.</summary>
public sealed record DueDateExtended(
    string TaskId, string UnitId, LocalDate DueOn, LocalDate NewDueOn, string ApprovedBy, string Reason, Basis? Basis = null)
    : ITaskEvent;
