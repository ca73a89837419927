using System.Data;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using JasperFx;
using Marten;
using Npgsql;
using Wolverine.Persistence.Durability;

namespace Ledger.Store;

/// <summary>Brings the schema up to this release: Marten's tables by Marten, Wolverine's by Wolverine, all others by
/// numbered SQL files, each run once, in order, in a transaction of its own, and remembered with its hash.</summary>
public sealed class Migrator(LedgerDatabase database, IDocumentStore store, IMessageStore messages)
{
    /// <summary>One migration at a time, whichever node starts it.</summary>
    private const long AdvisoryLock = 7_201_001;

    /// <summary>Without a tenant there are no rows to be made.</summary>
    private const string NoteSql = """
        insert into ledger.migration (name, sha256, to_rebuild)
        values ($1, $2, case when exists (select from ledger.head) then $3::text[] else '{}' end)
        """;

    private const string RebuiltSql =
        "update ledger.migration set to_rebuild = array_remove(to_rebuild, $1) where $1 = any(to_rebuild)";

    private const string ToRebuildSql =
        "select v from ledger.migration cross join unnest(to_rebuild) v group by v order by min(name), v";

    private static readonly IReadOnlyList<Migration> All = [.. Embedded()];

    /// <summary>Applies what is missing, and notes which views have to be rebuilt after it.</summary>
    /// <returns>The names of the migrations that were applied.</returns>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancellation)
    {
        var done = new List<string>();
        await Alone(async connection =>
        {
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
            await messages.Admin.MigrateAsync(AutoCreate.CreateOrUpdate);
            await Run(connection, """
                create table if not exists ledger.migration (
                    name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp());
                alter table ledger.migration add column if not exists to_rebuild text[] not null default '{}'
                """, cancellation);
            var applied = await Applied(connection, cancellation);
            foreach (var migration in All.Where(m => !applied.ContainsKey(m.Name)))
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellation);
                await Run(connection, migration.Sql, cancellation);
                await Run(connection, NoteSql, cancellation, migration.Name, migration.Sha256, migration.Rebuilds);
                await transaction.CommitAsync(cancellation);
                done.Add(migration.Name);
            }
        }, cancellation);
        return done;
    }

    /// <summary>Has the views rebuilt that were noted, those too whose rebuild was broken off before.</summary>
    /// <param name="rebuild">Rebuilds the named view for all tenants.</param>
    public Task Rebuild(Func<string, Task> rebuild, CancellationToken cancellation) => Alone(async connection =>
    {
        foreach (var view in await ToRebuild(connection, cancellation))
        {
            await rebuild(view);
            await Run(connection, RebuiltSql, cancellation, view);
        }
    }, cancellation);

    /// <summary>What keeps this release from working with the schema as it is; empty when all is right.</summary>
    public async Task<IReadOnlyList<string>> Problems(CancellationToken cancellation)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellation);
        await using var exists = new NpgsqlCommand("select to_regclass('ledger.migration') is not null", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is false)
            return ["The schema 'ledger' does not exist: run `ledger migrate`."];
        var applied = await Applied(connection, cancellation);
        IReadOnlyList<string> problems = [
            .. All.Where(m => !applied.ContainsKey(m.Name)).Select(m => $"Migration {m.Name} is missing: run `ledger migrate`."),
            .. All.Where(m => applied.TryGetValue(m.Name, out var hash) && hash != m.Sha256)
                .Select(m => $"Migration {m.Name} was applied with other content than this release's."),
            .. applied.Keys.Except(All.Select(m => m.Name)).Select(n => $"Migration {n} belongs to a later release."),
        ];
        return problems.Count > 0 ? problems : [.. (await ToRebuild(connection, cancellation))
            .Select(v => $"The view {v} is not rebuilt since its migration: run `ledger migrate`.")];
    }

    /// <summary>Another node may be migrating: this one waits for it, however long.</summary>
    private async Task Alone(Func<NpgsqlConnection, Task> work, CancellationToken cancellation)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
        await Run(connection, $"set lock_timeout = 0; select pg_advisory_lock({AdvisoryLock})", cancellation);
        try
        {
            await work(connection);
        }
        finally
        {
            if (connection.State is ConnectionState.Open)
                await Run(connection, $"reset lock_timeout; select pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<string>> ToRebuild(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(ToRebuildSql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var views = new List<string>();
        while (await reader.ReadAsync(cancellation))
            views.Add(reader.GetString(0));
        return views;
    }

    private static async Task<Dictionary<string, string>> Applied(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select name, sha256 from ledger.migration", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellation))
            applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    private static async Task Run(
        NpgsqlConnection connection, string sql, CancellationToken cancellation, params IReadOnlyList<object> values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static IEnumerable<Migration> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        const string prefix = "Ledger.Store.Migrations.";
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var sql = reader.ReadToEnd();
            yield return new(name[prefix.Length..^".sql".Length], sql,
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
        }
    }

    private sealed record Migration(string Name, string Sql, string Sha256)
    {
        /// <summary>A line <c>-- rebuild: VIEW</c> says that the view's rows must be made from the events.</summary>
        public string[] Rebuilds { get; } = [.. Sql.Split('\n')
            .Where(l => l.StartsWith(RebuildLine, StringComparison.Ordinal)).Select(l => l[RebuildLine.Length..].Trim())];

        private const string RebuildLine = "-- rebuild:";
    }
}
