using System.Collections.Concurrent;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Store;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Nodes;

/// <summary>Writers and readers on two nodes at once, backends ended all along, and one node killed in the middle.</summary>
public sealed class LoadOnTwoNodesTests(LedgerService service, ITestOutputHelper output) : IAsyncLifetime, IClassFixture<LedgerService>
{
    private const int Seed = 20_250_301;

    private const int WritersPerNode = 3;

    private const int ReadersPerNode = 2;

    private const int CommandsEach = 60;

    /// <summary>A backend is ended after every so many acknowledged acts.</summary>
    private const int EndEvery = 10;

    /// <summary>So many acts are acknowledged when the second node is killed.</summary>
    private const int KillAfter = WritersPerNode * CommandsEach / 2;

    private const string Held = "held";

    private readonly ConcurrentDictionary<string, Answer> acknowledged = [];
    private readonly ConcurrentBag<string> assignments = ["none"];
    private readonly Answers answers = new();
    private readonly TaskCompletionSource halfWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource written = new();

    private string tenant = "";
    private ChildNode second = null!;
    private int ended;
    private int movedOver;

    public async ValueTask InitializeAsync()
    {
        tenant = await service.NewTenant();
        second = await service.StartChild();
        await Acts.RecordBefore(service.As("li", tenant), "ScheduleMeeting");
    }

    public async ValueTask DisposeAsync()
    {
        await second.DisposeAsync();
        written.Dispose();
    }

    [Fact]
    public async Task No_answer_at_a_position_changes_and_every_acknowledged_act_is_recorded_once_though_a_node_is_killed()
    {
        output.WriteLine($"seed {Seed}");
        var readers = Both(ReadersPerNode, Read);
        var writers = Task.WhenAll(Both(WritersPerNode, Write));
        if (await Task.WhenAny(halfWay.Task, writers) == writers)
            await writers; // Says what went wrong, if anything did, instead of waiting for ever.
        halfWay.Task.IsCompleted.ShouldBeTrue();
        await KillSecondWithTheHeadInItsHands();
        await writers;
        await written.CancelAsync();
        await Task.WhenAll(readers);

        output.WriteLine($"{acknowledged.Count} acts acknowledged, {ended} backends ended, {movedOver} acts sent to the other node; "
            + $"{answers.Count} answers at {answers.Positions} positions");
        (ended, movedOver).ShouldSatisfyAllConditions(
            () => ended.ShouldBeGreaterThan(2), () => movedOver.ShouldBeGreaterThan(0),
            () => answers.Count.ShouldBeGreaterThan(100), () => answers.Positions.ShouldBeGreaterThan(20));
        await service.TheLogIsDenseAndInOrder(tenant);
        await service.EveryAcknowledgedActIsThereOnce(tenant, acknowledged.ToDictionary(
            a => a.Key, a => a.Value.Json["events"]!.AsArray().Select(e => ((string)e!["id"]!, (long)e["position"]!))));

        (await service.As("importer", tenant).Import("asOfNow=true&keepGoing=true", History())).Is(200);
        await service.ViewsAgreeWithTheLog(tenant);
        await answers.AreTheSameOn(service.As("reader", tenant));
        await answers.AreTheSameOn(service.StartNode()("reader", tenant));
    }

    /// <summary>Starts so many tasks on each node, each with lots of its own.</summary>
    private static List<Task> Both(int each, Func<int, bool, Random, Task> run) =>
        [.. Enumerable.Range(0, 2 * each).Select(i => Task.Run(() => run(i, i % 2 == 1, new(Seed + i)), CancellationToken.None))];

    private async Task Write(int writer, bool onSecond, Random random)
    {
        for (var i = 0; i < CommandsEach; i++)
        {
            var key = $"w{writer}-{i}";
            var (path, body) = Next(random, key);
            await Send(onSecond, path, body, key);
        }
    }

    /// <summary>Sends a command until its outcome is known: when its node is gone, to the other one, under the same key.</summary>
    private async Task Send(bool onSecond, string path, string body, string key)
    {
        while (true)
        {
            try
            {
                var answer = await Node(onSecond, $"writer-{key}").Post(path, body, ("Idempotency-Key", key));
                if (answer.Status == 503)
                    continue;
                answer.Status.ShouldBeOneOf(200, 201, 404, 422);
                if (answer.Status is 200 or 201)
                    await Acknowledge(key, path, answer);
                return;
            }
            catch (HttpRequestException) when (onSecond && second.Killed)
            {
                (onSecond, _) = (false, Interlocked.Increment(ref movedOver));
            }
        }
    }

