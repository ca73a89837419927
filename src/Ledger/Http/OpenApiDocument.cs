using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Ledger.Commands;
using Ledger.Live;
using Ledger.Reads;
using Ledger.Shapes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Ledger.Http;

/// <summary>The OpenAPI 3.1 document, made from the catalogues: what a route takes and gives stands there once.</summary>
internal static partial class OpenApiDocument
{
    public const string Name = "v1";

    private const string Json = "application/json";

    private const string Ndjson = "application/x-ndjson";

    private const string EventStream = "text/event-stream";

    private const string ProblemJson = "application/problem+json";

    public static IServiceCollection AddLedgerOpenApi(this IServiceCollection services) => services
        // The document is made of the types as they are written: in the ledger's own dialect.
        .ConfigureHttpJsonOptions(http => LedgerJson.Configure(http.SerializerOptions).NumberHandling = JsonNumberHandling.Strict)
        .AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddSchemaTransformer(OpenApiShapes.Describe);
        options.AddOperationTransformer(Describe);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Ledger";
            document.Info.Version = ReadEndpoints.ContractVersion.ToString(null, null);
            document.Info.Description = "An auditable history of responsibility assignments in public bodies. Commands record acts; "
                + "reads answer as of a date and as known at an instant or position.";
            document.Servers?.Clear();
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
            };
            return Task.CompletedTask;
        });
    });

    private static async Task Describe(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<CommandCatalogue.Entry>().FirstOrDefault() is { } command)
            await Describe(operation, command, context, cancellation);
        if (metadata.OfType<ReadRoute>().FirstOrDefault() is { } read)
            await Describe(operation, read, context, cancellation);
        if (metadata.OfType<LiveRoute>().FirstOrDefault() is { } live)
            await Describe(operation, live, context, cancellation);
        if (metadata.OfType<QueryParameters>().FirstOrDefault() is { } parameters)
            AddQuery(operation, parameters.All);
        if (context.Description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) != true)
            return;
        operation.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
        var problem = await Shared(typeof(Problem), context, cancellation);
        operation.Responses ??= [];
        foreach (var (status, why) in Statuses(metadata))
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = why,
                Content = new Dictionary<string, OpenApiMediaType> { [ProblemJson] = new OpenApiMediaType { Schema = problem } },
            });
    }

    private static async Task Describe(OpenApiOperation operation, CommandCatalogue.Entry command,
        OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var schema = await context.GetOrCreateSchemaAsync(command.Type, cancellationToken: cancellation);
        foreach (var name in command.InPath)
        {
            schema.Properties?.Remove(name);
            schema.Required?.Remove(name);
        }

        schema.AdditionalPropertiesAllowed = false;
        operation.Summary = SpacedOut().Replace(command.Name, " $1").Trim();
        operation.Description = schema.Description;
        var sample = Examples.Of(command);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Json] = new OpenApiMediaType { Schema = schema, Example = sample },
            },
        };
        AddPath(operation, command.Route);
        AddHeader(operation, "Idempotency-Key", "The same key with the same command repeats the answer and records nothing.");
        if (command.Matches)
            AddHeader(operation, "If-Match", "The version last seen, as `\"3\"`; 412 when something was recorded since.");
        var receipt = await Shared(typeof(Receipt), context, cancellation);
        operation.Responses = [];
        if (command.InPath.Count > 0)
            operation.Responses.Add("200", Answer("Recorded.", receipt));
        if (command.Creates)
            operation.Responses.Add("201", Answer("Recorded, and the id that the receipt names exists from now on.", receipt));
    }

    private static async Task Describe(OpenApiOperation operation, ReadRoute read,
        OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var content = await context.GetOrCreateSchemaAsync(read.Content, cancellationToken: cancellation);
        if (read.Lines is null)
            Stamp(content);
        AddPath(operation, read.Route);
        AddQuery(operation, read.AllParameters);
        if (read.Lines is not null)
        {
            operation.Responses = new() { ["200"] = Answer("JSON lines; both clocks stand in headers.", content, Ndjson) };
            return;
        }

        AddHeader(operation, "If-None-Match", "The ETag last seen; 304 when the content is the same.");
        operation.Responses = new()
        {
            ["200"] = Answer("The answer, stamped with both clocks.", content),
            ["304"] = new OpenApiResponse { Description = "The content is as last seen; `Ledger-Position` says what it reflects." },
        };
    }

    private static async Task Describe(OpenApiOperation operation, LiveRoute live,
        OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        operation.Parameters = [];
        AddQuery(operation, live.Parameters);
        AddHeader(operation, LiveEndpoint.LastEventIdHeader, "The id last received; the stream goes on behind it. Counts before `lastEventId`, which counts before `from`.");
        operation.Responses = new()
        {
            ["200"] = Answer(
                "An event stream. `id` is the position, `event` the stored name, `data` as here. `dropped` is its last event when the service ends it.",
                await context.GetOrCreateSchemaAsync(typeof(LiveItem), cancellationToken: cancellation), EventStream),
        };
    }

    /// <summary>The clocks that stand before the content of every answer.</summary>
    private static void Stamp(OpenApiSchema content) =>
        content.Properties = new Dictionary<string, IOpenApiSchema>(
            content.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            ["contract"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Version of this contract." },
            ["asOf"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date", Description = "Effective clock of the answer." },
            ["knownAt"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String | JsonSchemaType.Null,
                Format = "date-time",
                Description = "Recorded instant at `position`.",
            },
            ["position"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Acts up to this position count." },
        };

    /// <summary>What many operations answer with stands in the document once.</summary>
    private static async Task<IOpenApiSchema> Shared(
        Type type, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        context.Document!.AddComponent(type.Name, await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellation));
        return new OpenApiSchemaReference(type.Name, context.Document);
    }

    private static OpenApiResponse Answer(string description, IOpenApiSchema schema, string type = Json) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [type] = new OpenApiMediaType { Schema = schema } },
    };

    private static void AddPath(OpenApiOperation operation, string route)
    {
        operation.Parameters = [];
        foreach (var name in route.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}')))
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
    }

    private static void AddQuery(OpenApiOperation operation, IEnumerable<QueryParameter> parameters)
    {
        operation.Parameters ??= [];
        foreach (var parameter in parameters)
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = JsonValue.Create(parameter.Example),
            });
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description) =>
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });

    /// <summary><c>AssignLeader</c> reads <c>Assign Leader</c>.</summary>
    [GeneratedRegex("([A-Z])")]
    private static partial Regex SpacedOut();

    private static IEnumerable<(string Status, string Why)> Statuses(IEnumerable<object> metadata)
    {
        yield return ("400", "Malformed: the member or parameter and its rule.");
        yield return ("401", "No valid token.");
        yield return ("403", "Not this caller's tenant, or not allowed.");
        if (metadata.Any(m => m is ReadRoute or LiveRoute))
        {
            yield return ("404", "No such id at that position.");
            yield return ("422", "A position that is not reached yet.");
        }

        if (metadata.OfType<CommandCatalogue.Entry>().Any())
        {
            yield return ("404", "An id that is not known.");
            yield return ("409", "The id exists already.");
            yield return ("412", "Recorded since the version given.");
            yield return ("413", "Too large.");
            yield return ("415", "Not JSON.");
            yield return ("422", "A rule refused it: code, field and facts.");
        }

        yield return ("503", "Not now; see Retry-After.");
    }
}
