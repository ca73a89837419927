using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;

namespace Ledger.IntegrationTests.Dashboard;

/// <summary>A count and the rows behind it agree, on the sample year, at any two clocks.</summary>
public sealed class DashboardTests(SampleYear service) : IClassFixture<SampleYear>
{
    private readonly Client reader = service.As("li");

    [Theory]
    [InlineData("2025-12-31", "2025-12-31T15:59:59Z"), InlineData("2025-06-30", "2025-06-30T15:59:59Z"), InlineData("2025-09-10", "2025-12-31T15:59:59Z")]
    [InlineData("2025-03-01", "2025-02-01T00:00:00Z"), InlineData("2024-12-31", "2025-12-31T15:59:59Z"), InlineData("2026-02-01", "%23400")]
    [InlineData("2025-07-02", "2025-07-05T00:00:00Z"), InlineData("2023-01-01", "2025-12-31T15:59:59Z"), InlineData("2025-01-01", "%230")]
    public async Task Counts_agree_with_the_lists_of_every_subtree(string asOf, string knownAt)
    {
        var clocks = $"asOf={asOf}&knownAt={knownAt}";
        var units = await Items("/api/units", clocks);
        foreach (var unit in units.Select(u => (string?)(string)u["unitId"]!).Prepend(null))
        {
            var dashboard = (await reader.Get($"/api/dashboard?{clocks}" + (unit is null ? "" : $"&unit={unit}"))).Is(200).Json;

            var below = units.Where(u => (string?)u["parentId"] == unit).Select(u => (string)u["unitId"]!).ToList();
            await Agrees(dashboard["unit"]!, unit, clocks);
            dashboard["children"]!.AsArray().Select(c => (string)c!["unitId"]!).ShouldBe(below);
            foreach (var child in dashboard["children"]!.AsArray())
                await Agrees(child!, (string)child!["unitId"]!, clocks);
        }
    }

    [Fact]
    public async Task A_dissolved_units_tasks_and_meetings_still_count_for_it_and_for_the_whole_tenant()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "EstablishLeadingGroup");
        (await own.Post("/api/meetings/m-1/hold", """
            {"heldOn":"2025-05-01","chairId":"li","attendees":[],"apologies":[],"agenda":[],"resolutions":[],"unitId":"annex","kind":"special",
             "topic":"t","areaIds":[]}
            """)).Is(201);
        (await own.Post("/api/units/annex/dissolve", """{"dissolvedOn":"2025-10-01","reason":"撤并"}""")).Is(200);

        foreach (var query in new[] { "asOf=2025-12-31", "asOf=2025-12-31&unit=annex", "asOf=2025-09-30" })
            (await own.Get($"/api/dashboard?{query}")).Is(200).Has("unit.specialMeetings", """{"2025-H1":1,"2025-H2":0}""");
        (await own.Get("/api/dashboard?asOf=2025-12-31")).Has("unit.units", "3");
        (await own.Get("/api/dashboard?asOf=2025-12-31&unit=annex")).Has("unit.units", "0").Has("children", "[]");
    }

    [Fact]
    public async Task An_unknown_unit_is_404() => (await reader.Get("/api/dashboard?unit=nowhere")).Is(404, "unknown-id");

    private static JsonObject Instructions(List<JsonNode> given) => new()
    {
        ["given"] = given.Count,
        ["complete"] = given.Count(i => (string)i["lacks"]! == "nothing"),
        ["lacking"] = new JsonObject(new[] { "task", "evidence", "closing", "check", "notification", "acknowledgement" }
            .Select(l => KeyValuePair.Create(l, (JsonNode?)given.Count(i => (string)i["lacks"]! == l)))),
    };

    private async Task Agrees(JsonNode counts, string? unit, string clocks)
    {
        var scope = unit is null ? clocks : $"{clocks}&unit={unit}&subtree=true";
        var asOf = clocks.Split('=', '&')[1];
        var cells = (await reader.Get($"/api/matrix?{scope}")).Is(200).Json["cells"]!.AsArray().Select(c => c!).ToList();
        var meetings = (await Items("/api/meetings", $"{scope}&kind=special&status=held")).ConvertAll(m => (string)m["heldOn"]!);
        var tasks = await Items("/api/tasks", scope);
        string State(JsonNode t) => (string)t["status"]! != "closed" ? (string)t["status"]!
            : t["closings"]!.AsArray().Any(c => (bool)c!["late"]!) ? "late" : "onTime";

        var expected = new JsonObject
        {
            ["unitId"] = unit,
            ["instructions"] = Instructions(await Items("/api/instructions", scope)),
            ["units"] = (await Items("/api/units", scope)).Count,
            ["requiredCells"] = cells.Count(c => (bool)c["required"]!),
            ["vacancies"] = cells.Count(c => (bool)c["required"]! && c["holder"] is null),
            ["heldByLeavers"] = cells.Count(c => string.CompareOrdinal((string?)c["holder"]?["leftOn"] ?? "9999", asOf) <= 0),
            ["severalFirst"] = (await Items("/api/several-first", scope)).Count,
            ["lateRecords"] = (await Items("/api/late-records", scope)).Count,
            ["specialMeetings"] = new JsonObject
            {
                [$"{asOf[..4]}-H1"] = meetings.Count(m => m[..4] == asOf[..4] && string.CompareOrdinal(m[5..7], "06") <= 0),
                [$"{asOf[..4]}-H2"] = meetings.Count(m => m[..4] == asOf[..4] && string.CompareOrdinal(m[5..7], "06") > 0),
            },
            ["tasks"] = new JsonObject
            {
                ["open"] = tasks.Count(t => State(t) == "open"),
                ["overdue"] = (await Items("/api/tasks", $"{scope}&overdue=true")).Count,
                ["closedOnTime"] = tasks.Count(t => State(t) == "onTime"),
                ["closedLate"] = tasks.Count(t => State(t) == "late"),
                ["ownerLeft"] = tasks.Count(t => t["ownerLeftOn"] is not null),
            },
        };
        if (unit is null)
            expected.Remove("unitId");
        JsonNode.DeepEquals(counts, expected).ShouldBeTrue($"{unit} {clocks}\nwant {expected.ToJsonString()}\ngot  {counts.ToJsonString()}");
    }

    private async Task<List<JsonNode>> Items(string path, string query)
    {
        var (items, next) = (new List<JsonNode>(), (string?)null);
        do
        {
            var page = (await reader.Get($"{path}?limit=200&{query}" + (next is null ? "" : $"&cursor={next}"))).Is(200).Json;
            items.AddRange(page["items"]!.AsArray().Select(i => i!));
            next = (string?)page["next"];
        }
        while (next is not null);
        return items;
    }
}
