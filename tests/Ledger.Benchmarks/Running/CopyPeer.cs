using System.Diagnostics;
using Npgsql;

namespace Ledger.Benchmarks.Running;

/// <summary>What an import could cost at best: the rows that it left, brought by <c>COPY</c> into the same tables, with
/// their keys, indexes and constraints, of another database.</summary>
internal sealed class CopyPeer(Stage stage, string tenant)
{
    /// <summary>Of the plain tables and the parents of partitions: those whose rows belong to a tenant, but for the head.</summary>
    private const string TablesSql = """
        select c.relname, (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'ledger' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'head'
            and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
        order by c.relname
        """;

    /// <summary>Takes the tenant's rows out of one database and brings them into another.</summary>
    public async Task<Copied> Run(LedgerBase from, LedgerBase to, CancellationToken cancellation)
    {
        await using var source = await Open(from, cancellation);
        await using var target = await Open(to, cancellation);
        var tables = new List<Part>();
        foreach (var (name, columns) in await Tables(source, cancellation))
        {
            var file = Path.Combine(stage.Folder, $"{name}.copy");
            await using (var rows = await source.BeginRawBinaryCopyAsync(
                $"copy (select {columns} from ledger.{name} where tenant_id = '{tenant}') to stdout (format binary)", cancellation))
            await using (var kept = File.Create(file))
                await rows.CopyToAsync(kept, cancellation);
            await using var count = new NpgsqlCommand($"select count(*) from ledger.{name} where tenant_id = '{tenant}'", source) { CommandTimeout = 0 };
            if ((long)(await count.ExecuteScalarAsync(cancellation))! is > 0 and var n)
                tables.Add(new(name, columns, file, n));
        }

        var times = new Dictionary<string, TimeSpan>();
        foreach (var (name, columns, file, _) in tables)
        {
            var since = Stopwatch.GetTimestamp();
            await using (var kept = File.OpenRead(file))
            await using (var rows = await target.BeginRawBinaryCopyAsync(
                $"copy ledger.{name} ({columns}) from stdin (format binary)", cancellation))
                await kept.CopyToAsync(rows, cancellation);
            times.Add(name, Stopwatch.GetElapsedTime(since));
            File.Delete(file);
        }

        return new([.. tables.Select(t => (t.Name, t.Rows, times[t.Name]))], Machine.ProcessorTime(target.ProcessID));
    }

    private static async Task<List<(string Name, string Columns)>> Tables(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(TablesSql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var tables = new List<(string, string)>();
        while (await reader.ReadAsync(cancellation))
            tables.Add((reader.GetString(0), reader.GetString(1)));
        return tables;
    }

    private static async Task<NpgsqlConnection> Open(LedgerBase database, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private sealed record Part(string Name, string Columns, string File, long Rows);
}

/// <summary>Per table its rows and the time that they took.</summary>
/// <param name="ServerTime">What PostgreSQL took of the processors for them.</param>
internal sealed record Copied(IReadOnlyList<(string Table, long Rows, TimeSpan Time)> Tables, TimeSpan ServerTime)
{
    public long Rows => Tables.Sum(t => t.Rows);

    public TimeSpan Time => TimeSpan.FromTicks(Tables.Sum(t => t.Time.Ticks));
}
