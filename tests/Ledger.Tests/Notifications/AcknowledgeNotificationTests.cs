using Ledger.Notifications;
using Ledger.People;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Notifications;

public class AcknowledgeNotificationTests
{
    private static readonly Given Told = Founded.And(Inspected("inspection-1"), Notified("notification-1", "inspection-1"));

    [Fact]
    public void Somebody_of_the_unit_notified_takes_note() => Told.When(Acknowledging() with { Basis = Notice }).ShouldRecord(
        "notification-1", new NotificationAcknowledged("notification-1", Bureau, Office, Given.Today, Li, Notice));

    [Fact]
    public void Nobody_takes_note_twice() => Told.AndThen(Acknowledging()).When(Acknowledging()).ShouldRefuse(
        "already-acknowledged", "notificationId", new { AcknowledgedOn = Given.Today, AcknowledgedBy = Li });

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Acknowledging()).ShouldNotKnow("notification", "notification-1", "notificationId");
        Told.When(Acknowledging() with { ByPersonId = "nobody" }).ShouldNotKnow("person", "nobody", "byPersonId");
    }

    [Fact]
    public void The_unit_notified_exists_on_that_day() => Told.And(new UnitDissolved(Office, Given.Today, "merged"))
        .When(Acknowledging()).ShouldRefuse("unit-not-in-existence", "acknowledgedOn", NotThere(Office, Given.Today, Given.Today));

    [Fact]
    public void Who_takes_note_is_in_office() => Told.And(new LeftOffice(Li, Office, June1)).When(Acknowledging())
        .ShouldRefuse("holder-not-in-office", "byPersonId", NotInOffice(Li, Given.Today, June1));

    [Fact]
    public void Who_takes_note_has_a_post_in_the_unit_on_that_day()
    {
        Told.When(Acknowledging() with { ByPersonId = Zhang })
            .ShouldRefuse("person-of-another-unit", "byPersonId", new { unitId = School, ToUnitId = Office });
        Told.And(new PostChanged(Zhang, Office, School, "clerk", PostCategory.Staff, June1))
            .When(Acknowledging() with { ByPersonId = Zhang }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Note_is_taken_from_the_issue_to_the_day_of_recording()
    {
        Told.When(Acknowledging() with { AcknowledgedOn = June1.PlusDays(-1) })
            .ShouldRefuse("date-too-early", "acknowledgedOn", new { earliest = June1 });
        Told.When(Acknowledging() with { AcknowledgedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "acknowledgedOn", new { today = Given.Today });
    }

    private static AcknowledgeNotification Acknowledging() => new("notification-1", Given.Today, Li);
}
