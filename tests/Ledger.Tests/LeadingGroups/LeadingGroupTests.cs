using Ledger.Clocks;
using Ledger.LeadingGroups;
using Ledger.Log;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.LeadingGroups;

public class LeadingGroupTests
{
    [Fact]
    public void Nobody_has_a_role_before_the_group_starts_or_after_it_ends()
    {
        var group = Of(new LeadingGroupDissolved("group-1", Office, June1, "done"));

        group.RoleOn(Li, March1.PlusDays(-1)).ShouldBeNull();
        group.RoleOn(Li, March1).ShouldBe(GroupRole.Head);
        group.RoleOn(Li, June1.PlusDays(-1)).ShouldBe(GroupRole.Head);
        group.RoleOn(Li, June1).ShouldBeNull();
        group.RoleOn(Wang, March1).ShouldBeNull();
        Rows(group).ShouldBe([Row(Li, GroupRole.Head, March1, March1, June1)]);
    }

    [Fact]
    public void A_role_changes_and_its_since_is_the_start_of_the_present_one()
    {
        var group = Of(Changed(Li, GroupRole.Deputy, May1));

        group.RoleOn(Li, May1.PlusDays(-1)).ShouldBe(GroupRole.Head);
        group.RoleOn(Li, May1).ShouldBe(GroupRole.Deputy);
        Rows(group).ShouldBe([
            Row(Li, GroupRole.Head, March1, March1, May1), Row(Li, GroupRole.Deputy, May1, May1, Forever.End)]);
    }

    [Fact]
    public void A_role_recorded_again_goes_on_and_does_not_start_anew()
    {
        var group = Of(Changed(Li, GroupRole.Head, May1));

        Rows(group).ShouldBe([Row(Li, GroupRole.Head, March1, March1, Forever.End)]);
    }

    [Fact]
    public void One_who_goes_out_and_comes_back_starts_anew()
    {
        var group = Of(Changed(Li, null, April1), Changed(Li, GroupRole.Head, May1));

        group.RoleOn(Li, April1).ShouldBeNull();
        Rows(group).ShouldBe([
            Row(Li, GroupRole.Head, March1, March1, April1), Row(Li, GroupRole.Head, May1, May1, Forever.End)]);
    }

    [Fact]
    public void A_new_head_displaces_nobody()
    {
        var group = Of(Changed(Wang, GroupRole.Head, May1));

        group.RoleOn(Li, May1).ShouldBe(GroupRole.Head);
        group.RoleOn(Wang, May1).ShouldBe(GroupRole.Head);
    }

    [Fact]
    public void Of_two_changes_of_one_day_the_later_record_holds()
    {
        var group = Of(Changed(Li, GroupRole.Deputy, May1), Changed(Li, GroupRole.Member, May1));

        group.RoleOn(Li, May1).ShouldBe(GroupRole.Member);
        Rows(group).ShouldBe([
            Row(Li, GroupRole.Head, March1, March1, May1), Row(Li, GroupRole.Member, May1, May1, Forever.End)]);
    }

    [Fact]
    public void A_change_dated_before_the_start_of_the_group_shows_from_its_start_on()
    {
        var group = Of(Changed(Wang, GroupRole.Member, January1));

        group.RoleOn(Wang, February1).ShouldBeNull();
        group.RoleOn(Wang, March1).ShouldBe(GroupRole.Member);
        Rows(group).ShouldContain(Row(Wang, GroupRole.Member, March1, March1, Forever.End));
    }

    [Fact]
    public void Of_changes_before_the_start_only_the_latest_date_counts()
    {
        var group = Of(Changed(Wang, GroupRole.Deputy, February1), Changed(Wang, GroupRole.Member, January1));

        group.RoleOn(Wang, March1).ShouldBe(GroupRole.Deputy);
        Rows(group).Where(r => r.PersonId == Wang).ShouldBe([Row(Wang, GroupRole.Deputy, March1, March1, Forever.End)]);
    }

    [Fact]
    public void A_role_from_the_day_of_the_end_on_is_never_shown()
    {
        var group = Of(Changed(Wang, GroupRole.Member, June1), new LeadingGroupDissolved("group-1", Office, June1, "done"));

        Rows(group).ShouldBe([Row(Li, GroupRole.Head, March1, March1, June1)]);
        group.LastActOn.ShouldBe(June1);
    }

    private static GroupMemberChanged Changed(string personId, GroupRole? role, NodaTime.LocalDate from) =>
        new("group-1", Office, personId, role, from);

    private static LeadingGroup Of(params ILedgerEvent[] events) => Given.Nothing
        .And(new LeadingGroupEstablished("group-1", Office, "responsibility", March1, [new(Li, GroupRole.Head)])).And(events)
        .State<LeadingGroup>(LeadingGroup.Stream("group-1"));

    private static List<MemberRow> Rows(LeadingGroup group) => [.. LeadingGroupsProjection.MemberRows(group)];

    private static MemberRow Row(
        string personId, GroupRole role, NodaTime.LocalDate since, NodaTime.LocalDate from, NodaTime.LocalDate to) =>
        new("group-1", Office, personId, role, since, from, to);
}
