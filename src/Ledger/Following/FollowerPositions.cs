using Ledger.Log;
using Ledger.Store;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;

namespace Ledger.Following;

/// <summary>
/// Moves a subscriber on in one tenant. Its row of <c>ledger.follower</c> is locked while it does, and the position is
/// committed with what the subscriber wrote: whoever does it, and however often it is begun, each event counts once.
/// </summary>
public sealed partial class FollowerPositions(EventCodec codec, ILogger<FollowerPositions> logger)
{
    /// <summary>Events taken in one transaction.</summary>
    public const int EventsAtOnce = 500;

    /// <summary>The longest pause between two tries: so long may it take to go on after a repair.</summary>
    private static readonly Duration RetryPauseMax = Duration.FromSeconds(30);

    private const int ReasonLengthMax = 500;

    private const string EnterSql =
        "insert into ledger.follower (name, tenant_id) values ($1, $2) on conflict (name, tenant_id) do nothing";

    private const string LockSql = """
        select f.position, h.position from ledger.follower f join ledger.head h on h.tenant_id = f.tenant_id
        where f.name = $1 and f.tenant_id = $2 for update of f
        """;

    private const string EventsSql = """
        select seq_id, version, timestamp, type, data from ledger.mt_events
        where tenant_id = $1 and seq_id > $2 and seq_id <= $3 and type <> 'tombstone' order by seq_id limit $4
        """;

    private const string MoveSql = """
        update ledger.follower set position = $3, stopped_at = null, stopped_reason = null, failures = 0, retry_at = null
        where name = $1 and tenant_id = $2
        """;

    private const string StopSql = """
        update ledger.follower set stopped_at = coalesce(stopped_at, clock_timestamp()), stopped_reason = $4,
            failures = failures + 1, retry_at = clock_timestamp() + make_interval(secs => least(2 ^ least(failures, 20), $5))
        where name = $1 and tenant_id = $2 and position = $3
        """;

    /// <summary>Takes the next events of a tenant, at most <see cref="EventsAtOnce"/>.</summary>
    /// <param name="wait">Whether to wait for another who moves it now, or to leave it to them.</param>
    /// <returns>Where it stands now; null when left to another.</returns>
    /// <exception cref="FollowerStoppedException">The subscriber failed; its row says why.</exception>
    public async Task<Place?> Advance(
        NpgsqlConnection connection, ISubscriber subscriber, Tenant tenant, bool wait, CancellationToken cancellation)
    {
        var (place, failure) = await Take(connection, subscriber, tenant, wait, EventsAtOnce, cancellation);
        if (failure is null)
            return place;
        // What comes before the event that failed is taken without it.
        if (failure.Taken > 0)
            (place, _) = await Take(connection, subscriber, tenant, wait, failure.Taken, cancellation);
        await NoteStop(connection, subscriber, tenant, failure, cancellation);
        throw new FollowerStoppedException(subscriber.Name, tenant.Id, failure.Cause);
    }

    private async Task<(Place?, Failure?)> Take(NpgsqlConnection connection, ISubscriber subscriber, Tenant tenant, bool wait,
        int limit, CancellationToken cancellation)
    {
        await Run(connection, EnterSql, cancellation, subscriber.Name, tenant.Id);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await Lock(connection, subscriber, tenant, wait, cancellation) is not { } place)
            return (null, null);
        var events = await Events(connection, tenant, place, limit, cancellation);
        var (step, taken) = (new FollowStep(tenant, connection, transaction), 0);
        try
        {
            foreach (var stored in events)
            {
                await subscriber.Take(step, stored.Read(codec), cancellation);
                taken++;
            }
        }
        catch (Exception e) when (IsTheSubscribers(e, connection, cancellation))
        {
            return (place, new(taken == 0 ? place.Position : events[taken - 1].Position, taken, e));
        }

        var reached = events.Count < limit ? place.Head : events[^1].Position;
        if (reached > place.Position)
            await Run(connection, MoveSql, cancellation, subscriber.Name, tenant.Id, reached);
        await transaction.CommitAsync(cancellation);
        return (place with { Position = reached }, null);
    }

    /// <summary>A lost connection and the node's own end are no fault of the tenant's.</summary>
    private static bool IsTheSubscribers(Exception e, NpgsqlConnection connection, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested && connection.State == System.Data.ConnectionState.Open
        && !connection.FullState.HasFlag(System.Data.ConnectionState.Broken)
        && !LedgerDatabase.IsBusy(e);

    private async Task NoteStop(NpgsqlConnection connection, ISubscriber subscriber, Tenant tenant, Failure failure,
        CancellationToken cancellation)
    {
        var reason = $"{failure.Cause.GetType().Name}: {failure.Cause.Message}";
        LogStopped(logger, failure.Cause, subscriber.Name, tenant.Id, failure.Position + 1);
        await Run(connection, StopSql, cancellation, subscriber.Name, tenant.Id, failure.Position,
            reason.Length > ReasonLengthMax ? reason[..ReasonLengthMax] : reason, RetryPauseMax.TotalSeconds);
    }

    private static async Task<Place?> Lock(
        NpgsqlConnection connection, ISubscriber subscriber, Tenant tenant, bool wait, CancellationToken cancellation)
    {
        await using var command = Command(connection, wait ? LockSql : $"{LockSql} skip locked", subscriber.Name, tenant.Id);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    private static async Task<List<Stored>> Events(
        NpgsqlConnection connection, Tenant tenant, Place place, int limit, CancellationToken cancellation)
    {
        var events = new List<Stored>();
        await using var command = Command(connection, EventsSql, tenant.Id, place.Position, place.Head, limit);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            events.Add(new(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<Instant>(2), reader.GetString(3),
                reader.GetString(4)));
        return events;
    }

    private static async Task Run(
        NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        return command;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Follower {Name} of tenant {Tenant} stopped before event {Position}")]
    private static partial void LogStopped(ILogger logger, Exception cause, string name, string tenant, long position);

    /// <summary>An event as the log holds it, before it is read: one that this release does not know stops a follower
    /// like any other failure.</summary>
    private sealed record Stored(long Position, long Version, Instant RecordedAt, string Type, string Data)
    {
        public Recorded Read(EventCodec codec) => new(Position, Version, RecordedAt, codec.Read(Type, Data));
    }

    /// <param name="Position">The last position taken.</param>
    /// <param name="Taken">How many events of the transaction went well before.</param>
    private sealed record Failure(long Position, int Taken, Exception Cause);
}

/// <summary>Where a follower stands in a tenant.</summary>
/// <param name="Position">The last position taken.</param>
/// <param name="Head">The tenant's last position.</param>
public sealed record Place(long Position, long Head);
