using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;

namespace Ledger.IntegrationTests.Diff;

public sealed class DiffTests(SampleYear service) : IClassFixture<SampleYear>
{
    private static readonly (string What, string Path, string List, Func<JsonNode, string> Id)[] Parts =
    [
        ("cell", "/api/matrix?", "cells", c => $"{c["unitId"]}/{c["areaId"]}/{c["level"]}"),
        ("unit", "/api/units?limit=200&", "items", u => (string)u["unitId"]!),
        ("leading-group", "/api/leading-groups?limit=200&", "items", g => (string)g["groupId"]!),
        ("person", "/api/people?limit=200&", "items", p => (string)p["personId"]!),
        ("task", "/api/tasks?limit=200&", "items", t => (string)t["taskId"]!),
        ("meeting", "/api/meetings?limit=200&", "items", m => (string)m["meetingId"]!),
    ];

    private readonly Client inspector = service.As("inspector");

    [Fact]
    public async Task A_correction_explains_what_it_changed() => (await Diff("unit=planning&asOf=2025-06-20&againstKnownAt=%23536&knownAt=%23537"))
        .Has("items", """
            [{"what":"cell","id":"planning/web-accounts/Direct",
              "before":{"unitId":"planning","areaId":"web-accounts","level":"Direct","required":true,"holder":{"personId":"planning-05",
                "post":"信息科科长","assignmentId":"asg-planning-web-accounts-direct-1","effectiveFrom":"2025-01-01"}},
              "after":{"unitId":"planning","areaId":"web-accounts","level":"Direct","required":true,"holder":{"personId":"planning-07",
                "post":"信息科副科长","assignmentId":"asg-planning-web-accounts-direct-2","effectiveFrom":"2025-06-16"}},
              "because":"corrected","events":[{"position":537,"type":"assignment_corrected.v1"}]}]
            """);

    [Fact]
    public async Task A_void_explains_who_resumed_and_acts_for_other_days_explain_nothing()
    {
        var diff = await Diff("unit=village&asOf=2025-07-01&againstKnownAt=%23513&knownAt=%23672");

        var cells = diff.Json["items"]!.AsArray().Where(i => (string)i!["what"]! == "cell").ToList();
        cells.Select(c => (string)c!["because"]!).Distinct().ShouldBe(["rescinded"]);
        cells.SelectMany(c => c!["events"]!.AsArray()).Select(e => (string)e!["type"]!).Distinct().ShouldBe(["assignment_voided.v1"]);
    }

    [Fact]
    public async Task Between_two_dates_the_world_explains_it()
    {
        var diff = await Diff("unit=planning&againstAsOf=2025-06-15&asOf=2025-06-16&knownAt=%23672");

        var cell = diff.Json["items"]!.AsArray().Single(i => (string)i!["what"]! == "cell")!;
        ((string)cell["because"]!).ShouldBe("world");
    }

    [Fact]
    public async Task What_a_date_alone_brings_about_is_explained_by_the_act_that_set_it()
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(li, "CloseTask");
        (await li.Post("/api/assignments/asg-2/correct", """{"changes":{"effectiveFrom":"2025-05-01","endsOn":"2025-08-15"},"reason":"误"}""")).Is(200);

        var overdue = (await li.Get("/api/diff?againstAsOf=2025-04-30&asOf=2025-05-01")).Is(200).Json["items"]!.AsArray();
        var ended = (await li.Get("/api/diff?againstAsOf=2025-08-14&asOf=2025-08-15")).Is(200).Json["items"]!.AsArray();

