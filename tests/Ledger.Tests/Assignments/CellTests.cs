using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Log;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Assignments;

public class CellTests
{
    [Fact]
    public void A_cell_without_assignments_is_vacant()
    {
        Cell.Empty.HolderOn(March1).ShouldBeNull();
        Cell.Empty.Holdings().ShouldBeEmpty();
    }

    [Fact]
    public void A_holder_holds_from_the_first_day_on()
    {
        var cell = Of(Assigned("asg-1", Li, March1));

        HolderOn(cell, March1.PlusDays(-1)).ShouldBeNull();
        HolderOn(cell, March1).ShouldBe("asg-1");
        Holdings(cell).ShouldBe(["asg-1 2025-03-01.."]);
    }

    [Fact]
    public void The_latest_start_holds_whatever_the_order_of_recording()
    {
        var cell = Of(Assigned("asg-1", Li, April1), Assigned("asg-2", Wang, February1));

        HolderOn(cell, April1.PlusDays(-1)).ShouldBe("asg-2");
        HolderOn(cell, April1).ShouldBe("asg-1");
        Holdings(cell).ShouldBe(["asg-2 2025-02-01..2025-04-01", "asg-1 2025-04-01.."]);
    }

    [Fact]
    public void Of_two_that_start_on_one_day_the_later_record_holds()
    {
        var cell = Of(Assigned("asg-1", Li, March1), Replaced("asg-2", "asg-1", Wang, March1));

        HolderOn(cell, March1).ShouldBe("asg-2");
        Holdings(cell).ShouldBe(["asg-2 2025-03-01.."]);
    }

    [Fact]
    public void A_correction_does_not_make_an_assignment_a_later_record()
    {
        var cell = Of(
            Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, March1),
            Corrected("asg-1", Li, new(EffectiveFrom: March1)));

        HolderOn(cell, March1).ShouldBe("asg-2");
        HolderOn(cell, March1.PlusDays(-1)).ShouldBeNull();
    }

    [Fact]
    public void A_cell_whose_holder_ended_does_not_fall_back()
    {
        var cell = Of(Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, March1), Ended("asg-2", Wang, May1));

        HolderOn(cell, May1.PlusDays(-1)).ShouldBe("asg-2");
        HolderOn(cell, May1).ShouldBeNull();
        Holdings(cell).ShouldBe(["asg-1 2025-01-01..2025-03-01", "asg-2 2025-03-01..2025-05-01"]);
    }

    [Fact]
    public void An_end_after_the_start_of_a_successor_takes_nothing_from_it()
    {
        var cell = Of(Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, March1), Ended("asg-1", Li, May1));

        Holdings(cell).ShouldBe(["asg-1 2025-01-01..2025-03-01", "asg-2 2025-03-01.."]);
    }

    [Fact]
    public void Between_an_end_and_the_next_start_the_cell_is_vacant()
    {
        var cell = Of(Assigned("asg-1", Li, January1), Ended("asg-1", Li, March1), Assigned("asg-2", Wang, April1));

        HolderOn(cell, March1).ShouldBeNull();
        Holdings(cell).ShouldBe(["asg-1 2025-01-01..2025-03-01", "asg-2 2025-04-01.."]);
    }

    [Fact]
    public void Voiding_lets_what_was_there_before_resume()
    {
        var cell = Of(Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, March1), Voided("asg-2", Wang));

        Holdings(cell).ShouldBe(["asg-1 2025-01-01.."]);
    }

    [Fact]
    public void Voiding_the_first_leaves_its_successors()
    {
        var cell = Of(Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, March1), Voided("asg-1", Li));

        Holdings(cell).ShouldBe(["asg-2 2025-03-01.."]);
    }

    [Fact]
    public void Voiding_the_later_of_two_that_start_on_one_day_lets_the_other_hold()
    {
        var cell = Of(Assigned("asg-1", Li, March1), Replaced("asg-2", "asg-1", Wang, March1), Voided("asg-2", Wang));

        Holdings(cell).ShouldBe(["asg-1 2025-03-01.."]);
    }

    [Fact]
    public void Corrections_apply_one_after_another()
    {
        var cell = Of(
            Assigned("asg-1", Li, January1), Ended("asg-1", Li, May1),
            Corrected("asg-1", Wang, new(PersonId: Wang)),
            Corrected("asg-1", Wang, new(EffectiveFrom: February1)),
            Corrected("asg-1", Wang, new(EffectiveFrom: March1, EndsOn: (LocalDate?)April1)));

        Holdings(cell).ShouldBe(["asg-1 2025-03-01..2025-04-01"]);
        cell.HolderOn(March1).ShouldNotBeNull().PersonId.ShouldBe(Wang);
    }

    [Fact]
    public void An_end_taken_back_leaves_the_assignment_open()
    {
        var cell = Of(Assigned("asg-1", Li, January1), Ended("asg-1", Li, March1), Corrected("asg-1", Li, new(EndsOn: (LocalDate?)null)));

        Holdings(cell).ShouldBe(["asg-1 2025-01-01.."]);
    }

    [Fact]
    public void A_corrected_basis_replaces_the_one_before_and_no_other_correction_touches_it()
    {
        var cell = Of(
            Assigned("asg-1", Li, January1), Corrected("asg-1", Li, new(Basis: Notice)), Corrected("asg-1", Wang, new(PersonId: Wang)));

        cell.Find("asg-1").ShouldBe(new Assignment("asg-1", Wang, January1, Basis: Notice, RecordedAt: Given.RecordedAt));
    }

    [Fact]
    public void The_version_counts_every_event_of_the_stream()
    {
        var cell = Of(Assigned("asg-1", Li, January1), Ended("asg-1", Li, March1), Voided("asg-1", Li));

        cell.Version.ShouldBe(3);
        cell.Name.ShouldBe("cell/office/training/First");
    }

    [Fact]
    public void Those_whose_days_another_takes_are_displaced()
    {
        var before = Of(Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, March1), Replaced("asg-3", "asg-2", Zhang, May1));
        var after = Of(Assigned("asg-1", Li, January1), Replaced("asg-2", "asg-1", Wang, March1), Replaced("asg-3", "asg-2", Zhang, May1),
            Corrected("asg-3", Zhang, new(EffectiveFrom: February1)), Corrected("asg-2", Wang, new(EffectiveFrom: January1)));

        before.DisplacedBy("asg-3", after).ShouldBe([new("asg-1", Li, January1), new("asg-2", Wang, March1)]);
    }

    [Fact]
    public void Those_who_start_on_a_day_that_is_free_displace_nobody()
    {
        var before = Of(Assigned("asg-1", Li, January1), Ended("asg-1", Li, March1));
        var after = Of(Assigned("asg-1", Li, January1), Ended("asg-1", Li, March1), Assigned("asg-2", Wang, March1));

        before.DisplacedBy("asg-2", after).ShouldBeEmpty();
    }

    private static Cell Of(params ILedgerEvent[] events) =>
        Given.Nothing.And(events).State<Cell>(Cell.Stream(Office, Training, Level.First));

    private static string? HolderOn(Cell cell, LocalDate date) => cell.HolderOn(date)?.AssignmentId;

    private static IEnumerable<string> Holdings(Cell cell) => cell.Holdings().Select(p =>
        $"{p.Value.AssignmentId} {p.From:uuuu-MM-dd}..{(p.To == Ledger.Clocks.Forever.End ? "" : $"{p.To:uuuu-MM-dd}")}");
}
