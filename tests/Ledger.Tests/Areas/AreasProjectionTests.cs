using Ledger.Areas;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Areas;

public class AreasProjectionTests
{
    [Fact]
    public void A_defined_area_is_one_row_and_an_undefined_one_none()
    {
        var training = Founded.State<Area>(Area.Stream(Training));

        AreasProjection.Rows(training).ShouldBe([new Area(Training, "培训", "Training")]);
        AreasProjection.Rows(Area.Empty).ShouldBeEmpty();
    }
}
