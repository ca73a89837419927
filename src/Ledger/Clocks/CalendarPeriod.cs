using System.Globalization;
using NodaTime;

namespace Ledger.Clocks;

/// <summary>A year, half-year, quarter or month of the calendar, in the tenant's dates.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">The first day after it.</param>
public sealed record CalendarPeriod(LocalDate From, LocalDate To)
{
    private const int MonthsOfYear = 12;
    private const int MonthsOfHalf = 6;
    private const int MonthsOfQuarter = 3;

    /// <summary>How long it is: 12, 6, 3 or 1.</summary>
    public int Months => ((To.Year - From.Year) * MonthsOfYear) + To.Month - From.Month;

    public bool IsYear => Months == MonthsOfYear;

    public bool IsHalfYear => Months == MonthsOfHalf;

    /// <summary>The period of a code such as <c>2025</c>, <c>2025-H1</c>, <c>2025-Q1</c> or <c>2025-01</c>, whose shape is
    /// checked already.</summary>
    public static CalendarPeriod Of(string code)
    {
        var year = Number(code[..4]);
        return code.Length == 4 ? Starting(year, 0, MonthsOfYear) : code[5] switch
        {
            'H' => Starting(year, Number(code[6..]) - 1, MonthsOfHalf),
            'Q' => Starting(year, Number(code[6..]) - 1, MonthsOfQuarter),
            _ => Starting(year, Number(code[5..]) - 1, 1),
        };
    }

    /// <summary>Its code, such as <c>2025-H1</c>.</summary>
    public string Code => Months switch
    {
        MonthsOfYear => $"{From.Year:0000}",
        MonthsOfHalf => $"{From.Year:0000}-H{(From.Month / MonthsOfHalf) + 1}",
        MonthsOfQuarter => $"{From.Year:0000}-Q{(From.Month / MonthsOfQuarter) + 1}",
        _ => $"{From.Year:0000}-{From.Month:00}",
    };

    /// <summary>The periods of so many months (12, 6, 3 or 1) of which a day lies from <paramref name="from"/> up to, not
    /// including, <paramref name="to"/>.</summary>
    public static IEnumerable<CalendarPeriod> Touching(LocalDate from, LocalDate to, int months)
    {
        for (var period = Starting(from.Year, (from.Month - 1) / months, months); period.From < to;
            period = new(period.To, period.To.PlusMonths(months)))
            yield return period;
    }

    public bool Overlaps(CalendarPeriod other) => From < other.To && other.From < To;

    private static CalendarPeriod Starting(int year, int number, int months)
    {
        var from = new LocalDate(year, 1, 1).PlusMonths(number * months);
        return new(from, from.PlusMonths(months));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
