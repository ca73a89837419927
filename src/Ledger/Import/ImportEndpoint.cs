using System.Diagnostics;
using Ledger.Http;
using Ledger.Shapes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Ledger.Import;

/// <summary><c>POST /api/import</c> takes lines; <c>DELETE /api/import</c> gives up an import that will not be resumed.</summary>
public static class ImportEndpoint
{
    private static readonly string[] Types = ["application/x-ndjson", "application/jsonl", "application/ndjson"];

    /// <summary><c>skipUnsupported</c> is taken and has no effect: no command of the contract is unsupported.</summary>
    private static readonly string[] Flags = ["keepGoing", "asOfNow", "skipUnsupported"];

    public static void MapImport(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/import", Handle).WithName("Import").WithTags("import")
            .WithSummary("Takes acts recorded elsewhere: NDJSON lines {at, actor, command, data}")
            .WithMetadata(new CommandEndpoints.BodyLimit(null));
        app.MapDelete("/api/import", Abandon).WithName("AbandonImport").WithTags("import")
            .WithSummary("Gives the tenant back after an import in chunks that will not be resumed; what it took stays");
    }

    private static async Task<IResult> Handle(HttpContext http, Importer importer)
    {
        var caller = Caller.Of(http);
        if (http.Request.Headers.ContainsKey("Idempotency-Key"))
            return Problem.Of(http, 400, "idempotency-key-not-here");
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType ?? "", out var type) || !Types.Contains(type.MediaType.Value))
            return Problem.Of(http, 415, "unsupported-media-type", new { expected = Types[0] });
        foreach (var (name, sent) in http.Request.Query)
        {
            var rule = name == "mode" ? sent.ToString() is "all" or "chunks" ? null : Rule.OneOf(["all", "chunks"])
                : !Flags.Contains(name) ? Rule.UnknownParameter
                : sent.ToString() is "true" or "false" ? null : Rule.Flag;
            if (rule is not null)
                return Problem.Of(http, new Commands.Malformed(name, rule), "query-malformed");
        }

        bool Is(string name) => http.Request.Query[name] == "true";
        var options = new ImportOptions(http.Request.Query["mode"] == "chunks", Is("keepGoing"), Is("asOfNow"),
            FileName(http), Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier, caller.Language);
        var result = await importer.Run(caller.Tenant, caller.Actor, http.Request.Body, options, http.RequestAborted);
        if (result is null)
            return Problem.Of(http, 413, "import-too-large", new { linesMax = Importer.LinesMax, bytesMax = Importer.BytesMax });
        return Results.Json(result, LedgerJson.Options, statusCode: result.Recorded ? 200 : 422);
    }

    private static async Task<IResult> Abandon(HttpContext http, Importer importer)
    {
        await importer.Abandon(Caller.Of(http).Tenant, http.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>The name in <c>Content-Disposition: attachment; filename="…"</c>, when it is a proper title.</summary>
    private static string? FileName(HttpContext http) =>
        ContentDispositionHeaderValue.TryParse(http.Request.Headers.ContentDisposition.ToString(), out var disposition)
        && HeaderUtilities.RemoveQuotes(
            disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value is { } name
        && StringConverter.Title.Breaks(name) is null ? name : null;
}
