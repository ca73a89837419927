using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;

namespace Ledger.IntegrationTests.Instructions;

/// <summary>The chain from a resolution or finding to the acknowledgement, link by link.</summary>
public sealed class InstructionsTests(SampleYear service) : IClassFixture<SampleYear>
{
    private const string Hash = "d60a5f94fa5abec4e93a6d817add39c3cf16b3a173c0acf8c5bd04064273e56c";

    private static readonly (string Path, string Body, string Lacks)[] Links =
    [
        ("/api/tasks", """
            {"taskId":"tsk-1","unitId":"planning","resolutionId":"res-1","areaId":"training","ownerId":"wang","title":"培训计划","dueOn":"2025-04-30"}
            """, "evidence"),
        ("/api/tasks/tsk-1/evidence", $$"""
            {"evidenceId":"evd-1","kind":"document","description":"计划","sha256":"{{Hash}}","submittedOn":"2025-04-25"}
            """, "closing"),
        ("/api/tasks/tsk-1/close", """{"closedOn":"2025-04-28","verifiedBy":"li","evidenceIds":["evd-1"]}""", "check"),
        ("/api/inspections", """
            {"inspectionId":"ins-1","unitId":"planning","inspectingUnitId":"city","kind":"superior","inspectedOn":"2025-05-20",
             "areaIds":["training"],"checkedTaskIds":["tsk-1"],"findings":[]}
            """, "notification"),
        ("/api/notifications", """
            {"notificationId":"ntf-1","inspectionId":"ins-1","fromUnitId":"city","toUnitId":"planning","kind":"通报","issuedOn":"2025-05-27"}
            """, "acknowledgement"),
        ("/api/notifications", """
            {"notificationId":"ntf-2","inspectionId":"ins-1","fromUnitId":"city","toUnitId":"housing","kind":"通报","issuedOn":"2025-05-27"}
            """, "acknowledgement"),
        ("/api/notifications/ntf-2/acknowledge", """{"acknowledgedOn":"2025-05-28","byPersonId":"zhao"}""", "acknowledgement"),
        ("/api/notifications/ntf-1/acknowledge", """{"acknowledgedOn":"2025-05-28","byPersonId":"li"}""", "nothing"),
        ("/api/tasks", """
            {"taskId":"tsk-2","unitId":"planning","resolutionId":"res-1","areaId":"training","ownerId":"chen","title":"名册","dueOn":"2025-06-30"}
            """, "evidence"),
        ("/api/tasks/tsk-2/cancel", """{"reason":"重复"}""", "nothing"),
        ("/api/tasks/tsk-1/reopen", """{"reason":"未落实","newDueOn":"2025-06-30"}""", "closing"),
        ("/api/tasks/tsk-1/cancel", """{"reason":"撤销"}""", "task"),
    ];

    [Fact]
    public async Task It_stops_at_the_first_link_that_is_missing_at_every_position()
    {
        var own = service.As("admin-li", await service.NewTenant());
        await Acts.RecordBefore(own, "CorrectMeeting");
        var stages = new List<(string Position, string Lacks)> { (await Position(own), "task") };
        foreach (var (path, body, lacks) in Links)
        {
            (await own.Post(path, body)).Status.ShouldBeOneOf(200, 201);
            stages.Add((await Position(own), lacks));
            (await own.Get("/api/instructions")).Is(200).Items("lacks").ShouldBe(lacks, path);
        }

        foreach (var (position, lacks) in stages)
        {
            (await own.Get($"/api/instructions?knownAt=%23{position}")).Is(200).Items("lacks").ShouldBe(lacks, position);
            (await own.Get($"/api/instructions?lacks={lacks}&knownAt=%23{position}")).Is(200).Items("id").ShouldBe("res-1");
            (await own.Get($"/api/instructions?lacks={(lacks == "check" ? "task" : "check")}&knownAt=%23{position}")).Is(200).Items("id").ShouldBe("");
            var counts = (await own.Get($"/api/dashboard?unit=planning&knownAt=%23{position}")).Is(200).Json["unit"]!["instructions"]!;
            ((int)counts["given"]!).ShouldBe(1);
            ((int)(lacks == "nothing" ? counts["complete"] : counts["lacking"]![lacks])!).ShouldBe(1, $"{position} {lacks}");
        }

        (await own.Get($"/api/instructions?knownAt=%23{stages[8].Position}")).Has("items", """
            [{"source":"resolution","id":"res-1","unitId":"planning","areaId":"training","text":"制定全年培训计划","givenOn":"2025-03-27",
              "actId":"mtg-1","lacks":"nothing","tasks":[{"taskId":"tsk-1","unitId":"planning","ownerId":"wang","dueOn":"2025-04-30",
              "status":"closed","evidenceIds":["evd-1"],"closedOn":"2025-04-28","checks":[{"inspectionId":"ins-1","inspectedOn":"2025-05-20",
              "notifications":[{"notificationId":"ntf-1","toUnitId":"planning","issuedOn":"2025-05-27","acknowledgedOn":"2025-05-28"},
              {"notificationId":"ntf-2","toUnitId":"housing","issuedOn":"2025-05-27","acknowledgedOn":"2025-05-28"}]}]}]}]
            """);
    }

