using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.IntegrationTests.Hosting;
using Ledger.Units;
using NodaTime;
using Npgsql;

namespace Ledger.IntegrationTests.Store;

/// <summary>Sixteen writers on two tenants while their backends are killed, decisions throw and constraints fail: every
/// acknowledged act is recorded exactly once, and nothing is half there.</summary>
public sealed class LoadTests(LedgerService service) : IClassFixture<LedgerService>
{
    private const int Writers = 16;

    private const int CommandsEach = 125;

    /// <summary>A backend is killed after every so many commands.</summary>
    private const int KillEvery = 50;

    private static readonly string[] Tenants = ["t1", "t2"];

    private readonly ConcurrentBag<(string Tenant, string Key, Receipt Receipt)> acknowledged = [];
    private readonly ConcurrentBag<(string Tenant, string Key)> notRecorded = [];
    private readonly Channel<int> kill = Channel.CreateUnbounded<int>();

    /// <summary>One poll may be due for each tenant: as often as commands are answered, and no busy loop.</summary>
    private readonly Dictionary<string, Channel<int>> polls = Tenants.ToDictionary(
        t => t, _ => Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));

    private int sent;
    private int killed;
    private int lost;
    private int defects;

    private CommandDoor Door => service.Service<CommandDoor>();

    [Fact]
    public async Task Every_acknowledged_act_is_recorded_exactly_once_whatever_fails()
    {
        foreach (var tenant in Tenants)
            await Acts.RecordBefore(service.As("admin-li", tenant), "EstablishLeadingGroup");
        var killer = Kill();
        var pollers = Tenants.Select(Poll).ToList();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => Write(w), CancellationToken.None)));
        kill.Writer.Complete();
        foreach (var poll in polls.Values)
            poll.Writer.Complete();
        await killer;
        await Task.WhenAll(pollers);

        sent.ShouldBe(Writers * CommandsEach);
        (killed, lost, defects).ShouldSatisfyAllConditions(
            () => killed.ShouldBeGreaterThan(10), () => lost.ShouldBeGreaterThan(0), () => defects.ShouldBeGreaterThan(50));
        foreach (var tenant in Tenants)
        {
            await service.TheLogIsDenseAndInOrder(tenant);
            await service.EveryAcknowledgedActIsThereOnce(tenant, acknowledged.Where(a => a.Tenant == tenant)
                .ToDictionary(a => a.Key, a => a.Receipt.Events.Select(e => (e.Id.ToString(), e.Position))));
            await NothingElseIsThere(tenant);
            await service.ViewsAgreeWithTheLog(tenant);
            (await service.As("li", tenant).Post("/api/areas", """{"nameZh":"甲","nameEn":"A"}""")).Is(201);
        }
    }

    private async Task Write(int writer)
    {
        var (random, tenant) = (new Random(writer), Tenants[writer % 2]);
        for (var i = 0; i < CommandsEach; i++)
        {
            var key = $"{writer}-{i}";
            var submission = new Submission(Next(random, key), $"writer-{writer}", $"writer-{writer}", "api") { IdempotencyKey = key };
            await Send(tenant, submission, resend: random.Next(2) == 0);
            polls[tenant].Writer.TryWrite(i);
            if (Interlocked.Increment(ref sent) % KillEvery == 0)
                kill.Writer.TryWrite(i).ShouldBeTrue();
        }
    }

    private static ICommand Next(Random random, string key) => random.Next(12) switch
    {
        0 => new Throw($"none-{key}"),
        1 => new Collide("training"),
        2 or 3 => new RenameUnit("planning", key, key, new LocalDate(2024, 1, 1).PlusDays(random.Next(700))),
        4 or 5 or 6 => new AssignLeader("planning", "training", (Level)random.Next(3), random.Next(2) == 0 ? "li" : "wang",
            new LocalDate(2024, 1, 1).PlusDays(random.Next(700)), $"asg-{key}"),
        _ => new DefineArea(key, key, $"area-{key}"),
    };

    /// <summary>Sends a command; when it is unknown what became of it, again under its key; when it is not recorded, by lot.</summary>
    private async Task Send(string tenant, Submission submission, bool resend)
    {
        while (true)
        {
            try
            {
                var outcome = await Door.Execute(tenant, submission, CancellationToken.None);
                if (outcome is Outcome.Accepted accepted)
                    acknowledged.Add((tenant, submission.IdempotencyKey!, accepted.Receipt));
                else
                    notRecorded.Add((tenant, submission.IdempotencyKey!));
                return;
            }
            catch (DoorUnavailableException e)
            {
                Interlocked.Increment(ref lost);
                if (!e.OutcomeUnknown && !resend)
                {
                    notRecorded.Add((tenant, submission.IdempotencyKey!));
                    return;
                }
            }
            catch (Exception e) when (e is DefectException or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                Interlocked.Increment(ref defects);
                notRecorded.Add((tenant, submission.IdempotencyKey!));
                return;
            }
        }
    }

    private async Task Kill()
    {
        await foreach (var _ in kill.Reader.ReadAllAsync(CancellationToken.None))
            killed += (await service.Rows("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where application_name = 'ledger-writer' and datname = current_database() and state <> 'idle' limit 2
                """)).Count;
    }

    /// <summary>Reads again and again: whoever sees a position sees all before it.</summary>
    private async Task Poll(string tenant)
    {
        var last = 0L;
        await foreach (var _ in polls[tenant].Reader.ReadAllAsync(CancellationToken.None))
        {
            var seen = JsonNode.Parse((await service.Rows(
                $"select count(*) as n, max(seq_id) as last, min(seq_id) as first from ledger.mt_events where tenant_id = '{tenant}'")).Single())!;
            ((long)seen["n"]!).ShouldBe((long)seen["last"]!);
            ((long)seen["first"]!).ShouldBe(1);
            ((long)seen["last"]!).ShouldBeGreaterThanOrEqualTo(last);
            last = (long)seen["last"]!;
            var position = long.Parse((await service.As("poller", tenant).Get("/api/units/planning")).Is(200).Header("Ledger-Position")!, null);
            position.ShouldBeGreaterThanOrEqualTo(last);
            last = position;
        }
    }

    private async Task NothingElseIsThere(string tenant)
    {
        (await service.Rows($"select idempotency_key as key from ledger.command_log where tenant_id = '{tenant}'"))
            .Select(r => (string?)JsonNode.Parse(r)!["key"]).Intersect(notRecorded.Where(n => n.Tenant == tenant).Select(n => n.Key)).ShouldBeEmpty();
        (await service.Rows($"""
            select kind, id from ledger.id where tenant_id = '{tenant}' and kind = 'area' and id like 'area-%'
            except select 'area', data->>'areaId' from ledger.mt_events where tenant_id = '{tenant}' and type = 'area_defined.v1'
            """)).ShouldBeEmpty();
        (await service.Rows($"""
            select data->>'areaId' as id from ledger.mt_events where tenant_id = '{tenant}' and type = 'area_defined.v1'
            except select id from ledger.id where tenant_id = '{tenant}' and kind = 'area'
            """)).ShouldBeEmpty();
    }
}
