using Ledger.Meetings;
using NodaTime;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Meetings;

public class ScheduleMeetingTests
{
    private static readonly LocalDateTime Afternoon = August1.At(new(14, 30));

    [Fact]
    public void A_meeting_is_called()
    {
        var decision = Founded.When(Calling() with { Basis = Notice });

        decision.ShouldCreate("meeting-1", new MeetingScheduled(
            "meeting-1", Office, MeetingKind.Special, "Arrangement", [Training], Afternoon, Li, Notice));
    }

    [Fact]
    public void An_id_left_out_is_made()
    {
        var decision = Founded.When(Calling() with { MeetingId = null });

        decision.ShouldCreate("made-1", new MeetingScheduled(
            "made-1", Office, MeetingKind.Special, "Arrangement", [Training], Afternoon, Li));
    }

    [Fact]
    public void An_id_is_never_used_twice()
    {
        var given = Founded.And(Scheduled("meeting-1", July1));

        var decision = given.When(Calling());

        decision.ShouldFindTaken("meeting", "meeting-1", "meetingId");
    }

    [Fact]
    public void The_id_of_a_meeting_held_unscheduled_is_not_used_again()
    {
        var given = Founded.And(Held("meeting-1", May1) with { Unscheduled = true });

        var decision = given.When(Calling());

        decision.ShouldFindTaken("meeting", "meeting-1", "meetingId");
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(Calling() with { UnitId = "elsewhere" });

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void The_unit_must_exist_on_that_day()
    {
        var decision = Founded.When(Calling() with { ScheduledFor = TooEarly.At(new(9, 0)) });

        decision.ShouldRefuse("unit-not-in-existence", "scheduledFor",
            new { UnitId = Office, on = TooEarly, EffectiveFrom = January1 });
    }

    [Fact]
    public void The_areas_must_be_known()
    {
        var decision = Founded.When(Calling() with { AreaIds = [Training, "weather"] });

        decision.ShouldNotKnow("area", "weather", "areaIds");
    }

    [Fact]
    public void The_convener_must_be_known()
    {
        var decision = Founded.When(Calling() with { ConvenedBy = "nobody" });

        decision.ShouldNotKnow("person", "nobody", "convenedBy");
    }

    private static ScheduleMeeting Calling() =>
        new(Office, MeetingKind.Special, "Arrangement", [Training], Afternoon, Li, "meeting-1");
}
