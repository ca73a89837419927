using Ledger.Meetings;
using Ledger.Shapes;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Meetings;

public class CorrectMeetingTests
{
    private static readonly Given WasHeld = Founded.And(Scheduled("meeting-1", May1), Held("meeting-1", May1));

    [Fact]
    public void What_is_named_is_put_right()
    {
        var changes = new MeetingChanges(
            April1, "Study", List(Archives), Wang, List(Wang), List(Li, Zhang),
            new Optional<IReadOnlyList<AgendaKind>>([AgendaKind.Study]));

        var decision = WasHeld.When(new CorrectMeeting("meeting-1", changes, "mistyped", "correction-1", Notice));

        decision.ShouldRecord("meeting-1", new MeetingCorrected(
            "correction-1", "meeting-1", Office, changes, "mistyped", Notice));
    }

    [Fact]
    public void An_id_left_out_is_made()
    {
        var decision = WasHeld.When(Correcting(new(ChairId: Wang)));

        decision.ShouldRecord("meeting-1", new MeetingCorrected("made-1", "meeting-1", Office, new(ChairId: Wang), "mistyped"));
    }

    [Fact]
    public void An_empty_list_is_a_correction_too()
    {
        var decision = WasHeld.When(Correcting(new(Attendees: List())));

        decision.ShouldRecord("meeting-1", new MeetingCorrected("made-1", "meeting-1", Office, new(Attendees: List()), "mistyped"));
    }

    [Fact]
    public void Nobody_is_listed_twice()
    {
        var decision = WasHeld.When(Correcting(new(Apologies: List(Wang))));

        decision.ShouldRefuse("attendee-listed-twice", "changes.attendees", new { PersonId = Wang });
    }

    [Fact]
    public void The_meeting_must_be_known()
    {
        var decision = Founded.When(Correcting(new(ChairId: Wang)));

        decision.ShouldNotKnow("meeting", "meeting-1", "meetingId");
    }

    [Fact]
    public void A_correction_id_is_never_used_twice()
    {
        var given = WasHeld.AndThen(Correcting(new(ChairId: Wang)) with { CorrectionId = "correction-1" });

        var decision = given.When(Correcting(new(ChairId: Li)) with { CorrectionId = "correction-1" });

        decision.ShouldFindTaken("correction", "correction-1", "correctionId");
    }

    [Fact]
    public void Only_a_meeting_that_was_held_is_corrected()
    {
        var given = Founded.And(Scheduled("meeting-1", May1));

        var decision = given.When(Correcting(new(ChairId: Wang)));

        decision.ShouldRefuse("not-held", "meetingId", new { Status = MeetingState.Scheduled });
    }

    [Fact]
    public void A_correction_names_something()
    {
        var decision = WasHeld.When(Correcting(default));

        decision.ShouldRefuse("nothing-to-correct", "changes");
    }

    [Fact]
    public void The_date_is_not_moved_into_the_future()
    {
        var decision = WasHeld.When(Correcting(new(HeldOn: Tomorrow)));

        decision.ShouldRefuse("date-in-the-future", "changes.heldOn", new { today = Given.Today });
    }

    [Fact]
    public void The_unit_must_exist_on_the_new_date()
    {
        var decision = WasHeld.When(Correcting(new(HeldOn: TooEarly)));

        decision.ShouldRefuse("unit-not-in-existence", "changes.heldOn",
            new { UnitId = Office, on = TooEarly, EffectiveFrom = January1 });
    }

    [Fact]
    public void The_chair_must_be_known()
    {
        var decision = WasHeld.When(Correcting(new(ChairId: "nobody")));

        decision.ShouldNotKnow("person", "nobody", "changes.chairId");
    }

    [Fact]
    public void The_attendees_must_be_known()
    {
        var decision = WasHeld.When(Correcting(new(Attendees: List(Li, "nobody"))));

        decision.ShouldNotKnow("person", "nobody", "changes.attendees");
    }

    [Fact]
    public void Those_who_sent_word_must_be_known()
    {
        var decision = WasHeld.When(Correcting(new(Apologies: List("nobody"))));

        decision.ShouldNotKnow("person", "nobody", "changes.apologies");
    }

    [Fact]
    public void The_areas_must_be_known()
    {
        var decision = WasHeld.When(Correcting(new(AreaIds: List("weather"))));

        decision.ShouldNotKnow("area", "weather", "changes.areaIds");
    }

    private static CorrectMeeting Correcting(MeetingChanges changes) => new("meeting-1", changes, "mistyped");

    private static Optional<IReadOnlyList<string>> List(params string[] ids) => new(ids);
}
