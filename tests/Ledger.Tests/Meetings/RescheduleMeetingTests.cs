using Ledger.Meetings;
using NodaTime;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Meetings;

public class RescheduleMeetingTests
{
    private static readonly LocalDateTime Morning = August1.At(new(9, 0));
    private static readonly Given Called = Founded.And(Scheduled("meeting-1", July1));

    [Fact]
    public void A_meeting_is_moved()
    {
        var decision = Called.When(new RescheduleMeeting("meeting-1", Morning, "flood", Notice));

        decision.ShouldRecord("meeting-1", new MeetingRescheduled(
            "meeting-1", Office, July1.At(new(14, 30)), Morning, "flood", Notice));
    }

    [Fact]
    public void A_meeting_is_moved_from_where_it_was_moved_to()
    {
        var given = Called.AndThen(new RescheduleMeeting("meeting-1", Morning, "flood"));

        var decision = given.When(new RescheduleMeeting("meeting-1", Morning.PlusHours(1), "flood"));

        decision.ShouldRecord("meeting-1", new MeetingRescheduled("meeting-1", Office, Morning, Morning.PlusHours(1), "flood"));
    }

    [Fact]
    public void The_meeting_must_be_known()
    {
        var decision = Founded.When(new RescheduleMeeting("meeting-1", Morning, "flood"));

        decision.ShouldNotKnow("meeting", "meeting-1", "meetingId");
    }

    [Fact]
    public void A_meeting_that_was_held_is_not_moved()
    {
        var given = Called.And(Held("meeting-1", May1));

        var decision = given.When(new RescheduleMeeting("meeting-1", Morning, "flood"));

        decision.ShouldRefuse("already-held", "meetingId", new { HeldOn = May1 });
    }

    [Fact]
    public void A_cancelled_meeting_is_not_moved()
    {
        var given = Called.And(new MeetingCancelled("meeting-1", Office, "flood"));

        var decision = given.When(new RescheduleMeeting("meeting-1", Morning, "flood"));

        decision.ShouldRefuse("already-cancelled", "meetingId");
    }

    [Fact]
    public void The_unit_must_exist_on_the_new_day()
    {
        var decision = Called.When(new RescheduleMeeting("meeting-1", TooEarly.At(new(9, 0)), "flood"));

        decision.ShouldRefuse("unit-not-in-existence", "newScheduledFor",
            new { UnitId = Office, on = TooEarly, EffectiveFrom = January1 });
    }
}