        Explained(overdue.Single(i => (string)i!["what"]! == "task")!).ShouldBe("tsk-1 world task_raised.v1");
        Explained(ended.Single(i => (string)i!["what"]! == "cell")!).ShouldBe("planning/training/First world assignment_corrected.v1");
    }

    [Fact]
    public async Task What_came_and_was_voided_between_the_two_explains_nothing()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "EstablishLeadingGroup");
        var before = (await own.Get("/api/areas")).Header("Ledger-Position") ?? (await own.Get("/api/areas")).Json["position"]!.ToString();
        string Assign(string id, string person) => $$"""
            {"assignmentId":"{{id}}","unitId":"planning","areaId":"training","level":"First","personId":"{{person}}","effectiveFrom":"2030-01-01"}
            """;
        (await own.Post("/api/assignments", Assign("wrong", "wang"))).Is(201);
        (await own.Post("/api/assignments/wrong/void", """{"reason":"mistyped"}""")).Is(200);
        (await own.Post("/api/assignments", Assign("right", "li"))).Is(201);

        var items = (await own.Get($"/api/diff?unit=planning&asOf=2030-02-01&againstKnownAt=%23{before}")).Is(200).Json["items"]!.AsArray();

        Explained(items.Single(i => (string)i!["id"]! == "planning/training/First")!).ShouldBe("planning/training/First world leader_assigned.v1");
    }

    [Fact]
    public async Task An_act_recorded_after_it_had_taken_effect_is_late()
    {
        var diff = await Diff("unit=institute&asOf=2025-04-02&againstKnownAt=2025-04-09T00:00:00Z&knownAt=2025-04-11T00:00:00Z");

        var cell = diff.Json["items"]!.AsArray().Single(i => (string)i!["what"]! == "cell")!;
        ((string)cell["because"]!).ShouldBe("late");
    }

    [Theory]
    [InlineData("2025-03-01", 209, "2025-03-01", 672)]
    [InlineData("2025-12-31", 672, "2025-02-01", 159)]
    [InlineData("2025-06-20", 536, "2025-06-20", 537)]
    [InlineData("2025-01-01", 0, "2025-09-01", 593)]
    [InlineData("2025-05-05", 434, "2025-11-05", 434)]
    public async Task Put_in_place_the_differences_make_the_second_state_of_the_first(string firstOn, long first, string secondOn, long second)
    {
        var (before, after) = (await State(firstOn, first), await State(secondOn, second));

        var diff = await Diff($"againstAsOf={firstOn}&againstKnownAt=%23{first}&asOf={secondOn}&knownAt=%23{second}");

        foreach (var item in diff.Json["items"]!.AsArray())
        {
            var key = $"{item!["what"]} {item["id"]}";
            JsonNode.DeepEquals(item["before"], before.GetValueOrDefault(key)).ShouldBeTrue($"{key}: {item.ToJsonString()}");
            _ = item["after"] is { } there ? before[key] = there.DeepClone() : before.Remove(key) ? null : null;
        }

        before.Keys.Order().ShouldBe(after.Keys.Order());
        before.Where(b => !JsonNode.DeepEquals(b.Value, after[b.Key])).Select(b => b.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_other_systems_record_is_told_with_the_acts_that_brought_it()
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.Record(li);
        var last = long.Parse((await li.Get("/api/areas")).Header("Ledger-Position")!, null);

        var whole = (await li.Get("/api/diff?againstKnownAt=%230")).Is(200).Json["items"]!.AsArray()
            .Where(i => i!["before"] is null).ToLookup(i => (string)i!["what"]!);
        string[] core = ["unit", "cell", "leading-group", "person", "task", "meeting"];
        whole.Where(w => !core.Contains(w.Key)).Select(w => w.Key).Order(StringComparer.Ordinal).ShouldBe([
            "accountability-case", "activity", "assessment", "channel", "hand-over", "honour", "incident", "inspection", "notification",
            "obligation", "openness-record", "plan", "release-item", "releases", "report", "training"]);
        whole.SelectMany(w => w).ShouldAllBe(i => i!["events"]!.AsArray().Count > 0);
        for (var position = 1L; position <= last; position++)
            foreach (var item in (await li.Get($"/api/diff?againstKnownAt=%23{position - 1}&knownAt=%23{position}")).Is(200).Json["items"]!
                .AsArray().Where(i => !core.Contains((string)i!["what"]!)))
                item!["events"]!.AsArray().Select(e => (long)e!["position"]!).ShouldContain(position, item.ToJsonString());
    }

    [Fact]
    public async Task A_position_that_is_not_reached_is_refused() =>
        (await inspector.Get("/api/diff?againstKnownAt=%23673")).Is(422, "position-not-reached");

    private static string Explained(JsonNode item) => $"{item["id"]} {item["because"]} {item["events"]!.AsArray().Single()!["type"]}";

    private async Task<Answer> Diff(string query) => (await inspector.Get($"/api/diff?{query}")).Is(200);

    private async Task<Dictionary<string, JsonNode>> State(string asOf, long position)
    {
        var state = new Dictionary<string, JsonNode>();
        foreach (var (what, path, list, id) in Parts)
            foreach (var item in (await inspector.Get($"{path}asOf={asOf}&knownAt=%23{position}")).Is(200).Json[list]!.AsArray())
            {
                var copy = item!.DeepClone();
                copy.AsObject().Remove("version");
                state.Add($"{what} {id(copy)}", copy);
            }

        foreach (var row in await service.Rows($"""
            select distinct on (what, id) what, id, row from ledger.system_row
            where tenant_id = 't1' and known_from <= {position} and known_to > {position}
            """))
        {
            var system = JsonNode.Parse(row)!;
            var copy = system["row"]!.DeepClone().AsObject();
            copy.Remove("version");
            copy.Remove("position");
            state.Add($"{system["what"]} {system["id"]}", copy);
        }

        return state;
    }
}
