using Marten;
using NodaTime;
using Npgsql;

namespace Ledger.Store;

/// <summary>A top-level body with its units. Its zone is that of all its dates and is fixed once an event exists.</summary>
/// <param name="Suffix">Names the tenant's partitions of the log.</param>
public sealed record Tenant(string Id, string Suffix, DateTimeZone Zone);

/// <summary>The tenants of this database.</summary>
public sealed class Tenants(LedgerDatabase database, IDocumentStore store)
{
    public const string DefaultZone = "Asia/Shanghai";

    private const long AdvisoryLock = 7_201_002;

    /// <summary>Adds a tenant with its partitions, or changes the zone of one without events. May be repeated.</summary>
    /// <returns>Null, or why it was refused.</returns>
    public async Task<string?> Add(string id, string zone, CancellationToken cancellation)
    {
        if (Shapes.StringConverter.Id.Breaks(id) is { } rule)
            return $"The tenant's id {rule.En}.";
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            return $"'{zone}' is not a zone of the IANA time zone database.";
        await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Two tenants added at the same moment must not take the same number.
        await using var queue = new NpgsqlCommand($"select pg_advisory_xact_lock({AdvisoryLock})", connection);
        await queue.ExecuteNonQueryAsync(cancellation);
        await using var command = new NpgsqlCommand("""
            insert into ledger.head (tenant_id, zone, suffix)
            select $1, $2, 't_' || (count(*) + 1) from ledger.head
            on conflict (tenant_id) do update set zone = excluded.zone
                where ledger.head.position = 0 or ledger.head.zone = excluded.zone
            returning suffix
            """, connection) { Parameters = { new() { Value = id }, new() { Value = zone } } };
        if (await command.ExecuteScalarAsync(cancellation) is not string suffix)
            return $"Tenant '{id}' has events already; its zone stays as it is.";
        await transaction.CommitAsync(cancellation);
        await store.Advanced.AddMartenManagedTenantsAsync(cancellation, new Dictionary<string, string> { [id] = suffix });
        return null;
    }

    public async Task<IReadOnlyList<Tenant>> All(CancellationToken cancellation)
    {
        await using var command = database.Reader.CreateCommand("select tenant_id, suffix, zone from ledger.head order by 1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var all = new List<Tenant>();
        while (await reader.ReadAsync(cancellation))
            all.Add(new(reader.GetString(0), reader.GetString(1), DateTimeZoneProviders.Tzdb[reader.GetString(2)]));
        return all;
    }
}
