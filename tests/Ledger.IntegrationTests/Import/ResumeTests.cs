using System.Text;
using System.Text.Json.Nodes;
using Ledger.Import;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Import;

/// <summary>An import in chunks that stopped goes on with its own file, which may have grown, and with no other.</summary>
public sealed class ResumeTests(LedgerService service) : IAsyncLifetime, IClassFixture<LedgerService>
{
    private const int Chunk = Importer.ChunkLines;

    private string tenant = "";
    private Client importer = null!;

    public async ValueTask InitializeAsync()
    {
        tenant = await service.NewTenant();
        importer = service.As("importer", tenant);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_file_whose_lines_changed_where_they_were_taken_is_refused_and_the_chunk_is_named()
    {
        await Stopped(Lines(1, 2 * Chunk));
        var changed = Lines(1, 2 * Chunk + 10).Replace($"\"a-{Chunk + 7}\"", "\"other\"", StringComparison.Ordinal);

        var problem = (await importer.Import("mode=chunks", changed)).Is(422, "import-changed").Json;

        ((int)problem["facts"]!["from"]!).ShouldBe(Chunk + 1);
        ((int)problem["facts"]!["to"]!).ShouldBe(2 * Chunk);
        ((string)problem["detail"]!).ShouldContain("DELETE /api/import");
        (await Head()).ShouldBe(2 * Chunk);
        Counts(await importer.Import("mode=chunks", Lines(1, 2 * Chunk + 10))).ShouldBe((10, 2 * Chunk));
    }

    [Fact]
    public async Task Two_files_with_the_same_first_line_are_not_one_import()
    {
        await Stopped(Lines(1, Chunk));

        (await importer.Import("mode=chunks", Lines(1, 1) + Lines(60_000, 2 * Chunk))).Is(422, "import-changed");

        (await Head()).ShouldBe(Chunk);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(Chunk), InlineData(Chunk + 1)]
    public async Task A_file_that_is_shorter_than_what_was_taken_of_it_does_not_end_the_import(int lines)
    {
        await Stopped(Lines(1, 2 * Chunk));

        (await importer.Import("mode=chunks", Lines(1, lines))).Status.ShouldBeOneOf(422, 503);

        (await service.As("li", tenant).Post("/api/areas", Area("live"))).Is(503, "tenant-importing");
        (await Head()).ShouldBe(2 * Chunk);
    }

    [Fact]
    public async Task Once_given_up_a_changed_file_is_another_import_and_lines_taken_are_passed_over()
    {
        await Stopped(Lines(1, Chunk));
        var changed = Lines(1, Chunk - 1) + Lines(70_000, 2);
        (await importer.Import("mode=chunks", changed)).Is(422, "import-changed");

        (await importer.Send(HttpMethod.Delete, "/api/import", null)).Is(204);

        Counts(await importer.Import("mode=chunks", changed)).ShouldBe((2, Chunk - 1));
        (await service.Rows($"select * from ledger.import_chunk where tenant_id = '{tenant}'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Empty_lines_put_in_or_taken_out_change_nothing()
    {
        await Stopped(Lines(1, Chunk));

        var result = await importer.Import("mode=chunks", "\n" + Lines(1, Chunk).Replace("\n", " \r\n\n", StringComparison.Ordinal) + Lines(Chunk + 1, 1));

        Counts(result).ShouldBe((1, Chunk));
    }

    [Fact]
    public async Task A_refused_line_in_the_middle_says_that_the_tenant_belongs_to_the_import_and_how_to_go_on()
    {
        (await importer.Import("mode=chunks", "{}\n" + Lines(1, Chunk))).Is(422).Json["unfinished"].ShouldBeNull();

        var unfinished = (await importer.Import("mode=chunks", Lines(1, Chunk) + "{}")).Is(422).Json["unfinished"]!;

        ((int)unfinished["line"]!).ShouldBe(Chunk);
        ((string)unfinished["detail"]!).ShouldContain("DELETE /api/import");
        ((string)(await importer.Import("mode=chunks", Lines(1, Chunk) + "{}", ("Accept-Language", "zh-CN"))).Is(422)
            .Json["unfinished"]!["detail"]!).ShouldContain("本管辖仍属于这次导入");
        (await importer.Import("mode=chunks", Lines(1, Chunk + 1))).Is(200).Json["unfinished"].ShouldBeNull();
    }

    [Fact]
    public async Task A_line_too_long_in_the_middle_says_so_too()
    {
        (await importer.Import("mode=chunks", new string('x', 300_000))).Is(413, "too-large").Json["facts"]!["unfinished"].ShouldBeNull();

        var facts = (await importer.Import("mode=chunks", Lines(1, Chunk + 1) + new string('x', 300_000))).Is(413, "too-large").Json["facts"]!;

        ((int)facts["line"]!).ShouldBe(Chunk + 2);
        ((int)facts["unfinished"]!["line"]!).ShouldBe(Chunk);
        ((string)facts["unfinished"]!["detail"]!).ShouldContain("ledger import --abandon");
    }

    [Fact]
    public async Task Lines_that_an_earlier_run_refused_are_told_again_by_the_run_that_goes_on()
    {
        // The first run's answer is lost with its connection; its first chunk left a line out.
        using var body = new Gated();
        var sent = importer.Send(HttpMethod.Post, "/api/import?mode=chunks&keepGoing=true", body);
        await body.Write("{}\n" + Lines(1, 2 * Chunk));
        await Reached(2 * Chunk - 1);
        body.Break();
        await Should.ThrowAsync<HttpRequestException>(() => sent);

        var result = (await importer.Import("mode=chunks&keepGoing=true", "{}\n" + Lines(1, 2 * Chunk + 5))).Is(200).Json;

        ((int)result["refused"]!.AsArray().Single()!["line"]!).ShouldBe(1);
        ((int)result["known"]!).ShouldBe(2 * Chunk - 1);
        ((int)result["taken"]!).ShouldBe(6);
    }

    [Fact]
    public async Task Equal_lines_are_told_apart_also_behind_lines_that_are_passed_over()
    {
        const string twice = """{"at":"2025-01-01T00:00:00Z","actor":"li","command":"DefineArea","data":{"nameZh":"甲","nameEn":"A"}}""" + "\n";
        var filler = Enumerable.Range(1, Chunk - 1).Select(i => ImportTests.Area($"a-{i}", "2025-01-01T00:00:00Z") + "\n");
        var file = twice + string.Concat(filler);
        await Stopped(file);

        Counts(await importer.Import("mode=chunks", file + twice)).ShouldBe((1, Chunk));
        Counts(await importer.Import("mode=chunks", file + twice)).ShouldBe((0, Chunk + 1));
    }

    [Fact]
    public async Task A_run_whose_import_was_given_up_meanwhile_stops()
    {
        using var body = new Gated();
        var sent = importer.Send(HttpMethod.Post, "/api/import?mode=chunks", body);
        await body.Write(Lines(1, Chunk + 1));
        await Reached(Chunk);
        (await importer.Send(HttpMethod.Delete, "/api/import", null)).Is(204);
        (await importer.Post("/api/areas", Area("live"))).Is(201);

        await body.Write(Lines(Chunk + 2, Chunk));
        body.End();

        (await sent).Is(503, "import-ended-elsewhere");
        (await Head()).ShouldBe(Chunk + 1);
    }

    [Fact]
    public async Task Of_two_runs_of_one_import_one_goes_on_and_the_other_is_told_to_wait()
    {
        using var slow = new Gated();
        var first = importer.Send(HttpMethod.Post, "/api/import?mode=chunks", slow);
        await slow.Write(Lines(1, Chunk + 1));
        await Reached(Chunk);
        using var fast = new Gated();
        var second = importer.Send(HttpMethod.Post, "/api/import?mode=chunks", fast);
        await fast.Write(Lines(1, 2 * Chunk + 1));
        await Reached(2 * Chunk);

        await slow.Write(Lines(Chunk + 2, Chunk));
        slow.End();
        (await first).Is(503, "tenant-importing");
        fast.End();

        Counts(await second).ShouldBe((Chunk + 1, Chunk));
        (await Head()).ShouldBe(2 * Chunk + 1);
    }

    private async Task Reached(long position)
    {
        while (await Head() < position)
            await Task.Yield();
    }

    /// <summary>Leaves the tenant in an import that took <paramref name="lines"/>, a whole number of chunks.</summary>
    private async Task Stopped(string lines) => (await importer.Import("mode=chunks", lines + "{}")).Is(422);

    private async Task<long> Head() =>
        (long)JsonNode.Parse((await service.Rows($"select position from ledger.head where tenant_id = '{tenant}'")).Single())!["position"]!;

    private static (int Taken, int Known) Counts(Answer answer)
    {
        JsonNode result = answer.Is(200).Json;
        return ((int)result["taken"]!, (int)result["known"]!);
    }

    private static string Area(string id) => $$"""{"areaId":"{{id}}","nameZh":"甲","nameEn":"A"}""";

    internal static string Lines(int from, int count)
    {
        var lines = new StringBuilder();
        for (var i = from; i < from + count; i++)
            lines.Append(ImportTests.Area($"a-{i}", ImportTests.At(i))).Append('\n');
        return lines.ToString();
    }
}
