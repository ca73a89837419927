using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Npgsql;

namespace Ledger.Tasks;

/// <summary>Tasks as known; the question's date decides only what is overdue and whose owner has left. By due date.</summary>
public static class GetTasks
{
    private const string Select = $"""
        select document, (select p.left_on from ledger.person p where p.tenant_id = $1 and p.person_id = t.owner_id
            and p.known_from <= $2 and p.known_to > $2 and p.valid_from <= $3 and p.valid_to > $3 and p.left_on <= $3)
        from ledger.task t where tenant_id = $1 and {ReadSession.Known}
        """;

    private static readonly UnitList<TaskDocument> Tasks =
        UnitList.ByDate<TaskDocument>(Select, "due_on", "task_id", t => t.DueOn, t => t.TaskId);

    public static readonly ReadRoute List = new("/api/tasks", "ListTasks", "Tasks, by due date", typeof(Page<TaskDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Code<TaskState>("status", "Only tasks in this state."),
            QueryParameter.Flag("overdue", "Only tasks that are, or are not, open and due before `asOf`.")], ReadList)
    { IsKey = SortKey.IsDateAndId };

    public static readonly ReadRoute One = new("/api/tasks/{taskId}", "GetTask", "One task", typeof(TaskDocument), [], ReadOne);

    /// <summary>The open tasks of an office-holder.</summary>
    public static Task<List<TaskDocument>> OpenOf(ReadSession session, string personId, CancellationToken cancellation) =>
        session.Query(Select + " and owner_id = $4 and status = 'open' order by due_on, task_id", r => Row(session, r), cancellation, personId);

    /// <summary>The open tasks with due dates in a window, of a set of units and an owner; null for all.</summary>
    public static Task<List<TaskDocument>> DueIn(
        ReadSession session, string[]? units, string? ownerId, Window window, CancellationToken cancellation) => session.Query(
        Select + " and status = 'open' and due_on between $4 and $5" + (units is null ? "" : " and unit_id = any($6)")
            + (ownerId is null ? "" : " and owner_id = $7") + " order by due_on, task_id",
        r => Row(session, r), cancellation, window.From, window.To, units ?? [], ownerId);

    /// <summary>The tasks of a set of units; null for the whole tenant.</summary>
    public static Task<List<TaskDocument>> Of(ReadSession session, string[]? units, CancellationToken cancellation) =>
        session.Query(
        Select + (units is null ? "" : " and unit_id = any($4)") + " order by due_on, task_id", r => Row(session, r), cancellation, [units ?? []]);

    private static async Task<Reading> ReadOne(ReadSession session, CancellationToken cancellation)
    {
        var taskId = session.Question.Path("taskId");
        var found = await session.Query(Select + " and task_id = $4", r => Row(session, r), cancellation, taskId);
        return Reading.Of(found, Refusal.Unknown(IdKind.Task, taskId, "taskId"));
    }

    private static Task<Reading> ReadList(ReadSession session, CancellationToken cancellation) =>
        (Tasks with { Row = r => Row(session, r) }).Read(session, cancellation,
            ("status = {}", session.Question.Text("status")),
            ("(status = 'open' and due_on < $3) = {}::boolean", session.Question.Text("overdue")));

    private static TaskDocument Row(ReadSession session, NpgsqlDataReader r)
    {
        var task = r.Json<TaskDocument>(0);
        var open = task.Status == TaskState.Open;
        return task with { Overdue = open && task.DueOn < session.Question.AsOf, OwnerLeftOn = open ? r.DateOrNull(1) : null };
    }
}
