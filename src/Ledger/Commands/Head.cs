using Ledger.Store;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Commands;

/// <summary>A tenant's head: its last position and instant. Whoever holds its lock is the tenant's only writer.</summary>
/// <param name="RecordedAt">Null before the first event.</param>
/// <param name="Importing">How far the import is that the tenant belongs to, if any: the hash of its lines so far.</param>
internal sealed record Head(Tenant Tenant, long Position, Instant? RecordedAt, string? Importing)
{
    /// <summary>The channel of PostgreSQL's NOTIFY on which acts are announced; the payload is the tenant.</summary>
    public const string Channel = "ledger_acts";

    public static NpgsqlBatchCommand Lock(string tenant) =>
        // The clock is read from the row that was granted: after the wait, not before it.
        new("""
            with granted as materialized (
                select tenant_id, suffix, zone, position, recorded_at, importing from ledger.head where tenant_id = $1 for update)
            select *, clock_timestamp() from granted
            """)
        {
            Parameters = { new() { Value = tenant } },
        };

    /// <returns>The head and PostgreSQL's clock once it was granted; null for an unknown tenant.</returns>
    public static async Task<(Head Head, Instant Now)?> Read(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        if (!await reader.ReadAsync(cancellation))
            return null;
        var head = new Head(
            new(reader.GetString(0), reader.GetString(1), DateTimeZoneProviders.Tzdb[reader.GetString(2)]),
            reader.GetInt64(3),
            reader.IsDBNull(4) ? null : reader.GetFieldValue<Instant>(4),
            reader.IsDBNull(5) ? null : reader.GetString(5));
        return (head, reader.GetFieldValue<Instant>(6));
    }

    /// <summary>Moves the head to the batch's end.</summary>
    public static NpgsqlBatchCommand Move(string tenant, long position, Instant? recordedAt, string? importing) =>
        new("update ledger.head set position = $2, recorded_at = $3, importing = $4 where tenant_id = $1")
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = position },
                new() { Value = recordedAt is { } at ? at : DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new() { Value = (object?)importing ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            },
        };

    /// <summary>Tells all nodes that the tenant has a new act. Sent behind the commit, in the same trip: within the
    /// transaction PostgreSQL would let no other transaction that announces commit at the same time.</summary>
    public static NpgsqlBatchCommand Announce(string tenant) =>
        new($"select pg_notify('{Channel}', $1)") { Parameters = { new() { Value = tenant } } };

    public static NpgsqlBatchCommand EndImport(string tenant) =>
        new("update ledger.head set importing = null where tenant_id = $1") { Parameters = { new() { Value = tenant } } };

    /// <summary>Why the tenant takes no command now; null when it does.</summary>
    public string? RefusesBecause(Instant now, BatchRule rule) => (Importing, rule.Import?.Before) switch
    {
        _ when RecordedAt > now + CommandDoor.ClockToleranceMax => "clock-behind-ledger",
        (null, not null) => "import-ended-elsewhere",
        var (actual, expected) => actual == expected ? null : "tenant-importing",
    };
}
