using Ledger.Meetings;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Meetings;

public class CancelMeetingTests
{
    private static readonly Given Called = Founded.And(Scheduled("meeting-1", July1));

    [Fact]
    public void A_meeting_is_called_off()
    {
        var decision = Called.When(new CancelMeeting("meeting-1", "flood", Notice));

        decision.ShouldRecord("meeting-1", new MeetingCancelled("meeting-1", Office, "flood", Basis: Notice));
    }

    [Fact]
    public void The_meeting_must_be_known()
    {
        var decision = Founded.When(new CancelMeeting("meeting-1", "flood"));

        decision.ShouldNotKnow("meeting", "meeting-1", "meetingId");
    }

    [Fact]
    public void A_meeting_that_was_held_is_not_called_off()
    {
        var given = Called.And(Held("meeting-1", May1));

        var decision = given.When(new CancelMeeting("meeting-1", "flood"));

        decision.ShouldRefuse("already-held", "meetingId", new { HeldOn = May1 });
    }

    [Fact]
    public void A_meeting_is_called_off_once()
    {
        var given = Called.And(new MeetingCancelled("meeting-1", Office, "flood"));

        var decision = given.When(new CancelMeeting("meeting-1", "flood"));

        decision.ShouldRefuse("already-cancelled", "meetingId");
    }
}
