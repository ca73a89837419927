using Ledger.Log;
using Ledger.Meetings;
using Ledger.Shapes;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Meetings;

public class MeetingTests
{
    [Fact]
    public void A_called_meeting_is_scheduled()
    {
        var meeting = Of(Scheduled("meeting-1", May1));

        Then.Text(meeting).ShouldBe(Then.Text(Meeting.Empty with
        {
            MeetingId = "meeting-1",
            UnitId = Office,
            MeetingKind = MeetingKind.Special,
            Topic = "Half-year arrangement",
            AreaIds = [Training],
            Status = MeetingState.Scheduled,
            ScheduledFor = May1.At(new(14, 30)),
            ConvenedBy = Li,
            Version = 1,
        }));
    }

    [Fact]
    public void A_moved_meeting_is_where_it_was_moved_to()
    {
        var meeting = Of(Scheduled("meeting-1", May1),
            new MeetingRescheduled("meeting-1", Office, May1.At(new(14, 30)), June1.At(new(9, 0)), "flood"));

        meeting.ScheduledFor.ShouldBe(June1.At(new(9, 0)));
        meeting.Status.ShouldBe(MeetingState.Scheduled);
    }

    [Fact]
    public void A_meeting_called_off_is_cancelled()
    {
        var meeting = Of(Scheduled("meeting-1", May1), new MeetingCancelled("meeting-1", Office, "flood"));

        meeting.Status.ShouldBe(MeetingState.Cancelled);
    }

    [Fact]
    public void A_held_meeting_keeps_the_topic_and_areas_of_its_schedule_and_knows_when_it_was_recorded()
    {
        var meeting = Of(Scheduled("meeting-1", May1), Held("meeting-1", May1, new Resolution("res-1", Training, "A")));

        meeting.Status.ShouldBe(MeetingState.Held);
        meeting.Topic.ShouldBe("Half-year arrangement");
        meeting.AreaIds.ShouldBe([Training]);
        meeting.Resolutions.ShouldBe([new("res-1", Training, "A")]);
        meeting.HeldRecordedAt.ShouldBe(Given.RecordedAt);
        meeting.Version.ShouldBe(2);
    }

    [Fact]
    public void A_topic_and_areas_given_at_the_holding_replace_those_of_the_schedule()
    {
        var meeting = Of(Scheduled("meeting-1", May1), Held("meeting-1", May1) with { Topic = "Study", AreaIds = [Archives] });

        meeting.Topic.ShouldBe("Study");
        meeting.AreaIds.ShouldBe([Archives]);
    }

    [Fact]
    public void A_correction_changes_what_it_names_and_nothing_else()
    {
        var held = Of(Held("meeting-1", May1) with { Topic = "Study", AreaIds = [Training] });

        var meeting = held.Apply(new(2, 2, Given.RecordedAt, new MeetingCorrected(
            "correction-1", "meeting-1", Office, new(HeldOn: April1, Attendees: new Optional<IReadOnlyList<string>>([Wang])), "mistyped")));

        Then.Text(meeting).ShouldBe(Then.Text(held with { HeldOn = April1, Attendees = [Wang], Version = 2 }));
    }

    [Fact]
    public void Every_member_that_can_be_corrected_is()
    {
        var held = Of(Held("meeting-1", May1) with { Topic = "Study", AreaIds = [Training] });

        var meeting = held.Apply(new(2, 2, Given.RecordedAt, new MeetingCorrected("correction-1", "meeting-1", Office, new(
            April1, "Review", new Optional<IReadOnlyList<string>>([Archives]), Wang, new Optional<IReadOnlyList<string>>([Zhang]),
            new Optional<IReadOnlyList<string>>([Li]), new Optional<IReadOnlyList<AgendaKind>>([AgendaKind.Review])), "mistyped")));

        Then.Text(meeting).ShouldBe(Then.Text(held with
        {
            HeldOn = April1,
            Topic = "Review",
            AreaIds = [Archives],
            ChairId = Wang,
            Attendees = [Zhang],
            Apologies = [Li],
            Agenda = [AgendaKind.Review],
            Version = 2,
        }));
    }

    private static Meeting Of(params ILedgerEvent[] events) => Given.Nothing.And(events).State<Meeting>(Meeting.Stream("meeting-1"));
}
