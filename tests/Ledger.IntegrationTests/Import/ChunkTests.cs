using System.Text.Json.Nodes;
using Ledger.Import;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Import;

/// <summary>A file of any length goes chunk by chunk, each whole, and the tenant belongs to the import meanwhile.</summary>
public sealed class ChunkTests(LedgerService service) : IAsyncLifetime, IClassFixture<LedgerService>
{
    private const int Chunk = Importer.ChunkLines;

    private const string Live = """{"areaId":"live","nameZh":"甲","nameEn":"A"}""";

    private string tenant = "";
    private Client importer = null!;

    public async ValueTask InitializeAsync()
    {
        tenant = await service.NewTenant();
        importer = service.As("importer", tenant);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Three_chunks_are_taken_in_order_and_the_tenant_is_given_back()
    {
        Counts(await importer.Import("mode=chunks", Lines(1, 2 * Chunk + 500))).ShouldBe((2 * Chunk + 500, 0));

        var rows = await service.Rows($"select seq_id, stream_id from ledger.mt_events where tenant_id = '{tenant}' order by seq_id");
        rows.ShouldBe(Enumerable.Range(1, 2 * Chunk + 500).Select(i => $$"""{"seq_id":{{i}},"stream_id":"area/a-{{i}}"}"""));
        (await importer.Post("/api/areas", Live)).Is(201);
        Counts(await importer.Import("mode=chunks", Lines(1, 2 * Chunk + 500))).ShouldBe((0, 2 * Chunk + 500));
    }

    [Fact]
    public async Task A_run_that_was_cut_goes_on_behind_the_last_chunk_and_others_wait_until_it_ends()
    {
        await Cut(Lines(1, Chunk + 500), recorded: Chunk);

        await OthersAreTold();
        (await importer.Get("/api/areas")).Is(200).Header("Ledger-Position").ShouldBe($"{Chunk}");
        await Cut(Lines(1, 2 * Chunk + 500), recorded: 2 * Chunk);
        await OthersAreTold();
        Counts(await importer.Import("mode=chunks", Lines(1, 3 * Chunk + 100))).ShouldBe((Chunk + 100, 2 * Chunk));

        (await importer.Post("/api/areas", Live)).Is(201);
        (await service.Rows($"select count(*) as n, max(seq_id) as last from ledger.mt_events where tenant_id = '{tenant}'"))
            .ShouldBe([$$"""{"n":{{3 * Chunk + 101}},"last":{{3 * Chunk + 101}}}"""]);
    }

    [Fact]
    public async Task An_import_that_will_not_be_resumed_is_abandoned_and_what_it_took_stays()
    {
        await Cut(Lines(1, Chunk + 500), recorded: Chunk);
        await OthersAreTold();

        (await importer.Send(HttpMethod.Delete, "/api/import", null)).Is(204);

        ((long)(await importer.Post("/api/areas", Live)).Is(201).Json["position"]!).ShouldBe(Chunk + 1);
        (await importer.Send(HttpMethod.Delete, "/api/import", null)).Is(204);
    }

    [Fact]
    public async Task With_asOfNow_others_get_in_between_chunks()
    {
        using var body = new Gated();
        var sent = importer.Send(HttpMethod.Post, "/api/import?mode=chunks&asOfNow=true", body);
        await body.Write(Lines(1, Chunk + 200));
        await Reached(Chunk);

        ((long)(await importer.Post("/api/areas", Live)).Is(201).Json["position"]!).ShouldBe(Chunk + 1);

        await body.Write(Lines(Chunk + 201, 100));
        body.End();
        var result = (await sent).Is(200).Json;
        ((int)result["taken"]!).ShouldBe(Chunk + 300);
        ((long)result["position"]!).ShouldBe(Chunk + 301);
    }

    [Fact]
    public async Task A_refused_line_stops_behind_the_last_whole_chunk_and_the_corrected_file_goes_on()
    {
        var broken = Lines(1, Chunk + 200) + "{}\n" + Lines(Chunk + 202, 1300);

        var result = (await importer.Import("mode=chunks", broken)).Is(422).Json;

        ((int)result["taken"]!).ShouldBe(Chunk);
        ((int)result["refused"]!.AsArray().Single()!["line"]!).ShouldBe(Chunk + 201);
        ((long)result["position"]!).ShouldBe(Chunk);
        await OthersAreTold();
        Counts(await importer.Import("mode=chunks", Lines(1, Chunk + 1501))).ShouldBe((1501, Chunk));
        (await importer.Post("/api/areas", Live)).Is(201);
    }

    [Fact]
    public async Task A_refused_line_in_the_last_chunk_is_422_too()
    {
        var result = (await importer.Import("mode=chunks", Lines(1, 2 * Chunk) + "{}")).Is(422).Json;

        ((int)result["taken"]!).ShouldBe(2 * Chunk);
        await OthersAreTold();
    }

    [Fact]
    public async Task With_keepGoing_refused_lines_are_told_and_the_tenant_is_given_back()
    {
        var result = (await importer.Import("mode=chunks&keepGoing=true", "{}\n" + Lines(2, Chunk) + "{}\n" + Lines(Chunk + 3, 700))).Is(200).Json;

        ((int)result["taken"]!).ShouldBe(Chunk + 700);
        result["refused"]!.AsArray().Select(r => (int)r!["line"]!).ShouldBe([1, Chunk + 2]);
        (await importer.Post("/api/areas", Live)).Is(201);
    }

    [Fact]
    public async Task An_import_in_one_piece_waits_for_one_in_chunks_as_any_other()
    {
        await Cut(Lines(1, Chunk + 500), recorded: Chunk);

        (await importer.Import("", Lines(50_000, 1))).Is(503, "tenant-importing");
        (await importer.Import("mode=chunks", Lines(50_000, 1))).Is(503, "tenant-importing");
    }

    [Fact]
    public async Task More_than_20_000_lines_go_in_chunks()
    {
        Counts(await importer.Import("mode=chunks", Lines(1, Importer.LinesMax + 1))).ShouldBe((Importer.LinesMax + 1, 0));

        (await importer.Get("/api/areas?limit=1")).Header("Ledger-Position").ShouldBe($"{Importer.LinesMax + 1}");
    }

    [Fact]
    public async Task An_empty_file_is_taken_and_holds_nobody_up()
    {
        Counts(await importer.Import("mode=chunks", "")).ShouldBe((0, 0));
        Counts(await importer.Import("", "")).ShouldBe((0, 0));

        (await importer.Post("/api/areas", Live)).Is(201);
    }

    private async Task OthersAreTold()
    {
        var answer = (await service.As("li", tenant).Post("/api/areas", Live)).Is(503, "tenant-importing");
        answer.Header("Retry-After").ShouldNotBeNull();
        ((bool)answer.Json["facts"]!["outcomeUnknown"]!).ShouldBeFalse();
    }

    /// <summary>Sends lines, and breaks the connection once <paramref name="recorded"/> of them are.</summary>
    private async Task Cut(string lines, int recorded)
    {
        using var body = new Gated();
        var sent = importer.Send(HttpMethod.Post, "/api/import?mode=chunks", body);
        await body.Write(lines);
        await Reached(recorded);
        body.Break();
        await Should.ThrowAsync<HttpRequestException>(() => sent);
    }

    private async Task Reached(int position)
    {
        while (!(await service.Rows($"select position from ledger.head where tenant_id = '{tenant}'")).Single().Contains($":{position}}}", StringComparison.Ordinal))
            await Task.Yield();
    }

    private static (int Taken, int Known) Counts(Answer answer)
    {
        JsonNode result = answer.Is(200).Json;
        return ((int)result["taken"]!, (int)result["known"]!);
    }

    private static string Lines(int from, int count) => ResumeTests.Lines(from, count);
}
