using System.Security.Cryptography;
using System.Text;
using Ledger.Http;
using Ledger.Reads;
using Ledger.Reminders;
using Ledger.Shapes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Ledger.Calendars;

/// <summary><c>GET /calendar/{secret}.ics</c>: a unit's or an office-holder's coming due dates, as of today and as known now.
/// It takes no token: calendar programs have none. Who knows the secret may read.</summary>
public static class CalendarEndpoint
{
    private const string Chinese = "zh";

    private const string English = "en";

    private static readonly QueryParameters LanguageParameters = new([
        new("lang", "In which language; left out: by `Accept-Language`.", Chinese,
            text => text is Chinese or English ? null : Rule.OneOf([Chinese, English])),
    ]);

    public static void MapCalendars(this IEndpointRouteBuilder app) =>
        app.MapGet("/calendar/{secret}.ics", Handle).WithName("GetCalendar").WithTags("calendar").AllowAnonymous()
            .WithSummary("Coming due dates as iCalendar, for whoever knows the secret")
            .WithMetadata(LanguageParameters)
            .Produces<string>(StatusCodes.Status200OK, "text/calendar");

    private static async Task<IResult> Handle(HttpContext http, string secret, CalendarStore calendars, ReminderReader reminders)
    {
        // The answer to a route that does not exist: nothing tells an unknown secret from one that was revoked.
        if (await calendars.Find(secret, http.RequestAborted) is not { } calendar)
            return Results.NotFound();
        var values = ReadEndpoints.Values(http, LanguageParameters.All, out var malformed);
        if (malformed is not null)
            return Problem.Of(http, malformed, "query-malformed");
        var language = values.GetValueOrDefault("lang") switch
        {
            Chinese => Language.Chinese,
            English => Language.English,
            _ => Languages.Of(http.Request),
        };
        var due = await reminders.Now(calendar.TenantId, calendar.Scope,
            today => new(today, today.PlusDays(GetReminders.DaysAheadMax)), http.RequestAborted);
        var text = Encoding.UTF8.GetBytes(CalendarText.Of(calendar.TenantId, calendar.Scope, due, language));
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 12))}\"");
        return Results.Bytes(text, "text/calendar; charset=utf-8", entityTag: tag);
    }
}
