using Ledger.Clocks;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Clocks;

public class CalendarPeriodTests
{
    [Theory]
    [InlineData("2025", 2025, 1, 2026, 1, 12), InlineData("2025-H1", 2025, 1, 2025, 7, 6), InlineData("2025-H2", 2025, 7, 2026, 1, 6)]
    [InlineData("2025-Q1", 2025, 1, 2025, 4, 3), InlineData("2025-Q4", 2025, 10, 2026, 1, 3)]
    [InlineData("2025-01", 2025, 1, 2025, 2, 1), InlineData("2024-02", 2024, 2, 2024, 3, 1), InlineData("2199-12", 2199, 12, 2200, 1, 1)]
    public void A_code_is_a_period_of_whole_months(string code, int year, int month, int toYear, int toMonth, int months)
    {
        var period = CalendarPeriod.Of(code);

        period.ShouldBe(new(new(year, month, 1), new(toYear, toMonth, 1)));
        period.Months.ShouldBe(months);
        (period.IsYear, period.IsHalfYear).ShouldBe((months == 12, months == 6));
    }

    [Theory]
    [InlineData("2025", "2025-03", true), InlineData("2025-Q1", "2025-H1", true), InlineData("2025-H1", "2025-H2", false)]
    [InlineData("2025-06", "2025-07", false), InlineData("2025-03", "2025-03", true), InlineData("2024", "2025", false)]
    public void Periods_overlap_when_they_share_a_day(string one, string other, bool overlap)
    {
        CalendarPeriod.Of(one).Overlaps(CalendarPeriod.Of(other)).ShouldBe(overlap);
        CalendarPeriod.Of(other).Overlaps(CalendarPeriod.Of(one)).ShouldBe(overlap);
    }
}
