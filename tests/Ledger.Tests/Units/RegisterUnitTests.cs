using Ledger.Areas;
using Ledger.Units;
using NodaTime;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

public class RegisterUnitTests
{
    [Fact]
    public void A_unit_is_placed_below_another()
    {
        var labels = new LevelLabels("第一责任人", "分管领导", "岗位责任人");

        var decision = Founded.When(
            new RegisterUnit("窗口", "Counter", "branch", 3, Office, March1, [new(Training, Level.Direct)], labels, "counter", Notice));

        decision.ShouldCreate("counter", new UnitRegistered(
            "counter", "窗口", "Counter", "branch", 3, Office, March1, labels, [new(Training, Level.Direct)], Notice));
    }

    [Fact]
    public void A_top_unit_with_nothing_else_given_has_an_id_made_and_the_usual_labels()
    {
        var decision = Given.Nothing.When(new RegisterUnit("市", "Town", "town", 1, null, January1, []));

        decision.ShouldCreate("made-1", new UnitRegistered(
            "made-1", "市", "Town", "town", 1, null, January1, LevelLabels.Default, []));
    }

    [Fact]
    public void An_id_is_never_used_twice()
    {
        var decision = Founded.When(Counter() with { UnitId = School });

        decision.ShouldFindTaken("unit", School, "unitId");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void A_level_lies_between_1_and_20(int level)
    {
        var decision = Founded.When(Counter() with { Level = level });

        decision.ShouldRefuse("level-out-of-range", "level", new { from = 1, to = 20 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Both_ends_of_the_levels_are_taken(int level)
    {
        var decision = Founded.When(Counter() with { Level = level });

        decision.ShouldCreate("counter", new UnitRegistered(
            "counter", "窗口", "Counter", "branch", level, Office, March1, LevelLabels.Default, []));
    }

    [Fact]
    public void The_unit_above_must_be_known()
    {
        var decision = Founded.When(Counter() with { ParentId = "elsewhere" });

        decision.ShouldNotKnow("unit", "elsewhere", "parentId");
    }

    [Fact]
    public void The_unit_above_must_exist_on_the_first_day()
    {
        var decision = Founded.When(Counter() with { EffectiveFrom = TooEarly });

        decision.ShouldRefuse("unit-not-in-existence", "parentId", NotInExistence(Office, TooEarly, dissolvedOn: null));
    }

    [Fact]
    public void No_unit_is_placed_below_one_whose_end_is_recorded()
    {
        var given = Founded.And(new UnitDissolved(Office, August1, "merged"));

        var decision = given.When(Counter());

        decision.ShouldRefuse("parent-ends", "parentId", new { UnitId = Office, DissolvedOn = August1 });
    }

    [Fact]
    public void Required_cells_are_of_areas_in_the_catalogue()
    {
        var decision = Founded.When(Counter() with { RequiredCells = [new(Training, Level.First), new("weather", Level.First)] });

        decision.ShouldNotKnow("area", "weather", "requiredCells");
    }

    [Fact]
    public void A_cell_is_required_once()
    {
        var decision = Founded.When(Counter() with { RequiredCells = [new(Training, Level.First), new(Training, Level.First)] });

        decision.ShouldRefuse("cell-listed-twice", "requiredCells", new { AreaId = Training, Level = Level.First });
    }

    private static RegisterUnit Counter() => new("窗口", "Counter", "branch", 3, Office, March1, [], UnitId: "counter");

    private static object NotInExistence(string unitId, LocalDate on, LocalDate? dissolvedOn) =>
        new { UnitId = unitId, on, EffectiveFrom = January1, DissolvedOn = dissolvedOn };
}
