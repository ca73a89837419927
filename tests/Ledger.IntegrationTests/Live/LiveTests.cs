using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using NodaTime;

namespace Ledger.IntegrationTests.Live;

/// <summary>A service of which nothing but a notice wakes a stream.</summary>
public sealed class NoticesOnly(TemplateDatabase template) : LedgerService(template)
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Ledger:Live:PollSeconds"] = "3600",
        ["Ledger:Live:HeartbeatSeconds"] = "3600",
    };
}

public sealed class LiveTests(NoticesOnly service) : IAsyncLifetime, IClassFixture<NoticesOnly>
{
    private string tenant = "";
    private Client li = null!;

    public async ValueTask InitializeAsync()
    {
        tenant = await service.NewTenant();
        li = service.As("li", tenant);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Events_arrive_as_they_are_recorded_and_look_like_the_timeline()
    {
        await using var stream = await li.Live("");
        stream.Status.ShouldBe(200);
        stream.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream; charset=utf-8");
        stream.Response.Headers.GetValues("Ledger-Position").ShouldBe(["0"]);
        stream.Response.Headers.CacheControl!.ToString().ShouldBe("no-store");

        foreach (var act in Acts.All)
        {
            var receipt = (await li.Post(act.Path, act.Body)).Is(act.Status).Json;
            foreach (var sent in receipt["events"]!.AsArray())
            {
                var read = (await stream.Next()).ShouldNotBeNull();
                (read.Id, read.Type).ShouldBe((sent!["position"]!.ToString(), (string)sent["type"]!));
                (read.Position, (string)read.Data["eventId"]!).ShouldBe(((long)sent["position"]!, (string)sent["id"]!));
            }
        }

        await using var again = await li.Live("?from=%231&unit=planning");
        var items = (await li.Get("/api/units/planning/timeline?limit=200")).Is(200).Json["items"]!.AsArray();
        items.Count.ShouldBeGreaterThan(20);
        foreach (var item in items)
        {
            var read = (await again.Next()).ShouldNotBeNull().Data.AsObject();
            read["unitIds"]!.AsArray().Select(u => (string)u!).ShouldContain("planning");
            read.Remove("unitIds");
            JsonNode.DeepEquals(read, item).ShouldBeTrue($"{read.ToJsonString()}\n{item!.ToJsonString()}");
        }
    }

    [Fact]
    public async Task Chinese_and_line_breaks_come_whole()
    {
        await using var stream = await li.Live("");

        (await li.Post("/api/areas", """{"areaId":"a","nameZh":"档案","nameEn":"Archives","basis":"第一行\n第二行\r\n\"引号\"\u2028"}""")).Is(201);

        var read = (await stream.Next()).ShouldNotBeNull();
        ((string)read.Data["data"]!["basis"]!["text"]!).ShouldBe("第一行\n第二行\r\n\"引号\"\u2028".Trim());
        ((string)read.Data["summary"]!["zh"]!).ShouldContain("档案");
        ((string)read.Data["summary"]!["en"]!).ShouldContain("Archives");
    }

    [Fact]
    public async Task However_often_it_is_cut_a_stream_gives_each_event_once_and_in_order()
    {
        var random = new Random(20_251_231);
        var writing = Write(li, 1, 150);
        var (last, read, cuts) = ("0", new List<long>(), 0);
        while (read.Count < 150)
        {
            await using var stream = random.Next(2) == 0
                ? await li.Live("?from=%23999999", ("Last-Event-ID", last))
                : await li.Live($"?lastEventId={last}");
            stream.Status.ShouldBe(200);
            foreach (var one in await stream.Next(Math.Min(random.Next(0, 20), 150 - read.Count)))
            {
                read.Add(one.Position);
                last = one.Id;
            }

            cuts++;
        }

        await writing;
        read.ShouldBe(Enumerable.Range(1, 150).Select(i => (long)i));
        cuts.ShouldBeGreaterThan(7);
    }

    [Fact]
    public async Task What_one_node_records_the_streams_of_another_send()
    {
        var other = service.StartNode();
        await using var stream = await other("zhao", tenant).Live("");
        await using var second = await other("wang", tenant).Live("");

        await Write(li, 1, 20);

        (await stream.Next(20)).Select(r => r.Position).ShouldBe(Enumerable.Range(1, 20).Select(i => (long)i));
        (await second.Next(20)).Select(r => r.Position).ShouldBe(Enumerable.Range(1, 20).Select(i => (long)i));
    }

    [Fact]
    public async Task A_file_comes_event_by_event_and_as_imported()
    {
        await using var stream = await li.Live("");
        var lines = string.Join('\n', Enumerable.Range(1, 120).Select(i =>
            $$$"""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"DefineArea","data":{"areaId":"a-{{{i}}}","nameZh":"甲","nameEn":"A"}}"""));

        (await li.Import("", lines)).Is(200);

        var read = await stream.Next(120);
        read.Select(r => r.Position).ShouldBe(Enumerable.Range(1, 120).Select(i => (long)i));
        ((string)read[0].Data["imported"]!["claimedAt"]!).ShouldBe("2025-01-03T00:00:00Z");
    }

    [Fact]
    public async Task One_tenants_stream_never_shows_anothers_events()
    {
        var stranger = service.As("li", await service.NewTenant());
        await using var stream = await stranger.Live("");

        await Write(li, 1, 5);
        (await stranger.Post("/api/areas", """{"areaId":"own","nameZh":"甲","nameEn":"A"}""")).Is(201);

        var read = (await stream.Next()).ShouldNotBeNull();
        (read.Position, (string)read.Data["data"]!["areaId"]!).ShouldBe((1, "own"));
    }

    [Fact]
    public async Task A_subtree_is_that_of_the_tree_as_it_was_when_each_act_was_recorded()
    {
        await Acts.Record(li); // Housing was moved below planning, and the annex is no more.
        await Rename("annex", "A");
        (await li.Post("/api/units", """
            {"unitId":"depot","nameZh":"站","nameEn":"Depot","kind":"office","level":3,"parentId":"housing",
             "effectiveFrom":"2024-01-01","requiredCells":[]}
            """)).Is(201);
        await Rename("depot", "B");
        (await li.Post("/api/units/housing/move", """{"parentId":"city","effectiveFrom":"2025-08-01"}""")).Is(200);
        await Rename("depot", "C");
        (await li.Post("/api/units/housing/move", """{"parentId":"planning","effectiveFrom":"2025-08-01"}""")).Is(200);
        await Rename("depot", "D");
        await Rename("planning", "E");
        await using var whole = await li.Live("?from=%231&unit=planning&subtree=true");

        var names = new List<string>();
        while (names.LastOrDefault() != "E")
            if (await whole.Next() is { Type: "unit_renamed.v1" } renamed)
                names.Add((string)renamed.Data["data"]!["nameEn"]!);

        names.ShouldBe(["City Natural Resources Bureau", "B", "D", "E"]);

        Task Rename(string unit, string name) => Posted(
            $"/api/units/{unit}/rename", $$"""{"nameZh":"甲","nameEn":"{{name}}","effectiveFrom":"2025-01-01"}""");
    }

    [Theory]
    [InlineData("?lastEventId=7", "lastEventId", 7), InlineData("?from=%239", "from", 9)]
    public async Task A_position_beyond_the_last_is_422(string query, string field, long asked)
    {
        await Write(li, 1, 3);

        var answer = (await li.Get($"/api/live{query}")).Is(422, "position-not-reached");

        answer.Has("facts", $$"""{"asked":{{asked}},"last":3}""");
        answer.Json["errors"]!.AsObject().Single().Key.ShouldBe(field);
        (await li.Get("/api/live", ("Last-Event-ID", "4"))).Is(422, "position-not-reached");
        await using var next = await li.Live("?from=%234");
        next.Status.ShouldBe(200);
    }

    [Theory, InlineData("x"), InlineData("-1"), InlineData("1.5"), InlineData("#3"), InlineData("99999999999999999999")]
    public async Task An_id_that_is_none_is_400(string id)
    {
        (await li.Get("/api/live", ("Last-Event-ID", id))).Is(400, "last-event-id-malformed");
        (await li.Get($"/api/live?lastEventId={Uri.EscapeDataString(id)}")).Is(400, "query-malformed");
    }

    [Fact]
    public async Task What_the_stream_does_not_take_is_refused()
    {
        (await li.Get("/api/live?asOf=2025-01-01")).Is(400, "query-malformed").Has("facts.rule", "\"unknown-parameter\"");
        (await li.Get("/api/live?from=1")).Is(400, "query-malformed").Has("facts.rule", "\"position\"");
        (await li.Get("/api/live?unit=nowhere")).Is(404, "unknown-id");
        (await service.As("li", "nowhere").Get("/api/live")).Is(403, "unknown-tenant");
        (await service.With(null).Get("/api/live")).Is(401, "unauthorized");
    }

    [Fact]
    public async Task A_stream_is_over_when_its_token_would_be_taken_no_more()
    {
        // For half a minute after its end a token is taken.
        await using var stream = await service.With(service.Token("li", tenant, Duration.FromSeconds(-28))).Live("");
        stream.Status.ShouldBe(200);

        var last = (await stream.Next()).ShouldNotBeNull();

        (last.Type, last.Id, (string)last.Data["reason"]!).ShouldBe(("dropped", "0", "token-expired"));
        ((string)last.Data["message"]!["zh"]!).ShouldNotBeEmpty();
        (await stream.Next()).ShouldBeNull();
    }

    [Fact]
    public async Task A_service_that_stops_ends_its_streams_at_once()
    {
        var own = new NoticesOnly(service.Template);
        await own.InitializeAsync();
        await using var stream = await own.As("li").Live("");
        (await own.As("li").Post("/api/areas", """{"nameZh":"甲","nameEn":"A"}""")).Is(201);
        (await stream.Next()).ShouldNotBeNull().Position.ShouldBe(1);

        var last = stream.Next();
        await own.Stop();

        (await last).ShouldNotBeNull().Data["reason"]!.ToString().ShouldBe("service-stopping");
        await own.DisposeAsync();
    }

    private async Task Posted(string path, string body) => (await li.Post(path, body)).Is(200);

    internal static async Task Write(Client caller, int first, int count)
    {
        for (var i = first; i < first + count; i++)
            (await caller.Post("/api/areas", $$"""{"areaId":"a-{{i}}","nameZh":"甲","nameEn":"A"}""")).Is(201);
    }
}