    [Fact]
    public async Task A_resolution_and_a_finding_of_one_id_and_day_are_both_listed_page_by_page()
    {
        var own = service.As("admin-li", await service.NewTenant());
        await Acts.RecordBefore(own, "CorrectMeeting");
        (await own.Post("/api/inspections", """
            {"inspectionId":"ins-1","unitId":"planning","inspectingUnitId":"planning","kind":"self","inspectedOn":"2025-03-27",
             "areaIds":[],"checkedTaskIds":[],"findings":[{"findingId":"res-1","areaId":"training","severity":"minor","text":"无计划"}]}
            """)).Is(201);

        var first = (await own.Get("/api/instructions?limit=1")).Is(200);
        var second = (await own.Get($"/api/instructions?limit=1&cursor={first.Json["next"]}")).Is(200);

        (first.Items("source"), second.Items("source")).ShouldBe(("finding", "resolution"));
        second.Json["next"].ShouldBeNull();
    }

    [Fact]
    public async Task A_finding_begins_a_chain_as_a_resolution_does_and_a_correction_moves_its_date()
    {
        var own = service.As("admin-li", await service.NewTenant());
        await Acts.RecordBefore(own, "CorrectMeeting");
        (await own.Post("/api/inspections", """
            {"inspectionId":"ins-1","unitId":"planning","inspectingUnitId":"city","kind":"superior","inspectedOn":"2025-03-27","areaIds":["training"],
             "checkedTaskIds":[],"findings":[{"findingId":"fnd-1","areaId":"training","severity":"major","text":"无计划"}]}
            """)).Is(201);
        var before = await Position(own);
        (await own.Get("/api/instructions")).Items("id").ShouldBe("fnd-1 res-1");
        (await own.Get("/api/instructions?source=finding")).Items("id").ShouldBe("fnd-1");
        (await own.Get("/api/instructions?source=resolution")).Items("id").ShouldBe("res-1");
        (await own.Post("/api/tasks", """
            {"taskId":"tsk-1","unitId":"planning","findingId":"fnd-1","areaId":"training","ownerId":"wang","title":"整改","dueOn":"2025-04-30"}
            """)).Is(201);

        (await own.Post("/api/meetings/mtg-1/correct", """{"changes":{"heldOn":"2025-03-26"},"reason":"日期有误"}""")).Is(200);

        (await own.Get("/api/instructions")).Items("id").ShouldBe("res-1 fnd-1");
        (await own.Get("/api/instructions")).Items("lacks").ShouldBe("task evidence");
        (await own.Get("/api/instructions?to=2025-03-26")).Items("id").ShouldBe("res-1");
        (await own.Get("/api/instructions?from=2025-03-27")).Items("id").ShouldBe("fnd-1");
        (await own.Get($"/api/instructions?to=2025-03-26&knownAt=%23{before}")).Items("id").ShouldBe("");
    }

    [Theory]
    [InlineData("knownAt=2025-12-31T15:59:59Z")]
    [InlineData("source=finding&knownAt=2025-12-31T15:59:59Z")]
    [InlineData("unit=county&subtree=true&knownAt=2025-12-31T15:59:59Z")]
    [InlineData("lacks=check&knownAt=2025-12-31T15:59:59Z")]
    public async Task Pages_of_any_length_give_the_same(string query)
    {
        var reader = service.As("inspector");
        var whole = (await reader.Get($"/api/instructions?limit=200&{query}")).Is(200).Json["items"]!.AsArray().Select(i => i!.ToJsonString()).ToList();
        whole.Count.ShouldBeGreaterThan(1);
        var own = string.Join('&', query.Split('&').Where(q => !q.StartsWith("knownAt", StringComparison.Ordinal)));

        foreach (var limit in new[] { 1, 4 })
        {
            var (paged, next) = (new List<string>(), $"{query}");
            while (next is not null)
            {
                var page = (await reader.Get($"/api/instructions?limit={limit}&{next}")).Is(200).Json;
                paged.AddRange(page["items"]!.AsArray().Select(i => i!.ToJsonString()));
                next = (string?)page["next"] is { } cursor ? $"{own}&cursor={cursor}".TrimStart('&') : null;
            }

            paged.ShouldBe(whole);
        }
    }

    [Fact]
    public async Task In_the_sample_year_the_resolutions_without_a_task_are_those_that_lack_one()
    {
        var question = SampleYear.Expected["questions"]!.AsArray().Single(q => (string)q!["kind"]! == "resolutionsWithoutTask")!;

        // Asked of special meetings; each of them stands among all.
        var lacking = (await service.As("inspector").Get(
            $"/api/instructions?source=resolution&lacks=task&limit=200&knownAt={question["params"]!["knownAt"]}")).Is(200).Items("id").Split(' ');

        question["answer"]!.AsArray().ShouldNotBeEmpty();
        question["answer"]!.AsArray().Select(r => (string)r!).ShouldBeSubsetOf(lacking);
    }

    private static async Task<string> Position(Client caller) => (await caller.Get("/api/areas")).Is(200).Header("Ledger-Position")!;
}
