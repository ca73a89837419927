using Ledger.Notifications;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.Inspections;

/// <summary>Inspections as known, by date, each with its findings, what became of them, and who was told.</summary>
public static class GetInspections
{
    private static readonly UnitList<InspectionDocument> Inspections = UnitList.ByDate<InspectionDocument>(
        ReadSession.Documents("inspection"), "inspected_on", "inspection_id", i => i.InspectedOn, i => i.InspectionId);

    private const string Notifications = $"""
        select document from ledger.notification where tenant_id = $1 and {ReadSession.Known} and inspection_id = any($4)
        order by issued_on, notification_id
        """;

    private const string Tasks = $"""
        select document from ledger.task where tenant_id = $1 and {ReadSession.Known} and document ->> 'findingId' = any($4)
        """;

    public static readonly ReadRoute Route = new("/api/inspections", "ListInspections",
        "Inspections by date, with what became of their findings", typeof(Page<InspectionContent>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Code<InspectionKind>("kind", "Only inspections of this kind."),
            QueryParameter.Date("from", "Inspected on this date or later."),
            QueryParameter.Date("to", "Inspected on this date or earlier.")], Read)
    { IsKey = SortKey.IsDateAndId };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (page, refusal) = await Inspections.Page(session, cancellation, ("kind = {}", session.Question.Text("kind")));
        if (page is null)
            return refusal!;
        var told = (await session.Query(Notifications, r => r.Json<NotificationDocument>(0), cancellation,
            [page.Items.Select(i => i.InspectionId).ToArray()])).ToLookup(n => n.InspectionId);
        var raised = (await session.Query(Tasks, r => r.Json<TaskDocument>(0), cancellation,
            [page.Items.SelectMany(i => i.Findings).Select(f => f.FindingId).ToArray()])).ToLookup(t => t.FindingId!);
        return new(new Page<InspectionContent>([.. page.Items.Select(i => new InspectionContent(
            i.InspectionId, i.UnitId, i.InspectingUnitId, i.Kind, i.InspectedOn, i.AreaIds, i.CheckedTaskIds, i.Aspects,
            [.. i.Findings.Select(f => Became(f, [.. raised[f.FindingId]]))],
            [.. told[i.InspectionId].Select(n => new NotificationContent(
                n.NotificationId, n.ToUnitId, n.Kind, n.IssuedOn, n.AcknowledgedOn, n.AcknowledgedBy, n.Version))],
            i.Basis))], page.Next));
    }

    /// <summary>The first task raised from a finding is named, also when it was cancelled; the finding is closed when one of
    /// its tasks is and none is open.</summary>
    private static FindingContent Became(Finding finding, List<TaskDocument> tasks)
    {
        var first = tasks.OrderBy(t => t.RaisedAt).ThenBy(t => t.TaskId, StringComparer.Ordinal).FirstOrDefault();
        var closed = tasks.Exists(t => t.Status == TaskState.Closed) && !tasks.Exists(t => t.Status == TaskState.Open);
        var state = first is null ? FindingState.NoTask : closed ? FindingState.Closed : FindingState.Open;
        return new(finding.FindingId, finding.AreaId, finding.Severity, finding.Text, first?.TaskId, first?.RaisedAt, state);
    }
}

/// <summary>An inspection.</summary>
/// <param name="UnitId">The unit inspected.</param>
/// <param name="InspectedOn">A date of the tenant's zone.</param>
/// <param name="CheckedTaskIds">The unit's tasks that were looked at.</param>
/// <param name="Notifications">Who was told of it, by date.</param>
public sealed record InspectionContent(
    string InspectionId, string UnitId, string InspectingUnitId, InspectionKind Kind, LocalDate InspectedOn,
    IReadOnlyList<string> AreaIds, IReadOnlyList<string> CheckedTaskIds, IReadOnlyList<InspectionAspect> Aspects,
    IReadOnlyList<FindingContent> Findings, IReadOnlyList<NotificationContent> Notifications, Basis? Basis);

/// <summary>A finding with what became of it.</summary>
/// <param name="TaskId">The first task raised from it.</param>
/// <param name="TaskRaisedAt">When the ledger learned of that task.</param>
/// <param name="State">A cancelled task leaves it open.</param>
public sealed record FindingContent(
    string FindingId, string AreaId, Severity Severity, string Text, string? TaskId, Instant? TaskRaisedAt, FindingState State);

/// <summary>A written result of an inspection, sent to a unit.</summary>
/// <param name="IssuedOn">A date of the tenant's zone.</param>
/// <param name="AcknowledgedOn">The date on which the unit acknowledged it; left out while it has not.</param>
/// <param name="Version">For <c>If-Match</c> when it is acknowledged.</param>
public sealed record NotificationContent(
    string NotificationId, string ToUnitId, string Kind, LocalDate IssuedOn, LocalDate? AcknowledgedOn, string? AcknowledgedBy,
    long Version);
