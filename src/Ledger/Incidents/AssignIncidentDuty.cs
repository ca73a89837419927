using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Incidents;

/// <summary>Puts an office-holder on duty for an open incident, in the place of whoever was.</summary>
/// <param name="From">First day on duty, a date of the tenant's zone: not after the day of recording, not before the opening
/// or the last change.</param>
public sealed record AssignIncidentDuty([Id] string IncidentId, [Id] string PersonId, LocalDate From, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var incident = known.Incident(IncidentId);
        var there = IncidentRules.NotThere(known, incident, IncidentId, From, "from");
        var person = known.HolderRefusal(PersonId, From, "personId");
        if (incident is null)
            return there!;
        if ((IncidentRules.Closed(incident) ?? there ?? person) is { } refusal)
            return refusal;
        if (incident.Roster.Count > 0 && incident.Roster[^1].PersonId == PersonId)
            return new Refusal("already-on-duty", "personId", new { since = incident.Roster[^1].From });
        if ((known.InTheFuture(From, "from") ?? KnownDates.TooEarly(From, incident.LastActOn, "from")) is { } date)
            return date;
        return Decision.Record(IncidentId, new IncidentDutyAssigned(IncidentId, incident.UnitId, PersonId, From, Basis));
    }
}

/// <summary>An office-holder is on duty from <paramref name="From"/> on. Stored as incident_duty_assigned.v1.</summary>
public sealed record IncidentDutyAssigned(
    string IncidentId, string UnitId, string PersonId, LocalDate From, Basis? Basis = null) : IIncidentEvent
{
    IEnumerable<string> ILedgerEvent.PersonIds => [PersonId];

    LocalDate? ILedgerEvent.EffectiveOn => From;
}
