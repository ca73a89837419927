using System.Diagnostics;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Following;

/// <summary>When the node that follows the log is gone, another follows in its place within ten seconds, and no event is
/// taken twice or passed over.</summary>
public sealed class TakeOverTests(TemplateDatabase template, ITestOutputHelper output)
{
    /// <summary>Ten seconds are what is promised; a machine that is busy with other tests gets more.</summary>
    private static readonly TimeSpan TakenOverWithin = TimeSpan.FromSeconds(30);

    private const string Leader = """
        select pid from pg_locks where locktype = 'advisory' and classid = 0 and objid = 7201003 and granted
            and database = (select oid from pg_database where datname = current_database())
        """;

    [Fact]
    public Task A_node_that_is_killed() => TakesOver(node =>
    {
        node.Kill();
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_node_that_hangs() => TakesOver(node =>
    {
        node.Hang();
        return Task.CompletedTask;
    }, node => node.GoOn());

    [Fact]
    public async Task A_session_that_is_cut()
    {
        await using var service = new LedgerService(template);
        await service.InitializeAsync();
        service.StartNode();
        var cut = await Await.Until(() => service.Rows(Leader), l => l.Count == 1);
        await Acts.RecordBefore(service.As("li"), "EstablishLeadingGroup");
        await Reached(service, FollowerTests.Before);

        await service.Run($"select pg_terminate_backend(pid) from ({Leader}) l");
        await Expect(service, cut);
    }

    [Fact]
    public async Task A_message_that_a_killed_node_had_in_hand()
    {
        await using var service = new LedFromOutside(template);
        await service.InitializeAsync();
        await Acts.RecordBefore(service.As("li"), "EstablishLeadingGroup");
        await Dated(service, "first", 1);
        var outside = await service.Rows("select min(node_number) as n from ledger_messages.wolverine_nodes");

        await service.Run($"""
            update ledger_messages.wolverine_incoming_envelopes set status = 'Incoming', execution_time = null, owner_id =
                (select min(node_number) from ledger_messages.wolverine_nodes)
            """);
        service.Outside.Kill();

        // Its day has not come: whoever takes it up puts it off.
        var gone = Stopwatch.StartNew();
        await Await.Until(() => service.Rows("select from ledger_messages.wolverine_incoming_envelopes where status = 'Scheduled'"), r => r.Count == 1);
        output.WriteLine($"taken up after {gone.ElapsedMilliseconds} ms, from node {outside[0]}");
        gone.Elapsed.ShouldBeLessThan(TakenOverWithin);
    }

    private async Task TakesOver(Func<HostProcess, Task> goes, Action<HostProcess>? comesBack = null)
    {
        await using var service = new LedFromOutside(template);
        await service.InitializeAsync();
        var first = await Await.Until(() => service.Rows(Leader), l => l.Count == 1);
        await Acts.RecordBefore(service.As("li"), "EstablishLeadingGroup");
        await Reached(service, FollowerTests.Before);
        (await service.Rows(Leader)).ShouldBe(first);

        await goes(service.Outside);
        await Expect(service, first);
        comesBack?.Invoke(service.Outside);
        // Who comes back has lost its session with the lock, and waits for its turn.
        await Dated(service, "second", 2);
        (await service.Rows("select position from ledger.dated_ahead order by 1")).ShouldBe([$$"""{"position":{{FollowerTests.Before + 1}}}""", $$"""{"position":{{FollowerTests.Before + 2}}}"""]);
    }

    /// <summary>An act after the leader went is taken by another in time.</summary>
    private async Task Expect(LedgerService service, IReadOnlyList<string> before)
    {
        var gone = Stopwatch.StartNew();
        await Dated(service, "first", 1);
        output.WriteLine($"taken over after {gone.ElapsedMilliseconds} ms");
        gone.Elapsed.ShouldBeLessThan(TakenOverWithin);
        (await service.Rows(Leader)).ShouldNotBe(before);
    }

    /// <summary>Records an act for a far day and waits until the follower has noted so many.</summary>
    private static async Task Dated(LedgerService service, string id, int noted)
    {
        (await service.As("li").Post("/api/assignments", $$"""
            {"assignmentId":"{{id}}","unitId":"planning","areaId":"training","level":"{{(noted == 1 ? "First" : "Direct")}}","personId":"li","effectiveFrom":"2190-01-01"}
            """)).Is(201);
        await Await.Until(() => service.Rows("select from ledger.dated_ahead"), rows => rows.Count == noted);
    }

    private static Task<IReadOnlyList<string>> Reached(LedgerService service, int position) => Await.Until(
        () => service.Rows("select position from ledger.follower where tenant_id = 't1'"), r => r is [var p] && p == $$"""{"position":{{position}}}""");

    /// <summary>A service beside a node that was there first, and so follows.</summary>
    private sealed class LedFromOutside(TemplateDatabase template) : LedgerService(template)
    {
        public HostProcess Outside { get; private set; } = null!;

        protected override async Task Prepare()
        {
            Outside = HostProcess.Node(this);
            await Await.Until(() => Rows(Leader), l => l.Count == 1);
        }

        public override async ValueTask DisposeAsync()
        {
            await Outside.DisposeAsync();
            await base.DisposeAsync();
        }
    }
}
