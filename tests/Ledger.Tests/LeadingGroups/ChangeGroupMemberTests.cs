using Ledger.LeadingGroups;
using Ledger.People;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.LeadingGroups;

public class ChangeGroupMemberTests
{
    private static readonly Given LiHeads = Founded.And(
        new LeadingGroupEstablished("group-1", Office, "responsibility", March1, [new(Li, GroupRole.Head)]));

    [Fact]
    public void Somebody_has_a_role_from_a_date_on()
    {
        var decision = LiHeads.When(new ChangeGroupMember("group-1", Wang, GroupRole.Member, August1, "joins", Notice));

        decision.ShouldRecord("group-1", new GroupMemberChanged(
            "group-1", Office, Wang, GroupRole.Member, August1, "joins", Notice));
    }

    [Fact]
    public void A_second_head_is_taken_and_displaces_nobody()
    {
        var decision = LiHeads.When(new ChangeGroupMember("group-1", Wang, GroupRole.Head, April1));

        decision.ShouldRecord("group-1", new GroupMemberChanged("group-1", Office, Wang, GroupRole.Head, April1));
    }

    [Fact]
    public void A_change_dated_before_the_start_of_the_group_is_taken()
    {
        var decision = LiHeads.When(new ChangeGroupMember("group-1", Wang, GroupRole.Member, February1));

        decision.ShouldRecord("group-1", new GroupMemberChanged("group-1", Office, Wang, GroupRole.Member, February1));
    }

    [Fact]
    public void Somebody_goes_out_even_if_they_are_not_in()
    {
        var decision = LiHeads.When(new ChangeGroupMember("group-1", Zhang, null, April1));

        decision.ShouldRecord("group-1", new GroupMemberChanged("group-1", Office, Zhang, null, April1));
    }

    [Fact]
    public void Somebody_goes_out_even_after_they_left()
    {
        var given = LiHeads.And(new LeftOffice(Li, Office, April1));

        var decision = given.When(new ChangeGroupMember("group-1", Li, null, May1));

        decision.ShouldRecord("group-1", new GroupMemberChanged("group-1", Office, Li, null, May1));
    }

    [Fact]
    public void The_group_must_be_known()
    {
        var decision = Founded.When(new ChangeGroupMember("group-1", Li, GroupRole.Member, April1));

        decision.ShouldNotKnow("leading-group", "group-1", "groupId");
    }

    [Theory]
    [InlineData(GroupRole.Member)]
    [InlineData(null)]
    public void The_person_must_be_known(GroupRole? role)
    {
        var decision = LiHeads.When(new ChangeGroupMember("group-1", "nobody", role, April1));

        decision.ShouldNotKnow("person", "nobody", "personId");
    }

    [Fact]
    public void The_person_must_be_in_office_on_that_day()
    {
        var given = LiHeads.And(new LeftOffice(Wang, Office, April1));

        var decision = given.When(new ChangeGroupMember("group-1", Wang, GroupRole.Member, April1));

        decision.ShouldRefuse("holder-not-in-office", "personId",
            new { personId = Wang, on = April1, since = January1, LeftOn = April1 });
    }

    [Fact]
    public void A_group_does_not_change_from_the_day_on_which_it_is_no_more()
    {
        var given = LiHeads.And(new LeadingGroupDissolved("group-1", Office, April1, "done"));

        var decision = given.When(new ChangeGroupMember("group-1", Wang, GroupRole.Member, April1));

        decision.ShouldRefuse("already-dissolved", "effectiveFrom", new { DissolvedOn = April1 });
    }

    [Fact]
    public void A_group_may_still_change_for_the_days_before_its_end()
    {
        var given = LiHeads.And(new LeadingGroupDissolved("group-1", Office, April1, "done"));

        var decision = given.When(new ChangeGroupMember("group-1", Wang, GroupRole.Member, April1.PlusDays(-1)));

        decision.ShouldRecord("group-1", new GroupMemberChanged("group-1", Office, Wang, GroupRole.Member, April1.PlusDays(-1)));
    }
}
