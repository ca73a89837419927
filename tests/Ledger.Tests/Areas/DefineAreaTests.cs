using Ledger.Areas;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Areas;

public class DefineAreaTests
{
    [Fact]
    public void A_new_area_joins_the_catalogue()
    {
        var decision = Founded.When(new DefineArea("安全", "Safety", "safety", Notice));

        decision.ShouldCreate("safety", new AreaDefined("safety", "安全", "Safety", Notice));
    }

    [Fact]
    public void An_id_left_out_is_made()
    {
        var decision = Founded.When(new DefineArea("安全", "Safety"));

        decision.ShouldCreate("made-1", new AreaDefined("made-1", "安全", "Safety"));
    }

    [Fact]
    public void An_id_is_never_used_twice()
    {
        var decision = Founded.When(new DefineArea("安全", "Safety", Training));

        decision.ShouldFindTaken("area", Training, "areaId");
    }
}
