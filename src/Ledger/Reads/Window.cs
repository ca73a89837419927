using Ledger.Commands;
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

    /// <summary>The window that a question asks for; a refusal when it ends before it starts.</summary>
    public static (Window Window, Refusal? Refusal) Of(Question question)
    {
        var (sentFrom, sentTo) = (question.Date("from"), question.Date("to"));
        var from = sentFrom ?? LocalDate.Min(question.AsOf, sentTo ?? question.AsOf);
        var to = sentTo ?? LocalDate.Max(from, question.AsOf);
        return (new(from, to), to < from ? new("window-ends-before-it-starts", "to", new { from, to }, Status: 400) : null);
    }
}
