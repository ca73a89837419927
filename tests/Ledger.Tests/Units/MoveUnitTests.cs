using Ledger.Units;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

public class MoveUnitTests
{
    [Fact]
    public void A_unit_stands_below_another_and_the_event_says_where_it_stood()
    {
        var decision = Founded.When(new MoveUnit(School, Office, March1, Notice));

        decision.ShouldRecord(School, new UnitMoved(School, Office, Bureau, March1, Notice));
    }

    [Fact]
    public void A_unit_moved_below_nothing_is_a_top_unit()
    {
        var decision = Founded.When(new MoveUnit(School, null, March1));

        decision.ShouldRecord(School, new UnitMoved(School, null, Bureau, March1));
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(new MoveUnit("elsewhere", Office, March1));

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void The_unit_must_exist_on_that_day()
    {
        var decision = Founded.When(new MoveUnit(School, null, TooEarly));

        decision.ShouldRefuse("unit-not-in-existence", "effectiveFrom",
            new { UnitId = School, on = TooEarly, EffectiveFrom = January1 });
    }

    [Fact]
    public void The_unit_above_must_be_known()
    {
        var decision = Founded.When(new MoveUnit(School, "elsewhere", March1));

        decision.ShouldNotKnow("unit", "elsewhere", "parentId");
    }

    [Fact]
    public void The_unit_above_must_exist_on_that_day()
    {
        var given = Founded.And(new UnitRegistered("counter", "窗口", "Counter", "branch", 3, null, May1, LevelLabels.Default, []));

        var decision = given.When(new MoveUnit(School, "counter", March1));

        decision.ShouldRefuse("unit-not-in-existence", "parentId", new { UnitId = "counter", on = March1, EffectiveFrom = May1 });
    }

    [Fact]
    public void No_unit_stands_below_itself()
    {
        var decision = Founded.When(new MoveUnit(School, School, March1));

        decision.ShouldRefuse("cycle", "parentId", new { on = March1, path = new[] { School } });
    }

    [Fact]
    public void No_unit_stands_below_one_that_is_below_it()
    {
        var given = Founded.And(new UnitMoved(School, Office, Bureau, February1));

        var decision = given.When(new MoveUnit(Bureau, School, March1));

        decision.ShouldRefuse("cycle", "parentId", new { on = March1, path = new[] { Bureau, School, Office } });
    }

    [Fact]
    public void A_move_that_would_close_a_circle_only_on_a_later_date_is_refused()
    {
        var given = Founded.And(new UnitMoved(School, Office, Bureau, August1));

        var decision = given.When(new MoveUnit(Office, School, March1));

        decision.ShouldRefuse("cycle", "parentId", new { on = August1, path = new[] { Office, School } });
    }

    [Fact]
    public void A_move_is_taken_when_the_other_way_round_was_only_earlier()
    {
        var given = Founded.And(
            new UnitMoved(School, Office, Bureau, February1),
            new UnitMoved(School, Bureau, Office, March1));

        var decision = given.When(new MoveUnit(Office, School, March1));

        decision.ShouldRecord(Office, new UnitMoved(Office, School, Bureau, March1));
    }
}
