using Ledger.Notifications;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Notifications;

public class NotificationsProjectionTests
{
    private static readonly Given Told = Given.Nothing.And(Notified("notification-1", "inspection-1"));

    [Fact]
    public void A_notification_is_one_row_before_and_after_it_is_acknowledged()
    {
        Row(Told).ShouldBe(new NotificationRow("notification-1", "inspection-1", Office, June1, null,
            """{"notificationId":"notification-1","inspectionId":"inspection-1","fromUnitId":"bureau","toUnitId":"office","kind":"notice","issuedOn":"2025-06-01","version":1}"""));
        Row(Told.And(Acknowledged())).ShouldBe(new NotificationRow("notification-1", "inspection-1", Office, June1, Given.Today,
            """{"notificationId":"notification-1","inspectionId":"inspection-1","fromUnitId":"bureau","toUnitId":"office","kind":"notice","issuedOn":"2025-06-01","acknowledgedOn":"2025-06-15","acknowledgedBy":"li","version":2}"""));
        NotificationsProjection.Rows(Notification.Empty).ShouldBeEmpty();
    }

    [Fact]
    public void Its_dates_hold_its_units()
    {
        var notification = Told.And(Acknowledged()).State<Notification>(Notification.Stream("notification-1"));

        ActsOf(notification, Bureau).ShouldBe(["notification 2025-06-01"]);
        ActsOf(notification).ShouldBe(["notification 2025-06-01", "notification 2025-06-15"]);
    }

    private static NotificationAcknowledged Acknowledged() => new("notification-1", Bureau, Office, Given.Today, Li);

    private static NotificationRow Row(Given given) =>
        NotificationsProjection.Rows(given.State<Notification>(Notification.Stream("notification-1"))).Single();
}
