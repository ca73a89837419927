using System.Diagnostics;
using System.Text.Json.Nodes;
using Ledger.Import;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Import;

/// <summary>The command line's import in a process of its own, killed in the middle of a chunk.</summary>
public sealed class KilledImportTests(LedgerService service) : IClassFixture<LedgerService>
{
    private const int Chunk = Importer.ChunkLines;

    private const int Lines = 3 * Chunk + 50;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Started_again_it_goes_on_behind_the_last_whole_chunk_and_leaves_what_an_uncut_one_leaves(bool serverFinishes)
    {
        var (cut, uncut) = (await service.NewTenant(), await service.NewTenant());
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.jsonl");
        await File.WriteAllTextAsync(file, ResumeTests.Lines(1, Lines), Stop);
        try
        {
            // The row of a line in the second chunk waits for a transaction beside, when its events are written already.
            await using (await service.Hold($"""
                insert into ledger.area (tenant_id, area_id, name_zh, name_en, known_from, known_to, recorded_from, recorded_to)
                values ('{cut}', 'a-{Chunk + 100}', '甲', 'A', 1, {long.MaxValue}, now(), 'infinity')
                """))
            {
                using var process = Start(cut, file);
                var writer = await WaitingWriter();
                process.Kill();
                await process.WaitForExitAsync(Stop);
                if (!serverFinishes)
                    await service.Run($"select pg_terminate_backend({writer})");
            }

            await Settled();
            var stands = await Position(cut);
            (stands % Chunk).ShouldBe(0);
            stands.ShouldBeLessThan(Lines);
            (await service.As("li", cut).Post("/api/areas", """{"areaId":"live","nameZh":"甲","nameEn":"A"}""")).Is(503, "tenant-importing");
            using var again = Start(cut, file);
            var (output, errors) = (again.StandardOutput.ReadToEndAsync(Stop), again.StandardError.ReadToEndAsync(Stop));
            await again.WaitForExitAsync(Stop);

            again.ExitCode.ShouldBe(0, await errors);
            (await output).ShouldContain($"known, 0 refused, 0 not supported, position {Lines}");
            (await errors).ShouldContain($"{Lines:#,0} of {Lines:#,0} lines");
            using var whole = Start(uncut, file);
            await Task.WhenAll(whole.StandardOutput.ReadToEndAsync(Stop), whole.StandardError.ReadToEndAsync(Stop));
            await whole.WaitForExitAsync(Stop);
            await WholeTables.ShouldBeTheSame(service, cut, uncut);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private Process Start(string tenant, string file) => Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "Ledger.Host.dll"), "import", file, "--tenant", tenant, "--mode", "chunks"])
    {
        Environment = { ["ConnectionStrings__Ledger"] = service.ConnectionString },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>The process of PostgreSQL in which the import waits.</summary>
    private async Task<int> WaitingWriter()
    {
        while (true)
        {
            var waiting = await service.Rows("""
                select pid from pg_stat_activity
                where datname = current_database() and application_name = 'ledger-writer' and wait_event_type = 'Lock'
                """);
            if (waiting.Count > 0)
                return (int)JsonNode.Parse(waiting[0])!["pid"]!;
        }
    }

    /// <summary>Waits until PostgreSQL has ended, one way or the other, what the killed process had begun.</summary>
    private async Task Settled()
    {
        while ((await service.Rows("""
            select pid from pg_stat_activity
            where datname = current_database() and application_name = 'ledger-writer' and xact_start is not null
            """)).Count > 0)
            await Task.Yield();
    }

    private async Task<long> Position(string tenant) =>
        (long)JsonNode.Parse((await service.Rows($"select position from ledger.head where tenant_id = '{tenant}'")).Single())!["position"]!;
}
