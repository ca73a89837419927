using System.Diagnostics;
using Ledger.Commands;
using Ledger.Shapes;
using Ledger.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Ledger.Http;

/// <summary>One mapping for all commands: JSON in, receipt or problem out.</summary>
public static class CommandEndpoints
{
    /// <summary>The largest command: a meeting with a thousand names and long resolutions stays well below it.</summary>
    public const int BodyBytesMax = 256 * 1024;

    private const int KeyLengthMax = 200;

    public static void MapCommands(this IEndpointRouteBuilder app, CommandCatalogue commands)
    {
        foreach (var entry in commands.Entries)
            app.MapPost(entry.Route,
                    (HttpContext http, CommandDoor door, LedgerDatabase database) => Handle(http, entry, door, database))
                .WithName(entry.Name)
                .WithTags(TagOf(entry.Route))
                .WithMetadata(entry, new BodyLimit(BodyBytesMax));
    }

    internal static string TagOf(string route) => route.Split('/')[2];

    private static async Task<IResult> Handle(
        HttpContext http, CommandCatalogue.Entry entry, CommandDoor door, LedgerDatabase database)
    {
        var caller = Caller.Of(http);
        if (!http.Request.HasJsonContentType())
            return Problem.Of(http, 415, "unsupported-media-type", new { expected = "application/json" });
        if (Headers(http, entry, out var key, out var version) is { } problem)
            return problem;
        if (CommandReader.Parse(await Body(http), out var malformed) is not { } json)
            return Problem.Of(http, malformed!);
        var path = entry.InPath.ToDictionary(name => name, name => (string)http.Request.RouteValues[name]!);
        if (CommandReader.Bind(entry, json, path, out malformed) is not { } command)
            return Problem.Of(http, malformed!);

        var submission = new Submission(
            command, caller.Actor, caller.Actor, "api", Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier)
        {
            IdempotencyKey = key,
            IfMatch = version,
        };
        return await door.Execute(caller.Tenant, submission, http.RequestAborted) switch
        {
            Outcome.Accepted accepted => Receipt(http, accepted.Receipt),
            Outcome.Refused { Refusal: { Facts: StaleVersion stale } refusal } =>
                Problem.Of(http, refusal with { Facts = await Changed(database, caller.Tenant, stale, http.RequestAborted) }),
            Outcome.Refused refused => Problem.Of(http, refused.Refusal),
            var other => throw new UnreachableException($"A single command came to {other}."),
        };
    }

    private static IResult Receipt(HttpContext http, Receipt receipt)
    {
        http.Response.Headers.ETag = $"\"{receipt.Version}\"";
        http.Response.Headers[ReadEndpoints.PositionHeader] = receipt.Position.ToString(null, null);
        return Results.Json(receipt, LedgerJson.Options, statusCode: receipt.Created ? 201 : 200);
    }

    private static Problem? Headers(HttpContext http, CommandCatalogue.Entry entry, out string? key, out long? version)
    {
        (key, version) = (null, null);
        var keys = http.Request.Headers["Idempotency-Key"];
        if (keys.Count > 0)
        {
            key = keys.Count == 1 ? keys[0] : null;
            if (string.IsNullOrWhiteSpace(key) || key.Length > KeyLengthMax || key.Any(char.IsControl))
                return Problem.Of(http, 400, "idempotency-key-malformed");
        }

        var match = http.Request.Headers.IfMatch;
        if (match.Count == 0)
            return null;
        if (!entry.Matches)
            return Problem.Of(http, 400, "if-match-not-here");
        var text = match.Count == 1 ? match[0]!.Trim() : "";
        if (text.Length < 3 || text[0] != '"' || text[^1] != '"'
            || !long.TryParse(text[1..^1], System.Globalization.NumberStyles.None, null, out var number))
            return Problem.Of(http, 400, "if-match-malformed");
        version = number;
        return null;
    }

    private static async Task<byte[]> Body(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return buffer.Length <= BodyBytesMax
            ? buffer.ToArray()
            : throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>What was recorded in the stream since the version that the caller last saw.</summary>
    private static async Task<object> Changed(
        LedgerDatabase database, string tenant, StaleVersion stale, CancellationToken cancellation)
    {
        await using var command = database.Reader.CreateCommand("""
            select seq_id, version, type, timestamp, user_name from ledger.mt_events
            where tenant_id = $1 and stream_id = $2 and version > $3 order by version limit 50
            """);
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = stale.Stream });
        command.Parameters.Add(new() { Value = stale.Expected });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var changes = new List<object>();
        while (await reader.ReadAsync(cancellation))
            changes.Add(new
            {
                position = reader.GetInt64(0),
                version = reader.GetInt64(1),
                type = reader.GetString(2),
                recordedAt = reader.GetFieldValue<Instant>(3),
                actor = reader.GetString(4),
            });
        return new { expected = stale.Expected, actual = stale.Actual, changedSince = changes };
    }

    /// <summary>Kestrel refuses a larger body before it is read.</summary>
    internal sealed class BodyLimit(long? bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
