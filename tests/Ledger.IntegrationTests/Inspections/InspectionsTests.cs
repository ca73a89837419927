using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Inspections;

/// <summary>The city inspected planning on 20 May 2025 (ins-1), found fnd-1 and fnd-2, and told it on the 27th; Li took note on
/// the 28th.</summary>
public sealed class InspectionsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "ins-1"), InlineData("kind=superior", "ins-1"), InlineData("kind=self", ""), InlineData("unit=planning", "ins-1")]
    [InlineData("unit=city", ""), InlineData("unit=city&subtree=true", "ins-1"), InlineData("from=2025-05-20&to=2025-05-20", "ins-1")]
    [InlineData("from=2025-05-21", ""), InlineData("to=2025-05-19", ""), InlineData("asOf=1990-01-01", "ins-1")]
    public async Task A_list_holds_the_inspections_as_known_and_no_date_hides_one(string query, string inspections) =>
        (await li.Get($"/api/inspections?{query}")).Is(200).Items("inspectionId").ShouldBe(inspections);

    [Fact]
    public async Task An_inspection_is_told_whole() => (await One(li)).Has("items", """
        [{"inspectionId":"ins-1","unitId":"planning","inspectingUnitId":"city","kind":"superior","inspectedOn":"2025-05-20",
          "areaIds":["training","publicity"],"checkedTaskIds":["tsk-1"],"aspects":["organisation","team"],
          "findings":[{"findingId":"fnd-1","areaId":"training","severity":"major","text":"培训无计划","state":"no-task"},
            {"findingId":"fnd-2","areaId":"publicity","severity":"minor","text":"公开栏未及时更新","state":"no-task"}],
          "notifications":[{"notificationId":"ntf-1","toUnitId":"planning","kind":"通报","issuedOn":"2025-05-27","acknowledgedOn":"2025-05-28",
            "acknowledgedBy":"li","version":2}]}]
        """);

    [Fact]
    public async Task What_was_known_after_each_act_is_told_for_ever()
    {
        var acts = (await li.Get("/api/units/city/timeline?limit=200")).Json["items"]!.AsArray()
            .Where(i => (string?)i!["data"]!["inspectionId"] == "ins-1" || (string?)i["data"]!["notificationId"] == "ntf-1")
            .Select(i => (Type: (string)i!["type"]!, Position: (long)i["position"]!)).ToList();
        acts.Select(a => a.Type).ShouldBe(["inspection_recorded.v1", "notification_issued.v1", "notification_acknowledged.v1"]);

        (await One(li, acts[0].Position - 1)).Has("items", "[]");
        (await One(li, acts[0].Position)).Json["items"]![0]!["notifications"]!.AsArray().ShouldBeEmpty();
        var told = (await One(li, acts[1].Position)).Json["items"]![0]!["notifications"]![0]!;
        (told["acknowledgedOn"], (long)told["version"]!).ShouldBe((null, 1));
        ((string)(await One(li, acts[2].Position)).Json["items"]![0]!["notifications"]![0]!["acknowledgedOn"]!).ShouldBe("2025-05-28");
    }

    [Fact]
    public async Task A_finding_becomes_what_its_tasks_become_as_known()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.Record(own);
        var steps = new List<long>();
        async Task Then(string path, string body) => steps.Add((long)(await own.Post(path, body)).Json["position"]!);

        await Then("/api/tasks", Task("t-1"));
        await Then("/api/tasks/t-1/cancel", """{"reason":"重复"}""");
        await Then("/api/tasks", Task("t-2"));
        await Then("/api/tasks/t-2/evidence", $$"""{"evidenceId":"e-2","kind":"document","description":"计划","sha256":"{{new string('a', 64)}}","submittedOn":"2025-06-01"}""");
        await Then("/api/tasks/t-2/close", """{"closedOn":"2025-06-02","verifiedBy":"li","evidenceIds":["e-2"]}""");
        await Then("/api/tasks/t-2/reopen", """{"reason":"复查","newDueOn":"2199-01-01"}""");

        async Task<string> State(long position) => string.Join(' ', (await One(own, position)).Json["items"]![0]!["findings"]!.AsArray()
            .Select(f => $"{f!["state"]}{(f["taskId"] is { } task ? $"({task})" : "")}"));
        (await State(steps[0] - 1)).ShouldBe("no-task no-task");
        (await State(steps[0])).ShouldBe("open(t-1) no-task");
        (await State(steps[1])).ShouldBe("open(t-1) no-task");
        (await State(steps[2])).ShouldBe("open(t-1) no-task");
        (await State(steps[4])).ShouldBe("closed(t-1) no-task");
        (await State(steps[5])).ShouldBe("open(t-1) no-task");
        var raised = (await own.Get("/api/tasks/t-1")).Json["raisedAt"]!.ToJsonString();
        (await One(own)).Json["items"]![0]!["findings"]![0]!["taskRaisedAt"]!.ToJsonString().ShouldBe(raised);
    }

    private static string Task(string id) => $$"""
        {"taskId":"{{id}}","unitId":"planning","findingId":"fnd-1","areaId":"training","ownerId":"wang","title":"培训计划","dueOn":"2199-01-01"}
        """;

    private static async Task<Answer> One(Client caller, long? position = null) =>
        (await caller.Get("/api/inspections" + (position is null ? "" : $"?knownAt=%23{position}"))).Is(200);
}
