using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Units;

/// <summary>The tree as it was on a date, as known: housing stands below planning from 1 July 2025, the annex is
/// dissolved on 31 December 2025.</summary>
public sealed class UnitsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "2025-06-30", "annex city housing planning"), InlineData("", "2025-12-31", "city housing planning")]
    [InlineData("", "2023-12-31", "")]
    [InlineData("unit=planning", "2025-06-30", "planning"), InlineData("unit=planning&subtree=false", "2025-06-30", "planning")]
    [InlineData("unit=planning&subtree=true", "2025-06-30", "annex planning")]
    [InlineData("unit=planning&subtree=true", "2025-07-01", "annex housing planning")]
    [InlineData("unit=planning&subtree=true", "2025-12-31", "housing planning")]
    [InlineData("unit=city&subtree=true", "2025-07-01", "annex city housing planning")]
    [InlineData("unit=annex&subtree=true", "2025-12-31", "")]
    [InlineData("parent=city", "2025-06-30", "housing planning"), InlineData("parent=city", "2025-07-01", "planning")]
    [InlineData("parent=planning", "2025-07-01", "annex housing"), InlineData("parent=annex", "2025-07-01", "")]
    public async Task A_list_holds_the_units_that_exist_on_the_date_in_the_tree_of_that_date(string query, string asOf, string units) =>
        (await li.Get($"/api/units?asOf={asOf}&{query}")).Is(200).Items("unitId").ShouldBe(units);

    [Theory]
    [InlineData("/api/people", "personId", "2025-06-30", "chen li wang"), InlineData("/api/people", "personId", "2025-07-01", "chen li wang zhao")]
    [InlineData("/api/matrix", "", "2025-06-30", "planning"), InlineData("/api/matrix", "", "2025-07-01", "housing planning")]
    public async Task A_subtree_is_that_of_the_questions_own_two_clocks_for_every_read(string path, string id, string asOf, string found)
    {
        var answer = (await li.Get($"{path}?unit=planning&subtree=true&asOf={asOf}")).Is(200);

        if (id.Length > 0)
            answer.Items(id).ShouldBe(found);
        else
            string.Join(' ', answer.Json["cells"]!.AsArray().Select(c => (string)c!["unitId"]!).Distinct()).ShouldBe(found);
    }

    [Fact]
    public async Task Before_a_move_is_known_the_tree_is_the_one_before_also_for_dates_after_it()
    {
        var moved = (long)(await li.Get("/api/units/housing/timeline?type=unit_moved.v1")).Json["items"]![0]!["position"]!;

        (await li.Get($"/api/units?unit=planning&subtree=true&asOf=2025-12-01&knownAt=%23{moved - 1}")).Items("unitId").ShouldBe("annex planning");
        (await li.Get($"/api/units?unit=planning&subtree=true&asOf=2025-12-01&knownAt=%23{moved}")).Items("unitId").ShouldBe("annex housing planning");
    }

    [Fact]
    public async Task By_its_id_a_unit_is_found_on_every_date_once_it_is_known()
    {
        foreach (var asOf in new[] { "1900-01-01", "2025-12-30", "2025-12-31", "2199-12-31" })
            (await li.Get($"/api/units/annex?asOf={asOf}")).Is(200).Has("dissolvedOn", "\"2025-12-31\"").Has("effectiveFrom", "\"2024-01-01\"");
        (await li.Get("/api/units/annex?knownAt=%231")).Is(404, "unknown-id");
    }

    [Fact]
    public async Task A_unit_is_told_whole_as_of_the_date() =>
        JsonOf((await li.Get("/api/units/planning?asOf=2025-07-01")).Is(200)).ShouldBe(JsonOf("""
            {"unitId":"planning","nameZh":"市自然资源和规划局","nameEn":"Natural Resources Bureau","kind":"bureau","level":2,"parentId":"city",
             "levelLabels":{"First":"第一责任人","Leading":"直接责任人","Direct":"岗位责任人"},
             "requiredCells":[{"areaId":"training","level":"First"},{"areaId":"training","level":"Leading"}],
             "effectiveFrom":"2024-01-01","version":4}
            """));

    [Fact]
    public async Task A_top_units_parent_is_null_and_said_so() =>
        (await li.Get("/api/units/city")).Is(200).Json.AsObject().ContainsKey("parentId").ShouldBeTrue();

    [Fact]
    public async Task What_is_in_force_ends_with_a_dissolved_unit_in_the_same_act()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "DissolveUnit");
        foreach (var (path, body) in new[]
        {
            ("/api/assignments", """{"assignmentId":"a-1","unitId":"annex","areaId":"training","level":"First","personId":"li","effectiveFrom":"2024-02-01"}"""),
            ("/api/leading-groups", """{"groupId":"g-1","unitId":"annex","purpose":"safety","effectiveFrom":"2024-02-01","members":[{"personId":"li","role":"head"}]}"""),
            ("/api/meetings", """{"meetingId":"m-1","unitId":"annex","kind":"study","topic":"t","areaIds":[],"scheduledFor":"2025-06-01T09:00:00","convenedBy":"li"}"""),
        })
            (await own.Post(path, body)).Is(201);

        var receipt = (await own.Post("/api/units/annex/dissolve", """{"dissolvedOn":"2025-12-31","reason":"机构改革"}""")).Is(200);

        receipt.Json["events"]!.AsArray().Select(e => (string)e!["type"]!).Order()
            .ShouldBe(["assignment_ended.v1", "leading_group_dissolved.v1", "meeting_cancelled.v1", "unit_dissolved.v1"]);
        (await own.Get("/api/cells/annex/training/First?asOf=2025-12-30")).Has("holder.personId", "\"li\"").Has("holder.endsOn", "\"2025-12-31\"");
        (await own.Get("/api/cells/annex/training/First?asOf=2025-12-31")).Has("holder", "null");
        (await own.Get("/api/leading-groups/g-1")).Has("dissolvedOn", "\"2025-12-31\"");
        (await own.Get("/api/meetings/m-1")).Has("status", "\"cancelled\"");
        (await own.Get("/api/units/annex/timeline?type=assignment_ended.v1")).Json["items"]![0]!["data"]!["causedByUnitId"]!.ToString().ShouldBe("annex");
    }

    private static string JsonOf(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();

    /// <summary>The content without the stamp of both clocks.</summary>
    private static string JsonOf(Answer answer)
    {
        var content = answer.Json.AsObject();
        foreach (var stamp in new[] { "contract", "asOf", "knownAt", "position" })
            content.Remove(stamp);
        return content.ToJsonString();
    }
}
