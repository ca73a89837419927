using Ledger.Notifications;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Notifications;

public class IssueNotificationTests
{
    private static readonly Given Checked = Founded.And(Inspected("inspection-1"));

    [Fact]
    public void The_inspecting_unit_tells_the_unit_inspected() => Checked.When(Issuing() with { Basis = Notice })
        .ShouldCreate("notification-1", Notified("notification-1", "inspection-1") with { Basis = Notice });

    [Fact]
    public void Another_unit_may_be_told_too_and_an_id_left_out_is_made() =>
        Checked.When(Issuing() with { NotificationId = null, ToUnitId = School })
            .ShouldCreate("made-1", Notified("made-1", "inspection-1") with { ToUnitId = School });

    [Fact]
    public void An_id_is_never_used_twice() => Checked.And(Notified("notification-1", "inspection-1")).When(Issuing())
        .ShouldFindTaken("notification", "notification-1", "notificationId");

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Issuing()).ShouldNotKnow("inspection", "inspection-1", "inspectionId");
        Checked.When(Issuing() with { FromUnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "fromUnitId");
        Checked.When(Issuing() with { ToUnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "toUnitId");
    }

    [Fact]
    public void Both_units_exist_on_that_day() => Checked.And(new UnitDissolved(Office, June1, "merged")).When(Issuing())
        .ShouldRefuse("unit-not-in-existence", "issuedOn", NotThere(Office, June1, June1));

    [Fact]
    public void It_comes_from_the_unit_that_inspected() => Checked.When(Issuing() with { FromUnitId = School })
        .ShouldRefuse("not-the-inspecting-unit", "fromUnitId", new { InspectingUnitId = Bureau });

    [Fact]
    public void It_is_issued_from_the_inspection_to_the_day_of_recording()
    {
        Checked.When(Issuing() with { IssuedOn = May1.PlusDays(-1) })
            .ShouldRefuse("date-too-early", "issuedOn", new { earliest = May1 });
        Checked.When(Issuing() with { IssuedOn = May1 }).Refusal.ShouldBeNull();
        Checked.When(Issuing() with { IssuedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "issuedOn", new { today = Given.Today });
    }

    private static IssueNotification Issuing() => new("inspection-1", Bureau, Office, "notice", June1, "notification-1");
}
