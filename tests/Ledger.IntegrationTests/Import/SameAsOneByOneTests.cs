using System.Text;
using Ledger.Import;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Import;

/// <summary>However lines go together, they leave what one command after another leaves: the same events, and the same
/// rows in every table.</summary>
public sealed class SameAsOneByOneTests(LedgerService service) : IAsyncLifetime, IClassFixture<LedgerService>
{
    private string oneByOne = "";

    public async ValueTask InitializeAsync()
    {
        oneByOne = await service.NewTenant();
        foreach (var line in Encoding.UTF8.GetString(SampleYear.Commands).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            (await Import(oneByOne, line, new())).Refused.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_sample_year_leaves_the_same_in_one_piece_and_in_chunks_of_any_size()
    {
        (await service.Rows($"select 1 as n from ledger.mt_events where tenant_id = '{oneByOne}'")).Count.ShouldBeGreaterThan(500);
        foreach (var options in (ImportOptions[])[new(), Chunks(1), Chunks(7), Chunks(64), Chunks(Importer.ChunkLines)])
        {
            var tenant = await service.NewTenant();

            (await Import(tenant, Encoding.UTF8.GetString(SampleYear.Commands), options)).Recorded.ShouldBeTrue();

            await WholeTables.ShouldBeTheSame(service, tenant, oneByOne);
        }
    }

    private static ImportOptions Chunks(int lines) => new(Chunks: true) { ChunkLines = lines };

    private async Task<ImportResult> Import(string tenant, string lines, ImportOptions options) =>
        (await service.Service<Importer>().Run(tenant, "importer", new MemoryStream(Encoding.UTF8.GetBytes(lines)),
            options, TestContext.Current.CancellationToken))!;
}
