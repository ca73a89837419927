using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ledger.IntegrationTests.Hosting;
using Ledger.Views;
using Npgsql;

namespace Ledger.IntegrationTests.Views;

/// <summary>While views are built anew the tenant's commands and reads go on; the rows change at once or not at all.</summary>
public sealed partial class RebuildBesideTests(LedgerService service) : IClassFixture<LedgerService>
{
    private static readonly List<string> Tables = [.. LedgerCatalogue.Views.Views.Select(v => v.Table.Name).Distinct()];

    private Rebuilder Rebuilder => service.Service<Rebuilder>();

    [Fact]
    public async Task Acts_recorded_at_every_step_of_a_rebuild_of_damaged_views_leave_the_rows_of_a_body_never_damaged()
    {
        var (damaged, sound) = (await service.NewTenant(), await service.NewTenant());
        await Record(sound, Acts.All);
        await Record(damaged, Acts.All.Take(20));
        await Damage(damaged);
        var (told, reads) = (new List<RebuildStage>(), new HashSet<string>());
        var later = new Queue<Act>(Acts.All.Skip(20));

        var done = await Rebuild(damaged, async p =>
        {
            told.Add(p.Stage);
            await Record(damaged, [later.Dequeue()]);
            reads.Add((await service.As("li", damaged).Get("/api/areas?knownAt=%232")).Is(200).Text);
        });

        told.Distinct().ShouldBe([RebuildStage.Reading, RebuildStage.Comparing, RebuildStage.Switching]);
        told.Count.ShouldBeGreaterThan(5);
        reads.Count.ShouldBe(1);
        done.Different.Where(d => d.Value > 0).Select(d => d.Key).ShouldBe(
            ["units", "people", "leading-groups", "responsibility", "assignments", "hand-overs", "timeline"], ignoreOrder: true);
        done.Events.ShouldBe(await Position(damaged));
        await Record(damaged, later);
        Comparable(await Rows(damaged)).ShouldBe(Comparable(await Rows(sound)));
    }

    [Fact]
    public async Task Answers_are_right_and_never_older_while_the_rows_are_built_anew_again_and_again()
    {
        var tenant = await service.NewTenant();
        await Record(tenant, Acts.All);
        var position = await Position(tenant);
        var (li, added) = (service.As("li", tenant), 0);
        var matrix = $"/api/matrix?knownAt=%23{position}";
        var before = (await li.Get(matrix)).Is(200).Text;
        var kept = (await service.Rows($"select count(*) as areas from ledger.area where tenant_id = '{tenant}'")).Single();
        var areas = (int)JsonNode.Parse(kept)!["areas"]!;
        using var end = new CancellationTokenSource();
        var polled = Enumerable.Range(0, 3).Select(async _ =>
        {
            var (last, polls) = (0L, 0);
            for (; !end.IsCancellationRequested; polls++)
            {
                var known = Volatile.Read(ref added);
                var list = (await li.Get("/api/areas?limit=200")).Is(200);
                var at = (long)list.Json["position"]!;
                at.ShouldBeGreaterThanOrEqualTo(last);
                // Every event after the small body's year defines an area, so the log says how many there are.
                list.Json["items"]!.AsArray().Count.ShouldBe(areas + (int)(at - position));
                (at - position).ShouldBeGreaterThanOrEqualTo(known);
                (await li.Get(matrix + $"&asOf=2025-{1 + polls % 12:00}-01")).Is(200);
                (await li.Get(matrix)).Text.ShouldBe(before);
                last = at;
            }

            return polls;
        }).ToList();

        for (var round = 0; round < 5; round++)
        {
            await service.Run($"update ledger.timeline set type = 'forged.v1' where tenant_id = '{tenant}'");
            await Rebuild(tenant, async _ =>
            {
                (await li.Post("/api/areas", """{"nameZh":"甲","nameEn":"A"}""")).Is(201);
                Interlocked.Increment(ref added);
            });
        }

        await end.CancelAsync();
        (await Task.WhenAll(polled)).ShouldAllBe(polls => polls > 5);
    }

