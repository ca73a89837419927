using Ledger.Log;
using Ledger.Store;
using Npgsql;

namespace Ledger.Views;

/// <summary>
/// Builds views anew from the log, one tenant at a time, in one transaction under the tenant's head: readers see the old
/// rows until all new ones are there, and commands wait or answer 503. A view is a function of single streams, so the
/// log is read stream by stream and memory does not grow with it.
/// </summary>
public sealed class Rebuilder(
    LedgerDatabase database, StreamCatalogue streams, ViewCatalogue views, EventCodec codec, Tenants tenants)
{
    /// <summary>Rows gathered before they are written.</summary>
    private const int RowsAtOnce = 5_000;

    private const string LogSql = """
        select stream_id, seq_id, version, timestamp, type, data from ledger.mt_events
        where tenant_id = $1 and seq_id <= $2 and type <> 'tombstone' order by stream_id, version
        """;

    /// <summary>Rebuilds the named view, or all, for one tenant, or all.</summary>
    /// <returns>Per tenant the number of events read.</returns>
    public async Task<IReadOnlyDictionary<string, long>> Rebuild(string? view, string? tenant, CancellationToken cancellation)
    {
        var chosen = views.Views.Where(v => view is null || v.Name == view).ToList();
        if (chosen.Count == 0)
            throw new ArgumentException($"There is no view '{view}'; there are: {string.Join(", ", views.Names)}.", nameof(view));
        var done = new Dictionary<string, long>();
        foreach (var one in (await tenants.All(cancellation)).Where(t => tenant is null || t.Id == tenant))
            done.Add(one.Id, await Rebuild(one, chosen, cancellation));
        return done.Count > 0 ? done : throw new UnknownTenantException(tenant ?? "");
    }

    private async Task<long> Rebuild(Tenant tenant, List<IView> chosen, CancellationToken cancellation)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // The rows of a large tenant take longer than a command may be silent.
        await Run(connection, "set local idle_in_transaction_session_timeout = 0", cancellation);
        await using var head = new NpgsqlCommand("select position from ledger.head where tenant_id = $1 for update", connection)
        {
            Parameters = { new() { Value = tenant.Id } },
        };
        var position = (long)(await head.ExecuteScalarAsync(cancellation))!;
        foreach (var table in chosen.Select(v => v.Table).Distinct())
            await Run(connection, $"delete from ledger.{table.Name} where tenant_id = $1", cancellation, tenant.Id);

        var read = await Project(connection, tenant, position, chosen, cancellation);
        await transaction.CommitAsync(cancellation);
        return read;
    }

    private async Task<long> Project(
        NpgsqlConnection connection, Tenant tenant, long position, List<IView> chosen, CancellationToken cancellation)
    {
        await using var source = await database.Reader.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(LogSql, source)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = tenant.Id }, new() { Value = position } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var changes = new Changes();
        var (stream, read, state) = ("", 0L, new object());
        while (await reader.ReadAsync(cancellation))
        {
            var next = reader.GetString(0);
            var fold = streams.Of(next);
            if (next != stream)
                (stream, state) = (next, fold.Empty);
            var recorded = codec.Read(reader, 1);
            var before = state;
            state = fold.Apply(before, recorded);
            var step = new Step(recorded, reader.GetString(4), before, state, tenant.Zone);
            foreach (var view in chosen)
                view.Project(step, changes);
            read++;
            if (changes.Count >= RowsAtOnce)
                changes = await Write(connection, tenant.Id, changes, cancellation);
        }

        await Write(connection, tenant.Id, changes, cancellation);
        return read;
    }

    private static async Task<Changes> Write(
        NpgsqlConnection connection, string tenant, Changes changes, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var statement in changes.Statements(tenant))
            batch.BatchCommands.Add(statement);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellation);
        return new();
    }

    private static async Task Run(
        NpgsqlConnection connection, string sql, CancellationToken cancellation, params string[] parameters)
    {
        // A large tenant takes as long as it takes.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
