using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Tasks;

/// <summary>Strikes a task off (销号): only with evidence given for it, verified by somebody who is not its owner.</summary>
/// <param name="ClosedOn">A date of the tenant's zone, from the day on which the evidence was given to the day of recording; the
/// task's unit exists on it. After the due date in force the closing is late.</param>
/// <param name="EvidenceIds">At least one; all given for this task.</param>
public sealed record CloseTask(
    [Id] string TaskId, LocalDate ClosedOn, [Id] string VerifiedBy, [Id] IReadOnlyList<string> EvidenceIds, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var task = known.Task(TaskId);
        var unit = task is null ? null : known.UnitRefusal(task.UnitId, ClosedOn, "taskId", "closedOn");
        var verifier = known.UnknownPerson([VerifiedBy], "verifiedBy");
        var unknown = EvidenceIds.Select(id => known.Exists(IdKind.Evidence, id) ? null : id)
            .ToList().FirstOrDefault(id => id is not null);
        if (task is null)
            return Refusal.Unknown(IdKind.Task, TaskId, "taskId");
        if ((TaskRules.NotOpen(task) ?? verifier) is { } refusal)
            return refusal;
        if (VerifiedBy == task.OwnerId)
            return new Refusal("verifier-is-owner", "verifiedBy", new { task.OwnerId });
        if (EvidenceIds.Count == 0)
            return new Refusal("evidence-missing", "evidenceIds", new { givenForIt = task.Evidence.Select(e => e.EvidenceId) });
        if (unknown is not null)
            return Refusal.Unknown(IdKind.Evidence, unknown, "evidenceIds");
        if (EvidenceIds.FirstOrDefault(id => task.Evidence.All(e => e.EvidenceId != id)) is { } other)
            return new Refusal("evidence-of-another-task", "evidenceIds",
                new { evidenceId = other, givenForIt = task.Evidence.Select(e => e.EvidenceId) });
        var given = task.Evidence.Where(e => EvidenceIds.Contains(e.EvidenceId)).Max(e => e.SubmittedOn);
        if ((known.InTheFuture(ClosedOn, "closedOn") ?? unit ?? KnownDates.TooEarly(ClosedOn, given, "closedOn")) is { } date)
            return date;
        return Decision.Record(TaskId, new TaskClosed(TaskId, task.UnitId, ClosedOn, VerifiedBy, EvidenceIds, Basis));
    }
}

/// <summary>A task was struck off on <paramref name="ClosedOn"/>. Stored as task_closed.v1.</summary>
public sealed record TaskClosed(
    string TaskId, string UnitId, LocalDate ClosedOn, string VerifiedBy, IReadOnlyList<string> EvidenceIds, Basis? Basis = null)
    : ITaskEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => ClosedOn;
}
