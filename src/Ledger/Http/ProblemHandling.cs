using Ledger.Access;
using Ledger.Commands;
using Ledger.Import;
using Ledger.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledger.Http;

/// <summary>Every failure that is not a refusal becomes a problem too: what the framework refuses, lost infrastructure,
/// and defects.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem.Of(httpContext, 413, "too-large"),
            BadHttpRequestException bad => Problem.Of(httpContext, bad.StatusCode, "malformed"),
            UnknownTenantException unknown => Problem.Of(httpContext, 403, "unknown-tenant", new { unknown.Tenant }),
            NotAllowedException => Problem.Of(httpContext, 403, "not-allowed"),
            LineTooLongException line => Problem.Of(httpContext, 413, "too-large", new { line.Line, line.BytesMax, line.Unfinished }),
            ImportChangedException { IsOther: true } => Problem.Of(httpContext, 503, "tenant-importing", new { outcomeUnknown = false }),
            ImportChangedException changed => Problem.Of(httpContext, 422, "import-changed", new { changed.From, changed.To }),
            DoorUnavailableException door => Problem.Of(httpContext, 503, door.Code, new { door.OutcomeUnknown }),
            TooManyWaitingException => Problem.Of(httpContext, 429, "too-many-requests"),
            _ when LedgerDatabase.IsLost(exception) => Problem.Of(httpContext, 503, "store-unavailable"),
            _ => Problem.Of(httpContext, 500, "internal"),
        };
        if (exception is DoorUnavailableException { InnerException: null } expected)
            LogRefused(logger, expected.Code, problem.TraceId);
        else if (problem.Status >= 500)
            LogFailure(logger, exception, problem.Type, problem.TraceId);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not taken now: {Code} ({TraceId})")]
    private static partial void LogRefused(ILogger logger, string code, string? traceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Problem} ({TraceId})")]
    private static partial void LogFailure(ILogger logger, Exception exception, string problem, string? traceId);
}

internal static class StatusProblems
{
    /// <summary>Gives a body to the bare statuses of routing, binding and authentication.</summary>
    public static IApplicationBuilder UseStatusProblems(this IApplicationBuilder app) => app.UseStatusCodePages(context =>
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        var code = status switch
        {
            401 => "unauthorized",
            403 => "not-allowed",
            404 => "unknown-route",
            405 => "method-not-allowed",
            413 => "too-large",
            415 => "unsupported-media-type",
            429 => "too-many-requests",
            >= 500 => "internal",
            _ => "malformed",
        };
        return Problem.Of(http, status, code).ExecuteAsync(http);
    });
}