    [Fact]
    public async Task What_is_kept_in_memory_from_before_is_not_given_again_on_any_node()
    {
        var tenant = await service.NewTenant();
        await Record(tenant, Acts.All);
        Client[] nodes = [service.As("li", tenant), service.StartNode()("li", tenant)];
        await service.Run($"delete from ledger.area where tenant_id = '{tenant}' and area_id = 'publicity'");
        foreach (var node in nodes)
            (await node.Get("/api/areas")).Is(200).Items("areaId").ShouldBe("training");

        var done = await Rebuild(tenant, _ => Task.CompletedTask);

        foreach (var node in nodes)
            (await node.Get("/api/areas")).Is(200).Items("areaId").ShouldBe("publicity training");
        done.Different.Where(d => d.Value > 0).ShouldBe([new("areas", 1L)]);
        (await Rebuild(tenant, _ => Task.CompletedTask)).Different.ShouldAllBe(d => d.Value == 0);
        (await service.Rows($"select rebuilds from ledger.head where tenant_id = '{tenant}'")).ShouldBe(["""{"rebuilds":1}"""]);
    }

    [Theory, InlineData(RebuildStage.Reading), InlineData(RebuildStage.Comparing), InlineData(RebuildStage.Switching)]
    public async Task A_rebuild_killed_at_any_stage_leaves_the_rows_as_they_were_and_the_next_one_works(RebuildStage stage)
    {
        var tenant = await service.NewTenant();
        await Record(tenant, Acts.All);
        var right = await Rows(tenant);
        await Damage(tenant);
        var damaged = await Rows(tenant);

        await Should.ThrowAsync<NpgsqlException>(() => Rebuild(tenant, async p =>
        {
            if (p.Stage == stage)
                await Kill();
        }));

        (await Rows(tenant)).ShouldBe(damaged);
        await Rebuild(tenant, _ => Task.CompletedTask);
        (await Rows(tenant)).ShouldBe(right);
    }

    [Fact]
    public async Task A_rebuild_killed_while_it_replaces_rows_leaves_them_as_they_were_and_gives_the_head_back()
    {
        var tenant = await service.NewTenant();
        await Record(tenant, Acts.All);
        var right = await Rows(tenant);
        await Damage(tenant);
        var damaged = await Rows(tenant);
        // The timeline's rows are the last to be replaced.
        await using var held = await service.Hold($"select 1 from ledger.timeline where tenant_id = '{tenant}' for update");

        var rebuild = Rebuild(tenant, _ => Task.CompletedTask);
        while ((await service.Rows($"select 1 from pg_stat_activity where {OfRebuild} and wait_event_type = 'Lock'")).Count == 0)
            rebuild.IsCompleted.ShouldBeFalse();
        (await service.As("li", tenant).Get("/api/areas")).Is(200);
        await Kill();

        await Should.ThrowAsync<NpgsqlException>(() => rebuild);
        await held.DisposeAsync();
        (await Rows(tenant)).ShouldBe(damaged);
        (await service.As("li", tenant).Post("/api/areas", """{"areaId":"more","nameZh":"甲","nameEn":"A"}""")).Is(201);
        await Rebuild(tenant, _ => Task.CompletedTask);
        (await Rows(tenant)).Where(r => !r.Contains("\"more\"", StringComparison.Ordinal)).ShouldBe(right);
    }

    [Fact]
    public async Task Who_began_to_read_before_reads_on_what_was_there()
    {
        var tenant = await service.NewTenant();
        await Record(tenant, Acts.All);
        await Damage(tenant);
        var query = $"select md5(string_agg(t::text, ',' order by t::text)) from ledger.timeline t where tenant_id = '{tenant}'";
        await using var reader = await service.Hold("set transaction isolation level repeatable read");
        await using var command = new NpgsqlCommand(query, reader);
        var before = await command.ExecuteScalarAsync(CancellationToken.None);

        (await Rebuild(tenant, _ => Task.CompletedTask)).Different["timeline"].ShouldBeGreaterThan(0);

        (await command.ExecuteScalarAsync(CancellationToken.None)).ShouldBe(before);
        (await service.Rows(query)).Single().ShouldNotContain((string)before!);
    }

    [Fact]
    public async Task A_second_rebuild_of_the_same_tenant_is_refused_and_one_of_another_is_not()
    {
        var (one, other) = (await service.NewTenant(), await service.NewTenant());
        var refused = false;

        await Rebuild(one, async p =>
        {
            if (refused || p.Stage != RebuildStage.Comparing)
                return;
            (await Should.ThrowAsync<RebuildRefusedException>(() => Rebuild(one, _ => Task.CompletedTask))).Message.ShouldContain(one);
            await Rebuild(other, _ => Task.CompletedTask);
            refused = true;
        });

        refused.ShouldBeTrue();
    }

