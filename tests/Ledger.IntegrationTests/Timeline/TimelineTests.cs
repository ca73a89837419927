using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Timeline;

public sealed class TimelineTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Fact]
    public async Task Every_act_of_the_log_that_concerns_a_unit_stands_in_its_timeline_once_and_in_order()
    {
        foreach (var unit in new[] { "city", "planning", "housing", "annex" })
        {
            var items = (await li.Get($"/api/units/{unit}/timeline?limit=200")).Is(200).Json["items"]!.AsArray();

            var logged = await service.Rows($"""
                select seq_id from ledger.mt_events where tenant_id = 't1' and (data->>'unitId' = '{unit}' or data->>'parentId' = '{unit}'
                    or data->>'fromParentId' = '{unit}' or data->>'fromUnitId' = '{unit}' or data->>'toUnitId' = '{unit}'
                    or data->>'inspectingUnitId' = '{unit}' or data->>'byUnitId' = '{unit}' or (data->'unitIds')::jsonb ? '{unit}') order by seq_id
                """);
            items.Select(i => $$"""{"seq_id":{{i!["position"]}}}""").ShouldBe(logged);
        }
    }

    [Fact]
    public async Task An_item_says_who_did_what_when_and_as_of_when_in_both_languages_with_the_act_as_it_is_stored()
    {
        var items = (await li.Get("/api/units/planning/timeline?limit=200")).Is(200).Json["items"]!.AsArray();

        foreach (var item in items)
        {
            ((string)item!["summary"]!["zh"]!).ShouldMatch("[一-龥].*。$");
            ((string)item["summary"]!["en"]!).ShouldMatch("[A-Za-z].*\\.$");
            ((string)item["actor"]!).ShouldBe("admin-li");
            ((string)item["recordedBy"]!).ShouldBe("admin-li");
            item.AsObject().ContainsKey("imported").ShouldBeFalse();
        }

        var assigned = items.First(i => (string)i!["type"]! == "leader_assigned.v1")!;
        ((string)assigned["effectiveOn"]!).ShouldBe("2025-03-01");
        JsonNode.DeepEquals(assigned["data"], JsonNode.Parse("""
            {"assignmentId":"asg-1","unitId":"planning","areaId":"training","level":"First","personId":"li","effectiveFrom":"2025-03-01",
             "basis":{"text":"示例市责任分工(2025)"}}
            """)).ShouldBeTrue(assigned.ToJsonString());
        ((string)assigned["summary"]!["zh"]!).ShouldContain("队伍培训");
        ((string)assigned["summary"]!["zh"]!).ShouldContain("第一责任人");
        ((string)assigned["summary"]!["en"]!).ShouldContain("Training");
        items.First(i => (string)i!["type"]! == "task_cancelled.v1")!.AsObject().ContainsKey("effectiveOn").ShouldBeFalse();
    }

    [Fact]
    public async Task An_act_that_concerns_several_units_stands_in_the_timeline_of_each()
    {
        foreach (var unit in new[] { "housing", "planning", "city" })
            (await li.Get($"/api/units/{unit}/timeline?type=unit_moved.v1")).Is(200).Json["items"]!.AsArray().Count.ShouldBe(1);
        foreach (var unit in new[] { "housing", "planning" })
            (await li.Get($"/api/units/{unit}/timeline?type=post_changed.v1")).Is(200).Json["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task From_and_to_are_local_dates_of_recording_both_inclusive()
    {
        var own = service.As("li", await service.NewTenant());
        string[] instants = ["2025-03-01T15:59:59Z", "2025-03-01T16:00:00Z", "2025-03-02T15:59:59Z", "2025-03-02T16:00:00Z"];
        (await own.Import("", string.Join('\n', instants.Select((at, i) => i == 0
            ? $$$"""{"at":"{{{at}}}","actor":"li","command":"RegisterUnit","data":{"unitId":"u","nameZh":"甲","nameEn":"A","kind":"k","level":1,"parentId":null,"effectiveFrom":"2024-01-01","requiredCells":[]}}"""
            : $$$"""{"at":"{{{at}}}","actor":"li","command":"RenameUnit","data":{"unitId":"u","nameZh":"甲","nameEn":"A{{{i}}}","effectiveFrom":"2024-06-01"}}""")))).Is(200);

        (await own.Get("/api/units/u/timeline?from=2025-03-02&to=2025-03-02")).Items("position").ShouldBe("2 3");
        (await own.Get("/api/units/u/timeline?from=2025-03-03")).Items("position").ShouldBe("4");
        (await own.Get("/api/units/u/timeline?to=2025-03-01")).Items("position").ShouldBe("1");
        (await own.Get("/api/units/u/timeline?from=2025-03-04")).Items("position").ShouldBe("");
        (await own.Get("/api/units/u/timeline?from=2025-03-02&type=unit_registered.v1")).Items("position").ShouldBe("");
        (await own.Get("/api/units/u/timeline?knownAt=%232")).Items("position").ShouldBe("1 2");
    }

    [Fact]
    public async Task A_type_that_is_none_finds_nothing() =>
        (await li.Get("/api/units/planning/timeline?type=leader_assigned.v9")).Is(200).Items("position").ShouldBe("");
}
