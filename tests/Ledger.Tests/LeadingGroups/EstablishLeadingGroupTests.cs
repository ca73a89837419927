using Ledger.LeadingGroups;
using Ledger.People;
using Ledger.Units;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.LeadingGroups;

public class EstablishLeadingGroupTests
{
    [Fact]
    public void A_unit_sets_up_a_group_with_its_seats()
    {
        var decision = Founded.When(new EstablishLeadingGroup(
            Office, "responsibility", March1, [new(Li, GroupRole.Head), new(Wang, GroupRole.Deputy)], "group-1", Notice));

        decision.ShouldCreate("group-1", new LeadingGroupEstablished(
            "group-1", Office, "responsibility", March1, [new(Li, GroupRole.Head), new(Wang, GroupRole.Deputy)], Notice));
    }

    [Fact]
    public void A_unit_may_have_a_second_group_for_the_same_purpose_and_an_id_left_out_is_made()
    {
        var given = Founded.And(new LeadingGroupEstablished("group-1", Office, "responsibility", January1, []));

        var decision = given.When(Group() with { GroupId = null });

        decision.ShouldCreate("made-1", new LeadingGroupEstablished("made-1", Office, "responsibility", March1, []));
    }

    [Fact]
    public void A_group_recorded_after_the_end_of_its_unit_ends_with_it()
    {
        var given = Founded.And(new UnitDissolved(Office, May1, "merged"));

        var decision = given.When(Group());

        decision.ShouldCreate("group-1",
            new LeadingGroupEstablished("group-1", Office, "responsibility", March1, []),
            new LeadingGroupDissolved("group-1", Office, May1, "merged", Office));
    }

    [Fact]
    public void An_id_is_never_used_twice()
    {
        var given = Founded.And(new LeadingGroupEstablished("group-1", School, "safety", January1, []));

        var decision = given.When(Group());

        decision.ShouldFindTaken("leading-group", "group-1", "groupId");
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(Group() with { UnitId = "elsewhere" });

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void The_unit_must_exist_on_that_day()
    {
        var decision = Founded.When(Group() with { EffectiveFrom = TooEarly });

        decision.ShouldRefuse("unit-not-in-existence", "effectiveFrom",
            new { UnitId = Office, on = TooEarly, EffectiveFrom = January1 });
    }

    [Fact]
    public void The_members_must_be_known()
    {
        var decision = Founded.When(Group(new(Li, GroupRole.Head), new("nobody", GroupRole.Member)));

        decision.ShouldNotKnow("person", "nobody", "members[1].personId");
    }

    [Fact]
    public void The_members_must_be_in_office_on_that_day()
    {
        var given = Founded.And(new LeftOffice(Li, Office, March1));

        var decision = given.When(Group(new GroupSeat(Li, GroupRole.Head)));

        decision.ShouldRefuse("holder-not-in-office", "members[0].personId",
            new { personId = Li, on = March1, since = January1, LeftOn = March1 });
    }

    [Fact]
    public void A_member_has_one_seat()
    {
        var decision = Founded.When(Group(new(Li, GroupRole.Head), new(Li, GroupRole.Member)));

        decision.ShouldRefuse("member-listed-twice", "members", new { PersonId = Li });
    }

    private static EstablishLeadingGroup Group(params GroupSeat[] members) => new(Office, "responsibility", March1, members, "group-1");
}
