using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Meetings;

/// <summary>Moves a meeting that is still to be held.</summary>
/// <param name="NewScheduledFor">Local date-time in the tenant's zone, without offset.</param>
public sealed record RescheduleMeeting(
    [Id] string MeetingId, LocalDateTime NewScheduledFor, [Text] string Reason, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var meeting = known.Meeting(MeetingId);
        var unit = meeting is null ? null : known.UnitRefusal(meeting.UnitId, NewScheduledFor.Date, "meetingId", "newScheduledFor");
        if (meeting is null)
            return Refusal.Unknown(IdKind.Meeting, MeetingId, "meetingId");
        if (MeetingRules.NotScheduled(meeting) is { } refusal)
            return refusal;
        if (unit is not null)
            return unit;
        return Decision.Record(MeetingId, new MeetingRescheduled(
            MeetingId, meeting.UnitId, meeting.ScheduledFor!.Value, NewScheduledFor, Reason, Basis));
    }
}

/// <summary>A meeting was moved. Stored as meeting_rescheduled.v1.</summary>
public sealed record MeetingRescheduled(
    string MeetingId, string UnitId, LocalDateTime ScheduledFor, LocalDateTime NewScheduledFor, string Reason,
    Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Meeting.Stream(MeetingId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => NewScheduledFor.Date;
}

internal static class MeetingRules
{
    /// <summary>Why a meeting is no longer one to be held; null while it is.</summary>
    public static Refusal? NotScheduled(Meeting meeting) => meeting.Status switch
    {
        MeetingState.Held => new("already-held", "meetingId", new { meeting.HeldOn }),
        MeetingState.Cancelled => new("already-cancelled", "meetingId"),
        _ => null,
    };

    /// <summary>A person is at a meeting or sent word, once.</summary>
    public static Refusal? ListedTwice(
        IReadOnlyList<string> attendees, string attendeesField, IReadOnlyList<string> apologies, string apologiesField) =>
        attendees.Concat(apologies).GroupBy(p => p).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new("attendee-listed-twice", attendees.Contains(twice.Key) ? attendeesField : apologiesField, new { PersonId = twice.Key })
            : null;
}
