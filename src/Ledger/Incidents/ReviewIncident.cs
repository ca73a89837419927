using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Incidents;

/// <summary>Reviews an incident that is over, once.</summary>
/// <param name="ReviewedOn">A date of the tenant's zone: not before the closing, not after the day of recording.</param>
/// <param name="ChairId">An office-holder in office on that day.</param>
/// <param name="Lessons">What is to be done otherwise.</param>
public sealed record ReviewIncident(
    [Id] string IncidentId, LocalDate ReviewedOn, [Id] string ChairId, [Text] string Lessons, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var incident = known.Incident(IncidentId);
        var there = IncidentRules.NotThere(known, incident, IncidentId, ReviewedOn, "reviewedOn");
        var chair = known.HolderRefusal(ChairId, ReviewedOn, "chairId");
        if (incident is null)
            return there!;
        if (incident.ClosedOn is not { } closedOn)
            return new Refusal("incident-not-closed", "incidentId", new { incident.OpenedOn });
        if (incident.Review is { } review)
            return new Refusal("already-reviewed", "incidentId", new { review.ReviewedOn });
        if ((there ?? chair ?? known.InTheFuture(ReviewedOn, "reviewedOn")
            ?? KnownDates.TooEarly(ReviewedOn, closedOn, "reviewedOn")) is { } refusal)
            return refusal;
        return Decision.Record(IncidentId, new IncidentReviewed(
            IncidentId, incident.UnitId, ReviewedOn, ChairId, Lessons, Basis));
    }
}

/// <summary>An incident was reviewed on <paramref name="ReviewedOn"/>. Stored as incident_reviewed.v1.</summary>
public sealed record IncidentReviewed(
    string IncidentId, string UnitId, LocalDate ReviewedOn, string ChairId, string Lessons, Basis? Basis = null)
    : IIncidentEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => ReviewedOn;
}
