using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;

namespace Ledger.Meetings;

/// <summary>Calls off a meeting that is still to be held.</summary>
public sealed record CancelMeeting([Id] string MeetingId, [Text] string Reason, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        if (known.Meeting(MeetingId) is not { } meeting)
            return Refusal.Unknown(IdKind.Meeting, MeetingId, "meetingId");
        return MeetingRules.NotScheduled(meeting) is { } refusal
            ? refusal
            : Decision.Record(MeetingId, new MeetingCancelled(MeetingId, meeting.UnitId, Reason, Basis: Basis));
    }
}

/// <summary>A meeting was called off. Stored as meeting_cancelled.v1.</summary>
/// <param name="CausedByUnitId">The unit whose dissolution cancelled it.</param>
public sealed record MeetingCancelled(
    string MeetingId, string UnitId, string Reason, string? CausedByUnitId = null, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Meeting.Stream(MeetingId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];
}
