using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Incidents;

/// <summary>Ends an incident, once.</summary>
/// <param name="ClosedOn">Its last day, a date of the tenant's zone: not after the day of recording, not before the opening or
/// the last change of duty.</param>
/// <param name="Measures">What was done.</param>
public sealed record CloseIncident([Id] string IncidentId, LocalDate ClosedOn, [Text] string Measures, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var incident = known.Incident(IncidentId);
        var there = IncidentRules.NotThere(known, incident, IncidentId, ClosedOn, "closedOn");
        if (incident is null)
            return there!;
        if ((IncidentRules.Closed(incident) ?? there ?? known.InTheFuture(ClosedOn, "closedOn")
            ?? KnownDates.TooEarly(ClosedOn, incident.LastActOn, "closedOn")) is { } refusal)
            return refusal;
        return Decision.Record(IncidentId, new IncidentClosed(IncidentId, incident.UnitId, ClosedOn, Measures, Basis));
    }
}

/// <summary>An incident's last day was <paramref name="ClosedOn"/>. Stored as incident_closed.v1.</summary>
public sealed record IncidentClosed(string IncidentId, string UnitId, LocalDate ClosedOn, string Measures, Basis? Basis = null)
    : IIncidentEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => ClosedOn;
}
