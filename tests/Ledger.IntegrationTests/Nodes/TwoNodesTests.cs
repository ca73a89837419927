using System.Globalization;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Store;
using Npgsql;

namespace Ledger.IntegrationTests.Nodes;

/// <summary>Two nodes on one database, and what can go wrong between them: whatever happens, an answer at a position that
/// was given out stays, and every acknowledged act is recorded once.</summary>
public sealed class TwoNodesTests(TwoNodes service) : IClassFixture<TwoNodes>
{
    /// <summary>Stops a batch that records the area <c>held</c> in the middle of its last trip, with events already written.</summary>
    private const string AtItsCommit = "insert into ledger.mt_streams (tenant_id, id, version, is_archived) values ('{0}', 'area/held', 1, false)";

    /// <summary>Stops a batch when it looks up ids: it has the head then, and nothing is decided.</summary>
    private const string BeforeItDecides = "lock table ledger.id in access exclusive mode";

    private const string AtTheHead = "select 1 from ledger.head where tenant_id = '{0}' for update";

    [Theory]
    [InlineData(AtTheHead), InlineData(BeforeItDecides), InlineData(AtItsCommit)]
    public async Task While_a_transaction_is_held_open_commands_of_both_nodes_wait_and_no_answer_changes(string where)
    {
        var (tenant, answers, position) = await Begun();
        var (first, second) = (service.As("reader", tenant), service.AsOfSecond("reader", tenant));
        await using var held = await Hold(where, tenant);

        var slow = Define(service.As("li", tenant), "held");
        await service.UntilWaiting([slow], 1, held);
        var later = Enumerable.Range(0, 6).Select(i => Define(i % 2 == 0 ? service.As("li", tenant) : service.AsOfSecond("li", tenant), $"later-{i}")).ToList();
        await service.UntilWaiting([slow, .. later], 2);
        foreach (var reader in new[] { first, second })
        {
            (await reader.Get("/api/units/planning")).Is(200).Header("Ledger-Position").ShouldBe($"{position}");
            (await reader.Get($"/api/areas?knownAt=%23{position + 1}")).Is(422, "position-not-reached");
            (await reader.Get($"/api/areas?knownAt=%23{position}")).Is(200).Text.ShouldNotContain("held");
        }

        await held.DisposeAsync();
        var positions = (await Task.WhenAll(later.Prepend(slow))).Select(a => (long)a.Is(201).Json["position"]!).ToList();
        positions.Order().ShouldBe(Enumerable.Range(1, later.Count + 1).Select(i => position + i));
        await service.TheLogIsDenseAndInOrder(tenant);
        await answers.AreTheSameOn(first);
        await answers.AreTheSameOn(second);
    }

    [Theory]
    [InlineData(BeforeItDecides, 0), InlineData(AtItsCommit, 1)]
    public async Task A_node_killed_with_the_head_in_its_hands_leaves_its_act_whole_or_not_at_all_and_stops_nobody(string where, int recorded)
    {
        var (tenant, answers, position) = await Begun();
        await using var child = await service.StartChild();
        var acknowledged = (await Define(child.As("li", tenant), "before")).Is(201);
        await answers.AskEverything(child.As("reader", tenant));
        await using var held = await Hold(where, tenant);
        var lost = Define(child.As("li", tenant), "held");
        await service.UntilWaiting([lost], 1, held);
        var other = Define(service.As("li", tenant), "other");
        await service.UntilWaiting([lost, other], 2);

        await child.Kill();
        await Should.ThrowAsync<HttpRequestException>(() => lost);
        await held.DisposeAsync();

        ((long)(await other).Is(201).Json["position"]!).ShouldBe(position + 2 + recorded);
        (await service.Rows($"select 1 from ledger.mt_events where tenant_id = '{tenant}' and stream_id = 'area/held'")).Count.ShouldBe(recorded);
        var again = (await Define(service.AsOfSecond("li", tenant), "held")).Is(201);
        ((long)again.Json["position"]!).ShouldBe(position + 3 - recorded);
        (await Define(service.As("li", tenant), "before")).Is(201).Text.ShouldBe(acknowledged.Text);
        await service.TheLogIsDenseAndInOrder(tenant);
        await service.EveryAcknowledgedActIsThereOnce(tenant, new[] { acknowledged, await other, again }
            .ToDictionary(a => (string)a.Json["id"]!, EventsOf));
        await answers.AreTheSameOn(service.As("reader", tenant));
        await answers.AreTheSameOn(service.AsOfSecond("reader", tenant));
    }

