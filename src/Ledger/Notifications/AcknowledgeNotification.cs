using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Notifications;

/// <summary>Records that the unit notified took note: an office-holder with a post in it says so, once.</summary>
/// <param name="AcknowledgedOn">A date of the tenant's zone, from the issue to the day of recording.</param>
public sealed record AcknowledgeNotification(
    [Id] string NotificationId, LocalDate AcknowledgedOn, [Id] string ByPersonId, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var notification = known.Notification(NotificationId);
        var unit = notification is null ? null
            : known.UnitRefusal(notification.ToUnitId, AcknowledgedOn, "notificationId", "acknowledgedOn");
        var holder = known.HolderRefusal(ByPersonId, AcknowledgedOn, "byPersonId");
        var person = known.Person(ByPersonId);
        if (notification is null)
            return Refusal.Unknown(IdKind.Notification, NotificationId, "notificationId");
        if (notification.AcknowledgedOn is { } already)
            return new Refusal("already-acknowledged", "notificationId",
                new { AcknowledgedOn = already, notification.AcknowledgedBy });
        if ((unit ?? holder ?? known.InTheFuture(AcknowledgedOn, "acknowledgedOn")
            ?? KnownDates.TooEarly(AcknowledgedOn, notification.IssuedOn, "acknowledgedOn")) is { } refusal)
            return refusal;
        if (person!.Posts.On(AcknowledgedOn)!.Value.UnitId is var unitId && unitId != notification.ToUnitId)
            return new Refusal("person-of-another-unit", "byPersonId", new { unitId, notification.ToUnitId });
        return Decision.Record(NotificationId, new NotificationAcknowledged(
            NotificationId, notification.FromUnitId, notification.ToUnitId, AcknowledgedOn, ByPersonId, Basis));
    }
}

/// <summary>The unit notified took note on <paramref name="AcknowledgedOn"/>. Stored as notification_acknowledged.v1.</summary>
public sealed record NotificationAcknowledged(
    string NotificationId, string FromUnitId, string ToUnitId, LocalDate AcknowledgedOn, string ByPersonId, Basis? Basis = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => Notification.Stream(NotificationId);

    IEnumerable<string> ILedgerEvent.UnitIds => FromUnitId == ToUnitId ? [ToUnitId] : [FromUnitId, ToUnitId];

    LocalDate? ILedgerEvent.EffectiveOn => AcknowledgedOn;
}
