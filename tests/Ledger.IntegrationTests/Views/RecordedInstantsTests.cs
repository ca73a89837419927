using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;
using Ledger.Store;
using Ledger.Views;

namespace Ledger.IntegrationTests.Views;

/// <summary>Beside its positions every row with a history has the instants of the events that opened and closed it.</summary>
public sealed class RecordedInstantsTests(SampleYear service) : IClassFixture<SampleYear>, IAsyncLifetime
{
    /// <summary>What the sample year leaves out has rows in t2.</summary>
    public async ValueTask InitializeAsync()
    {
        if ((await service.As("admin-li", "t2").Get("/api/areas")).Header("Ledger-Position") == "0")
            await Acts.Record(service.As("admin-li", "t2"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_row_has_the_instants_of_its_events()
    {
        foreach (var table in await Histories())
        {
            (await service.Rows($"select count(*) from ledger.{table}")).ShouldNotBe(["{\"count\":0}"], table);
            (await service.Rows($"""
                select h.* from ledger.{table} h
                left join ledger.mt_events o on o.tenant_id = h.tenant_id and o.seq_id = h.known_from
                left join ledger.mt_events c on c.tenant_id = h.tenant_id and c.seq_id = h.known_to
                where h.recorded_from is distinct from o.timestamp
                    or h.recorded_to is distinct from coalesce(c.timestamp, 'infinity')
                    or (c.seq_id is null) <> (h.known_to = 9223372036854775807)
                """)).ShouldBeEmpty(table);
        }
    }

    [Fact]
    public async Task A_ledger_from_before_gets_them_when_it_is_migrated()
    {
        var histories = await Histories();
        var before = await Rows(histories);
        await service.Run("drop schema if exists ledger_read cascade");
        await service.Run("drop table if exists ledger.tenant_access");
        await service.Run("alter table ledger.timeline drop effective_on");
        foreach (var table in histories)
            await service.Run($"alter table ledger.{table} drop recorded_from, drop recorded_to");
        await service.Run("delete from ledger.migration where name in ('0004_recorded_instants', '0005_ledger_read')");

        var migrator = service.Service<Migrator>();
        (await migrator.Migrate(CancellationToken.None)).ShouldContain("0004_recorded_instants");

        (await Rows(histories)).ShouldBe(before);
        await migrator.Rebuild(
            view => service.Service<Rebuilder>().Rebuild(view, null, new(long.MaxValue), CancellationToken.None), CancellationToken.None);
        (await service.Rows("select count(*) from ledger.timeline where effective_on is not null")).ShouldNotBe(["{\"count\":0}"]);
    }

    private async Task<IReadOnlyList<string>> Histories()
    {
        var tables = await service.Rows("""
            select table_name from information_schema.columns join information_schema.tables t using (table_schema, table_name)
            where table_schema = 'ledger' and column_name = 'known_to' and t.table_type = 'BASE TABLE' order by 1
            """);
        tables.Count.ShouldBeGreaterThan(9);
        return [.. tables.Select(t => (string)System.Text.Json.Nodes.JsonNode.Parse(t)!["table_name"]!)];
    }

    private async Task<List<string>> Rows(IEnumerable<string> tables)
    {
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange((await service.Rows($"select to_jsonb(t) as row from ledger.{table} t")).Select(r => $"{table} {r}"));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
