using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Incidents;

/// <summary>An ordinary incident of a unit, from being opened to being reviewed.</summary>
/// <param name="OpenedOn">A date of the tenant's zone, like all of them.</param>
/// <param name="Roster">Who was on duty, in order; each until the next, the last to the day of closing.</param>
/// <param name="ClosedOn">The last day of the incident; null while it is open.</param>
/// <param name="Basis">That of the opening.</param>
public sealed record Incident(
    string IncidentId, string UnitId, IncidentKind IncidentKind, string Title, LocalDate OpenedOn, string? AreaId,
    IReadOnlyList<OnDuty> Roster, LocalDate? ClosedOn, string? Measures, IncidentReview? Review, Basis? Basis, long Version)
    : IState<Incident>, IConcernsUnit, IGivesDuty
{
    public static string Kind => "incident";

    public static Incident Empty { get; } = new("", "", default, "", default, null, [], null, null, null, null, 0);

    /// <summary>The latest date that an act before its closing carries.</summary>
    public LocalDate LastActOn => Roster.Count == 0 ? OpenedOn : Roster[^1].From;

    public static string Stream(string incidentId) => $"incident/{incidentId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) =>
        new[] { OpenedOn, ClosedOn, Review?.ReviewedOn }.OfType<LocalDate>().Concat(Roster.Select(d => d.From))
            .Select(on => new DatedAct(IdKind.Incident, IncidentId, on));

    IEnumerable<DatedAct> IConcernsUnit.Unsettled(string unitId) =>
        ClosedOn is null ? [new(IdKind.Incident, IncidentId, OpenedOn)] : [];

    Duty? IGivesDuty.DutyFrom(string personId, LocalDate from) =>
        ClosedOn is null && Roster.Count > 0 && Roster[^1].PersonId == personId ? new("incidents", IncidentId) : null;

    public Incident Apply(Recorded recorded) => Fold(recorded.Data) with { Version = recorded.Version };

    private Incident Fold(ILedgerEvent data) => data switch
    {
        IncidentOpened e => new(
            e.IncidentId, e.UnitId, e.Kind, e.Title, e.OpenedOn, e.AreaId, [], null, null, null, e.Basis, 0),
        IncidentDutyAssigned e => this with { Roster = [.. Roster, new(e.PersonId, e.From)] },
        IncidentClosed e => this with { ClosedOn = e.ClosedOn, Measures = e.Measures },
        IncidentReviewed e => this with { Review = new(e.ReviewedOn, e.ChairId, e.Lessons) },
        _ => this,
    };
}

/// <param name="From">First day on duty, a date of the tenant's zone.</param>
public sealed record OnDuty(string PersonId, LocalDate From);

/// <param name="Lessons">What is to be done otherwise.</param>
public sealed record IncidentReview(LocalDate ReviewedOn, string ChairId, string Lessons);

public static class KnownIncidents
{
    public static Incident? Incident(this Known known, string incidentId) =>
        known.Stream<Incident>(Incidents.Incident.Stream(incidentId));
}

/// <summary>An event of an incident's stream.</summary>
public interface IIncidentEvent : ILedgerEvent
{
    string IncidentId { get; }

    string UnitId { get; }

    string ILedgerEvent.Stream => Incident.Stream(IncidentId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];
}

internal static class IncidentRules
{
    /// <summary>Why nothing can be done on a day about an incident: nobody knows it, or its unit is not there.</summary>
    public static Refusal? NotThere(Known known, Incident? incident, string incidentId, LocalDate on, string dateField) =>
        incident is null
            ? Refusal.Unknown(IdKind.Incident, incidentId, "incidentId")
            : known.UnitRefusal(incident.UnitId, on, "incidentId", dateField);

    /// <summary>Why an incident does not go on any more; null while it is open.</summary>
    public static Refusal? Closed(Incident incident) =>
        incident.ClosedOn is { } on ? new("already-over", "incidentId", new { ClosedOn = on }) : null;
}
