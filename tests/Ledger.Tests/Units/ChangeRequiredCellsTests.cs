using Ledger.Areas;
using Ledger.Units;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

public class ChangeRequiredCellsTests
{
    [Fact]
    public void The_list_is_said_anew_from_a_date_on()
    {
        var decision = Founded.When(new ChangeRequiredCells(Office, [new(Archives, Level.First)], August1, Notice));

        decision.ShouldRecord(Office, new RequiredCellsChanged(Office, [new(Archives, Level.First)], August1, Notice));
    }

    [Fact]
    public void A_unit_may_require_nothing_any_more()
    {
        var decision = Founded.When(new ChangeRequiredCells(Office, [], March1));

        decision.ShouldRecord(Office, new RequiredCellsChanged(Office, [], March1));
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(new ChangeRequiredCells("elsewhere", [], March1));

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void The_unit_must_exist_on_that_day()
    {
        var decision = Founded.When(new ChangeRequiredCells(Office, [], TooEarly));

        decision.ShouldRefuse("unit-not-in-existence", "effectiveFrom",
            new { UnitId = Office, on = TooEarly, EffectiveFrom = January1 });
    }

    [Fact]
    public void The_areas_must_be_in_the_catalogue()
    {
        var decision = Founded.When(new ChangeRequiredCells(Office, [new("weather", Level.First)], March1));

        decision.ShouldNotKnow("area", "weather", "requiredCells");
    }

    [Fact]
    public void A_cell_is_listed_once()
    {
        var decision = Founded.When(
            new ChangeRequiredCells(Office, [new(Archives, Level.Direct), new(Training, Level.First), new(Archives, Level.Direct)], March1));

        decision.ShouldRefuse("cell-listed-twice", "requiredCells", new { AreaId = Archives, Level = Level.Direct });
    }
}
