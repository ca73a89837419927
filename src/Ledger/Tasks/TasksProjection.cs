using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Tasks;

/// <summary>Tasks as rows; their state follows the known clock alone, and what is overdue is asked, not stored.</summary>
public static class TasksProjection
{
    public const string Name = "tasks";

    public static readonly Table<TaskRow> Table = new("task", 1, true,
        Column.Text<TaskRow>("task_id", r => r.TaskId),
        Column.Text<TaskRow>("unit_id", r => r.UnitId),
        Column.Text<TaskRow>("owner_id", r => r.OwnerId),
        Column.Text<TaskRow>("status", r => Codes.Of(r.Status)),
        Column.Date<TaskRow>("due_on", r => r.DueOn),
        Column.Flag<TaskRow>("late", r => r.Late),
        Column.Json<TaskRow>("document", r => r.Document));

    public static IEnumerable<TaskRow> Rows(WorkTask t)
    {
        if (t.Version == 0)
            yield break;
        var document = new TaskDocument(
            t.TaskId, t.UnitId, t.AreaId, t.Title, t.OwnerId, t.DueOn, t.Status, false, t.ResolutionId,
            t.FindingId, t.PlanId, t.RaisedAt, t.Evidence, t.Closings, t.Reopened, t.Version);
        yield return new(t.TaskId, t.UnitId, t.OwnerId, t.Status, t.DueOn, t.Closings.Any(c => c.Late),
            JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>A task as readers see it.</summary>
/// <param name="Late">Any of its closings was late.</param>
public sealed record TaskRow(
    string TaskId, string UnitId, string OwnerId, TaskState Status, LocalDate DueOn, bool Late, string Document);

/// <summary>A task.</summary>
/// <param name="DueOn">The due date in force, in the tenant's zone.</param>
/// <param name="Overdue">Open and due before the question's <c>asOf</c>.</param>
/// <param name="RaisedAt">When the ledger learned of it.</param>
/// <param name="Reopened">How often it was opened again.</param>
/// <param name="OwnerLeftOn">First day on which the owner of an open task was no longer in office, when that is not after the
/// question's <c>asOf</c>: somebody else has to take it over.</param>
public sealed record TaskDocument(
    string TaskId, string UnitId, string AreaId, string Title, string OwnerId, LocalDate DueOn, TaskState Status, bool Overdue,
    string? ResolutionId, string? FindingId, string? PlanId, Instant RaisedAt, IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Closing> Closings, int Reopened, long Version, LocalDate? OwnerLeftOn = null);
