using Ledger.Areas;
using Ledger.Clocks;
using Ledger.Log;
using Ledger.Units;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

public class UnitsProjectionTests
{
    private const string Labels = """{"First":"第一责任人","Leading":"分管领导","Direct":"直接责任人"}""";

    [Fact]
    public void A_unit_is_found_on_every_date_also_before_it_existed_and_after_its_end()
    {
        var school = Of(new UnitDissolved(School, April1, "merged"));

        UnitsProjection.Rows(school).ShouldBe([
            new UnitRow(School, Forever.Start, Forever.End, "学校", "School", "school", 2, Bureau, Labels, "[]", January1, April1, 2)]);
    }

    [Fact]
    public void Each_change_starts_a_row_with_what_holds_from_then_on()
    {
        var school = Of(
            new UnitMoved(School, null, Bureau, March1),
            new RequiredCellsChanged(School, [new(Training, Level.Direct)], February1),
            new UnitRenamed(School, "二校", "Second School", March1));

        var required = """[{"areaId":"training","level":"Direct"}]""";
        UnitsProjection.Rows(school).ShouldBe([
            new UnitRow(School, Forever.Start, February1, "学校", "School", "school", 2, Bureau, Labels, "[]", January1, null, 4),
            new UnitRow(School, February1, March1, "学校", "School", "school", 2, Bureau, Labels, required, January1, null, 4),
            new UnitRow(School, March1, Forever.End, "二校", "Second School", "school", 2, null, Labels, required, January1, null, 4)]);
    }

    [Fact]
    public void A_unit_of_which_nothing_is_recorded_is_no_row()
    {
        UnitsProjection.Rows(Unit.Empty).ShouldBeEmpty();
        UnitsProjection.RequiredCellRows(Unit.Empty).ShouldBeEmpty();
    }

    [Fact]
    public void Cells_are_required_from_their_date_to_the_next_list()
    {
        var school = Of(
            new RequiredCellsChanged(School, [new(Training, Level.First), new(Archives, Level.Direct)], March1),
            new RequiredCellsChanged(School, [new(Training, Level.First)], May1));

        UnitsProjection.RequiredCellRows(school).ShouldBe([
            Row(Training, Level.First, March1, May1), Row(Archives, Level.Direct, March1, May1),
            Row(Training, Level.First, May1, Forever.End)]);
    }

    [Fact]
    public void Nothing_is_required_from_the_day_on_which_the_unit_is_no_more()
    {
        var school = Of(
            new RequiredCellsChanged(School, [new(Training, Level.First)], March1),
            new UnitDissolved(School, May1, "merged"));

        UnitsProjection.RequiredCellRows(school).ShouldBe([Row(Training, Level.First, March1, May1)]);
    }

    private static RequiredCellRow Row(string areaId, Level level, LocalDate from, LocalDate to) => new(School, areaId, level, from, to);

    private static Unit Of(params ILedgerEvent[] events) => Founded.And(events).State<Unit>(Unit.Stream(School));
}
