using System.Text.RegularExpressions;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;
using Ledger.Store;
using Ledger.Views;

namespace Ledger.IntegrationTests.Views;

/// <summary>Every view built anew from the log has the rows it had, to the byte: of the sample year in t1, and of a small
/// body's year in t2.</summary>
public sealed partial class RebuildTests(SampleYear service) : IAsyncLifetime, IClassFixture<SampleYear>
{
    public static TheoryData<string> Views => [.. LedgerCatalogue.Views.Names];

    /// <summary>What is not there when only acts that create something are imported, or follows on it.</summary>
    private static readonly string[] NeedsOthers = ["res-1", "tsk-1", "ins-1"];

    private Rebuilder Rebuilder => service.Service<Rebuilder>();

    public async ValueTask InitializeAsync()
    {
        if ((await service.As("admin-li", "t2").Get("/api/areas")).Header("Ledger-Position") == "0")
            await Acts.Record(service.As("admin-li", "t2"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory, MemberData(nameof(Views))]
    public async Task A_view_built_anew_has_the_rows_it_had(string view)
    {
        var before = await Rows(TablesOf(view));

        var done = await Rebuilder.Rebuild(view, null, new(), CancellationToken.None);

        (await Rows(TablesOf(view))).ShouldBe(before);
        before.Count.ShouldBeGreaterThanOrEqualTo(TablesOf(view).Count);
        done["t1"].Events.ShouldBe(672);
    }

    [Theory, MemberData(nameof(Views))]
    public async Task A_damaged_view_is_mended(string view)
    {
        var before = await Rows(TablesOf(view));
        foreach (var table in TablesOf(view))
        {
            var column = (await service.Rows($"""
                select column_name from information_schema.columns where table_schema = 'ledger' and table_name = '{table}'
                and column_name in ('known_to', 'type')
                """)).Single();
            await service.Run(column.Contains("known_to", StringComparison.Ordinal)
                ? $"update ledger.{table} set known_to = known_to - 1 where known_to > known_from + 1 and known_from % 2 = 0"
                : $"update ledger.{table} set type = 'forged.v1' where position % 2 = 0");
            await service.Run($"delete from ledger.{table} t where ctid in (select ctid from ledger.{table} order by random() limit 3)");
        }

        (await Rows(TablesOf(view))).ShouldNotBe(before);

        await Rebuilder.Rebuild(view, null, new(), CancellationToken.None);

        (await Rows(TablesOf(view))).ShouldBe(before);
    }

    [Fact]
    public async Task All_views_are_built_anew_at_once_from_nothing()
    {
        var tables = LedgerCatalogue.Views.Views.Select(v => v.Table.Name).Distinct().ToList();
        var before = await Rows(tables);
        foreach (var table in tables)
            await service.Run($"delete from ledger.{table}");

        await Rebuilder.Rebuild(null, null, new(), CancellationToken.None);

        (await Rows(tables)).ShouldBe(before);
    }

    [Fact]
    public async Task Building_one_tenants_view_anew_leaves_the_others_rows_alone()
    {
        await service.Run("delete from ledger.timeline where tenant_id = 't2' and position % 2 = 0");
        var damaged = await Rows(["timeline"]);

        await Rebuilder.Rebuild("timeline", "t1", new(), CancellationToken.None);

        (await Rows(["timeline"])).ShouldBe(damaged);
        await Rebuilder.Rebuild("timeline", "t2", new(), CancellationToken.None);
        (await Rows(["timeline"])).Count.ShouldBeGreaterThan(damaged.Count);
    }

    [Fact]
    public async Task Acts_after_a_rebuild_change_the_rows_as_if_there_had_been_none()
    {
        var tenant = await service.NewTenant();
        var li = service.As("admin-li", tenant);
        foreach (var act in Acts.All)
        {
            (await li.Post(act.Path, act.Body)).Is(act.Status);
            await Rebuilder.Rebuild(null, tenant, new(), CancellationToken.None);
        }

        var tables = LedgerCatalogue.Views.Views.Select(v => v.Table.Name).Distinct().ToList();
        Comparable(await Rows(tables, tenant)).ShouldBe(Comparable(await Rows(tables, "t2")));
    }

    [Fact]
    public async Task Instants_finer_than_a_microsecond_are_the_same_before_and_after()
    {
        var tenant = await service.NewTenant();
        var lines = string.Join('\n', Acts.All.Where(a => a.Path.Split('/').Length == 3).Select((a, i) =>
            $$$"""{"at":"2026-01-02T00:00:{{{i:00}}}.123456789Z","actor":"li","command":"{{{a.Command}}}","data":{{{a.Body.ReplaceLineEndings(" ")}}}}""")
            .Where(l => !NeedsOthers.Any(id => l.Contains($"\"{id}\"", StringComparison.Ordinal))));
        (await service.As("importer", tenant).Import("", lines)).Is(200);
        var tables = LedgerCatalogue.Views.Views.Select(v => v.Table.Name).Distinct().ToList();
        var before = await Rows(tables, tenant);

        await Rebuilder.Rebuild(null, tenant, new(), CancellationToken.None);

        (await Rows(tables, tenant)).ShouldBe(before);
    }

    [Fact]
    public async Task A_view_or_a_tenant_that_is_none_is_told()
    {
        (await Should.ThrowAsync<ArgumentException>(() => Rebuilder.Rebuild("matrices", null, new(), CancellationToken.None)))
            .Message.ShouldContain("responsibility");
        await Should.ThrowAsync<UnknownTenantException>(() => Rebuilder.Rebuild(null, "nowhere", new(), CancellationToken.None));
    }

    private static List<string> TablesOf(string view) =>
        [.. LedgerCatalogue.Views.Views.Where(v => v.Name == view).Select(v => v.Table.Name).Distinct()];

    /// <summary>Every column of every row, in one order.</summary>
    private async Task<List<string>> Rows(IEnumerable<string> tables, string? tenant = null)
    {
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange((await service.Rows(
                $"select * from ledger.{table}" + (tenant is null ? "" : $" where tenant_id = '{tenant}'"))).Select(r => $"{table} {r}"));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>Rows of one tenant so that they can be compared with another's: without instants and local dates of
    /// recording.</summary>
    private static IEnumerable<string> Comparable(IEnumerable<string> rows) =>
        rows.Select(r => Own().Replace(r, "")).Order(StringComparer.Ordinal);

    [GeneratedRegex("\"(tenant_id|recorded_on|recorded_at|recorded_from|recorded_to|raisedAt|heldRecordedAt)\":\"[^\"]*\"")]
    private static partial Regex Own();
}
