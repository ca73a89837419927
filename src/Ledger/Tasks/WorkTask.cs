using System.Text.Json.Serialization;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Units;
using NodaTime;

namespace Ledger.Tasks;

/// <summary>A task (任务/整改事项): raised from a resolution, a finding or a plan, proved by evidence, closed by a verifier
/// who is not its owner. Not called Task, which would hide .NET's own.</summary>
/// <param name="DueOn">The due date in force: the last of raise, extend, reopen. A date of the tenant's zone.</param>
public sealed record WorkTask(
    string TaskId, string UnitId, string AreaId, string Title, string OwnerId, LocalDate DueOn, TaskState Status,
    string? ResolutionId, string? FindingId, string? PlanId, Instant RaisedAt, IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Closing> Closings, int Reopened, long Version)
    : IState<WorkTask>, IConcernsUnit, IGivesDuty
{
    public static string Kind => "task";

    public static WorkTask Empty { get; } =
        new("", "", "", "", "", default, default, null, null, null, default, [], [], 0, 0);

    public static string Stream(string taskId) => $"task/{taskId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) =>
        Closings.Select(c => c.ClosedOn).Concat(Evidence.Select(e => e.SubmittedOn))
            .Select(on => new DatedAct(IdKind.Task, TaskId, on));

    IEnumerable<DatedAct> IConcernsUnit.Unsettled(string unitId) =>
        Status == TaskState.Open ? [new(IdKind.Task, TaskId, DueOn)] : [];

    Duty? IGivesDuty.DutyFrom(string personId, LocalDate from) =>
        Status == TaskState.Open && OwnerId == personId ? new("tasks", TaskId) : null;

    public WorkTask Apply(Recorded recorded) => Fold(recorded) with { Version = recorded.Version };

    private WorkTask Fold(Recorded recorded) => recorded.Data switch
    {
        TaskRaised e => new(e.TaskId, e.UnitId, e.AreaId, e.Title, e.OwnerId, e.DueOn, TaskState.Open, e.ResolutionId,
            e.FindingId, e.PlanId, recorded.RecordedAt, [], [], 0, 0),
        EvidenceSubmitted e => this with
        {
            Evidence = [.. Evidence, new(e.EvidenceId, e.Kind, e.Description, e.Sha256, e.SubmittedOn)],
        },
        TaskClosed e => this with
        {
            Status = TaskState.Closed,
            Closings = [.. Closings, new(e.ClosedOn, DueOn, e.VerifiedBy, Late: e.ClosedOn > DueOn)],
        },
        TaskReopened e => this with { Status = TaskState.Open, DueOn = e.NewDueOn, Reopened = Reopened + 1 },
        DueDateExtended e => this with { DueOn = e.NewDueOn },
        TaskReassigned e => this with { OwnerId = e.NewOwnerId },
        TaskCancelled => this with { Status = TaskState.Cancelled },
        _ => this,
    };
}

/// <summary>What a task has come to; follows the known clock alone.</summary>
public enum TaskState
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("closed")] Closed,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
}

/// <summary>Proof of completion, known by its hash.</summary>
/// <param name="Kind">A short free word: document, register, photo…</param>
/// <param name="SubmittedOn">A date of the tenant's zone.</param>
public sealed record Evidence(string EvidenceId, string Kind, string Description, string Sha256, LocalDate SubmittedOn);

/// <summary>One closing of a task.</summary>
/// <param name="DueOn">The due date in force at this closing.</param>
/// <param name="Late">Closed after that date.</param>
public sealed record Closing(LocalDate ClosedOn, LocalDate DueOn, string VerifiedBy, bool Late);

public static class KnownTasks
{
    public static WorkTask? Task(this Known known, string taskId) => known.Stream<WorkTask>(WorkTask.Stream(taskId));
}

/// <summary>An event of a task's stream.</summary>
public interface ITaskEvent : ILedgerEvent
{
    string TaskId { get; }

    string UnitId { get; }

    string ILedgerEvent.Stream => WorkTask.Stream(TaskId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];
}

internal static class TaskRules
{
    /// <summary>Why a unit cannot have a task open until a date: it does not exist, or will not by then.</summary>
    public static Refusal? UnitRefusal(Known known, string unitId, LocalDate dueOn, string unitField, string dueField) =>
        known.UnitRefusal(unitId, known.Today, unitField, unitField)
        ?? (known.Unit(unitId) is { DissolvedOn: { } end } unit && dueOn >= end
            ? KnownUnits.NotInExistence(unit, dueOn, dueField)
            : null);

    /// <summary>Why a task cannot be named in a unit's act: nobody knows it, or it is another unit's.</summary>
    public static Refusal? NotOfUnit(Known known, string taskId, string unitId, string field) =>
        known.Task(taskId) is not { } task
            ? Refusal.Unknown(IdKind.Task, taskId, field)
            : task.UnitId == unitId ? null : new("task-of-another-unit", field, new { taskId, task.UnitId });

    /// <summary>Why a task is not open; null while it is.</summary>
    public static Refusal? NotOpen(WorkTask task) => task.Status switch
    {
        TaskState.Closed => new("already-closed", "taskId", new { task.Closings[^1].ClosedOn }),
        TaskState.Cancelled => new("already-cancelled", "taskId"),
        _ => null,
    };
}
