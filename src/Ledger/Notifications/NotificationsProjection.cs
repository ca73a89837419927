using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Notifications;

/// <summary>Notifications as rows; readers see them beside their inspection.</summary>
public static class NotificationsProjection
{
    public const string Name = "notifications";

    public static readonly Table<NotificationRow> Table = new("notification", 1, true,
        Column.Text<NotificationRow>("notification_id", r => r.NotificationId),
        Column.Text<NotificationRow>("inspection_id", r => r.InspectionId),
        Column.Text<NotificationRow>("to_unit_id", r => r.ToUnitId),
        Column.Date<NotificationRow>("issued_on", r => r.IssuedOn),
        Column.Date<NotificationRow>("acknowledged_on", r => r.AcknowledgedOn),
        Column.Json<NotificationRow>("document", r => r.Document));

    public static IEnumerable<NotificationRow> Rows(Notification n)
    {
        if (n.Version == 0)
            yield break;
        var document = new NotificationDocument(n.NotificationId, n.InspectionId, n.FromUnitId, n.ToUnitId, n.Word, n.IssuedOn,
            n.AcknowledgedOn, n.AcknowledgedBy, n.Version);
        yield return new(n.NotificationId, n.InspectionId, n.ToUnitId, n.IssuedOn, n.AcknowledgedOn,
            JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>A notification as readers see it.</summary>
public sealed record NotificationRow(
    string NotificationId, string InspectionId, string ToUnitId, LocalDate IssuedOn, LocalDate? AcknowledgedOn, string Document);

/// <summary>A notification with its inspection.</summary>
public sealed record NotificationDocument(
    string NotificationId, string InspectionId, string FromUnitId, string ToUnitId, string Kind, LocalDate IssuedOn,
    LocalDate? AcknowledgedOn, string? AcknowledgedBy, long Version);
