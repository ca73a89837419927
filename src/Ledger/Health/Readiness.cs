using Ledger.Commands;
using Ledger.Store;
using Npgsql;

namespace Ledger.Health;

/// <summary>Whether this node can do its work: the schema is this release's and the clock is right. All views are
/// written with the append, so none can be behind.</summary>
public sealed class Readiness(Migrator migrator, LedgerDatabase database)
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
            await using var command = database.Reader.CreateCommand(AheadSql);
            command.Parameters.Add(new() { Value = CommandDoor.ClockToleranceMax.TotalSeconds });
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var ahead = new List<ReadinessProblem>();
            while (await reader.ReadAsync(cancellation))
                ahead.Add(new("clock", $"The last act of tenant '{reader.GetString(0)}' is recorded after PostgreSQL's now."));
            return ahead;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return [new("database", e.Message)];
        }
    }
}

/// <param name="Part"><c>schema</c>, <c>clock</c> or <c>database</c>.</param>
public sealed record ReadinessProblem(string Part, string Detail);
