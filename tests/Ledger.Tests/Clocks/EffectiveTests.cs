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
    public void A_correction_concerns_the_entry_that_was_recorded_last()
    {
        var names = Names.With(March1, "C").WithLast(February1, "D");

        names.Last.ShouldBe(new Dated<string>(February1, "D"));
        names.Periods().ShouldBe([
            new(January1, February1, "A"), new(February1, April1, "D"), new(April1, Forever.End, "B")]);
    }

    [Fact]
    public void Without_entries_there_are_no_periods()
    {
        Effective<string>.None.Periods().ShouldBeEmpty();
    }
}
