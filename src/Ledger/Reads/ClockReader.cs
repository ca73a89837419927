using Ledger.Commands;
using Ledger.Store;
using NodaTime;
using NpgsqlTypes;

namespace Ledger.Reads;

/// <summary>Resolves <c>knownAt</c> to a position: an instant stands for the last act recorded at or before it, a
/// position inside an act's events for that act's last, and one without an act for the last act before it.</summary>
public sealed class ClockReader
{
    private const string Sql = """
        select h.zone, h.position, clock_timestamp(), k.last_position, k.recorded_at, h.rebuilds
        from ledger.head h left join lateral ({known}) k on true
        where h.tenant_id = $1
        """;

    private const string Now = "select h.position as last_position, h.recorded_at where h.position > 0";

    private const string AtInstant = """
        select last_position, recorded_at from ledger.command_log c
        where c.tenant_id = h.tenant_id and c.recorded_at <= $2 order by recorded_at desc, last_position desc limit 1
        """;

    private const string AtPosition = """
        select last_position, recorded_at from ledger.command_log c
        where c.tenant_id = h.tenant_id and c.first_position <= $2 order by first_position desc limit 1
        """;

    private readonly LedgerDatabase database;
    private readonly SharedLookup<(string Tenant, KnownTime? KnownAt), Found> lookups;

    public ClockReader(LedgerDatabase database)
    {
        this.database = database;
        lookups = new(asked => Find(asked.Tenant, asked.KnownAt));
    }

    /// <summary>Both clocks of a question; a refusal for a position that is not reached yet.</summary>
    /// <exception cref="UnknownTenantException">The tenant is not one of this ledger.</exception>
    public async Task<(Resolved? Clocks, Refusal? Refusal)> Resolve(
        string tenant, KnownTime? knownAt, LocalDate? asOf, CancellationToken cancellation)
    {
        var found = await lookups.Ask((tenant, knownAt)).WaitAsync(cancellation);
        if (knownAt?.Position > found.Head)
            return (null, new("position-not-reached", "knownAt", new { asked = knownAt.Position, last = found.Head }));
        var day = knownAt switch
        {
            null => found.Now,
            { Instant: { } instant } => instant,
            _ => found.RecordedAt ?? found.Now,
        };
        return (new(found.Zone, asOf ?? day.InZone(found.Zone).Date, found.Position, found.RecordedAt, found.Rebuilds), null);
    }

    private async Task<Found> Find(string tenant, KnownTime? knownAt)
    {
        await using var command = database.Reader.CreateCommand(Sql.Replace(
            "{known}", knownAt switch { null => Now, { Position: null } => AtInstant, _ => AtPosition }, StringComparison.Ordinal));
        command.Parameters.Add(new() { Value = tenant });
        if (knownAt?.Instant is { } at)
            command.Parameters.Add(new() { Value = at, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        if (knownAt?.Position is { } number)
            command.Parameters.Add(new() { Value = number });

        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            throw new UnknownTenantException(tenant);
        return new(
            DateTimeZoneProviders.Tzdb[reader.GetString(0)], reader.GetInt64(1), reader.GetFieldValue<Instant>(2),
            reader.IsDBNull(3) ? 0 : reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetFieldValue<Instant>(4),
            reader.GetInt32(5));
    }

    /// <param name="Head">The tenant's last position.</param>
    /// <param name="Now">PostgreSQL's clock.</param>
    /// <param name="Position">The position asked for, resolved.</param>
    private sealed record Found(
        DateTimeZone Zone, long Head, Instant Now, long Position, Instant? RecordedAt, int Rebuilds);
}

/// <summary>Both clocks of a question, resolved.</summary>
/// <param name="Rebuilds">How often a rebuild has put the tenant's rows right.</param>
public sealed record Resolved(DateTimeZone Zone, LocalDate AsOf, long Position, Instant? KnownAt, int Rebuilds);
