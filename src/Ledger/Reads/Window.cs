using Ledger.Commands;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Reads;

/// <summary>The days over which a reader reckons, both ends inclusive, in the tenant's zone; past or future.</summary>
public sealed record Window(LocalDate From, LocalDate To)
{
    public static readonly QueryParameter FromDay =
        QueryParameter.Date("from", "First day of the window; left out: `asOf`, or `to` when that is earlier.");

    public static readonly QueryParameter ToDay =
        QueryParameter.Date("to", "Last day of the window; left out: `asOf`, or `from` when that is later.");

    public bool Has(LocalDate day) => From <= day && day <= To;

    /// <summary>Why a question's days are none: they end before they start.</summary>
    internal static Refusal? Backwards(IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(FromDay.Name, out var first) && values.TryGetValue(ToDay.Name, out var last)
        && Dates.Parse(first) is { } from && Dates.Parse(last) is { } to && to < from
            ? new("window-ends-before-it-starts", ToDay.Name, new { from, to }, Status: 400)
            : null;

    /// <summary>The window that a question asks for.</summary>
    /// <param name="daysAhead">So many days after <c>asOf</c> it ends when nothing is said.</param>
    public static Window Of(Question question, int daysAhead = 0)
    {
        var (sentFrom, sentTo) = (question.Date("from"), question.Date("to"));
        var from = sentFrom ?? LocalDate.Min(question.AsOf, sentTo ?? question.AsOf);
        var to = sentTo ?? LocalDate.Max(from, question.AsOf.PlusDays(daysAhead));
        return new(from, to);
    }
}
