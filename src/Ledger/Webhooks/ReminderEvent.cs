using System.Text.Json.Nodes;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Reminders;
using NodaTime;

namespace Ledger.Webhooks;

/// <summary>A reminder as it leaves the ledger: ids and dates only, no title, name or other text that somebody typed.</summary>
/// <param name="DueOn">The last day in time, a date of the tenant's zone.</param>
/// <param name="Overdue">Whether that day had passed when it was noted.</param>
/// <param name="AsOf">The day on which it was noted, in the tenant's zone.</param>
/// <param name="Position">What was known then: <c>/api/reminders</c> says the same at <c>asOf</c> and <c>knownAt=#position</c>.</param>
public sealed record ReminderContent(
    LocalDate DueOn, bool Overdue, ReminderKind Kind, string UnitId, string? PersonId, Reference? Subject, RuleCode? RuleCode,
    string? ObligationId, string? Period, LocalDate AsOf, long Position);

/// <summary>A CloudEvent (1.0, structured JSON).</summary>
/// <param name="Id">Of the thing and its due date: whatever is sent twice has the same.</param>
/// <param name="Subject">What falls due, as <c>task/ID</c>.</param>
/// <param name="Time">When it was noted (UTC).</param>
/// <param name="Sequence">Its number among what this webhook is sent, without gaps, as text of a fixed length.</param>
/// <param name="Data">A <see cref="ReminderContent"/>.</param>
public sealed record ReminderEvent(string Id, Uri Source, string Subject, Instant Time, string Sequence, JsonNode Data)
{
    public const string ContentType = "application/cloudevents+json";

    public string Specversion { get; init; } = "1.0";

    public string Type { get; init; } = "ledger.reminder.due";

    public string Datacontenttype { get; init; } = "application/json";
}
