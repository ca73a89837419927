using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;

namespace Ledger.IntegrationTests.Dashboard;

/// <summary>The counts of rules and the lists behind them agree, on the sample year, at any two clocks.</summary>
public sealed class ObligationCountsTests(SampleYear service) : IClassFixture<SampleYear>
{
    private readonly Client reader = service.As("li");

    [Theory]
    [InlineData("asOf=2025-12-31&knownAt=2025-12-31T15:59:59Z"), InlineData("asOf=2025-07-20&knownAt=%23400"), InlineData("asOf=2025-12-31&unit=county&subtree=true")]
    [InlineData("asOf=2025-12-31&period=2025-H1"), InlineData("asOf=2024-06-30")]
    public async Task Counts_agree_with_the_lists_of_every_rule(string query)
    {
        var counted = (await reader.Get($"/api/dashboard/obligations?{query}")).Is(200).Json;

        var (listed, byUnit) = (new JsonArray(), new SortedDictionary<string, List<string>>(StringComparer.Ordinal));
        foreach (var rule in new[] { "B1", "B2", "B7", "C3", "C4", "D1", "D2", "E1", "F2" })
        {
            var checks = await Checks(rule, query);
            foreach (var check in checks)
            {
                if (!byUnit.TryGetValue((string)check["unitId"]!, out var states))
                    byUnit.Add((string)check["unitId"]!, states = []);
                states.Add((string)check["state"]!);
            }

            if (checks.Count > 0)
                listed.Add(new JsonObject { ["ruleCode"] = rule, ["counts"] = Counts(checks.Select(c => (string)c["state"]!)) });
        }

        counted["rules"]!.AsArray().Select(r => Text(r!["ruleCode"], r["counts"])).ShouldBe(listed.Select(r => Text(r!["ruleCode"], r["counts"])));
        counted["units"]!.AsArray().Select(u => Text(u!["unitId"], u["counts"])).ShouldBe(byUnit.Select(u => Text(u.Key, Counts(u.Value))));
        Text("all", counted["all"]).ShouldBe(Text("all", Counts(byUnit.Values.SelectMany(s => s))));
    }

    [Fact]
    public async Task An_unknown_unit_is_404() => (await reader.Get("/api/dashboard/obligations?unit=nowhere")).Is(404, "unknown-id");

    private async Task<List<JsonNode>> Checks(string rule, string query)
    {
        var (items, next) = (new List<JsonNode>(), "");
        do
        {
            var page = (await reader.Get($"/api/obligations/{rule}/checks?{query}&limit=7{next}")).Is(200).Json;
            items.AddRange(page["items"]!.AsArray().Select(i => i!));
            next = page["next"] is { } cursor ? $"&cursor={cursor}" : "";
        }
        while (next != "");
        return items;
    }

    private static JsonObject Counts(IEnumerable<string> states)
    {
        var all = states.ToList();
        return new() { ["met"] = all.Count(s => s == "met"), ["open"] = all.Count(s => s == "open"), ["breached"] = all.Count(s => s == "breached") };
    }

    private static string Text(JsonNode? name, JsonNode? counts) => $"{name} {counts!.ToJsonString()}";
}
