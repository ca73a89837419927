using System.Buffers;
using System.Globalization;
using Ledger.Access;
using Ledger.Commands;
using Ledger.Http;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Store;
using Ledger.Units;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Ledger.Live;

/// <summary><c>GET /api/live</c>: one server-sent event for each appended event, from a position or from now on.</summary>
internal sealed partial class LiveEndpoint(LiveFeed feed, AppendNotices notices, LiveSettings settings, ClockReader clocks,
    IClock clock, IHostApplicationLifetime lifetime, ILogger<LiveEndpoint> logger)
{
    public const string LastEventIdHeader = "Last-Event-ID";

    public static readonly QueryParameter From = QueryParameter.Position(
        "from", "Begins with the event at this position. Left out: with the first to come.");

    public static readonly QueryParameter LastEventId = new("lastEventId",
        "The same as the header, for callers who cannot set one.", "1234", text => ParseId(text) is null ? Rule.Number : null);

    public static readonly IReadOnlyList<QueryParameter> Parameters =
        [QueryParameter.Unit, QueryParameter.Subtree, From, LastEventId];

    /// <summary>A timer holds no more.</summary>
    private static readonly TimeSpan LifeMax = TimeSpan.FromDays(40);

    private int open;

    public async Task<IResult> Handle(HttpContext http)
    {
        var caller = Caller.Of(http);
        var values = ReadEndpoints.Values(http, Parameters, out var malformed);
        if (malformed is not null)
            return Problem.Of(http, malformed, "query-malformed");
        var header = http.Request.Headers[LastEventIdHeader];
        if (header.Count > 0 && (header.Count > 1 || ParseId(header.ToString()) is null))
            return Problem.Of(http, 400, "last-event-id-malformed");
        if (Interlocked.Increment(ref open) > settings.StreamsMax)
        {
            Interlocked.Decrement(ref open);
            return Problem.Of(http, 503, "too-many-streams", new { settings.StreamsMax });
        }

        try
        {
            return await Open(http, caller.Tenant, values);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private async Task<IResult> Open(HttpContext http, string tenantId, IReadOnlyDictionary<string, string> values)
    {
        var (now, _) = await clocks.Resolve(tenantId, null, null, http.RequestAborted);
        var (after, field) = After(http, values);
        if (after > now!.Position)
            return Problem.Of(http, new Refusal("position-not-reached", field,
                new { asked = field == From.Name ? after + 1 : after, last = now.Position }));
        var tenant = new Tenant(tenantId, "", now.Zone);
        if ((await feed.At(tenant, now.Position, now.AsOf, values).Units(http.RequestAborted)).Refusal is { } unknown)
            return Problem.Of(http, unknown);

        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        // Proxies would keep events back to send them together.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var start = after ?? now.Position;
        http.Response.Headers[ReadEndpoints.PositionHeader] = start.ToString(CultureInfo.InvariantCulture);
        var stream = new LiveStream(
            feed, notices, settings, tenantId, new LiveFilter(feed, tenant, values), http.Response.BodyWriter);
        await Run(http, stream, start);
        return Results.Empty;
    }

    private async Task Run(HttpContext http, LiveStream stream, long start)
    {
        using var expired = new CancellationTokenSource(UntilExpiry(http));
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, lifetime.ApplicationStopping, expired.Token);
        Drop drop;
        try
        {
            await stream.Run(start, ends.Token);
            return;
        }
        catch (SlowReaderException)
        {
            drop = Drop.TooSlow;
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested && ends.IsCancellationRequested)
        {
            drop = expired.IsCancellationRequested ? Drop.TokenExpired : Drop.Stopping;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        LogDropped(logger, drop.Reason, stream.Position);
        // Behind what the reader has not taken yet; the server itself cuts off one who never takes it.
        http.Response.BodyWriter.Write(LiveFrames.Dropped(stream.Position, drop));
    }

    /// <summary>The position behind which the stream begins; null for now. A browser that connects again sends the
    /// address with which it began, and the header with what it has since: the header counts.</summary>
    private static (long? After, string? Field) After(HttpContext http, IReadOnlyDictionary<string, string> values)
    {
        if (http.Request.Headers[LastEventIdHeader] is [{ } header])
            return (ParseId(header), LastEventIdHeader);
        if (values.TryGetValue(LastEventId.Name, out var id))
            return (ParseId(id), LastEventId.Name);
        return values.TryGetValue(From.Name, out var from)
            ? (Math.Max(KnownTime.Parse(from)!.Position!.Value - 1, 0), From.Name)
            : (null, null);
    }

    private static long? ParseId(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>A stream is not longer open than its token would be taken.</summary>
    private TimeSpan UntilExpiry(HttpContext http)
    {
        var expires = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        if (expires is null)
            return LifeMax;
        var left = expires.Value + Authentication.ClockSkew - clock.GetCurrentInstant().ToDateTimeOffset();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < LifeMax ? left : LifeMax;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A live stream is ended at position {Position}: {Reason}")]
    private static partial void LogDropped(ILogger logger, string reason, long position);
}

/// <summary>The route, and what the OpenAPI document says of it.</summary>
internal sealed record LiveRoute(IReadOnlyList<QueryParameter> Parameters)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/live", (HttpContext http, LiveEndpoint live) => live.Handle(http)).WithName("StreamEvents").WithTags("live")
            .WithSummary("Server-sent events: one for each appended event, from a position or from now on")
            .WithMetadata(new LiveRoute(LiveEndpoint.Parameters));
}
