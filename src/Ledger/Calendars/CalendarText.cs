using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Ledger.Http;
using Ledger.Log;
using Ledger.Reminders;
using Ledger.Timeline;

namespace Ledger.Calendars;

/// <summary>Reminders as iCalendar (RFC 5545): each a whole day without taking up time.</summary>
internal static class CalendarText
{
    /// <param name="due">Every event carries the recorded instant that is reflected, so the same content is the same text.</param>
    public static string Of(string tenant, ReminderScope scope, DueNow due, Language language)
    {
        var calendar = new Calendar { ProductId = "-//Ledger//Reminders//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", Line(language, new("到期提醒", "Due"), scope.UnitId ?? scope.PersonId));
        // Before the first act there is nothing to be reminded of.
        if (due.Asked.KnownAt is { } recordedAt)
            calendar.Events.AddRange(due.Reminders.Select(r => Event(tenant, r, new(recordedAt.ToDateTimeUtc()), language)));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(string tenant, Reminder r, CalDateTime recordedAt, Language language) => new()
    {
        Uid = $"{r.Id}@{tenant}.ledger",
        DtStamp = recordedAt,
        Start = new(r.DueOn.ToDateOnly()),
        End = new(r.DueOn.PlusDays(1).ToDateOnly()),
        Transparency = TransparencyType.Transparent,
        Summary = language.In(r.Detail.Zh, r.Detail.En),
        Description = string.Join('\n', Lines(r, language)),
    };

    private static IEnumerable<string> Lines(Reminder r, Language language)
    {
        yield return Line(language, Terms.Kind(IdKind.Unit), r.UnitId);
        if (r.Subject is not null)
            yield return Line(language, Terms.Kind(r.Subject.Type), r.Subject.Id);
        if (r.RuleCode is { } code)
            yield return Line(language, new("规则", "rule"), $"{code}{(r.Period is null ? "" : $" {r.Period}")}");
    }

    private static string Line(Language language, Sentence word, string? what) =>
        language.In($"{word.Zh}：{what}", $"{word.En}: {what}");
}