    [Fact]
    public async Task A_backend_that_is_ended_at_its_commit_leaves_nothing_and_the_act_may_be_sent_to_the_other_node()
    {
        var (tenant, answers, position) = await Begun();
        await using var held = await Hold(AtItsCommit, tenant);
        var lost = Define(service.As("li", tenant), "held");
        await service.UntilWaiting([lost], 1, held);
        var other = Define(service.AsOfSecond("li", tenant), "other");
        await service.UntilWaiting([lost, other], 2);

        await service.Rows($"select pg_terminate_backend(pid) from pg_stat_activity where {held.ProcessID} = any(pg_blocking_pids(pid))");

        var told = (await lost).Is(503, "store-unavailable");
        ((bool)told.Json["facts"]!["outcomeUnknown"]!).ShouldBeTrue();
        ((long)(await other).Is(201).Json["position"]!).ShouldBe(position + 1);
        await held.DisposeAsync();
        var again = (await Define(service.AsOfSecond("li", tenant), "held")).Is(201);
        ((long)again.Json["position"]!).ShouldBe(position + 2);
        (await Define(service.As("li", tenant), "held")).Is(201).Text.ShouldBe(again.Text);
        await service.TheLogIsDenseAndInOrder(tenant);
        await answers.AreTheSameOn(service.As("reader", tenant));
        await answers.AreTheSameOn(service.AsOfSecond("reader", tenant));
    }

    [Fact]
    public async Task A_clock_set_back_an_hour_stops_commands_on_every_node_and_changes_no_answer()
    {
        await service.Run("""
            create schema turned;
            create table turned.back (by interval);
            insert into turned.back values ('0');
            create function turned.clock_timestamp() returns timestamptz language sql volatile
                as 'select pg_catalog.clock_timestamp() - by from turned.back';
            """);
        var (tenant, answers, position) = await Begun();
        var nodes = new[] { service.StartNode("turned, pg_catalog"), service.StartNode("turned, pg_catalog") };
        foreach (var (i, node) in nodes.Index())
            (await Define(node("li", tenant), $"before-{i}")).Is(201);
        foreach (var node in nodes)
            await answers.AskEverything(node("reader", tenant));

        await service.Run("update turned.back set by = '1 hour'");
        foreach (var node in nodes)
        {
            (await Define(node("li", tenant), "meanwhile")).Is(503, "clock-behind-ledger");
            (await node("li", tenant).Import("asOfNow=true", Line("meanwhile"))).Is(503, "clock-behind-ledger");
            (await node("reader", tenant).Get("/health/ready")).Is(503).Text.ShouldContain("clock");
            (await node("reader", tenant).Get("/api/areas")).Is(200).Header("Ledger-Position").ShouldBe($"{position + 2}");
            await answers.AreTheSameOn(node("reader", tenant));
        }

        // Less than the tolerance: acts are taken, and none is earlier than the one before it.
        await service.Run("update turned.back set by = '0'");
        (await Define(nodes[0]("li", tenant), "right")).Is(201);
        await service.Run("update turned.back set by = '2 s'");
        foreach (var (i, node) in nodes.Index())
            (await Define(node("li", tenant), $"a-little-{i}")).Is(201);
        await service.Run("update turned.back set by = '0'");
        (await Define(nodes[1]("li", tenant), "after")).Is(201);

        await service.TheLogIsDenseAndInOrder(tenant);
        foreach (var node in nodes.Append(service.StartNode()))
        {
            (await node("reader", tenant).Get("/api/areas")).Is(200).Header("Ledger-Position").ShouldBe($"{position + 6}");
            await answers.AreTheSameOn(node("reader", tenant));
        }
    }

    /// <summary>A tenant with a small body's acts, and the answers that both nodes gave to every question.</summary>
    private async Task<(string Tenant, Answers Answers, long Position)> Begun()
    {
        var (tenant, answers) = (await service.NewTenant(), new Answers());
        await Acts.RecordBefore(service.As("li", tenant), "DissolveUnit");
        await answers.AskEverything(service.As("reader", tenant));
        await answers.AskEverything(service.AsOfSecond("reader", tenant));
        return (tenant, answers, long.Parse(
            (await service.As("reader", tenant).Get("/api/areas")).Header("Ledger-Position")!, CultureInfo.InvariantCulture));
    }

    private async Task<NpgsqlConnection> Hold(string where, string tenant) =>
        await service.Hold(string.Format(CultureInfo.InvariantCulture, where, tenant));

    /// <summary>A command that is known again by its key.</summary>
    private static Task<Answer> Define(Client caller, string areaId) => caller.Post(
        "/api/areas", $$"""{"areaId":"{{areaId}}","nameZh":"甲","nameEn":"A"}""", ("Idempotency-Key", areaId));

    private static string Line(string areaId) =>
        $$$"""{"at":"2025-01-01T00:00:00Z","actor":"li","command":"DefineArea","data":{"areaId":"{{{areaId}}}","nameZh":"甲","nameEn":"A"}}""";

    private static IEnumerable<(string Id, long Position)> EventsOf(Answer receipt) =>
        receipt.Json["events"]!.AsArray().Select(e => ((string)e!["id"]!, (long)e["position"]!));
}