    private async Task Acknowledge(string key, string path, Answer answer)
    {
        acknowledged.TryAdd(key, answer).ShouldBeTrue();
        if (path.EndsWith("assignments", StringComparison.Ordinal) || path.EndsWith("replace", StringComparison.Ordinal))
            assignments.Add(key);
        if (acknowledged.Count >= KillAfter)
            halfWay.TrySetResult();
        if (acknowledged.Count % EndEvery == 0)
            Interlocked.Add(ref ended, (await service.Rows("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where application_name = 'ledger-writer' and datname = current_database() and state <> 'idle' limit 1
                """)).Count);
    }

    /// <summary>The second node has written its batch and is about to commit it when it is killed.</summary>
    private async Task KillSecondWithTheHeadInItsHands()
    {
        await using var held = await service.Hold(
            $"insert into ledger.mt_streams (tenant_id, id, version, is_archived) values ('{tenant}', 'area/{Held}', 1, false)");
        var lost = Send(onSecond: true, "/api/areas", $$"""{"areaId":"{{Held}}","nameZh":"甲","nameEn":"A"}""", Held);
        await service.UntilWaiting([lost], 1, held);
        await second.Kill();
        await held.DisposeAsync();
        await lost;
    }

    /// <summary>Asks now, and asks the other node the same at once.</summary>
    private async Task Read(int reader, bool onSecond, Random random)
    {
        while (!written.IsCancellationRequested)
        {
            try
            {
                var pinned = await answers.Ask(Node(onSecond, $"reader-{reader}"), Answers.Questions[random.Next(Answers.Questions.Count)]);
                await answers.AskAgain(Node(!onSecond && !second.Killed, $"reader-{reader}"), pinned);
            }
            catch (HttpRequestException) when (second.Killed)
            {
                onSecond = false;
            }
        }
    }

    private Client Node(bool onSecond, string actor) => onSecond ? second.As(actor, tenant) : service.As(actor, tenant);

    /// <summary>Acts that meet: same units, same cells, same persons.</summary>
    private (string Path, string Body) Next(Random random, string key)
    {
        var unit = new[] { "planning", "housing", "annex" }[random.Next(3)];
        var cell = $"\"unitId\":\"{unit}\",\"areaId\":\"{(random.Next(2) == 0 ? "training" : "publicity")}\",\"level\":\"First\"";
        var person = new[] { "li", "wang", "zhao", "chen" }[random.Next(4)];
        var on = LocalDatePattern.Iso.Format(new LocalDate(2025, 1, 1).PlusDays(random.Next(600)));
        var assignment = assignments.ElementAt(random.Next(assignments.Count));
        return random.Next(12) switch
        {
            0 or 1 or 2 => ("/api/assignments", $$"""{"assignmentId":"{{key}}",{{cell}},"personId":"{{person}}","effectiveFrom":"{{on}}"}"""),
            3 or 4 => ($"/api/assignments/{assignment}/replace", $$"""{"assignmentId":"{{key}}","personId":"{{person}}","effectiveFrom":"{{on}}"}"""),
            5 => ($"/api/assignments/{assignment}/end", $$"""{"endsOn":"{{on}}","reason":"轮岗"}"""),
            6 => ($"/api/assignments/{assignment}/correct", $$$"""{"changes":{"effectiveFrom":"{{{on}}}"},"reason":"误"}"""),
            7 => ($"/api/assignments/{assignment}/void", """{"reason":"误"}"""),
            8 => ($"/api/units/{unit}/rename", $$"""{"nameZh":"{{key}}","nameEn":"{{key}}","effectiveFrom":"{{on}}"}"""),
            9 => ("/api/units/housing/move", $$"""{"parentId":"{{(random.Next(2) == 0 ? "city" : "planning")}}","effectiveFrom":"{{on}}"}"""),
            10 => ("/api/leading-groups/grp-1/members", $$"""{"personId":"{{person}}","role":"member","effectiveFrom":"{{on}}"}"""),
            _ => ($"/api/people/{person}/post", $$"""{"unitId":"{{unit}}","post":"{{key}}","postCategory":"staff","since":"{{on}}"}"""),
        };
    }

    /// <summary>Acts of long ago that nobody had recorded.</summary>
    private static string History() => string.Join('\n', Enumerable.Range(0, 40).Select(i => $$$"""
        {"at":"2024-0{{{i % 9 + 1}}}-01T00:00:00Z","actor":"old","command":"AssignLeader","data":{"assignmentId":"old-{{{i}}}","unitId":"planning","areaId":"training","level":"{{{(i % 2 == 0 ? "First" : "Direct")}}}","personId":"wang","effectiveFrom":"2024-0{{{i % 9 + 1}}}-{{{i % 20 + 10}}}"}}
        """.Trim()));
}
