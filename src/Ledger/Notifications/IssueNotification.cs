using Ledger.Commands;
using Ledger.Inspections;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Notifications;

/// <summary>Sends the written result of an inspection to a unit (通报): every check is notified.</summary>
/// <param name="FromUnitId">The unit that inspected.</param>
/// <param name="ToUnitId">The unit inspected, or any other that shall learn of it.</param>
/// <param name="Kind">A short free word, such as 通报 or 限期整改.</param>
/// <param name="IssuedOn">A date of the tenant's zone, from the inspection to the day of recording.</param>
/// <param name="NotificationId">The caller's slug; left out, the ledger makes one.</param>
public sealed record IssueNotification(
    [Id] string InspectionId, [Id] string FromUnitId, [Id] string ToUnitId, [Title] string Kind, LocalDate IssuedOn,
    [Id] string? NotificationId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Notification, NotificationId);
        var inspection = known.Inspection(InspectionId);
        var units = Refusal.First(known.UnitRefusal(FromUnitId, IssuedOn, "fromUnitId", "issuedOn"),
            known.UnitRefusal(ToUnitId, IssuedOn, "toUnitId", "issuedOn"));
        if (exists)
            return Refusal.Exists(IdKind.Notification, NotificationId!, "notificationId");
        if (inspection is null)
            return Refusal.Unknown(IdKind.Inspection, InspectionId, "inspectionId");
        if (units is not null)
            return units;
        if (FromUnitId != inspection.InspectingUnitId)
            return new Refusal("not-the-inspecting-unit", "fromUnitId", new { inspection.InspectingUnitId });
        if ((known.InTheFuture(IssuedOn, "issuedOn") ?? KnownDates.TooEarly(IssuedOn, inspection.InspectedOn, "issuedOn"))
            is { } date)
            return date;
        var id = NotificationId ?? known.NewId();
        return Decision.Create(id, new NotificationIssued(id, InspectionId, FromUnitId, ToUnitId, Kind, IssuedOn, Basis));
    }
}

/// <summary>The result of an inspection was sent to a unit on <paramref name="IssuedOn"/>. Stored as
/// notification_issued.v1.</summary>
public sealed record NotificationIssued(
    string NotificationId, string InspectionId, string FromUnitId, string ToUnitId, string Kind, LocalDate IssuedOn,
    Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Notification.Stream(NotificationId);

    IEnumerable<string> ILedgerEvent.UnitIds => FromUnitId == ToUnitId ? [ToUnitId] : [FromUnitId, ToUnitId];

    LocalDate? ILedgerEvent.EffectiveOn => IssuedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Notification, NotificationId)];
}
