using Ledger.Inspections;
using Ledger.Notifications;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Tasks;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Ledger.Instructions;

/// <summary>Every resolution and finding with what followed: task, evidence, closing, check, notification, acknowledgement,
/// and where the chain stops. By date.</summary>
public static class GetInstructions
{
    // What a function gives has not the collation of the columns and their indexes.
    private const string Select = """
        select source, id, unit_id, area_id, words, given_on, act_id, stage from (
            select source, id, unit_id collate "C" as unit_id, area_id, words, given_on, act_id, stage
            from ledger.instruction($1, $2)) i
        where $3::date is not null
        """;

    // A resolution and a finding may have the same id.
    private static readonly UnitList<InstructionContent> Instructions = new(
        Select,
        "given_on, id, source", "(given_on, id, source) > ({}::date, {}, {})",
        i => [LocalDatePattern.Iso.Format(i.GivenOn), i.Id, Codes.Of(i.Source)])
    { DateColumn = "given_on", Row = Row };

    private const string Tasks = $"""
        select document from ledger.task where tenant_id = $1 and {ReadSession.Known} and document ->> 'resolutionId' = any($4)
        union all
        select document from ledger.task where tenant_id = $1 and {ReadSession.Known} and document ->> 'findingId' = any($4)
        """;

    private const string Checks = $"""
        select document from ledger.inspection where tenant_id = $1 and {ReadSession.Known} and unit_id = any($4)
        order by inspected_on, inspection_id
        """;

    private const string Notices = $"""
        select document from ledger.notification where tenant_id = $1 and {ReadSession.Known} and inspection_id = any($4)
        order by issued_on, notification_id
        """;

    public static readonly ReadRoute Route = new("/api/instructions", "ListInstructions",
        "Resolutions and findings by date, with what followed and where the chain stops", typeof(Page<InstructionContent>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Code<InstructionSource>("source", "Only resolutions, or only findings."),
            QueryParameter.Code<Stage>("lacks", "Only those whose chain stops before this link."),
            QueryParameter.Date("from", "Given on this date or later."), QueryParameter.Date("to", "Given on this date or earlier.")],
        Read)
    { IsKey = key => key is [{ } date, { } id, { } source] && SortKey.IsDateAndId([date, id]) && SortKey.IsId([source]) };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (page, refusal) = await Instructions.Page(session, cancellation,
            ("source = {}", session.Question.Text("source")),
            ("stage = {}::int", session.Question.Code<Stage>("lacks") is { } stage ? $"{(int)stage}" : null));
        if (page is null)
            return refusal!;
        return new(new Page<InstructionContent>(await WithWhatFollowed(session, page.Items, cancellation), page.Next));
    }

    private static async Task<IReadOnlyList<InstructionContent>> WithWhatFollowed(
        ReadSession session, IReadOnlyList<InstructionContent> given, CancellationToken cancellation)
    {
        var tasks = await session.Query(
            Tasks, r => r.Json<TaskDocument>(0), cancellation, [given.Select(g => g.Id).ToArray()]);
        var checks = await session.Query(
            Checks, r => r.Json<InspectionDocument>(0), cancellation, [tasks.Select(t => t.UnitId).Distinct().ToArray()]);
        var ofTask = checks.SelectMany(c => c.CheckedTaskIds.Select(t => (TaskId: t, Check: c)))
            .ToLookup(c => c.TaskId, c => c.Check);
        var notices = (await session.Query(Notices, r => r.Json<NotificationDocument>(0), cancellation,
            [tasks.SelectMany(t => ofTask[t.TaskId]).Select(c => c.InspectionId).Distinct().ToArray()]))
            .ToLookup(n => n.InspectionId);
        return [.. given.Select(g => g with
        {
            Tasks = [.. tasks.Where(t => (g.Source == InstructionSource.Finding ? t.FindingId : t.ResolutionId) == g.Id)
                .OrderBy(t => t.RaisedAt).ThenBy(t => t.TaskId, StringComparer.Ordinal)
                .Select(t => Followed(t, ofTask[t.TaskId], notices))],
        })];
    }

    private static FollowedTask Followed(
        TaskDocument t, IEnumerable<InspectionDocument> checks, ILookup<string, NotificationDocument> notices) => new(
        t.TaskId, t.UnitId, t.OwnerId, t.DueOn, t.Status, [.. t.Evidence.Select(e => e.EvidenceId)],
        t.Status == TaskState.Closed ? t.Closings[^1].ClosedOn : null,
        [.. checks.Select(c => new FollowingCheck(c.InspectionId, c.InspectedOn, [.. notices[c.InspectionId].Select(
            n => new FollowingNotice(n.NotificationId, n.ToUnitId, n.IssuedOn, n.AcknowledgedOn))]))]);

    private static InstructionContent Row(NpgsqlDataReader r) => new(
        r.Code<InstructionSource>(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.Date(5), r.GetString(6),
        (Stage)r.GetInt32(7), []);
}

/// <summary>Something that was resolved or found, and what followed.</summary>
/// <param name="Id">Of the resolution or finding.</param>
/// <param name="GivenOn">The date of the meeting or inspection, in the tenant's zone.</param>
/// <param name="ActId">The meeting or inspection.</param>
/// <param name="Lacks">The first link that is missing; of several tasks the one that lags counts, cancelled ones do not.</param>
public sealed record InstructionContent(
    InstructionSource Source, string Id, string UnitId, string AreaId, string Text, LocalDate GivenOn, string ActId, Stage Lacks,
    IReadOnlyList<FollowedTask> Tasks);

/// <param name="ClosedOn">Of the last closing, while it is closed.</param>
/// <param name="Checks">Inspections that looked at the task.</param>
public sealed record FollowedTask(
    string TaskId, string UnitId, string OwnerId, LocalDate DueOn, TaskState Status, IReadOnlyList<string> EvidenceIds,
    LocalDate? ClosedOn, IReadOnlyList<FollowingCheck> Checks);

public sealed record FollowingCheck(string InspectionId, LocalDate InspectedOn, IReadOnlyList<FollowingNotice> Notifications);

public sealed record FollowingNotice(string NotificationId, string ToUnitId, LocalDate IssuedOn, LocalDate? AcknowledgedOn);
