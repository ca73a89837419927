using System.Globalization;
using System.Text.Json.Nodes;
using Ledger.BecameEffective;
using Ledger.IntegrationTests.Hosting;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.BecameEffective;

/// <summary>Acts recorded before their day appear once, when it has begun, unless they were rescinded before it.</summary>
public sealed class FeedTests(ClockedService service) : IClassFixture<ClockedService>
{
    /// <summary>Two areas, four units, four office-holders, all in force long since; recorded on 1 January 2025.</summary>
    private static readonly string Beginning = string.Join('\n', Acts.All.TakeWhile(a => a.Command != "EstablishLeadingGroup")
        .Where(a => a.Command != "SubmitReport").Select(a => Line("2025-01-01T00:00:00Z", a.Command, a.Body)));

    [Fact]
    public async Task What_was_missed_appears_in_the_order_of_its_days_each_once()
    {
        var li = await Recorded(
            Assign("2025-01-10", "a", "2025-03-01"),
            Line("2025-01-11T00:00:00Z", "RenameUnit", """{"unitId":"planning","nameZh":"新局","nameEn":"New Bureau","effectiveFrom":"2025-02-01"}"""),
            Assign("2025-01-12", "b", "2025-02-01", "Leading"),
            Line("2025-01-13T00:00:00Z", "OfficeHolderLeft", """{"personId":"chen","leftOn":"2025-04-01"}"""));

        var feed = await Until(li, 4);

        feed.ShouldBe([
            "1 2025-02-01 unit_renamed.v1 planning 自2025年2月1日起，单位 planning 更名为“新局”。",
            "2 2025-02-01 leader_assigned.v1 planning 自2025年2月1日起，由 li 任“队伍培训”直接责任人（分工 b）。",
            "3 2025-03-01 leader_assigned.v1 planning 自2025年3月1日起，由 li 任“队伍培训”第一责任人（分工 a）。",
            "4 2025-04-01 left_office.v1 planning 自2025年4月1日起，chen 不再任职。",
        ]);
        (await li.Get("/api/became-effective?after=1&limit=2")).Is(200).Items("number").ShouldBe("2 3");
        ((long)(await li.Get("/api/became-effective?after=4")).Is(200).Json["last"]!).ShouldBe(4);
    }

    [Fact]
    public async Task What_was_rescinded_before_its_day_does_not_appear_and_what_was_rescinded_on_it_or_later_does()
    {
        var li = await Recorded(
            Assign("2025-01-10", "before", "2025-03-01", "First"),
            Assign("2025-01-10", "on-it", "2025-03-01", "Leading"),
            Assign("2025-01-10", "later", "2025-03-01", "Direct"),
            Void("2025-02-28T15:59:59Z", "before"),
            Void("2025-02-28T16:00:00Z", "on-it"),
            Void("2025-03-05T00:00:00Z", "later"),
            Assign("2025-03-06", "last", "2025-03-07", "First"));

        (await Until(li, 3)).Select(Assignment).ShouldBe(["on-it", "later", "last"]);
    }

    [Fact]
    public async Task A_correction_moves_an_act_to_its_new_day_and_says_who_it_is_by_then()
    {
        var li = await Recorded(
            Assign("2025-01-10", "a", "2025-03-01"),
            Line("2025-01-11T00:00:00Z", "CorrectAssignment", """{"assignmentId":"a","changes":{"effectiveFrom":"2025-04-01"},"reason":"r"}"""),
            Line("2025-01-12T00:00:00Z", "CorrectAssignment", """{"assignmentId":"a","changes":{"personId":"wang"},"reason":"r"}"""));

        (await Until(li, 1)).ShouldBe([
            "1 2025-04-01 leader_assigned.v1 planning 自2025年4月1日起，由 wang 任“队伍培训”第一责任人（分工 a）。"]);
        var item = (await li.Get("/api/became-effective")).Json["items"]![0]!;
        ((long)item["position"]!).ShouldBe(12);
        item["personIds"]!.ToJsonString().ShouldBe("""["wang"]""");
        ((string)item["data"]!["effectiveFrom"]!).ShouldBe("2025-04-01");
    }

    [Fact]
    public async Task What_was_recorded_on_its_day_or_later_never_appears()
    {
        var li = await Recorded(
            Assign("2025-03-01", "on-it", "2025-03-01", "First"),
            Assign("2025-03-02", "late", "2025-03-01", "Leading"),
            Assign("2025-03-03", "ahead", "2025-03-04", "Direct"));

        (await Until(li, 1)).Select(Assignment).ShouldBe(["ahead"]);
    }

