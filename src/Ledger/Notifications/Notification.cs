using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.Notifications;

/// <summary>The written result of an inspection, sent to a unit.</summary>
/// <param name="AcknowledgedOn">The date on which the unit took note; null while it has not.</param>
public sealed record Notification(
    string NotificationId, string InspectionId, string FromUnitId, string ToUnitId, string Word, LocalDate IssuedOn,
    LocalDate? AcknowledgedOn, string? AcknowledgedBy, long Version) : IState<Notification>, IConcernsUnit
{
    public static string Kind => "notification";

    public static Notification Empty { get; } = new("", "", "", "", "", default, null, null, 0);

    public static string Stream(string notificationId) => $"notification/{notificationId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => unitId == ToUnitId && AcknowledgedOn is { } on
        ? [new(IdKind.Notification, NotificationId, IssuedOn), new(IdKind.Notification, NotificationId, on)]
        : [new(IdKind.Notification, NotificationId, IssuedOn)];

    public Notification Apply(Recorded recorded) => Fold(recorded.Data) with { Version = recorded.Version };

    private Notification Fold(ILedgerEvent data) => data switch
    {
        NotificationIssued e => new(
            e.NotificationId, e.InspectionId, e.FromUnitId, e.ToUnitId, e.Kind, e.IssuedOn, null, null, 0),
        NotificationAcknowledged e => this with { AcknowledgedOn = e.AcknowledgedOn, AcknowledgedBy = e.ByPersonId },
        _ => this,
    };
}

public static class KnownNotifications
{
    public static Notification? Notification(this Known known, string notificationId) =>
        known.Stream<Notification>(Notifications.Notification.Stream(notificationId));
}
