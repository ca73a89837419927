using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Import;

/// <summary>An import of up to 20,000 lines is all or nothing.</summary>
public sealed class ImportTests(LedgerService service) : IAsyncLifetime, IClassFixture<LedgerService>
{
    private const string Bad = """{"at":"2025-01-03T00:00:00Z","actor":"li","command":"RegisterUnit","data":{"unitId":"u","nameZh":"甲","nameEn":"A","kind":"k","level":1,"parentId":"nowhere","effectiveFrom":"2024-01-01","requiredCells":[]}}""";

    private string tenant = "";
    private Client importer = null!;

    public async ValueTask InitializeAsync()
    {
        tenant = await service.NewTenant();
        importer = service.As("importer", tenant);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_lines_actor_is_the_actor_and_its_instant_the_recorded_one_with_the_ledgers_own_beside_it()
    {
        var result = (await importer.Import("", Area("a-1", "2025-01-02T03:04:05.123456Z"),
            ("Content-Disposition", "attachment; filename=\"old book.jsonl\""))).Is(200).Json;
        (await importer.Import("", Unit("u-1", "2025-01-03T00:00:00Z"))).Is(200);

        ((int)result["taken"]!).ShouldBe(1);
        var item = (await importer.Get("/api/units/u-1/timeline")).Json["items"]![0]!;
        ((string)item["actor"]!).ShouldBe("li");
        ((string)item["recordedBy"]!).ShouldBe("importer");
        ((string)item["recordedAt"]!).ShouldBe("2025-01-03T00:00:00Z");
        ((string)item["imported"]!["claimedAt"]!).ShouldBe("2025-01-03T00:00:00Z");
        string.CompareOrdinal((string)item["imported"]!["takenAt"]!, "2026").ShouldBePositive();
        item["imported"]!["file"].ShouldBeNull();
        var headers = await service.Rows($"""
            select timestamp at time zone 'UTC' as at, user_name, headers->>'recordedBy' as by, headers->'imported'->>'file' as file
            from ledger.mt_events where tenant_id = '{tenant}' and seq_id = 1
            """);
        headers.ShouldBe(["""{"at":"2025-01-02T03:04:05.123456","user_name":"li","by":"importer","file":"old book.jsonl"}"""]);
    }

    [Fact]
    public async Task Position_order_is_line_order_is_the_order_of_recorded_instants_also_when_streams_interleave()
    {
        var lines = new StringBuilder().AppendLine(Unit("u-0", "2025-01-01T00:00:00Z"));
        for (var i = 1; i <= 300; i++)
            lines.AppendLine(Rename($"u-0", At(i / 2), $"name {i}")).AppendLine(Area($"a-{i}", At(i / 2)));

        (await importer.Import("", lines.ToString())).Is(200);

        var events = await service.Rows($"""
            select seq_id, version, stream_id, timestamp, coalesce(data->>'nameEn', '') as name from ledger.mt_events
            where tenant_id = '{tenant}' order by seq_id
            """);
        var rows = events.Select(e => JsonNode.Parse(e)!).ToList();
        rows.Select(r => (long)r["seq_id"]!).ShouldBe(Enumerable.Range(1, 601).Select(i => (long)i));
        rows.Where(r => (string)r["stream_id"]! == "unit/u-0").Select(r => (string)r["name"]!).Skip(1)
            .ShouldBe(Enumerable.Range(1, 300).Select(i => $"name {i}"));
        rows.Where(r => (string)r["stream_id"]! == "unit/u-0").Select(r => (long)r["version"]!)
            .ShouldBe(Enumerable.Range(1, 301).Select(i => (long)i));
        for (var i = 1; i <= 300; i++)
            ((string)rows[2 * i]["stream_id"]!).ShouldBe($"area/a-{i}");
        var instants = rows.Select(r => (string)r["timestamp"]!).ToList();
        instants.ShouldBe(instants.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_refused_line_in_the_last_row_keeps_all_from_being_recorded_and_is_named()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 500).Select(i => Area($"a-{i}", At(i)))) + "\n" + Bad.Replace("03T", "31T", StringComparison.Ordinal);

        var result = (await importer.Import("", lines)).Is(422).Json;

        ((int)result["taken"]!).ShouldBe(0);
        ((long)result["position"]!).ShouldBe(0);
        var refused = result["refused"]!.AsArray().Single()!;
        ((int)refused["line"]!).ShouldBe(501);
        ((string)refused["command"]!).ShouldBe("RegisterUnit");
        ((string)refused["code"]!).ShouldBe("unknown-id");
        ((string)refused["field"]!).ShouldBe("data.parentId");
        ((string)refused["detail"]!).ShouldStartWith("No such id.");
        await IsEmpty();
    }