    [Theory, InlineData(TemplateDatabase.ZoneOfT1), InlineData(TemplateDatabase.ZoneOfT2), InlineData("Asia/Beirut")]
    public async Task An_act_for_tomorrow_appears_when_tomorrow_begins_in_the_tenants_zone(string zone)
    {
        await using var own = new ClockedService(service.Template);
        await own.InitializeAsync();
        var (tenant, tz) = (await own.NewTenant(zone), DateTimeZoneProviders.Tzdb[zone]);
        var li = own.As("li", tenant);
        await Acts.RecordBefore(li, "EstablishLeadingGroup");
        var tomorrow = (await Now(own)).InZone(tz).Date.PlusDays(1);
        (await li.Post("/api/assignments", $$"""
            {"assignmentId":"a","unitId":"planning","areaId":"training","level":"First","personId":"li","effectiveFrom":"{{Iso(tomorrow)}}"}
            """)).Is(201);

        // The wake-up waits for midnight; one that comes too early is put off and adds nothing.
        var waiting = await Await.Until(() => Waiting(own), w => w.Count == 1);
        waiting.ShouldBe([Emitter.StartOf(tomorrow, tz)]);
        await own.WakeScheduled();
        await Await.Until(() => Waiting(own), w => w is [var again] && again != waiting[0]);
        (await li.Get("/api/became-effective")).Is(200).Json["items"]!.AsArray().ShouldBeEmpty();

        await own.SetAhead(days: 1);
        await own.WakeScheduled();
        (await Until(li, 1)).Select(Assignment).ShouldBe(["a"]);
        (await Await.Until(() => Waiting(own), w => w.Count == 0)).ShouldBeEmpty();
        await own.Service<Emitter>().Emit(tenant, CancellationToken.None);
        (await Until(li, 1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_given_by_number_to_callers_of_the_tenant_alone()
    {
        (await service.With(token: null).Get("/api/became-effective")).Is(401);
        (await service.As("li", "nobodys").Get("/api/became-effective")).Is(403, "unknown-tenant");
        foreach (var query in new[] { "after=-1", "after=x", "limit=0", "limit=201", "asOf=2025-01-01", "after=1&after=2" })
            (await service.As("li").Get($"/api/became-effective?{query}")).Is(400, "query-malformed");
    }

    private static string Assignment(string entry) => entry.Split("分工 ")[1].Split('）')[0];

    private static string Assign(string on, string id, string from, string level = "First") => Line($"{on}T00:00:00Z", "AssignLeader", $$"""
        {"assignmentId":"{{id}}","unitId":"planning","areaId":"training","level":"{{level}}","personId":"li","effectiveFrom":"{{from}}"}
        """);

    private static string Void(string at, string id) =>
        Line(at, "VoidAssignment", $$"""{"assignmentId":"{{id}}","reason":"r"}""");

    private static string Line(string at, string command, string data) =>
        $$"""{"at":"{{at}}","actor":"li","command":"{{command}}","data":{{JsonNode.Parse(data)!.ToJsonString()}}}""";

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static async Task<Instant> Now(LedgerService own)
    {
        await using var command = own.Sql.CreateCommand("select clock_timestamp()");
        return (Instant)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<List<Instant>> Waiting(LedgerService own)
    {
        await using var command = own.Sql.CreateCommand(
            "select execution_time from ledger_messages.wolverine_incoming_envelopes where status = 'Scheduled'");
        await using var reader = await command.ExecuteReaderAsync();
        var waiting = new List<Instant>();
        while (await reader.ReadAsync())
            waiting.Add(reader.GetFieldValue<Instant>(0));
        return waiting;
    }

    /// <summary>Waits for so many entries.</summary>
    private static Task<List<string>> Until(Client reader, int entries) => Await.Until(async () =>
        (await reader.Get("/api/became-effective?limit=200")).Is(200).Json["items"]!.AsArray().Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"{i!["number"]} {i["effectiveOn"]} {i["type"]} {string.Join(' ', i["unitIds"]!.AsArray())} {i["summary"]!["zh"]}")).ToList(),
        feed => feed.Count >= entries);

    /// <summary>A tenant that took these lines, long after they were recorded.</summary>
    private async Task<Client> Recorded(params string[] lines)
    {
        var li = service.As("li", await service.NewTenant());
        (await li.Import("", string.Join('\n', [Beginning, .. lines]))).Is(200);
        return li;
    }
}
