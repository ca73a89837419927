using Ledger.Commands;
using Ledger.Log;
using Ledger.Obligations;
using Ledger.People;
using Ledger.Reads;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime.Text;

namespace Ledger.Reminders;

/// <summary>What falls due in a window and is not done, as known and as of the question's date: open tasks, and what adopted
/// rules leave open. Nothing of it is stored.</summary>
public static class GetReminders
{
    /// <summary>So far ahead of <c>asOf</c> one may ask: rules that come round go on for ever.</summary>
    public const int DaysAheadMax = 366;

    private const int DaysAhead = 14;

    /// <summary>A rule asks of a day what is due the day before at the earliest.</summary>
    private const int DaysBehindDue = 2;

    internal static readonly QueryParameter Person = QueryParameter.Id(
        "person", "Only what this office-holder owes: open tasks, and what rules of the person's or the given units ask of the person.", "li");

    private static readonly QueryParameter From = QueryParameter.Date(
        "from", "First due date; left out: `asOf`, or `to` when that is earlier. Earlier ones are of tasks that are overdue.");

    private static readonly QueryParameter To = QueryParameter.Date(
        "to", $"Last due date, at most {DaysAheadMax} days after `asOf`. Left out: {DaysAhead} days after `asOf`, or `from` when that is later.");

    public static readonly ReadRoute Route = new("/api/reminders", "ListReminders", "What falls due, by due date",
        typeof(Page<Reminder>), [QueryParameter.Unit, QueryParameter.Subtree, Person, From, To], Read)
    { IsKey = SortKey.IsDateAndId };

    /// <summary>The reminders of the question's units and person with due dates in a window, by due date.</summary>
    public static async Task<(IReadOnlyList<Reminder> Reminders, Refusal? Refusal)> Of(
        ReadSession session, Window window, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return ([], refusal);
        var personId = session.Question.Text(Person.Name);
        var owing = units;
        if (personId is not null)
        {
            if (await GetPeople.Find(session, personId, cancellation) is not { } person)
                return ([], Refusal.Unknown(IdKind.Person, personId, Person.Name));
            owing ??= [person.UnitId];
        }

        var tasks = await GetTasks.DueIn(session, units, personId, window, cancellation);
        var adopted = await GetObligations.Of(session, null, owing, cancellation);
        var checks = await GetChecks.Of(session, adopted, owing, cancellation, window.To.PlusDays(DaysBehindDue));
        var all = Reminder.Of(tasks, checks, window);
        return (personId is null ? all : [.. all.Where(r => r.PersonId == personId)], null);
    }

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var question = session.Question;
        var window = Window.Of(question, DaysAhead);
        var last = question.AsOf.PlusDays(DaysAheadMax);
        if (window.To > last)
            return new Refusal("window-too-far-ahead", To.Name, new { window.To, last }, Status: 400);
        var (all, refusal) = await Of(session, window, cancellation);
        if (refusal is not null)
            return refusal;
        var left = all.Where(r => question.After is null || Behind(r, question.After)).ToList();
        var page = left.Take(question.Limit).ToList();
        return new(new Page<Reminder>(page, left.Count <= page.Count ? null : session.Cursor(
            [LocalDatePattern.Iso.Format(page[^1].DueOn), page[^1].Id])));
    }

    private static bool Behind(Reminder r, IReadOnlyList<string> after)
    {
        var due = LocalDatePattern.Iso.Parse(after[0]).Value;
        return r.DueOn > due || (r.DueOn == due && string.CompareOrdinal(r.Id, after[1]) > 0);
    }
}
