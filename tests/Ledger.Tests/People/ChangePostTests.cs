using Ledger.People;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.People;

public class ChangePostTests
{
    [Fact]
    public void A_person_takes_up_another_post_and_the_event_says_where_they_were()
    {
        var decision = Founded.When(new ChangePost(Li, School, "校长", PostCategory.Head, March1, Notice));

        decision.ShouldRecord(Li, new PostChanged(Li, School, Office, "校长", PostCategory.Head, March1, Notice));
    }

    [Fact]
    public void The_unit_they_were_in_is_that_of_the_day_of_the_change()
    {
        var given = Founded.And(new PostChanged(Li, Bureau, Office, "局长", PostCategory.Head, August1));

        var decision = given.When(new ChangePost(Li, School, "校长", PostCategory.Head, March1));

        decision.ShouldRecord(Li, new PostChanged(Li, School, Office, "校长", PostCategory.Head, March1));
    }

    [Fact]
    public void The_person_must_be_known()
    {
        var decision = Founded.When(new ChangePost("nobody", School, "校长", PostCategory.Head, March1));

        decision.ShouldNotKnow("person", "nobody", "personId");
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(new ChangePost(Li, "elsewhere", "校长", PostCategory.Head, March1));

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void The_unit_must_exist_on_that_day()
    {
        var given = Founded.And(new Ledger.Units.UnitDissolved(School, March1, "merged"));

        var decision = given.When(new ChangePost(Li, School, "校长", PostCategory.Head, March1));

        decision.ShouldRefuse("unit-not-in-existence", "since",
            new { UnitId = School, on = March1, EffectiveFrom = January1, DissolvedOn = March1 });
    }

    [Fact]
    public void Nobody_has_a_post_before_they_are_in_office()
    {
        var decision = Founded.When(new ChangePost(Li, School, "校长", PostCategory.Head, TooEarly));

        decision.ShouldRefuse("holder-not-in-office", "since", new { personId = Li, on = TooEarly, since = January1 });
    }

    [Fact]
    public void Nobody_takes_up_a_post_on_the_day_they_left()
    {
        var given = Founded.And(new LeftOffice(Li, Office, March1));

        var decision = given.When(new ChangePost(Li, School, "校长", PostCategory.Head, March1));

        decision.ShouldRefuse("holder-not-in-office", "since",
            new { personId = Li, on = March1, since = January1, LeftOn = March1 });
    }
}