    [Theory]
    [InlineData("{", null, "malformed"), InlineData("[]", null, "malformed"), InlineData("{} {}", null, "malformed")]
    [InlineData("""{"actor":"li","command":"DefineArea","data":{}}""", "at", "malformed")]
    [InlineData("""{"at":"2025-01-03","actor":"li","command":"DefineArea","data":{}}""", "at", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00+08:00","actor":"li","command":"DefineArea","data":{}}""", "at", "malformed")]
    [InlineData("""{"at":"0001-01-01T00:00:00Z","actor":"li","command":"DefineArea","data":{}}""", "at", "malformed")]
    [InlineData("""{"at":"-9998-01-01T00:00:00Z","actor":"li","command":"DefineArea","data":{}}""", "at", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"","command":"DefineArea","data":{}}""", "actor", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":7,"command":"DefineArea","data":{}}""", "actor", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"li","command":null,"data":{}}""", "command", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"DefineArea","data":[]}""", "data", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"DefineArea","data":{},"by":"x"}""", "by", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"DefineArea","data":{"nameZh":"甲"}}""", "data.nameEn", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"DefineArea","data":{"nameZh":"甲","nameEn":"A","x":1}}""", "data.x", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"DefineArea","data":{"nameZh":"甲","nameEn":"A","basis":{"text":"b","date":"x"}}}""", "data.basis.date", "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"DefineArea","data":{"nameZh":"\ud800","nameEn":"A"}}""", null, "malformed")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"AbolishArea","data":{}}""", "command", "unknown-command")]
    [InlineData("""{"at":"2025-01-01T00:00:00Z","actor":"li","command":"DefineArea","data":{"nameZh":"甲","nameEn":"A"}}""", "at", "at-before-the-last-act")]
    [InlineData("""{"at":"2199-01-01T00:00:00Z","actor":"li","command":"DefineArea","data":{"nameZh":"甲","nameEn":"A"}}""", "at", "at-in-the-future")]
    [InlineData("""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"DefineArea","data":{"areaId":"a-1","nameZh":"甲","nameEn":"A"}}""", "data.areaId", "id-exists")]
    public async Task A_line_is_refused_with_its_number_its_member_and_its_code(string broken, string? field, string code)
    {
        var lines = Area("a-1", "2025-01-02T00:00:00Z") + "\n\n" + broken + "\n" + Area("a-2", "2025-01-04T00:00:00Z");

        var result = (await importer.Import("", lines, ("Accept-Language", "zh-CN"))).Is(422).Json;

        var refused = result["refused"]!.AsArray().Single()!;
        ((int)refused["line"]!).ShouldBe(3);
        ((string?)refused["field"]).ShouldBe(field);
        ((string)refused["code"]!).ShouldBe(code);
        ((string)refused["detail"]!).ShouldMatch("[一-龥]");
        await IsEmpty();
    }

    [Fact]
    public async Task A_line_that_is_not_utf_8_is_refused_and_nothing_recorded()
    {
        byte[] lines = [.. Encoding.UTF8.GetBytes(Area("a-1", At(1))), (byte)'\n', .. "{\"at\":\""u8, 0xFF, 0xFE, .. "\"}\n"u8];

        var result = (await importer.Import("", lines)).Is(422).Json;

        ((int)result["refused"]!.AsArray().Single()!["line"]!).ShouldBe(2);
        await IsEmpty();
    }

    [Fact]
    public async Task With_keepGoing_refused_lines_are_told_and_the_others_taken()
    {
        var lines = string.Join('\n', Area("a-1", At(1)), "{", Bad, Area("a-2", At(5000)), "");

        var result = (await importer.Import("keepGoing=true", lines)).Is(200).Json;

        ((int)result["taken"]!).ShouldBe(2);
        result["refused"]!.AsArray().Select(r => (int)r!["line"]!).ShouldBe([2, 3]);
        ((long)result["position"]!).ShouldBe(2);
    }

    [Fact]
    public async Task With_asOfNow_the_ledger_learned_it_now_and_the_instants_stay_as_claims_in_any_order()
    {
        (await importer.Post("/api/areas", """{"areaId":"live","nameZh":"甲","nameEn":"A"}""")).Is(201);
        var lines = string.Join('\n', Unit("u-1", "2025-03-01T00:00:00Z"), Unit("u-2", "2025-01-01T00:00:00Z"), Unit("u-3", "2199-01-01T00:00:00Z"));

        ((int)(await importer.Import("asOfNow=true", lines)).Is(200).Json["taken"]!).ShouldBe(3);

        var item = (await importer.Get("/api/units/u-2/timeline")).Json["items"]![0]!;
        ((string)item["imported"]!["claimedAt"]!).ShouldBe("2025-01-01T00:00:00Z");
        ((string)item["recordedAt"]!).ShouldBe((string)item["imported"]!["takenAt"]!);
        (await importer.Get("/api/units?knownAt=2025-12-31T00:00:00Z")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Equal_lines_of_one_file_are_told_apart_by_their_order()
    {
        const string anonymous = """{"at":"2025-01-02T00:00:00Z","actor":"li","command":"DefineArea","data":{"nameZh":"甲","nameEn":"A"}}""";
        const string respaced = """{ "data": {"nameEn":"A", "nameZh":"甲"}, "command":"DefineArea","actor":"li","at":"2025-01-02T00:00:00Z" }""";

        Counts(await importer.Import("", anonymous + "\n" + respaced + "\n" + anonymous)).ShouldBe((3, 0));

        Counts(await importer.Import("", anonymous + "\n" + anonymous)).ShouldBe((0, 2));
        Counts(await importer.Import("", string.Join('\n', Enumerable.Repeat(anonymous, 5)))).ShouldBe((2, 3));
        (await importer.Get("/api/areas")).Json["items"]!.AsArray().Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_grown_file_adds_what_grew_even_after_live_acts_between()
    {
        var file = Area("a-1", At(1)) + "\n" + Area("a-2", At(2)) + "\n";
        Counts(await importer.Import("", file)).ShouldBe((2, 0));
        Counts(await importer.Import("", file + Area("a-3", At(3)))).ShouldBe((1, 2));
        (await importer.Post("/api/areas", """{"areaId":"live","nameZh":"甲","nameEn":"A"}""")).Is(201);

        Counts(await importer.Import("", file + Area("a-3", At(3)))).ShouldBe((0, 3));
        (await importer.Import("", file + Area("a-3", At(3)) + "\n" + Area("a-4", At(4)))).Is(422);
        Counts(await importer.Import("asOfNow=true", file + Area("a-3", At(3)) + "\n" + Area("a-4", At(4)))).ShouldBe((1, 3));
    }

    [Fact]
    public async Task The_name_of_a_person_is_no_part_of_what_a_line_is_known_by_and_never_comes_back_once_erased()
    {
        static string Li(string name) => $$$"""{"at":"2025-01-03T00:00:00Z","actor":"li","command":"RegisterOfficeHolder","data":{"personId":"li","unitId":"u-1","displayName":"{{{name}}}","post":"p","postCategory":"head","since":"2024-01-01"}}""";
        Counts(await importer.Import("", Unit("u-1", "2025-01-02T00:00:00Z") + "\n" + Li("李示例"))).ShouldBe((2, 0));
        await service.Run($"delete from ledger.directory where tenant_id = '{tenant}'");

        Counts(await importer.Import("", Unit("u-1", "2025-01-02T00:00:00Z") + "\n" + Li("李更名"))).ShouldBe((0, 2));

        (await importer.Get("/api/people/li?names=true")).Json["displayName"].ShouldBeNull();
    }

    [Theory, InlineData("\uFEFF", "\n"), InlineData("", "\r\n"), InlineData("\n\n", "\n\n \n")]
    public async Task A_byte_order_mark_carriage_returns_and_empty_lines_are_passed_over(string before, string between) =>
        Counts(await importer.Import("", before + Area("a-1", At(1)) + between + Area("a-2", At(2)))).ShouldBe((2, 0));

    [Fact]
    public async Task An_instant_finer_than_a_microsecond_is_recorded_to_the_microsecond_and_keeps_the_order()
    {
        var lines = Area("a-1", "2025-01-02T00:00:00.000000999Z") + "\n" + Area("a-2", "2025-01-02T00:00:00.000000999Z") + "\n"
            + Unit("u-1", "2025-01-02T00:00:00.0000015Z");

        Counts(await importer.Import("", lines)).ShouldBe((3, 0));

        var known = (string)(await importer.Get("/api/areas")).Json["knownAt"]!;
        known.Length.ShouldBeLessThanOrEqualTo("2025-01-02T00:00:00.000001Z".Length);
        ((long)(await importer.Get($"/api/areas?knownAt={known}")).Json["position"]!).ShouldBe(3);
    }

    [Theory]
    [InlineData("mode=some", "mode"), InlineData("mode=", "mode"), InlineData("keepGoing=yes", "keepGoing"), InlineData("asofnow=true", "asofnow")]
    [InlineData("skipUnsupported=1", "skipUnsupported"), InlineData("tenant=t2", "tenant")]
    public async Task A_wrong_parameter_is_400_by_name(string query, string field) =>
        (await importer.Import(query, Area("a-1", At(1)))).Is(400, "query-malformed").Json["errors"]!.AsObject().Single().Key.ShouldBe(field);

    [Fact]
    public async Task An_import_takes_no_Idempotency_Key() =>
        (await importer.Import("", Area("a-1", At(1)), ("Idempotency-Key", "k"))).Is(400, "idempotency-key-not-here");

    [Theory, InlineData("application/json"), InlineData("text/plain"), InlineData("application/x-www-form-urlencoded")]
    public async Task An_import_that_is_not_NDJSON_by_its_type_is_415(string type) =>
        (await importer.Send(HttpMethod.Post, "/api/import", Client.Content("{}"u8.ToArray(), type))).Is(415, "unsupported-media-type");

    [Fact]
    public async Task More_than_20_000_lines_are_413_and_told_of_chunks()
    {
        var lines = new StringBuilder();
        for (var i = 1; i <= 20_001; i++)
            lines.Append(Area($"a-{i}", At(i))).Append('\n');

        var answer = (await importer.Import("", lines.ToString())).Is(413, "import-too-large");

        ((string)answer.Json["detail"]!).ShouldContain("mode=chunks");
        ((int)answer.Json["facts"]!["linesMax"]!).ShouldBe(20_000);
        await IsEmpty();
    }

    [Fact]
    public async Task More_than_16_MiB_are_413()
    {
        var line = Area("a-1", At(1)).Replace("甲", new string('x', 150), StringComparison.Ordinal);
        var lines = string.Concat(Enumerable.Repeat(line + new string(' ', 2_000) + "\n", 17 * 1024 * 1024 / 2_200 * 2)).Replace(" \n", " \"\n", StringComparison.Ordinal);

        (await importer.Import("", lines)).Is(413);
    }

    [Fact]
    public async Task A_line_longer_than_any_act_is_413()
    {
        (await importer.Import("", new string('x', 300_000))).Is(413, "too-large");
        (await importer.Import("mode=chunks", Area("a-1", At(1)) + "\n" + new string('x', 300_000))).Is(413, "too-large");
        await IsEmpty();
    }

    private async Task IsEmpty()
    {
        (await service.Rows($"select seq_id from ledger.mt_events where tenant_id = '{tenant}'")).ShouldBeEmpty();
        (await service.Rows($"select first_position from ledger.command_log where tenant_id = '{tenant}'")).ShouldBeEmpty();
        (await importer.Get("/api/areas")).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    private static (int Taken, int Known) Counts(Answer answer)
    {
        var result = answer.Is(200).Json;
        return ((int)result["taken"]!, (int)result["known"]!);
    }

    internal static string At(int second) =>
        new DateTime(2025, 1, 2, 0, 0, 0, DateTimeKind.Utc).AddSeconds(second).ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Area(string id, string at) =>
        $$$"""{"at":"{{{at}}}","actor":"li","command":"DefineArea","data":{"areaId":"{{{id}}}","nameZh":"甲","nameEn":"A"}}""";

    private static string Unit(string id, string at) =>
        $$$"""{"at":"{{{at}}}","actor":"li","command":"RegisterUnit","data":{"unitId":"{{{id}}}","nameZh":"甲","nameEn":"A","kind":"k","level":1,"parentId":null,"effectiveFrom":"2024-01-01","requiredCells":[]}}""";

    private static string Rename(string id, string at, string name) =>
        $$$"""{"at":"{{{at}}}","actor":"li","command":"RenameUnit","data":{"unitId":"{{{id}}}","nameZh":"甲","nameEn":"{{{name}}}","effectiveFrom":"2024-06-01"}}""";
}
