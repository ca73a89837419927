using System.Text.Json.Serialization;
using Ledger.Reads;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Incidents;

/// <summary>Incidents as known, by the date opened, each with who was on duty on the question's date.</summary>
public static class GetIncidents
{
    private const string OnDutyNow = $"""
        select document from ledger.incident where tenant_id = $1 and {ReadSession.Known}
            and duty_person_id = $4 and status = 'open'
        order by incident_id
        """;

    private static readonly UnitList<IncidentDocument> Incidents = UnitList.ByDate<IncidentDocument>(
        ReadSession.Documents("incident"), "opened_on", "incident_id", i => i.OpenedOn, i => i.IncidentId);

    public static readonly ReadRoute Route = new("/api/incidents", "ListIncidents",
        "Ordinary incidents of units, by date, with who was on duty", typeof(Page<IncidentContent>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Code<IncidentState>("status", "Only incidents in this state.")], Read)
    { IsKey = SortKey.IsDateAndId };

    /// <summary>The open incidents for which an office-holder is on duty, as last recorded.</summary>
    public static Task<List<IncidentDocument>> InCareOf(
        ReadSession session, string personId, CancellationToken cancellation) =>
        session.Query(OnDutyNow, r => r.Json<IncidentDocument>(0), cancellation, personId);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (page, refusal) = await Incidents.Page(session, cancellation, ("status = {}", session.Question.Text("status")));
        return new(page is null ? null : new Page<IncidentContent>([.. page.Items.Select(i => new IncidentContent(
            i.IncidentId, i.UnitId, i.Kind, i.Title, i.OpenedOn, i.AreaId, i.Status, OnDutyOn(i, session.Question.AsOf), i.Roster,
            i.ClosedOn, i.Measures, i.Review, i.Basis, i.Version))], page.Next), refusal);
    }

    /// <summary>Who was on duty on a date; null for nobody, before the first duty or after the day of closing.</summary>
    private static string? OnDutyOn(IncidentDocument incident, LocalDate date) => date > incident.ClosedOn
        ? null
        : incident.Roster.LastOrDefault(d => d.From <= date)?.PersonId;
}

/// <summary>An ordinary incident.</summary>
/// <param name="OpenedOn">A date of the tenant's zone, like all of them.</param>
/// <param name="OnDuty">Who was on duty on the date asked about; null for nobody.</param>
/// <param name="Roster">Who was on duty from when, in order; each until the next.</param>
/// <param name="ClosedOn">Its last day; left out while it is open.</param>
/// <param name="Measures">What was done; left out while it is open.</param>
/// <param name="Review">Left out until it was reviewed.</param>
public sealed record IncidentContent(
    string IncidentId, string UnitId, IncidentKind Kind, string Title, LocalDate OpenedOn, string? AreaId, IncidentState Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    string? OnDuty,
    IReadOnlyList<OnDuty> Roster, LocalDate? ClosedOn, string? Measures, IncidentReview? Review, Basis? Basis, long Version);
