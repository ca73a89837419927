using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Reminders;

/// <summary>What falls due, as of a day and as known at a position: open tasks and what rules leave open, by due date.</summary>
public sealed class RemindersTests(LedgerService service) : IClassFixture<LedgerService>
{
    /// <summary>Two units with half-yearly meetings, and tasks of two persons.</summary>
    private async Task<Client> Prepared()
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(li, "EstablishLeadingGroup");
        (await li.Post("/api/obligations", """
            {"obligationId":"obl-1","ruleCode":"B1","unitIds":["planning","annex"],"effectiveFrom":"2025-01-01",
             "parameters":{"meetingKind":"special","period":"half-year","minimum":1}}
            """)).Is(201);
        foreach (var (id, unit, owner, due) in new[]
        {
            ("t1", "planning", "li", "2025-06-20"), ("t2", "planning", "wang", "2025-06-30"), ("t3", "housing", "zhao", "2025-06-25"),
        })
            (await li.Post("/api/tasks", $$"""
                {"taskId":"{{id}}","unitId":"{{unit}}","planId":"plan-2025","areaId":"training","ownerId":"{{owner}}","title":"事 {{id}}","dueOn":"{{due}}"}
                """)).Is(201);
        return li;
    }

    private static async Task<string> Told(Client li, string query) => string.Join(' ', (await li.Get($"/api/reminders?{query}")).Is(200)
        .Json["items"]!.AsArray().Select(i => $"{((string)i!["dueOn"]!)[5..]}:{i["unitId"]}:{i["subject"]?["id"] ?? i["period"]}")
        // Of what is due on one day the order is by ids that say nothing.
        .GroupBy(t => t[..5]).SelectMany(day => day.Order(StringComparer.Ordinal)));

    [Fact]
    public async Task It_tells_of_open_tasks_and_of_what_rules_leave_open_in_the_window()
    {
        var li = await Prepared();

        (await Told(li, "asOf=2025-06-17")).ShouldBe(
            "06-20:planning:t1 06-25:housing:t3 06-30:annex:2025-H1 06-30:planning:2025-H1 06-30:planning:t2");
        (await Told(li, "asOf=2025-06-15")).ShouldBe("06-20:planning:t1 06-25:housing:t3");
        (await Told(li, "asOf=2025-06-26&from=2025-06-01&to=2025-06-26")).ShouldBe("06-20:planning:t1 06-25:housing:t3");
        (await Told(li, "asOf=2025-06-17&unit=planning&to=2025-12-31")).ShouldBe(
            "06-20:planning:t1 06-30:planning:2025-H1 06-30:planning:t2 12-31:planning:2025-H2");
        (await Told(li, "asOf=2025-06-17&unit=planning&subtree=true&from=2025-06-30")).ShouldBe(
            "06-30:annex:2025-H1 06-30:planning:2025-H1 06-30:planning:t2");
        (await Told(li, "asOf=2025-06-17&person=wang")).ShouldBe("06-30:planning:t2");
        (await li.Get("/api/reminders?asOf=2025-06-17&unit=annex")).Json["items"]![0]!["detail"]!.ToJsonString().ShouldContain("0 held, 1 owed");
    }

    [Fact]
    public async Task What_was_done_is_no_longer_told_and_is_still_told_as_known_before()
    {
        var li = await Prepared();
        var before = (await li.Get("/api/reminders?asOf=2025-06-17")).Is(200);
        (await li.Post("/api/tasks/t2/cancel", """{"reason":"重复"}""")).Is(200);
        (await li.Post("/api/tasks/t1/extend", """{"newDueOn":"2025-06-28","approvedBy":"wang","reason":"工作量"}""")).Is(200);
        (await li.Post("/api/meetings/m1/hold", """
            {"heldOn":"2025-06-16","chairId":"li","attendees":["li","wang"],"apologies":["chen"],"agenda":["hear-reports"],"resolutions":[],
             "unitId":"planning","kind":"special","topic":"听取汇报","areaIds":["training"],"backfilled":true}
            """)).Is(201);

        (await Told(li, "asOf=2025-06-17")).ShouldBe("06-25:housing:t3 06-28:planning:t1 06-30:annex:2025-H1");
        (await li.Get($"/api/reminders?asOf=2025-06-17&knownAt=%23{before.Json["position"]}")).Text.ShouldBe(before.Text);
    }

    [Fact]
    public async Task Its_pages_together_are_the_whole()
    {
        var li = await Prepared();
        var whole = (await li.Get("/api/reminders?asOf=2025-06-17")).Items("id");
        var (pages, next) = (new List<string>(), "");
        do
        {
            var page = (await li.Get($"/api/reminders?asOf=2025-06-17&limit=2{next}")).Is(200);
            pages.Add(page.Items("id"));
            next = page.Json["next"] is { } cursor ? $"&cursor={cursor}" : "";
        }
        while (next.Length > 0);

        pages.Count.ShouldBe(3);
        string.Join(' ', pages).ShouldBe(whole);
    }

    [Fact]
    public async Task Unknown_ids_and_windows_that_cannot_be_are_refused()
    {
        var li = await Prepared();
        (await li.Get("/api/reminders?unit=nobodys")).Is(404, "unknown-id");
        (await li.Get("/api/reminders?person=nobody")).Is(404, "unknown-id");
        (await li.Get("/api/reminders?from=2025-06-02&to=2025-06-01")).Is(400, "window-ends-before-it-starts");
        (await li.Get("/api/reminders?asOf=2025-06-17&to=2026-06-18")).Is(200);
        (await li.Get("/api/reminders?asOf=2025-06-17&to=2026-06-19")).Is(400, "window-too-far-ahead")
            .Has("facts", """{"to":"2026-06-19","last":"2026-06-18"}""");
    }
}
