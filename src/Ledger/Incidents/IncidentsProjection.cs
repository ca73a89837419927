using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Incidents;

/// <summary>Incidents as rows; their state follows the known clock alone.</summary>
public static class IncidentsProjection
{
    public const string Name = "incidents";

    public static readonly Table<IncidentRow> Table = new("incident", 1, true,
        Column.Text<IncidentRow>("incident_id", r => r.IncidentId),
        Column.Text<IncidentRow>("unit_id", r => r.UnitId),
        Column.Text<IncidentRow>("kind", r => Codes.Of(r.Kind)),
        Column.Text<IncidentRow>("status", r => Codes.Of(r.Status)),
        Column.Date<IncidentRow>("opened_on", r => r.OpenedOn),
        Column.Text<IncidentRow>("duty_person_id", r => r.DutyPersonId),
        Column.Json<IncidentRow>("document", r => r.Document));

    public static IEnumerable<IncidentRow> Rows(Incident i)
    {
        if (i.Version == 0)
            yield break;
        var status = i.Review is not null ? IncidentState.Reviewed
            : i.ClosedOn is not null ? IncidentState.Closed : IncidentState.Open;
        var document = new IncidentDocument(i.IncidentId, i.UnitId, i.IncidentKind, i.Title, i.OpenedOn, i.AreaId, status,
            i.Roster, i.ClosedOn, i.Measures, i.Review, i.Basis, i.Version);
        yield return new(i.IncidentId, i.UnitId, i.IncidentKind, status, i.OpenedOn,
            i.Roster.Count == 0 ? null : i.Roster[^1].PersonId, JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>An incident as readers see it.</summary>
/// <param name="DutyPersonId">Who was put on duty last.</param>
public sealed record IncidentRow(
    string IncidentId, string UnitId, IncidentKind Kind, IncidentState Status, LocalDate OpenedOn, string? DutyPersonId,
    string Document);

/// <summary>An ordinary incident.</summary>
/// <param name="OpenedOn">A date of the tenant's zone, like all of them.</param>
/// <param name="Roster">Who was on duty from when, in order; each until the next.</param>
/// <param name="ClosedOn">Its last day; left out while it is open.</param>
/// <param name="Measures">What was done; left out while it is open.</param>
/// <param name="Review">Left out until it was reviewed.</param>
public sealed record IncidentDocument(
    string IncidentId, string UnitId, IncidentKind Kind, string Title, LocalDate OpenedOn, string? AreaId, IncidentState Status,
    IReadOnlyList<OnDuty> Roster, LocalDate? ClosedOn, string? Measures, IncidentReview? Review, Basis? Basis, long Version);
