using Ledger.Areas;
using Ledger.Log;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

public class UnitTests
{
    [Fact]
    public void A_unit_exists_from_its_first_day_to_the_day_before_its_end()
    {
        var unit = Of(new UnitDissolved(School, April1, "merged"));

        unit.ExistsOn(TooEarly).ShouldBeFalse();
        unit.ExistsOn(January1).ShouldBeTrue();
        unit.ExistsOn(April1.PlusDays(-1)).ShouldBeTrue();
        unit.ExistsOn(April1).ShouldBeFalse();
    }

    [Fact]
    public void Name_parent_and_required_cells_change_each_on_a_date_of_its_own()
    {
        var unit = Of(
            new UnitRenamed(School, "二校", "Second School", May1),
            new UnitMoved(School, Office, Bureau, March1),
            new RequiredCellsChanged(School, [new(Training, Level.Direct)], April1));

        unit.Names.On(May1.PlusDays(-1))!.Value.ShouldBe(new UnitName("学校", "School"));
        unit.Names.On(May1)!.Value.ShouldBe(new UnitName("二校", "Second School"));
        unit.ParentOn(March1.PlusDays(-1)).ShouldBe(Bureau);
        unit.ParentOn(March1).ShouldBe(Office);
        unit.Required.On(April1.PlusDays(-1))!.Value.ShouldBeEmpty();
        unit.Required.On(April1)!.Value.ShouldBe([new(Training, Level.Direct)]);
        unit.Version.ShouldBe(4);
    }

    [Fact]
    public void A_unit_moved_below_nothing_has_no_parent()
    {
        var unit = Of(new UnitMoved(School, null, Bureau, March1));

        unit.ParentOn(March1).ShouldBeNull();
    }

    [Fact]
    public void A_corrected_start_moves_what_was_said_at_the_registration()
    {
        var unit = Of(new UnitCorrected(School, "correction-1", new(EffectiveFrom: TooEarly), "mistyped"));

        unit.EffectiveFrom.ShouldBe(TooEarly);
        unit.Names.On(TooEarly)!.Value.ShouldBe(new UnitName("学校", "School"));
        unit.ParentOn(TooEarly).ShouldBe(Bureau);
        unit.Required.On(TooEarly)!.Value.ShouldBeEmpty();
    }

    [Fact]
    public void A_corrected_name_is_the_one_that_was_recorded_last()
    {
        var unit = Of(
            new UnitRenamed(School, "二校", "Second School", May1),
            new UnitCorrected(School, "correction-1", new(NameEn: "School No. 2"), "mistyped"));

        unit.Names.On(January1)!.Value.ShouldBe(new UnitName("学校", "School"));
        unit.Names.On(May1)!.Value.ShouldBe(new UnitName("二校", "School No. 2"));
    }

    [Fact]
    public void Corrected_labels_are_the_units_labels()
    {
        var labels = new LevelLabels("甲", "乙", "丙");

        var unit = Of(new UnitCorrected(School, "correction-1", new(LevelLabels: labels), "mistyped"));

        unit.Labels.ShouldBe(labels);
        unit.EffectiveFrom.ShouldBe(January1);
        (labels.Of(Level.First), labels.Of(Level.Leading), labels.Of(Level.Direct)).ShouldBe(("甲", "乙", "丙"));
    }

    private static Unit Of(params ILedgerEvent[] events) => Founded.And(events).State<Unit>(Unit.Stream(School));
}
