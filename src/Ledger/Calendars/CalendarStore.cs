using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ledger.Reminders;
using Ledger.Store;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Calendars;

/// <summary>A calendar of reminders that a secret in its address opens.</summary>
/// <param name="RevokedAt">Since when the secret opens nothing (UTC).</param>
public sealed record ReminderCalendar(string Id, string TenantId, ReminderScope Scope, Instant AddedAt, Instant? RevokedAt);

/// <summary>The calendars of this database. Of a secret it keeps the SHA-256 only: a secret of 256 random bits cannot be
/// guessed from it.</summary>
public sealed class CalendarStore(LedgerDatabase database, ReminderReader reminders)
{
    private const int SecretBytes = 32;

    private const string AddSql = """
        insert into ledger.calendar (calendar_id, tenant_id, subtree, secret_hash, unit_id, person_id, added_at)
        values ($1, $2, $3, $4, $5, $6, clock_timestamp())
        """;

    private const string Select =
        "select calendar_id, tenant_id, unit_id, subtree, person_id, added_at, revoked_at from ledger.calendar";

    private const string RevokeSql =
        "update ledger.calendar set revoked_at = coalesce(revoked_at, clock_timestamp()) where calendar_id = $1";

    /// <returns>Its id and secret; or why it was refused.</returns>
    /// <exception cref="UnknownTenantException">The tenant is not one of this ledger.</exception>
    public async Task<(string Id, string Secret, string? Refused)> Add(
        string tenant, ReminderScope scope, CancellationToken cancellation)
    {
        if (await reminders.Unknown(tenant, scope, cancellation) is { } refused)
            return ("", "", refused);
        var (id, secret) = ($"{Guid.CreateVersion7()}", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));
        await using var command = database.Writer.CreateCommand(AddSql);
        foreach (var value in new object[] { id, tenant, scope.Subtree, Hash(secret) })
            command.Parameters.Add(new() { Value = value });
        foreach (var value in new[] { scope.UnitId, scope.PersonId })
            command.Parameters.Add(new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellation);
        return (id, secret, null);
    }

    /// <summary>Has its secret open nothing any more.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> Revoke(string id, CancellationToken cancellation)
    {
        await using var command = database.Writer.CreateCommand(RevokeSql);
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    /// <summary>All, also those revoked.</summary>
    public Task<List<ReminderCalendar>> All(CancellationToken cancellation) =>
        Read($"{Select} order by tenant_id, calendar_id", cancellation);

    /// <summary>What a secret opens; null for one that is unknown or revoked.</summary>
    public async Task<ReminderCalendar?> Find(string secret, CancellationToken cancellation) =>
        (await Read($"{Select} where secret_hash = $1 and revoked_at is null", cancellation, Hash(secret))).SingleOrDefault();

    private async Task<List<ReminderCalendar>> Read(string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = database.Reader.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<ReminderCalendar>();
        while (await reader.ReadAsync(cancellation))
            found.Add(Row(reader));
        return found;
    }

    private static ReminderCalendar Row(NpgsqlDataReader r) => new(
        r.GetString(0), r.GetString(1),
        new(r.IsDBNull(2) ? null : r.GetString(2), r.GetBoolean(3), r.IsDBNull(4) ? null : r.GetString(4)),
        r.GetFieldValue<Instant>(5), r.IsDBNull(6) ? null : r.GetFieldValue<Instant>(6));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
