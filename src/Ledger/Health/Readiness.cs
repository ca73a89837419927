using Ledger.Commands;
using Ledger.Following;
using Ledger.Messages;
using Ledger.Store;
using Ledger.Webhooks;
using Npgsql;

namespace Ledger.Health;

/// <summary>Whether this node can do its work: the schema is this release's, the clock is right, and no follower is stopped
/// or too far behind. All views are written with the append, so none of them can be.</summary>
public sealed class Readiness(Migrator migrator, LedgerDatabase database, FollowerHealth followers, DeadLetters dead,
    WebhookStore webhooks)
{
    private const string AheadSql =
        "select tenant_id from ledger.head where recorded_at > clock_timestamp() + make_interval(secs => $1) order by 1";

    /// <summary>What is wrong; empty when ready.</summary>
    public async Task<IReadOnlyList<ReadinessProblem>> Problems(CancellationToken cancellation)
    {
        try
        {
            var schema = await migrator.Problems(cancellation);
            if (schema.Count > 0)
                return [.. schema.Select(s => new ReadinessProblem("schema", s))];
            return [.. await Ahead(cancellation), .. await followers.Problems(cancellation)];
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return [new("database", e.Message)];
        }
    }

    /// <summary>What somebody should look at although the node is ready.</summary>
    public async Task<IReadOnlyList<ReadinessProblem>> Warnings(CancellationToken cancellation)
    {
        try
        {
            var warnings = (await webhooks.All(cancellation)).Where(w => w.Failure is not null).Select(w => new ReadinessProblem(
                "reminders", $"Webhook {w.Id} of tenant '{w.TenantId}' is not seen to. See `ledger webhook list`.")).ToList();
            if (await dead.Count(cancellation) is > 0 and var count)
                warnings.Add(new("messages", $"Messages that failed and wait for a replay: {count}. See `ledger messages dead`."));
            return warnings;
        }
        catch (Exception e) when (LedgerDatabase.IsLost(e))
        {
            return [new("database", e.Message)];
        }
    }

    private async Task<List<ReadinessProblem>> Ahead(CancellationToken cancellation)
    {
        await using var command = database.Reader.CreateCommand(AheadSql);
        command.Parameters.Add(new() { Value = CommandDoor.ClockToleranceMax.TotalSeconds });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ahead = new List<ReadinessProblem>();
        while (await reader.ReadAsync(cancellation))
            ahead.Add(new("clock", $"The last act of tenant '{reader.GetString(0)}' is recorded after PostgreSQL's now."));
        return ahead;
    }
}

/// <param name="Part"><c>schema</c>, <c>clock</c>, <c>follower</c>, <c>messages</c>, <c>reminders</c> or <c>database</c>.</param>
public sealed record ReadinessProblem(string Part, string Detail);
