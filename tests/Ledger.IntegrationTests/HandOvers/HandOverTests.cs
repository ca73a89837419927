using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.HandOvers;

/// <summary>Li hands the training seat of planning over to Wang: with a task, a finding, a notification and what the unit owes.</summary>
public sealed class HandOverTests(LedgerService service) : IClassFixture<LedgerService>
{
    private const string Path = "/api/assignments/asg-1/hand-over";

    private static readonly (string Path, string Body)[] Carried =
    [
        ("/api/tasks", """
            {"taskId":"tsk-1","unitId":"planning","planId":"plan-2025","areaId":"training","ownerId":"li","title":"培训计划","dueOn":"2025-06-30"}
            """),
        ("/api/tasks", """
            {"taskId":"tsk-other","unitId":"planning","planId":"plan-2025","areaId":"publicity","ownerId":"li","title":"宣传栏","dueOn":"2025-06-30"}
            """),
        ("/api/inspections", """
            {"inspectionId":"ins-1","unitId":"planning","inspectingUnitId":"city","kind":"superior","inspectedOn":"2025-05-20","areaIds":["training"],
             "checkedTaskIds":[],"findings":[{"findingId":"fnd-1","areaId":"training","severity":"major","text":"无计划"},
              {"findingId":"fnd-2","areaId":"publicity","severity":"minor","text":"未更新"}]}
            """),
        ("/api/notifications", """
            {"notificationId":"ntf-1","inspectionId":"ins-1","fromUnitId":"city","toUnitId":"planning","kind":"通报","issuedOn":"2025-05-27"}
            """),
        ("/api/obligations", """
            {"obligationId":"obl-1","ruleCode":"B1","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{}}
            """),
    ];

    [Fact]
    public async Task The_packet_tells_what_goes_with_the_post_before_and_after_the_change()
    {
        var own = await WithWhatIsCarried();
        var before = (await own.Get($"{Path}?asOf=2025-05-31")).Is(200);
        before.Has("leavesOn", "null").Has("incomingPersonId", "null").Has("outgoingPersonId", "\"li\"").Has("accepted", "[]");
        before.Json["tasks"]!.AsArray().Select(t => (string)t!["taskId"]!).ShouldBe(["tsk-1"]);
        before.Has("findings", """[{"findingId":"fnd-1","text":"无计划","foundOn":"2025-05-20"}]""")
            .Has("notifications", """[{"notificationId":"ntf-1","inspectionId":"ins-1","issuedOn":"2025-05-27"}]""")
            .Has("deadlines", """
                [{"dueOn":"2025-06-30","subject":{"type":"task","id":"tsk-1"}},{"dueOn":"2025-06-30","ruleCode":"B1"}]
                """);

        await Replace(own);

        (await own.Get($"{Path}?asOf=2025-05-31")).Has("leavesOn", "\"2025-06-01\"").Has("incomingPersonId", "\"wang\"")
            .Has("incomingAssignmentId", "\"asg-2\"");
        (await own.Get($"{Path}?asOf=2025-05-31&knownAt=%23{before.Header("Ledger-Position")}")).Text
            .ShouldContain("\"leavesOn\":null");
    }

    [Fact]
    public async Task Both_sides_accept_and_the_packet_they_accepted_can_be_asked_for_later()
    {
        var own = await WithWhatIsCarried();
        await Replace(own);
        (await own.Post(Path, """{"personId":"li","acceptedOn":"2025-06-02"}""")).Is(200);
        (await own.Post("/api/tasks/tsk-1/reassign", """{"newOwnerId":"wang","reason":"交接"}""")).Is(200);
        (await own.Post("/api/notifications/ntf-1/acknowledge", """{"acknowledgedOn":"2025-06-03","byPersonId":"wang"}""")).Is(200);
        (await own.Post(Path, """{"personId":"wang","acceptedOn":"2025-06-03"}""")).Is(200);

        var now = (await own.Get(Path)).Is(200).Json;
        now["tasks"]!.AsArray().ShouldBeEmpty();
        now["notifications"]!.AsArray().ShouldBeEmpty();
        now["accepted"]!.AsArray().Select(a => $"{a!["side"]} {a["personId"]} {a["acceptedOn"]}")
            .ShouldBe(["outgoing li 2025-06-02", "incoming wang 2025-06-03"]);
        var then = (await own.Get($"{Path}?knownAt=%23{now["accepted"]![0]!["position"]}")).Is(200).Json;
        then["tasks"]!.AsArray().Select(t => (string)t!["taskId"]!).ShouldBe(["tsk-1"]);
        then["notifications"]!.AsArray().Count.ShouldBe(1);
        then["accepted"]!.AsArray().Count.ShouldBe(1);
        (await own.Get("/api/assignments/asg-0/hand-over")).Is(404, "unknown-id");
        (await own.Get("/api/units/planning/replay")).Is(200).Text.Split('\n')
            .Count(l => l.Contains("\"what\":\"hand-over\",\"id\":\"asg-1\"", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_task_whose_owner_has_left_shows_as_such_until_it_is_reassigned()
    {
        var own = await WithWhatIsCarried();
        (await own.Post("/api/tasks", """
            {"taskId":"tsk-chen","unitId":"planning","planId":"plan-2025","areaId":"publicity","ownerId":"chen","title":"更新","dueOn":"2025-12-31"}
            """)).Is(201);
        (await Left("2025-07-01")).ShouldBe("");
        var before = (await own.Get("/api/areas")).Header("Ledger-Position");
        (await own.Post("/api/people/chen/leave", """{"leftOn":"2025-07-01"}""")).Is(200);

        (await Left("2025-06-30")).ShouldBe("");
        (await Left("2025-07-01")).ShouldBe("tsk-chen 2025-07-01");
        (await Left("2025-07-01", $"&knownAt=%23{before}")).ShouldBe("");
        (await own.Get("/api/assignments/asg-4/hand-over?asOf=2025-07-01")).Is(200).Json["tasks"]!.AsArray()
            .Select(t => $"{t!["taskId"]} {t["ownerLeftOn"]}").ShouldBe(["tsk-chen 2025-07-01"]);
        ((string)(await own.Get("/api/tasks/tsk-chen?asOf=2025-07-01")).Json["ownerLeftOn"]!).ShouldBe("2025-07-01");

        (await own.Post("/api/tasks/tsk-chen/reassign", """{"newOwnerId":"wang","reason":"调离"}""")).Is(200);

        (await Left("2025-07-01")).ShouldBe("");

        async Task<string> Left(string asOf, string known = "")
        {
            var tasks = (await own.Get($"/api/tasks?asOf={asOf}{known}")).Is(200).Json["items"]!.AsArray().Where(t => t!["ownerLeftOn"] is not null).ToList();
            var counts = (await own.Get($"/api/dashboard?unit=planning&asOf={asOf}{known}")).Is(200).Json["unit"]!["tasks"]!;
            ((int)counts["ownerLeft"]!).ShouldBe(tasks.Count);
            return string.Join(' ', tasks.Select(t => $"{t!["taskId"]} {t["ownerLeftOn"]}"));
        }
    }

    private async Task<Client> WithWhatIsCarried()
    {
        var own = service.As("admin-li", await service.NewTenant());
        await Acts.RecordBefore(own, "ReplaceLeader");
        foreach (var (path, body) in Carried)
            (await own.Post(path, body)).Is(201);
        return own;
    }

    private static async Task Replace(Client own) => (await own.Post("/api/assignments/asg-1/replace",
        """{"assignmentId":"asg-2","personId":"wang","effectiveFrom":"2025-06-01"}""")).Is(201);
}