    [Fact]
    public async Task More_differing_rows_than_allowed_are_told_and_left()
    {
        var tenant = await service.NewTenant();
        await Record(tenant, Acts.All);
        await service.Run($"delete from ledger.area where tenant_id = '{tenant}'");

        var refused = await Should.ThrowAsync<RebuildRefusedException>(
            () => Rebuilder.Rebuild("areas", tenant, new(DifferentMax: 1), CancellationToken.None));

        refused.Message.ShouldContain("area 2");
        (await service.Rows($"select * from ledger.area where tenant_id = '{tenant}'")).ShouldBeEmpty();
        (await Rebuilder.Rebuild("areas", tenant, new(DifferentMax: 2), CancellationToken.None))[tenant].Different["areas"].ShouldBe(2);
    }

    [Fact]
    public async Task The_head_is_given_back_when_much_came_in_before_it_was_granted()
    {
        var tenant = await service.NewTenant();
        await Record(tenant, Acts.All);
        await Damage(tenant);
        var switching = 0;

        var done = await Rebuild(tenant, async p =>
        {
            if (p.Stage == RebuildStage.Switching && ++switching == 1)
                (await service.As("importer", tenant).Import("asOfNow=true", string.Join('\n', Enumerable.Range(0, 600).Select(i =>
                    $$$"""{"at":"2026-01-01T00:00:00Z","actor":"li","command":"DefineArea","data":{"areaId":"a-{{{i}}}","nameZh":"甲","nameEn":"A"}}""")))).Is(200);
        });

        switching.ShouldBe(2);
        done.Events.ShouldBe(await Position(tenant));
        (await Rebuild(tenant, _ => Task.CompletedTask)).Different.ShouldAllBe(d => d.Value == 0);
        (await service.Rows($"select 1 from ledger.area where tenant_id = '{tenant}'")).Count.ShouldBe(602);
    }

    private static string OfRebuild => "datname = current_database() and application_name = 'ledger-session'";

    private async Task<Rebuilt> Rebuild(string tenant, Func<RebuildProgress, Task> told) =>
        (await Rebuilder.Rebuild(null, tenant, new(Progress: new Inline(told)), CancellationToken.None))[tenant];

    private Task<IReadOnlyList<string>> Kill() => service.Rows($"select pg_terminate_backend(pid) from pg_stat_activity where {OfRebuild}");

    private async Task Record(string tenant, IEnumerable<Act> acts)
    {
        foreach (var act in acts)
            (await service.As("admin-li", tenant).Post(act.Path, act.Body)).Is(act.Status);
    }

    private async Task<long> Position(string tenant) => (long)JsonNode.Parse((await service.Rows(
        $"select position from ledger.head where tenant_id = '{tenant}'")).Single())!["position"]!;

    /// <summary>Takes rows away and changes others, in every table.</summary>
    private async Task Damage(string tenant)
    {
        foreach (var table in LedgerCatalogue.Views.Views.Select(v => v.Table).Distinct())
        {
            var from = table.HasHistory ? "known_from" : "position";
            await service.Run($"delete from ledger.{table.Name} where tenant_id = '{tenant}' and {from} % 3 = 0");
            await service.Run(table.HasHistory
                ? $"update ledger.{table.Name} set known_to = known_to - 1 where tenant_id = '{tenant}' and known_to > known_from + 1 and known_to < {long.MaxValue}"
                : $"update ledger.{table.Name} set type = 'forged.v1' where tenant_id = '{tenant}' and {from} % 2 = 0");
        }
    }

    /// <summary>Every row of every view, in one order.</summary>
    private async Task<List<string>> Rows(string tenant)
    {
        var rows = new List<string>();
        foreach (var table in Tables)
            rows.AddRange((await service.Rows($"select * from ledger.{table} where tenant_id = '{tenant}'")).Select(r => $"{table} {r}"));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>Rows of one tenant so that they can be compared with another's.</summary>
    private static IEnumerable<string> Comparable(IEnumerable<string> rows) =>
        rows.Select(r => Own().Replace(r, "")).Order(StringComparer.Ordinal);

    [GeneratedRegex("\"(tenant_id|recorded_on|recorded_at|recorded_from|recorded_to|raisedAt|heldRecordedAt)\":\"[^\"]*\"")]
    private static partial Regex Own();

    /// <summary>Whoever reports waits until what is done with it is done: so a rebuild stands still at a known place.</summary>
    private sealed class Inline(Func<RebuildProgress, Task> act) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => act(value).GetAwaiter().GetResult();
    }
}
