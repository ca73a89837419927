using System.Text.Json;
using Ledger.Messages;
using Ledger.Reads;
using Ledger.Reminders;
using Ledger.Shapes;
using Ledger.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Webhooks;

/// <summary>
/// Sees to every webhook when a day has begun in its tenant's zone: notes what comes within its days before, each thing and
/// due date once, with a message that sends it. The day up to which it was done is committed with them, so it does not matter
/// which node does it, how often it is begun, or for how long no node ran
/// (docs/decisions/0018-remind-by-the-day-last-seen-to.md).
/// </summary>
public sealed partial class Mornings(
    LedgerDatabase database, WebhookStore webhooks, ReminderReader reminders, Outbox outbox, ILogger<Mornings> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private const int ReasonLengthMax = 500;

    private const string LockSql = """
        select from ledger.webhook where webhook_id = $1 and reminded_on is not distinct from $2 for update skip locked
        """;

    private const string NoteSql = """
        insert into ledger.reminder_sent (webhook_id, number, reminder_id, due_on, data, noted_at)
        select $1, coalesce((select max(number) from ledger.reminder_sent where webhook_id = $1), 0)
                + row_number() over (order by r.due_on, r.reminder_id),
            r.reminder_id, r.due_on, r.data, clock_timestamp()
        from unnest($2::text[], $3::date[], $4::json[]) r (reminder_id, due_on, data)
        where not exists (select from ledger.reminder_sent s
            where s.webhook_id = $1 and s.reminder_id = r.reminder_id and s.due_on = r.due_on)
        returning number
        """;

    private const string DoneSql =
        "update ledger.webhook set reminded_on = $2, failed_at = null, failure = null where webhook_id = $1";

    private const string FailedSql =
        "update ledger.webhook set failed_at = clock_timestamp(), failure = $2 where webhook_id = $1";

    /// <summary>Sees to all webhooks for which a day has begun.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        foreach (var webhook in await webhooks.BeforeToday(cancellation))
        {
            try
            {
                await Remind(webhook, cancellation);
            }
            catch (Exception e) when (!cancellation.IsCancellationRequested && !LedgerDatabase.IsLost(e))
            {
                await NoteFailure(webhook, e, cancellation);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogPutOff(logger, e);
            }

            await Task.Delay(LookEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A task that fell due since the last day seen to is reminded of as well, late; a rule's time that has run out
    /// is a breach, which its checks tell of.</summary>
    private async Task Remind(Webhook webhook, CancellationToken cancellation)
    {
        var due = await reminders.Now(webhook.TenantId, webhook.Scope,
            today => new(LocalDate.Min(webhook.RemindedOn ?? today, today), today.PlusDays(webhook.DaysBefore)), cancellation);
        await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Nothing when another node sees to it, has done so, or it was removed.
        if (await Locked(connection, webhook, cancellation))
        {
            foreach (var number in await Note(connection, webhook, due, cancellation))
                await outbox.Send(transaction, new ReminderDue(webhook.Id, number));
            await Run(connection, DoneSql, cancellation, webhook.Id, due.Asked.AsOf);
            await transaction.CommitAsync(cancellation);
        }
    }

    private static async Task<bool> Locked(NpgsqlConnection connection, Webhook webhook, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LockSql, connection)
        {
            Parameters =
            {
                new() { Value = webhook.Id },
                new() { Value = (object?)webhook.RemindedOn ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation);
    }

    private static async Task<List<long>> Note(
        NpgsqlConnection connection, Webhook webhook, DueNow due, CancellationToken cancellation)
    {
        static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> values) =>
            new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };

        await using var command = new NpgsqlCommand(NoteSql, connection)
        {
            Parameters =
            {
                new() { Value = webhook.Id },
                Array(NpgsqlDbType.Text, due.Reminders.Select(r => r.Id)),
                Array(NpgsqlDbType.Date, due.Reminders.Select(r => r.DueOn)),
                Array(NpgsqlDbType.Json, due.Reminders.Select(r => Content(r, due.Asked))),
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var numbers = new List<long>();
        while (await reader.ReadAsync(cancellation))
            numbers.Add(reader.GetInt64(0));
        return numbers;
    }

    private static string Content(Reminder r, Question asked) => JsonSerializer.Serialize(new ReminderContent(
        r.DueOn, r.DueOn < asked.AsOf, r.Kind, r.UnitId, r.PersonId, r.Subject, r.RuleCode, r.ObligationId, r.Period, asked.AsOf,
        asked.Position), LedgerJson.Options);

    private async Task NoteFailure(Webhook webhook, Exception cause, CancellationToken cancellation)
    {
        LogFailed(logger, cause, webhook.Id, webhook.TenantId);
        var reason = $"{cause.GetType().Name}: {cause.Message}";
        await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
        await Run(connection, FailedSql, cancellation, webhook.Id,
            reason.Length > ReasonLengthMax ? reason[..ReasonLengthMax] : reason);
    }

    private static async Task Run(
        NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhook {Webhook} of tenant {Tenant} could not be seen to; tried again in a minute")]
    private static partial void LogFailed(ILogger logger, Exception cause, string webhook, string tenant);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reminders wait")]
    private static partial void LogPutOff(ILogger logger, Exception cause);
}
