using System.Diagnostics;
using System.Text.Json;
using Ledger.Commands;
using Ledger.Shapes;
using Microsoft.AspNetCore.Http;

namespace Ledger.Http;

/// <summary>An answer that says what is wrong and what to do about it (RFC 9457).</summary>
/// <param name="Type">Stable; ends in the problem's code. Listed in docs/problems.md.</param>
/// <param name="Title">What is wrong, in the caller's language.</param>
/// <param name="Detail">What to do about it, in the caller's language.</param>
/// <param name="Errors">By member or parameter: what it should have been.</param>
/// <param name="Facts">What the caller needs to act.</param>
/// <param name="TraceId">Finds the request in the service's log.</param>
public sealed record Problem(
    string Type, string Title, int Status, string Detail, IReadOnlyDictionary<string, string[]>? Errors, object? Facts,
    string? TraceId) : IResult
{
    public const string TypePrefix = "https://ledger.example/problems/";

    /// <summary>How long a caller should wait after 429 and 503.</summary>
    private const int RetryAfterSeconds = 2;

    public static Problem Of(HttpContext http, int status, string code, object? facts = null,
        params IEnumerable<(string Field, string Text)> errors)
    {
        var language = Languages.Of(http.Request);
        var text = ProblemTexts.Of(code);
        var byField = errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => e.Text).ToArray());
        return new(TypePrefix + code, language.In(text.TitleZh, text.TitleEn), status, language.In(text.DetailZh, text.DetailEn),
            byField.Count == 0 ? null : byField, facts, Activity.Current?.Id ?? http.TraceIdentifier);
    }

    public static Problem Of(HttpContext http, Refusal refusal)
    {
        var text = ProblemTexts.Of(refusal.Code);
        return Of(http, refusal.Status, refusal.Code, refusal.Facts,
            refusal.Field is null ? [] : [(refusal.Field, Languages.Of(http.Request).In(text.TitleZh, text.TitleEn))]);
    }

    public static Problem Of(HttpContext http, Malformed malformed, string code = "malformed") =>
        Of(http, StatusCodes.Status400BadRequest, code, new { rule = malformed.Rule.Code },
            [(malformed.Field ?? "$", Languages.Of(http.Request).In(malformed.Rule.Zh, malformed.Rule.En))]);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        response.Headers.ContentLanguage = Languages.Of(httpContext.Request).TagOf();
        response.Headers.CacheControl = "no-store";
        if (Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = RetryAfterSeconds.ToString(null, null);
        await JsonSerializer.SerializeAsync(response.Body, this, LedgerJson.Options, httpContext.RequestAborted);
    }
}
