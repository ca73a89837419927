using Ledger.LeadingGroups;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.LeadingGroups;

public class DissolveLeadingGroupTests
{
    private static readonly Given WithGroup = Founded.And(
        new LeadingGroupEstablished("group-1", Office, "responsibility", March1, []));

    [Fact]
    public void A_group_ends()
    {
        var decision = WithGroup.When(new DissolveLeadingGroup("group-1", August1, "done", Notice));

        decision.ShouldRecord("group-1", new LeadingGroupDissolved("group-1", Office, August1, "done", Basis: Notice));
    }

    [Fact]
    public void The_group_must_be_known()
    {
        var decision = Founded.When(new DissolveLeadingGroup("group-1", August1, "done"));

        decision.ShouldNotKnow("leading-group", "group-1", "groupId");
    }

    [Fact]
    public void A_group_ends_once()
    {
        var given = WithGroup.And(new LeadingGroupDissolved("group-1", Office, April1, "done"));

        var decision = given.When(new DissolveLeadingGroup("group-1", May1, "done"));

        decision.ShouldRefuse("already-dissolved", "groupId", new { DissolvedOn = April1 });
    }

    [Fact]
    public void A_group_does_not_end_on_its_first_day()
    {
        var decision = WithGroup.When(new DissolveLeadingGroup("group-1", March1, "done"));

        decision.ShouldRefuse("end-not-after-start", "dissolvedOn", new { EffectiveFrom = March1 });
    }
}
