using Ledger.IntegrationTests.Import;
using Ledger.Store;
using Ledger.Views;

namespace Ledger.IntegrationTests.Store;

/// <summary>A migration that changes what rows hold leaves them to be made anew from the events.</summary>
public sealed class MigratorTests(SampleYear service) : IClassFixture<SampleYear>
{
    [Fact]
    public async Task Views_that_a_migration_left_are_due_until_they_are_rebuilt()
    {
        var migrator = service.Service<Migrator>();
        (await migrator.Problems(CancellationToken.None)).ShouldBeEmpty();
        await service.Run("update ledger.report set document = (document::jsonb - 'version')::json where tenant_id = 't1'");
        await service.Run("delete from ledger.migration where name = '0026_rows_made_anew'");

        (await migrator.Migrate(CancellationToken.None)).ShouldBe(["0026_rows_made_anew"]);
        await Should.ThrowAsync<RebuildRefusedException>(() => migrator.Rebuild(
            view => view == "reports" ? throw new RebuildRefusedException("broken off") : Task.CompletedTask, CancellationToken.None));

        (await migrator.Migrate(CancellationToken.None)).ShouldBeEmpty();
        (await migrator.Problems(CancellationToken.None)).ShouldBe(
            ["The view reports is not rebuilt since its migration: run `ledger migrate`."]);

        await migrator.Rebuild(
            view => service.Service<Rebuilder>().Rebuild(view, null, new(long.MaxValue), CancellationToken.None), CancellationToken.None);

        (await migrator.Problems(CancellationToken.None)).ShouldBeEmpty();
        (await service.Rows("select from ledger.report where document ->> 'version' is null")).ShouldBeEmpty();
    }
}
