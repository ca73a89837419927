using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Clocks;
using Ledger.Matrix;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Matrix;

public class ResponsibilityProjectionTests
{
    private static readonly Cell Training = Given.Nothing
        .And(Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, March1), Ended("asg-2", Wang, May1))
        .State<Cell>(Cell.Stream(Office, Town.Training, Level.First));

    [Fact]
    public void Each_holder_is_a_row_over_the_days_held()
    {
        ResponsibilityProjection.Rows(Training).ShouldBe([
            new HoldingRow(Office, Town.Training, Level.First, January1, March1, "asg-1", Li, January1, null),
            new HoldingRow(Office, Town.Training, Level.First, March1, May1, "asg-2", Wang, March1, May1)]);
    }

    [Fact]
    public void A_holder_who_is_not_ended_holds_without_end()
    {
        var cell = Given.Nothing.And(Assigned("asg-1", Li, January1)).State<Cell>(Cell.Stream(Office, Town.Training, Level.First));

        ResponsibilityProjection.Rows(cell).ShouldBe([
            new HoldingRow(Office, Town.Training, Level.First, January1, Forever.End, "asg-1", Li, January1, null)]);
    }

    [Fact]
    public void A_cell_that_ever_had_an_assignment_is_one_row_with_its_version()
    {
        ResponsibilityProjection.CellRows(Training).ShouldBe([new CellRow(Office, Town.Training, Level.First, 3)]);
        ResponsibilityProjection.CellRows(Cell.Empty).ShouldBeEmpty();
    }
}
