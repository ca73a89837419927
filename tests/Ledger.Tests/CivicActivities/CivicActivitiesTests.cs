using Ledger.CivicActivities;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.CivicActivities;

public class CivicActivitiesTests
{
    [Fact]
    public void A_unit_holds_an_activity_and_receives_an_honour()
    {
        Founded.When(Holding() with { AreaId = Training, Basis = Notice })
            .ShouldCreate("activity-1", Held() with { AreaId = Training, Basis = Notice });
        Founded.When(Receiving() with { Basis = Notice }).ShouldCreate("honour-1", Received() with { Basis = Notice });
    }

    [Fact]
    public void An_id_left_out_is_made_and_none_is_used_twice()
    {
        Founded.When(Holding() with { ActivityId = null }).Id.ShouldBe("made-1");
        Founded.When(Receiving() with { HonourId = null }).Id.ShouldBe("made-1");
        Founded.AndThen(Holding()).When(Holding()).ShouldFindTaken("activity", "activity-1", "activityId");
        Founded.AndThen(Receiving()).When(Receiving()).ShouldFindTaken("honour", "honour-1", "honourId");
    }

    [Fact]
    public void What_they_name_must_be_known()
    {
        Founded.When(Holding() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Holding() with { AreaId = "nothing" }).ShouldNotKnow("area", "nothing", "areaId");
        Founded.When(Receiving() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void They_are_dated_while_the_unit_exists_and_not_after_the_day_of_recording()
    {
        Founded.When(Holding() with { HeldOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "heldOn", NotThere(Office, TooEarly));
        Founded.When(Holding() with { HeldOn = Tomorrow }).ShouldRefuse("date-in-the-future", "heldOn", new { today = Given.Today });
        Founded.When(Receiving() with { ReceivedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "receivedOn", NotThere(Office, TooEarly));
        Founded.When(Receiving() with { ReceivedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "receivedOn", new { today = Given.Today });
    }

    [Fact]
    public void Each_is_one_row_and_its_date_holds_its_unit()
    {
        var activity = Given.Nothing.And(Held()).State<Activity>(Activity.Stream("activity-1"));
        var honour = Given.Nothing.And(Received()).State<Honour>(Honour.Stream("honour-1"));

        ActivitiesProjection.Rows(activity).Single().ShouldBe(new ActivityRow("activity-1", Office, May1,
            """{"activityId":"activity-1","unitId":"office","title":"Tree planting","kind":"volunteering","heldOn":"2025-05-01"}"""));
        HonoursProjection.Rows(honour).Single().ShouldBe(new HonourRow("honour-1", Office, June1,
            """{"honourId":"honour-1","unitId":"office","title":"Model unit","awardedBy":"City","receivedOn":"2025-06-01"}"""));
        ActivitiesProjection.Rows(Activity.Empty).ShouldBeEmpty();
        HonoursProjection.Rows(Honour.Empty).ShouldBeEmpty();
        ActsOf(activity).ShouldBe(["activity 2025-05-01"]);
        ActsOf(honour).ShouldBe(["honour 2025-06-01"]);
    }

    private static HoldActivity Holding() => new(Office, "Tree planting", "volunteering", May1, "activity-1");

    private static ActivityHeld Held() => new("activity-1", Office, "Tree planting", "volunteering", May1);

    private static ReceiveHonour Receiving() => new(Office, "Model unit", "City", June1, "honour-1");

    private static HonourReceived Received() => new("honour-1", Office, "Model unit", "City", June1);
}
