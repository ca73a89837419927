using System.Text.Json.Serialization;
using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Matrix;
using Ledger.Notifications;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Reads;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.HandOvers;

/// <summary>What goes with a post when its holder changes, as known at the question's position, and who has accepted it. Asked
/// at the position of an acceptance it is the packet that was accepted.</summary>
public static class GetHandOver
{
    private const string Accepted = $"select accepted from ledger.hand_over where tenant_id = $1 and {ReadSession.Known} and assignment_id = $4";

    // Put right is a finding when it has tasks that are not cancelled and all of them are closed.
    private const string Findings = $"""
        select f ->> 'findingId', f ->> 'text', inspected_on
        from ledger.inspection cross join lateral json_array_elements(document -> 'findings') f
        where tenant_id = $1 and {ReadSession.Known} and unit_id = $4 and f ->> 'areaId' = $5 and not coalesce((
            select bool_and(status = 'closed') from ledger.task
            where tenant_id = $1 and {ReadSession.Known} and document ->> 'findingId' = f ->> 'findingId' and status <> 'cancelled'), false)
        order by inspected_on, inspection_id
        """;

    private const string Unacknowledged = $"""
        select document from ledger.notification where tenant_id = $1 and {ReadSession.Known} and to_unit_id = $4
            and acknowledged_on is null order by issued_on, notification_id
        """;

    public static readonly ReadRoute Route = new("/api/assignments/{assignmentId}/hand-over", "GetHandOver",
        "What goes with a post when its holder changes", typeof(HandOverContent), [], Read);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var id = session.Question.Path("assignmentId");
        if (await GetAssignment.CellOf(session, id, cancellation) is not { } cell || cell.Find(id) is not { } assignment)
            return Refusal.Unknown(IdKind.Assignment, id, "assignmentId");
        var sides = Sides.Of(cell, assignment);
        var tasks = (await GetTasks.OpenOf(session, assignment.PersonId, cancellation))
            .Where(t => t.UnitId == cell.UnitId && t.AreaId == cell.AreaId).ToList();
        var findings = await session.Query(Findings,
            r => new OpenFinding(r.GetString(0), r.GetString(1), r.Date(2)), cancellation, cell.UnitId, cell.AreaId);
        var notices = await session.Query(Unacknowledged, r => r.Json<NotificationDocument>(0), cancellation, cell.UnitId);
        var adopted = await GetObligations.Of(session, null, [cell.UnitId], cancellation);
        var owed = (await GetChecks.Of(session, adopted, [cell.UnitId], cancellation)).Where(c => c.State == CheckState.Open);
        var accepted = await session.Query(Accepted, r => r.Json<IReadOnlyList<Acceptance>>(0), cancellation, id);
        return new(new HandOverContent(
            id, cell.UnitId, cell.AreaId, cell.Level, assignment.PersonId, sides?.LeavesOn, sides?.Incoming?.PersonId,
            sides?.Incoming?.AssignmentId, tasks, findings,
            [.. notices.Select(n => new OpenNotice(n.NotificationId, n.InspectionId, n.IssuedOn))],
            [.. tasks.Select(t => new Deadline(t.DueOn, new(IdKind.Task, t.TaskId), null))
                .Concat(owed.Where(c => c.DueOn is not null).Select(c => new Deadline(c.DueOn!.Value, c.Subject, c.RuleCode)))
                .OrderBy(d => d.DueOn).ThenBy(d => d.RuleCode).ThenBy(d => d.Subject?.Id, StringComparer.Ordinal)],
            accepted.Count == 0 ? [] : accepted[0]));
    }
}

/// <summary>What goes with a post.</summary>
/// <param name="LeavesOn">First day no longer held, in the tenant's zone; null while the assignment goes on without an end.</param>
/// <param name="IncomingPersonId">Who holds the cell next; null while nobody is recorded.</param>
/// <param name="Tasks">Open tasks of the outgoing holder in the unit and area, by due date.</param>
/// <param name="Findings">Findings in the unit and area that are not put right.</param>
/// <param name="Notifications">What the unit has been told and has not acknowledged.</param>
/// <param name="Deadlines">What is due next: those tasks, and what the unit's rules leave open.</param>
public sealed record HandOverContent(
    string AssignmentId, string UnitId, string AreaId, Level Level, string OutgoingPersonId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    LocalDate? LeavesOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    string? IncomingPersonId,
    string? IncomingAssignmentId, IReadOnlyList<TaskDocument> Tasks, IReadOnlyList<OpenFinding> Findings,
    IReadOnlyList<OpenNotice> Notifications, IReadOnlyList<Deadline> Deadlines, IReadOnlyList<Acceptance> Accepted);

/// <param name="FoundOn">The date of the inspection, in the tenant's zone.</param>
public sealed record OpenFinding(string FindingId, string Text, LocalDate FoundOn);

public sealed record OpenNotice(string NotificationId, string InspectionId, LocalDate IssuedOn);

/// <param name="DueOn">The last day in time, in the tenant's zone.</param>
/// <param name="RuleCode">The rule that it is owed under; left out for a task.</param>
public sealed record Deadline(LocalDate DueOn, Reference? Subject, RuleCode? RuleCode);
