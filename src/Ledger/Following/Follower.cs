using Ledger.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;

namespace Ledger.Following;

/// <summary>
/// Hands the log to its subscribers after the commit. Of all nodes one leads, and any other takes over when its session
/// ends, whatever ended it. A subscriber that fails is stopped for the tenant concerned, shows in readiness
/// (<see cref="FollowerHealth"/>), and is tried again until it succeeds: nothing is ever passed over
/// (docs/decisions/0014-follow-the-log-by-our-own-leader.md).
/// </summary>
public sealed partial class Follower(LedgerDatabase database, FollowerPositions positions, IEnumerable<ISubscriber> subscribers,
    ILogger<Follower> logger) : BackgroundService
{
    /// <summary>How often the heads are looked at when nobody wakes it.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a node that does not lead tries to.</summary>
    private static readonly TimeSpan TryEvery = TimeSpan.FromSeconds(1);

    private const string BehindSql = """
        select h.tenant_id, h.suffix, h.zone, n.name from ledger.head h cross join unnest($1::text[]) n (name)
        left join ledger.follower f on f.name = n.name and f.tenant_id = h.tenant_id
        where h.position > coalesce(f.position, 0) and coalesce(f.retry_at <= clock_timestamp(), true)
        order by h.tenant_id, n.name
        """;

    private readonly Dictionary<string, ISubscriber> subscribers = subscribers.ToDictionary(s => s.Name);
    private readonly SemaphoreSlim woken = new(0, 1);

    /// <summary>Looks at the heads now: something was appended. May be called by anybody at any time.</summary>
    public void Wake()
    {
        try
        {
            woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already, and looks again after this.
        }
    }

    public override void Dispose()
    {
        woken.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start does not wait for the first look.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var leadership = await Leadership.Take(database, stoppingToken);
                if (leadership is not null)
                    await Lead(leadership.Connection, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogLost(logger, e);
            }

            await Task.Delay(TryEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Lead(NpgsqlConnection connection, CancellationToken cancellation)
    {
        LogLeads(logger);
        while (true)
        {
            var moved = false;
            foreach (var (tenant, name) in await Behind(connection, cancellation))
                moved |= await Advance(connection, subscribers[name], tenant, cancellation);
            // Who moved may have more to take than one transaction holds.
            if (!moved)
                await woken.WaitAsync(LookEvery, cancellation);
        }
    }

    /// <returns>Whether it was this node that moved it.</returns>
    private async Task<bool> Advance(
        NpgsqlConnection connection, ISubscriber subscriber, Tenant tenant, CancellationToken cancellation)
    {
        try
        {
            return await positions.Advance(connection, subscriber, tenant, wait: false, cancellation) is not null;
        }
        catch (FollowerStoppedException)
        {
            // Noted in its row, where readiness sees it; the next try comes by itself.
            return false;
        }
    }

    private async Task<List<(Tenant, string)>> Behind(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(BehindSql, connection)
        {
            Parameters = { new() { Value = subscribers.Keys.ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var behind = new List<(Tenant, string)>();
        while (await reader.ReadAsync(cancellation))
        {
            var zone = DateTimeZoneProviders.Tzdb[reader.GetString(2)];
            behind.Add((new(reader.GetString(0), reader.GetString(1), zone), reader.GetString(3)));
        }

        return behind;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This node follows the log")]
    private static partial void LogLeads(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node does not follow the log now")]
    private static partial void LogLost(ILogger logger, Exception cause);
}
