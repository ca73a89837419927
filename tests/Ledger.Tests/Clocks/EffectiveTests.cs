using Ledger.Clocks;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Clocks;

public class EffectiveTests
{
    private static readonly Effective<string> Names = Effective<string>.None.With(January1, "A").With(April1, "B");

    [Fact]
    public void Nothing_holds_before_the_first_start()
    {
        Names.On(TooEarly).ShouldBeNull();
        Effective<string>.None.On(January1).ShouldBeNull();
    }

    [Fact]
    public void A_value_holds_from_its_first_day_to_the_next_start()
    {
        Names.On(January1)!.Value.ShouldBe("A");
        Names.On(April1.PlusDays(-1))!.Value.ShouldBe("A");
        Names.On(April1)!.Value.ShouldBe("B");
    }

    [Fact]
    public void A_value_recorded_later_for_an_earlier_date_holds_until_the_next_start()
    {
        var names = Names.With(March1, "C");

        names.Periods().ShouldBe([
            new(January1, March1, "A"), new(March1, April1, "C"), new(April1, Forever.End, "B")]);
    }

    [Fact]
    public void Of_two_that_start_on_one_day_the_later_record_holds()
    {
        var names = Names.With(January1, "C");

        names.On(January1)!.Value.ShouldBe("C");
        names.Periods().ShouldBe([new(January1, April1, "C"), new(April1, Forever.End, "B")]);
    }

    [Fact]
    public void A_correction_concerns_the_entry_that_starts_on_the_day_it_names()
    {
        var names = Names.With(March1, "C").WithCorrected(March1, February1, "D");

        names.Periods().ShouldBe([
            new(January1, February1, "A"), new(February1, April1, "D"), new(April1, Forever.End, "B")]);
    }

    [Fact]
    public void A_correction_means_the_entry_in_force_or_else_the_first_to_come()
    {
        Names.MeantOn(March1).ShouldBe(new Dated<string>(January1, "A"));
        Names.MeantOn(April1).ShouldBe(new Dated<string>(April1, "B"));
        Names.MeantOn(January1.PlusDays(-1)).ShouldBe(new Dated<string>(January1, "A"));
    }

    [Fact]
    public void Without_entries_there_are_no_periods()
    {
        Effective<string>.None.Periods().ShouldBeEmpty();
    }
}
