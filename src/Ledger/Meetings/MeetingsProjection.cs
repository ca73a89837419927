using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Meetings;

/// <summary>Meetings as rows; their state follows the known clock alone.</summary>
public static class MeetingsProjection
{
    public const string Name = "meetings";

    public static readonly Table<MeetingRow> Table = new("meeting", 1, true,
        Column.Text<MeetingRow>("meeting_id", r => r.MeetingId),
        Column.Text<MeetingRow>("unit_id", r => r.UnitId),
        Column.Text<MeetingRow>("kind", r => Codes.Of(r.Kind)),
        Column.Text<MeetingRow>("status", r => Codes.Of(r.Status)),
        Column.Date<MeetingRow>("on_date", r => r.OnDate),
        Column.Date<MeetingRow>("held_on", r => r.HeldOn),
        Column.Json<MeetingRow>("document", r => r.Document));

    public static IEnumerable<MeetingRow> Rows(Meeting m)
    {
        if (m.Version == 0)
            yield break;
        var document = new MeetingDocument(
            m.MeetingId, m.UnitId, m.MeetingKind, m.Topic, m.AreaIds, m.Status, m.ScheduledFor, m.HeldOn, m.ConvenedBy,
            m.ChairId, m.Attendees, m.Apologies, m.Agenda, m.Resolutions, m.Backfilled, m.HeldRecordedAt, m.Version);
        yield return new(m.MeetingId, m.UnitId, m.MeetingKind, m.Status, m.HeldOn ?? m.ScheduledFor!.Value.Date, m.HeldOn,
            JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>A meeting as readers see it.</summary>
/// <param name="OnDate">The date held, else the date it is scheduled for, in the tenant's zone.</param>
public sealed record MeetingRow(
    string MeetingId, string UnitId, MeetingKind Kind, MeetingState Status, LocalDate OnDate, LocalDate? HeldOn, string Document);

/// <summary>A meeting.</summary>
/// <param name="ScheduledFor">Local date-time in the tenant's zone.</param>
/// <param name="HeldOn">Date in the tenant's zone, as corrected.</param>
/// <param name="Backfilled">The recorder's own word that it was entered long after.</param>
/// <param name="HeldRecordedAt">When the ledger learned that it was held.</param>
public sealed record MeetingDocument(
    string MeetingId, string UnitId, MeetingKind Kind, string Topic, IReadOnlyList<string> AreaIds, MeetingState Status,
    LocalDateTime? ScheduledFor, LocalDate? HeldOn, string? ConvenedBy, string? ChairId, IReadOnlyList<string> Attendees,
    IReadOnlyList<string> Apologies, IReadOnlyList<AgendaKind> Agenda, IReadOnlyList<Resolution> Resolutions,
    bool? Backfilled, Instant? HeldRecordedAt, long Version);
