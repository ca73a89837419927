using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.CivicActivities;

/// <summary>Records an activity that a unit held (精神文明建设). Who took part and what they thought of it is not kept.</summary>
/// <param name="Kind">A short free word, such as 志愿服务 or 结对帮扶.</param>
/// <param name="HeldOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="ActivityId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="AreaId">The area of responsibility that it belongs to.</param>
public sealed record HoldActivity(
    [Id] string UnitId, [Title] string Title, [Title] string Kind, LocalDate HeldOn, [Id] string? ActivityId = null,
    [Id] string? AreaId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Activity, ActivityId);
        var unit = known.UnitRefusal(UnitId, HeldOn, "unitId", "heldOn");
        var area = AreaId is null ? null : known.UnknownArea([AreaId], "areaId");
        if (exists)
            return Refusal.Exists(IdKind.Activity, ActivityId!, "activityId");
        if ((unit ?? area ?? known.InTheFuture(HeldOn, "heldOn")) is { } refusal)
            return refusal;
        var id = ActivityId ?? known.NewId();
        return Decision.Create(id, new ActivityHeld(id, UnitId, Title, Kind, HeldOn, AreaId, Basis));
    }
}

/// <summary>A unit held an activity on <paramref name="HeldOn"/>. Stored as activity_held.v1.</summary>
public sealed record ActivityHeld(
    string ActivityId, string UnitId, string Title, string Kind, LocalDate HeldOn, string? AreaId = null, Basis? Basis = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => Activity.Stream(ActivityId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => HeldOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Activity, ActivityId)];
}
