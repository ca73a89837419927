using Ledger.Commands;
using Ledger.People;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.People;

public class RegisterOfficeHolderTests
{
    [Fact]
    public void A_person_takes_up_a_post()
    {
        var decision = Founded.When(new RegisterOfficeHolder(Office, "科长", PostCategory.SectionHead, March1, "chen", Basis: Notice));

        decision.ShouldCreate("chen", new OfficeHolderRegistered("chen", Office, "科长", PostCategory.SectionHead, March1, Notice));
        decision.Name.ShouldBeNull();
    }

    [Fact]
    public void A_name_goes_to_the_directory_and_into_no_event()
    {
        var decision = Founded.When(new RegisterOfficeHolder(Office, "科长", PostCategory.SectionHead, March1, DisplayName: "陈一"));

        decision.ShouldCreate("made-1", new OfficeHolderRegistered("made-1", Office, "科长", PostCategory.SectionHead, March1));
        decision.Name.ShouldBe(new PersonName("made-1", "陈一"));
    }

    [Fact]
    public void An_id_is_never_used_twice()
    {
        var decision = Founded.When(new RegisterOfficeHolder(Office, "科长", PostCategory.SectionHead, March1, Li));

        decision.ShouldFindTaken("person", Li, "personId");
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(new RegisterOfficeHolder("elsewhere", "科长", PostCategory.SectionHead, March1));

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void The_unit_must_exist_on_the_first_day()
    {
        var decision = Founded.When(new RegisterOfficeHolder(Office, "科长", PostCategory.SectionHead, TooEarly));

        decision.ShouldRefuse("unit-not-in-existence", "since", new { UnitId = Office, on = TooEarly, EffectiveFrom = January1 });
    }
}
