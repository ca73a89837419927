using Ledger.Areas;
using Ledger.Commands;
using Ledger.Inspections;
using Ledger.Log;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Plans;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Tasks;

/// <summary>Gives an office-holder a task that follows from exactly one of a resolution, a finding or a plan.</summary>
/// <param name="TaskId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="OwnerId">An office-holder in office on the day of recording.</param>
/// <param name="DueOn">The last day that is not overdue, a date of the tenant's zone.</param>
/// <param name="FindingId">Found in this unit.</param>
/// <param name="PlanId">The id of an adopted plan, or of an annual plan that was submitted as a report; this unit's or
/// another's.</param>
public sealed record RaiseTask(
    [Id] string UnitId, [Id] string AreaId, [Title] string Title, [Id] string OwnerId, LocalDate DueOn,
    [Id] string? TaskId = null, [Id] string? ResolutionId = null, [Id] string? FindingId = null, [Id] string? PlanId = null,
    Basis? Basis = null) : ICommand
{
    private static readonly string[] Sources = ["resolutionId", "findingId", "planId"];

    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Task, TaskId);
        var unit = TaskRules.UnitRefusal(known, UnitId, DueOn, "unitId", "dueOn");
        var area = known.UnknownArea([AreaId], "areaId");
        var owner = known.HolderRefusal(OwnerId, known.Today, "ownerId");
        var source = Refusal.First(
            ResolutionId is not null && known.MeetingOf(ResolutionId) is null
                ? Refusal.Unknown(IdKind.Resolution, ResolutionId, "resolutionId")
                : null,
            FindingId is null ? null : known.FindingRefusal(FindingId, UnitId, "findingId"),
            PlanId is null ? null : known.PlanRefusal(PlanId, "planId"));
        if (exists)
            return Refusal.Exists(IdKind.Task, TaskId!, "taskId");
        if (new[] { ResolutionId, FindingId, PlanId }.Count(s => s is not null) != 1)
            return new Refusal("exactly-one-source", "resolutionId", new { oneOf = Sources });
        if ((unit ?? area ?? owner ?? source) is { } refusal)
            return refusal;
        var id = TaskId ?? known.NewId();
        return Decision.Create(id, new TaskRaised(
            id, UnitId, AreaId, Title, OwnerId, DueOn, ResolutionId, FindingId, PlanId, Basis));
    }
}

/// <summary>An office-holder has a task to do by <paramref name="DueOn"/>. Stored as task_raised.v1.</summary>
public sealed record TaskRaised(
    string TaskId, string UnitId, string AreaId, string Title, string OwnerId, LocalDate DueOn, string? ResolutionId = null,
    string? FindingId = null, string? PlanId = null, Basis? Basis = null) : ITaskEvent
{
    IEnumerable<string> ILedgerEvent.PersonIds => [OwnerId];

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Task, TaskId)];
}
