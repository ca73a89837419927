using Ledger.Following;
using Ledger.Log;
using Ledger.Store;
using NodaTime;
using NodaTime.TimeZones;
using Npgsql;

namespace Ledger.BecameEffective;

/// <summary>
/// Adds to the feed what became effective up to today. What took effect on a day follows from what was recorded before
/// the day's start and from nothing else: it does not matter when, how often or by which node this is done.
/// </summary>
public sealed class Emitter(LedgerDatabase database, EventCodec codec, FollowerPositions positions, DatedAhead datedAhead)
{
    /// <summary>Acts looked at in one transaction.</summary>
    private const int ActsAtOnce = 200;

    // The lock is given back with the statement. Who records after it records after the instant read here, so everything
    // recorded before that instant is committed and counted in the position.
    private const string NowSql = """
        with granted as materialized (
            select suffix, zone, position from ledger.head where tenant_id = $1 for share)
        select *, clock_timestamp() from granted
        """;

    private const string LockSql = "select from ledger.follower where name = $1 and tenant_id = $2 for update";

    private const string DueSql = """
        select effective_on, position, stream from ledger.dated_ahead
        where tenant_id = $1 and effective_on <= $2 order by effective_on, position limit $3
        """;

    // Ids compare as "C", Marten's columns by the database's collation, and its index serves that alone.
    private const string EventsSql = """
        select e.stream_id, e.seq_id, e.version, e.timestamp, e.type, e.data
        from unnest($2::text[]) w (stream) cross join lateral (
            select * from ledger.mt_events where tenant_id = $1 and stream_id = w.stream collate "default" offset 0) e
        order by e.stream_id, e.version
        """;

    private static readonly ZoneLocalMappingResolver DayStart =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The first instant of a day: midnight, or where the clocks go forward at midnight, the moment they do.</summary>
    public static Instant StartOf(LocalDate day, DateTimeZone zone) => day.AtMidnight().InZone(zone, DayStart).ToInstant();

    /// <summary>Adds what is missing for one tenant, day by day, within a day in order of position.</summary>
    /// <returns>The tenant's date up to which it was done.</returns>
    /// <exception cref="FollowerStoppedException">An event before now could not be looked at yet.</exception>
    public async Task<LocalDate> Emit(string tenantId, CancellationToken cancellation)
    {
        await using var connection = await database.Follower.OpenConnectionAsync(cancellation);
        var (tenant, position, now) = await Now(connection, tenantId, cancellation);
        while (await positions.Advance(connection, datedAhead, tenant, wait: true, cancellation) is { } place
            && place.Position < position)
        {
            // One transaction's worth after another.
        }

        var today = now.InZone(tenant.Zone).Date;
        while (await EmitSome(connection, tenant, today, cancellation) == ActsAtOnce)
        {
            // One transaction's worth after another.
        }

        return today;
    }

    private static async Task<(Tenant, long Position, Instant Now)> Now(
        NpgsqlConnection connection, string tenant, CancellationToken cancellation)
    {
        await using var command = Command(connection, NowSql, tenant);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (new(tenant, reader.GetString(0), DateTimeZoneProviders.Tzdb[reader.GetString(1)]), reader.GetInt64(2),
                reader.GetFieldValue<Instant>(3))
            : throw new UnknownTenantException(tenant);
    }

    private async Task<int> EmitSome(
        NpgsqlConnection connection, Tenant tenant, LocalDate today, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Numbers are given under the lock that keeps the notes of dated acts as they are.
        await using (var queue = Command(connection, LockSql, DatedAhead.Follower, tenant.Id))
            await queue.ExecuteNonQueryAsync(cancellation);
        var due = await Due(connection, tenant, today, cancellation);
        if (due.Count == 0)
            return 0;
        var streams = await Streams(connection, tenant, due.Select(d => d.Stream).Distinct(), cancellation);
        var entries = new List<FeedEntry>();
        foreach (var (day, position, stream) in due)
        {
            var start = StartOf(day, tenant.Zone);
            var known = streams[stream].TakeWhile(e => e.RecordedAt < start).ToList();
            if (Effects.On(day, known).FirstOrDefault(e => e.Position == position) is { } effect)
                entries.Add(new(day, effect, codec.AliasOf(effect.Act)));
        }

        await FeedWriter.Write(connection, tenant.Id, entries, due.ConvertAll(d => (d.Day, d.Position)), cancellation);
        await transaction.CommitAsync(cancellation);
        return due.Count;
    }

    private static async Task<List<(LocalDate Day, long Position, string Stream)>> Due(
        NpgsqlConnection connection, Tenant tenant, LocalDate today, CancellationToken cancellation)
    {
        await using var command = Command(connection, DueSql, tenant.Id, today, ActsAtOnce);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var due = new List<(LocalDate, long, string)>();
        while (await reader.ReadAsync(cancellation))
            due.Add((reader.GetFieldValue<LocalDate>(0), reader.GetInt64(1), reader.GetString(2)));
        return due;
    }

    private async Task<Dictionary<string, List<Recorded>>> Streams(
        NpgsqlConnection connection, Tenant tenant, IEnumerable<string> names, CancellationToken cancellation)
    {
        await using var command = Command(connection, EventsSql, tenant.Id, names.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var streams = new Dictionary<string, List<Recorded>>();
        while (await reader.ReadAsync(cancellation))
        {
            if (!streams.TryGetValue(reader.GetString(0), out var events))
                streams.Add(reader.GetString(0), events = []);
            events.Add(codec.Read(reader, 1));
        }

        return streams;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        return command;
    }
}
