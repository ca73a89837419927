using Ledger.Log;
using Ledger.Meetings;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Meetings;

public class MeetingsProjectionTests
{
    [Fact]
    public void A_scheduled_meeting_stands_on_the_day_it_is_scheduled_for()
    {
        Of(Scheduled("meeting-1", May1)).ShouldBe(new MeetingRow(
            "meeting-1", Office, MeetingKind.Special, MeetingState.Scheduled, May1, null,
            """
            {"meetingId":"meeting-1","unitId":"office","kind":"special","topic":"Half-year arrangement","areaIds":["training"],"status":"scheduled","scheduledFor":"2025-05-01T14:30:00","convenedBy":"li","attendees":[],"apologies":[],"agenda":[],"resolutions":[],"version":1}
            """));
    }

    [Fact]
    public void A_held_meeting_stands_on_the_day_it_was_held()
    {
        Of(Scheduled("meeting-1", May1), Held("meeting-1", June1, new Resolution("res-1", Training, "A")) with { Backfilled = true })
            .ShouldBe(new MeetingRow(
                "meeting-1", Office, MeetingKind.Special, MeetingState.Held, June1, June1,
                """
                {"meetingId":"meeting-1","unitId":"office","kind":"special","topic":"Half-year arrangement","areaIds":["training"],"status":"held","scheduledFor":"2025-05-01T14:30:00","heldOn":"2025-06-01","convenedBy":"li","chairId":"li","attendees":["li","wang"],"apologies":[],"agenda":["arrange"],"resolutions":[{"resolutionId":"res-1","areaId":"training","text":"A"}],"backfilled":true,"heldRecordedAt":"2025-06-15T02:30:00Z","version":2}
                """));
    }

    [Fact]
    public void A_meeting_of_which_nothing_is_recorded_is_no_row()
    {
        MeetingsProjection.Rows(Meeting.Empty).ShouldBeEmpty();
    }

    private static MeetingRow Of(params ILedgerEvent[] events) =>
        MeetingsProjection.Rows(Given.Nothing.And(events).State<Meeting>(Meeting.Stream("meeting-1"))).Single();
}
