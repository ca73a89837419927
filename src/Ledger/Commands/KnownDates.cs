using NodaTime;

namespace Ledger.Commands;

/// <summary>What holds of the dates of things done, all in the tenant's zone.</summary>
public static class KnownDates
{
    /// <summary>Things done are not dated after the day on which they are recorded.</summary>
    public static Refusal? InTheFuture(this Known known, LocalDate done, string field) =>
        done > known.Today ? new("date-in-the-future", field, new { today = known.Today }) : null;

    /// <summary>What follows on something is not dated before it.</summary>
    public static Refusal? TooEarly(LocalDate done, LocalDate earliest, string field) =>
        done < earliest ? new("date-too-early", field, new { earliest }) : null;

    /// <summary>What is told of a period is not recorded before that has begun.</summary>
    public static Refusal? NotBegun(this Known known, Clocks.CalendarPeriod period, string field) =>
        period.From > known.Today ? new("period-not-begun", field, new { period.From, today = known.Today }) : null;
}
