using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Incidents;

/// <summary>Opens an ordinary incident in a unit's work (突发工作): an outage, an accident, weather.</summary>
/// <param name="OpenedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="IncidentId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="AreaId">The area of responsibility that it touches.</param>
public sealed record OpenIncident(
    [Id] string UnitId, IncidentKind Kind, [Title] string Title, LocalDate OpenedOn, [Id] string? IncidentId = null,
    [Id] string? AreaId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Incident, IncidentId);
        var unit = known.UnitRefusal(UnitId, OpenedOn, "unitId", "openedOn");
        var area = AreaId is null ? null : known.UnknownArea([AreaId], "areaId");
        if (exists)
            return Refusal.Exists(IdKind.Incident, IncidentId!, "incidentId");
        if ((unit ?? area ?? known.InTheFuture(OpenedOn, "openedOn")) is { } refusal)
            return refusal;
        var id = IncidentId ?? known.NewId();
        return Decision.Create(id, new IncidentOpened(id, UnitId, Kind, Title, OpenedOn, AreaId, Basis));
    }
}

/// <summary>An incident began on <paramref name="OpenedOn"/>. Stored as incident_opened.v1.</summary>
public sealed record IncidentOpened(
    string IncidentId, string UnitId, IncidentKind Kind, string Title, LocalDate OpenedOn, string? AreaId = null,
    Basis? Basis = null) : IIncidentEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => OpenedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Incident, IncidentId)];
}
