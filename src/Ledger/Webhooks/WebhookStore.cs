using System.Buffers.Text;
using System.Security.Cryptography;
using Ledger.Reminders;
using Ledger.Store;
using NodaTime;
using NpgsqlTypes;

namespace Ledger.Webhooks;

/// <summary>The webhooks of this database, as an operator sees to them.</summary>
public sealed class WebhookStore(LedgerDatabase database, ReminderReader reminders)
{
    private const int SecretBytes = 32;

    private const string AddSql = """
        insert into ledger.webhook (webhook_id, tenant_id, url, unit_id, subtree, days_before, secret, added_at)
        values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
        """;

    private const string Select = """
        select webhook_id, w.tenant_id, url, unit_id, subtree, days_before, reminded_on, failure, h.zone, clock_timestamp(),
            coalesce(failed_at > clock_timestamp() - interval '1 minute', false)
        from ledger.webhook w join ledger.head h on h.tenant_id = w.tenant_id order by w.tenant_id, webhook_id
        """;

    /// <returns>Its id and the secret that signs what is sent to it; or why it was refused.</returns>
    /// <exception cref="UnknownTenantException">The tenant is not one of this ledger.</exception>
    public async Task<(string Id, string Secret, string? Refused)> Add(
        string tenant, Uri url, ReminderScope scope, int daysBefore, CancellationToken cancellation)
    {
        if ((Webhook.Breaks(url) ?? await reminders.Unknown(tenant, scope, cancellation)) is { } refused)
            return ("", "", refused);
        var (id, secret) = ($"{Guid.CreateVersion7()}", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));
        await using var command = database.Writer.CreateCommand(AddSql);
        foreach (var value in new object[] { id, tenant, url.AbsoluteUri })
            command.Parameters.Add(new() { Value = value });
        command.Parameters.Add(new() { Value = (object?)scope.UnitId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        foreach (var value in new object[] { scope.Subtree, daysBefore, secret })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
        return (id, secret, null);
    }

    /// <summary>Removes it with its notes: what is on its way to it is not sent any more.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> Remove(string id, CancellationToken cancellation)
    {
        await using var command = database.Writer.CreateCommand("delete from ledger.webhook where webhook_id = $1");
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteNonQueryAsync(cancellation) > 0;
    }

    public async Task<IReadOnlyList<Webhook>> All(CancellationToken cancellation) =>
        [.. (await Read(cancellation)).Select(w => w.Webhook)];

    /// <summary>Those of tenants in which a day has begun since they were seen to; one that failed, after a minute.</summary>
    public async Task<IReadOnlyList<Webhook>> BeforeToday(CancellationToken cancellation) =>
        [.. (await Read(cancellation)).Where(w => !w.Pauses && (w.Webhook.RemindedOn is null || w.Webhook.RemindedOn < w.Today))
            .Select(w => w.Webhook)];

    private async Task<List<(Webhook Webhook, LocalDate Today, bool Pauses)>> Read(CancellationToken cancellation)
    {
        await using var command = database.Reader.CreateCommand(Select);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var all = new List<(Webhook, LocalDate, bool)>();
        while (await reader.ReadAsync(cancellation))
        {
            var scope = new ReminderScope(reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetBoolean(4), null);
            var webhook = new Webhook(
                reader.GetString(0), reader.GetString(1), new(reader.GetString(2)), scope, reader.GetInt32(5),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<LocalDate>(6), reader.IsDBNull(7) ? null : reader.GetString(7));
            // The date at an instant is right whatever the clocks do at midnight.
            var today = reader.GetFieldValue<Instant>(9).InZone(DateTimeZoneProviders.Tzdb[reader.GetString(8)]).Date;
            all.Add((webhook, today, reader.GetBoolean(10)));
        }

        return all;
    }
}
