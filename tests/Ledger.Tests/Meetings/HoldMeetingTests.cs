using Ledger.Meetings;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Meetings;

public class HoldMeetingTests
{
    private static readonly Given Called = Founded.And(Scheduled("meeting-1", May1));

    [Fact]
    public void A_scheduled_meeting_is_held_and_adopts_resolutions()
    {
        var decision = Called.When(new HoldMeeting(
            "meeting-1", May1, Li, [Li, Wang], [Zhang], [AgendaKind.PassOn, AgendaKind.Decide],
            [new(Training, "Renew the register", "res-1"), new(Training, "Report monthly")],
            Office, MeetingKind.Special, Backfilled: true, Basis: Notice));

        decision.ShouldRecord("meeting-1", new MeetingHeld(
            "meeting-1", Office, MeetingKind.Special, May1, Li, [Li, Wang], [Zhang], [AgendaKind.PassOn, AgendaKind.Decide],
            [new("res-1", Training, "Renew the register"), new("made-1", Training, "Report monthly")],
            Backfilled: true, Basis: Notice));
    }

    [Fact]
    public void A_meeting_is_held_unscheduled_when_topic_and_areas_are_given()
    {
        var decision = Founded.When(Unscheduled());

        decision.ShouldCreate("meeting-1", new MeetingHeld(
            "meeting-1", Office, MeetingKind.Study, May1, Li, [Li], [], [], [], "Study", [Training], Unscheduled: true));
    }

    [Fact]
    public void A_meeting_may_be_held_today()
    {
        var decision = Called.When(Holding() with { HeldOn = Given.Today });

        decision.ShouldRecord("meeting-1", new MeetingHeld(
            "meeting-1", Office, MeetingKind.Special, Given.Today, Li, [Li], [], [], []));
    }

    [Fact]
    public void Without_a_topic_the_meeting_must_be_known()
    {
        var decision = Founded.When(Unscheduled() with { Topic = null });

        decision.ShouldNotKnow("meeting", "meeting-1", "meetingId");
    }

    [Fact]
    public void Without_areas_the_meeting_must_be_known()
    {
        var decision = Founded.When(Unscheduled() with { AreaIds = null });

        decision.ShouldNotKnow("meeting", "meeting-1", "meetingId");
    }

    [Fact]
    public void An_unscheduled_meeting_says_its_unit()
    {
        var decision = Founded.When(Unscheduled() with { UnitId = null });

        decision.ShouldRefuse("unit-and-kind-needed", "unitId");
    }

    [Fact]
    public void An_unscheduled_meeting_says_its_kind()
    {
        var decision = Founded.When(Unscheduled() with { Kind = null });

        decision.ShouldRefuse("unit-and-kind-needed", "kind");
    }

    [Fact]
    public void A_meeting_is_held_once()
    {
        var given = Called.And(Held("meeting-1", May1));

        var decision = given.When(Holding());

        decision.ShouldRefuse("already-held", "meetingId", new { HeldOn = May1 });
    }

    [Fact]
    public void A_cancelled_meeting_is_not_held()
    {
        var given = Called.And(new MeetingCancelled("meeting-1", Office, "flood"));

        var decision = given.When(Holding());

        decision.ShouldRefuse("already-cancelled", "meetingId");
    }

    [Fact]
    public void A_unit_that_is_given_must_be_that_of_the_schedule()
    {
        var decision = Called.When(Holding() with { UnitId = School });

        decision.ShouldRefuse("differs-from-schedule", "unitId", new { UnitId = Office });
    }

    [Fact]
    public void A_kind_that_is_given_must_be_that_of_the_schedule()
    {
        var decision = Called.When(Holding() with { Kind = MeetingKind.Study });

        decision.ShouldRefuse("differs-from-schedule", "kind", new { Kind = MeetingKind.Special });
    }

    [Fact]
    public void A_meeting_is_not_held_in_the_future()
    {
        var decision = Called.When(Holding() with { HeldOn = Tomorrow });

        decision.ShouldRefuse("date-in-the-future", "heldOn", new { today = Given.Today });
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(Unscheduled() with { UnitId = "elsewhere" });

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void The_unit_must_exist_on_that_day()
    {
        var decision = Called.When(Holding() with { HeldOn = TooEarly });

        decision.ShouldRefuse("unit-not-in-existence", "heldOn", new { UnitId = Office, on = TooEarly, EffectiveFrom = January1 });
    }

    [Fact]
    public void The_chair_must_be_known()
    {
        var decision = Called.When(Holding() with { ChairId = "nobody" });

        decision.ShouldNotKnow("person", "nobody", "chairId");
    }

    [Fact]
    public void Attendees_are_office_holders()
    {
        var decision = Called.When(Holding() with { Attendees = [Li, "nobody"] });

        decision.ShouldNotKnow("person", "nobody", "attendees");
    }

    [Fact]
    public void Those_who_sent_word_are_office_holders()
    {
        var decision = Called.When(Holding() with { Apologies = ["nobody"] });

        decision.ShouldNotKnow("person", "nobody", "apologies");
    }

    [Fact]
    public void The_areas_must_be_known()
    {
        var decision = Founded.When(Unscheduled() with { AreaIds = ["weather"] });

        decision.ShouldNotKnow("area", "weather", "areaIds");
    }

    [Fact]
    public void The_areas_of_resolutions_must_be_known()
    {
        var decision = Called.When(Holding() with { Resolutions = [new("weather", "Rain")] });

        decision.ShouldNotKnow("area", "weather", "resolutions");
    }

    [Fact]
    public void Nobody_attends_twice()
    {
        var decision = Called.When(Holding() with { Attendees = [Li, Wang, Li] });

        decision.ShouldRefuse("attendee-listed-twice", "attendees", new { PersonId = Li });
    }

    [Fact]
    public void Nobody_attends_and_sends_word()
    {
        var decision = Called.When(Holding() with { Apologies = [Li] });

        decision.ShouldRefuse("attendee-listed-twice", "attendees", new { PersonId = Li });
    }

    [Fact]
    public void Nobody_sends_word_twice()
    {
        var decision = Called.When(Holding() with { Apologies = [Wang, Wang] });

        decision.ShouldRefuse("attendee-listed-twice", "apologies", new { PersonId = Wang });
    }

    [Fact]
    public void A_resolution_is_listed_once()
    {
        var decision = Called.When(Holding() with { Resolutions = [new(Training, "A", "res-1"), new(Training, "B", "res-1")] });

        decision.ShouldRefuse("resolution-listed-twice", "resolutions");
    }

    [Fact]
    public void A_resolution_id_is_never_used_twice_not_even_in_another_meeting()
    {
        var given = Called.And(Held("meeting-2", May1, new Resolution("res-1", Training, "A")));

        var decision = given.When(Holding() with { Resolutions = [new(Training, "B", "res-1")] });

        decision.ShouldFindTaken("resolution", "res-1", "resolutions");
    }

    private static HoldMeeting Holding() => new("meeting-1", May1, Li, [Li], [], [], []);

    private static HoldMeeting Unscheduled() =>
        Holding() with { UnitId = Office, Kind = MeetingKind.Study, Topic = "Study", AreaIds = [Training] };
}
