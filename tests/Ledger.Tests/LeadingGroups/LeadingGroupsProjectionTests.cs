using Ledger.LeadingGroups;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.LeadingGroups;

/// <summary>The rows of members are tested with the roles that they follow from, in <see cref="LeadingGroupTests"/>.</summary>
public class LeadingGroupsProjectionTests
{
    [Fact]
    public void A_group_is_one_row_with_its_basis()
    {
        var group = Given.Nothing.And(
                new LeadingGroupEstablished("group-1", Office, "responsibility", March1, [], Notice),
                new LeadingGroupDissolved("group-1", Office, June1, "done"))
            .State<LeadingGroup>(LeadingGroup.Stream("group-1"));

        LeadingGroupsProjection.Rows(group).ShouldBe([
            new GroupRow("group-1", Office, "responsibility", March1, June1, Then.Text(Notice), 2)]);
    }

    [Fact]
    public void A_group_of_which_nothing_is_recorded_is_no_row()
    {
        LeadingGroupsProjection.Rows(LeadingGroup.Empty).ShouldBeEmpty();
        LeadingGroupsProjection.MemberRows(LeadingGroup.Empty).ShouldBeEmpty();
    }
}
