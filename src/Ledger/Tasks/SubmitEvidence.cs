using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Tasks;

/// <summary>Puts proof of completion to an open task. The file itself stays with the unit; its hash is kept.</summary>
/// <param name="EvidenceId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="Kind">A short free word: document, register, photo…</param>
/// <param name="SubmittedOn">A date of the tenant's zone, not after the day of recording; the task's unit exists on it.</param>
public sealed record SubmitEvidence(
    [Id] string TaskId, [Title] string Kind, [Text] string Description, [Sha256] string Sha256, LocalDate SubmittedOn,
    [Id] string? EvidenceId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var task = known.Task(TaskId);
        var unit = task is null ? null : known.UnitRefusal(task.UnitId, SubmittedOn, "taskId", "submittedOn");
        var exists = known.Exists(IdKind.Evidence, EvidenceId);
        if (task is null)
            return Refusal.Unknown(IdKind.Task, TaskId, "taskId");
        if (exists)
            return Refusal.Exists(IdKind.Evidence, EvidenceId!, "evidenceId");
        if ((TaskRules.NotOpen(task) ?? known.InTheFuture(SubmittedOn, "submittedOn") ?? unit) is { } refusal)
            return refusal;
        var id = EvidenceId ?? known.NewId();
        return Decision.Create(id, new EvidenceSubmitted(
            id, TaskId, task.UnitId, Kind, Description, Sha256, SubmittedOn, Basis));
    }
}

/// <summary>Evidence was given for a task. Stored as evidence_submitted.v1.</summary>
public sealed record EvidenceSubmitted(
    string EvidenceId, string TaskId, string UnitId, string Kind, string Description, string Sha256, LocalDate SubmittedOn,
    Basis? Basis = null) : ITaskEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => SubmittedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Evidence, EvidenceId)];
}
