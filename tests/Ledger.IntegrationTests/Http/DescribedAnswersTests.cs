using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Http;

/// <summary>The service answers as its document says: what must be there is, and what is there is described.</summary>
public sealed class DescribedAnswersTests(SmallBody service) : IClassFixture<SmallBody>
{
    /// <summary>Made once: it takes longer than all these questions.</summary>
    private static JsonNode? document;

    private readonly Client li = service.As("li");

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task Every_read_answers_as_described(string name)
    {
        var operation = await Operation(name);
        foreach (var query in new[] { "?asOf=2025-03-20", "?asOf=2025-08-01&names=true", "?asOf=2026-01-01", "?asOf=2025-06-15&limit=1" })
        {
            if (query.Contains("limit", StringComparison.Ordinal) && !Routes.Read(name).IsList)
                continue;
            var answer = (await li.Get(Routes.PathOf(Routes.Read(name)) + query)).Is(200);

            Conforms(answer.Json, Schema(operation, "200"), "$", answer);
        }

        Conforms((await li.Get(Routes.PathOf(Routes.Read(name)) + "?x=1")).Is(400).Json, Schema(operation, "400"), "$", null);
    }

    [Fact]
    public async Task Every_receipt_is_as_described()
    {
        var own = service.As("li", await service.NewTenant());
        foreach (var act in Acts.All)
        {
            var operation = await Operation(act.Command);

            Conforms((await own.Post(act.Path, act.Body)).Is(act.Status).Json, Schema(operation, $"{act.Status}"), "$", null);
            var refused = await own.Post(act.Path, act.Body);
            if (refused.Status >= 400)
                Conforms(refused.Json, Schema(operation, $"{refused.Status}"), "$", refused);
        }
    }

    private async Task<JsonNode> Operation(string id)
    {
        document ??= (await service.With(token: null).Get("/openapi/v1.json")).Is(200).Json;
        return document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject())
            .Single(o => (string?)o.Value!["operationId"] == id).Value!;
    }

    private static JsonNode Schema(JsonNode operation, string status)
    {
        var answer = operation["responses"]![status].ShouldNotBeNull($"{operation["operationId"]} {status}");
        return answer["content"]!.AsObject().Single().Value!["schema"]!;
    }

    private static void Conforms(JsonNode? value, JsonNode schema, string at, Answer? answer)
    {
        if ((string?)schema["$ref"] is { } reference)
            schema = reference.Split('/').Skip(1).Aggregate(schema.Root, (node, name) => node[name]!);
        foreach (var part in (schema["oneOf"] as JsonArray ?? []).Where(p => value is not null && (string?)p!["type"] != "null"))
            Conforms(value, part!, at, answer);
        switch (value)
        {
            case JsonObject members when schema["properties"] is JsonObject properties:
                foreach (var required in schema["required"] as JsonArray ?? [])
                    members.ContainsKey((string)required!).ShouldBeTrue($"{at}.{required} is missing\n{answer?.Text}");
                foreach (var (name, member) in members)
                    Conforms(member, properties[name].ShouldNotBeNull($"{at}.{name} is not described\n{answer?.Text}"), $"{at}.{name}", answer);
                break;
            case JsonArray items when schema["items"] is { } each:
                foreach (var item in items)
                    Conforms(item, each, $"{at}[]", answer);
                break;
            case null:
                (schema["type"] is JsonArray types && types.Any(t => (string)t! == "null")).ShouldBeTrue($"{at} is null\n{answer?.Text}");
                break;
            case JsonValue plain when schema["enum"] is JsonArray codes:
                codes.Any(c => JsonNode.DeepEquals(c, plain)).ShouldBeTrue($"{at} is {plain}\n{answer?.Text}");
                break;
            case JsonValue plain when schema["type"] is JsonValue type:
                Kinds((string)type!).ShouldContain(plain.GetValueKind(), $"{at} is {plain}\n{answer?.Text}");
                break;
        }
    }

    private static JsonValueKind[] Kinds(string type) => type switch
    {
        "string" => [JsonValueKind.String],
        "integer" or "number" => [JsonValueKind.Number],
        "boolean" => [JsonValueKind.True, JsonValueKind.False],
        _ => [],
    };
}
