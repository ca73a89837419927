using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Commands;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;

namespace Ledger.Http;

/// <summary>One mapping for all reads: both clocks resolved, the answer stamped with them, ETag and 304.</summary>
public static class ReadEndpoints
{
    /// <summary>The shape of answers; the same question gives the same bytes within one version.</summary>
    public const int ContractVersion = 1;

    /// <summary>The position that an answer reflects, also on 304.</summary>
    public const string PositionHeader = "Ledger-Position";

    /// <summary>The date of an answer that is written line by line.</summary>
    public const string AsOfHeader = "Ledger-As-Of";

    public static void MapReads(this IEndpointRouteBuilder app, IEnumerable<ReadRoute> routes)
    {
        foreach (var route in routes)
            app.MapGet(route.Route, (
                HttpContext http, ClockReader clocks, AnswerCache cache, LedgerDatabase database, EventCodec codec) =>
                    Handle(http, route, clocks, cache, database, codec))
                .WithName(route.Name)
                .WithTags(CommandEndpoints.TagOf(route.Route))
                .WithSummary(route.Summary)
                .WithMetadata(route);
    }

    private static async Task<IResult> Handle(
        HttpContext http, ReadRoute route, ClockReader clocks, AnswerCache cache, LedgerDatabase database, EventCodec codec)
    {
        var caller = Caller.Of(http);
        var values = Values(http, route.AllParameters, out var malformed);
        if (malformed is not null)
            return Problem.Of(http, malformed, "query-malformed");
        if (Window.Backwards(values) is { } backwards)
            return Problem.Of(http, backwards);
        Cursor? cursor = null;
        if (values.TryGetValue(QueryParameter.Cursor.Name, out var text)
            && ((cursor = Cursor.Parse(text, values)) is null || !route.IsKey(cursor.After)))
            return Problem.Of(http, 400, "cursor-malformed");

        var knownAt = cursor is not null ? new KnownTime(null, cursor.Position)
            : values.TryGetValue(QueryParameter.KnownAt.Name, out var known) ? KnownTime.Parse(known) : null;
        var asOf = cursor?.AsOf ?? (values.TryGetValue(QueryParameter.AsOf.Name, out var date) ? Dates.Parse(date) : null);
        var (resolved, refusal) = await clocks.Resolve(caller.Tenant, knownAt, asOf, http.RequestAborted);
        if (resolved is null)
            return Problem.Of(http, refusal!);

        var limit = values.TryGetValue(QueryParameter.Limit.Name, out var n)
            ? int.Parse(n, CultureInfo.InvariantCulture)
            : Question.LimitDefault;
        var question = new Question(
            caller.Tenant, resolved.Zone, resolved.AsOf, resolved.Position, resolved.KnownAt, limit, cursor?.After, values)
        { Rebuilds = resolved.Rebuilds };
        if (route.Lines is not null)
            return await Lines(route, new(database, codec, clocks, question), http);
        var kept = await cache.Take(question, route, async () =>
        {
            var reading = await route.Read(new ReadSession(database, codec, clocks, question), http.RequestAborted);
            return reading.Refusal is { } refused ? new(null, null, refused) : Content(question, reading.Content!);
        });
        return kept.Refusal is { } none ? Problem.Of(http, none) : new Answer(question, kept);
    }

    /// <summary>An answer of any length, line by line; its clocks stand in its headers.</summary>
    private static async Task<IResult> Lines(ReadRoute route, ReadSession session, HttpContext http)
    {
        if ((await route.Read(session, http.RequestAborted)).Refusal is { } refused)
            return Problem.Of(http, refused);
        var question = session.Question;
        http.Response.ContentType = "application/x-ndjson; charset=utf-8";
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers[PositionHeader] = question.Position.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[AsOfHeader] = LocalDatePattern.Iso.Format(question.AsOf);
        await route.Lines!(session, http.Response.BodyWriter, http.RequestAborted);
        return Results.Empty;
    }

    /// <summary>The ETag is over the content and its date, so it outlives acts elsewhere.</summary>
    private static KeptAnswer Content(Question question, object content)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(content, content.GetType(), LedgerJson.Options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes($"{ContractVersion} {LocalDatePattern.Iso.Format(question.AsOf)} "));
        hash.AppendData(content is IPage page
            ? JsonSerializer.SerializeToUtf8Bytes(page.WithoutPosition, content.GetType(), LedgerJson.Options)
            : body);
        return new(body, $"W/\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12))}\"", null);
    }

    /// <summary>Members of the path and known query parameters; a misspelt one would answer another question.</summary>
    internal static Dictionary<string, string> Values(
        HttpContext http, IEnumerable<QueryParameter> parameters, out Malformed? malformed)
    {
        malformed = null;
        var values = http.Request.RouteValues.Where(v => v.Value is string)
            .ToDictionary(v => v.Key, v => (string)v.Value!, StringComparer.Ordinal);
        foreach (var (name, sent) in http.Request.Query)
        {
            var parameter = parameters.FirstOrDefault(p => p.Name == name);
            var rule = parameter is null ? Rule.UnknownParameter
                : sent.Count != 1 ? Rule.Duplicate
                : parameter.Breaks(sent[0]!);
            if (rule is not null)
            {
                malformed = new(name, rule);
                return values;
            }

            values[name] = sent[0]!;
        }

        return values;
    }

    /// <summary>An answer: both clocks, then the content.</summary>
    private sealed class Answer(Question question, KeptAnswer kept) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.Headers.ETag = kept.Tag;
            response.Headers.CacheControl = "private, no-cache";
            response.Headers[PositionHeader] = question.Position.ToString(CultureInfo.InvariantCulture);
            if (httpContext.Request.Headers.IfNoneMatch.SelectMany(v => v!.Split(','))
                .Any(v => v.Trim() == kept.Tag || v.Trim() == "*"))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            var knownAt = question.KnownAt is { } at ? $"\"{InstantPattern.ExtendedIso.Format(at)}\"" : "null";
            var stamp = Encoding.ASCII.GetBytes($"{{\"contract\":{ContractVersion},\"asOf\":\"{LocalDatePattern.Iso.Format(question.AsOf)}\","
                + $"\"knownAt\":{knownAt},\"position\":{question.Position},");
            var content = kept.Content!;
            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = stamp.Length + content.Length - 1;
            await response.BodyWriter.WriteAsync(stamp, httpContext.RequestAborted);
            await response.BodyWriter.WriteAsync(content.AsMemory(1), httpContext.RequestAborted);
        }
    }
}
