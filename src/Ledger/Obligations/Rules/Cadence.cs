using System.Text.Json.Serialization;
using Ledger.Clocks;

namespace Ledger.Obligations.Rules;

/// <summary>How often something is owed.</summary>
public enum Cadence
{
    [JsonStringEnumMemberName("month")] Month = 1,
    [JsonStringEnumMemberName("quarter")] Quarter = 3,
    [JsonStringEnumMemberName("half-year")] HalfYear = 6,
    [JsonStringEnumMemberName("year")] Year = 12,
}

/// <summary>Rules that come round with the calendar.</summary>
internal static class Recurring
{
    /// <summary>One check for each calendar period that a case asks, if the unit exists on its last day (while it runs:
    /// on the day of asking) and owes it.</summary>
    public static IEnumerable<Check> Each(RuleCase asked, Cadence cadence, Func<CalendarPeriod, Check> check)
    {
        foreach (var period in CalendarPeriod.Touching(asked.Window.From, asked.Window.To, (int)cadence))
        {
            var last = NodaTime.LocalDate.Min(period.To.PlusDays(-1), NodaTime.LocalDate.Max(asked.AsOf, period.From));
            if (asked.Unit.Exists.Has(last) && asked.IsOwed(period.Days().Last))
                yield return check(period) with { Period = period.Code };
        }
    }

    public static DaySpan Days(this CalendarPeriod period) => new(period.From, period.To);
}
