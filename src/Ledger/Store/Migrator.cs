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

    private static readonly IReadOnlyList<Migration> All = [.. Embedded()];

    /// <summary>Applies what is missing.</summary>
    /// <returns>The migrations that were applied, with the views whose tables they made anew.</returns>
    public async Task<IReadOnlyList<AppliedMigration>> Migrate(CancellationToken cancellation)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
        // Another node may be migrating: this one waits for it, however long.
        await Run(connection, $"set lock_timeout = 0; select pg_advisory_lock({AdvisoryLock})", cancellation);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await messages.Admin.MigrateAsync(AutoCreate.CreateOrUpdate);
        await Run(connection, """
            create table if not exists ledger.migration (
                name text primary key, sha256 text not null, applied_at timestamptz not null default clock_timestamp())
            """, cancellation);
        var applied = await Applied(connection, cancellation);
        var done = new List<AppliedMigration>();
        foreach (var migration in All.Where(m => !applied.ContainsKey(m.Name)))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await Run(connection, migration.Sql, cancellation);
            await using var note = new NpgsqlCommand("insert into ledger.migration (name, sha256) values ($1, $2)", connection)
            {
                Parameters = { new() { Value = migration.Name }, new() { Value = migration.Sha256 } },
            };
            await note.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            done.Add(new(migration.Name, migration.Rebuilds));
        }

        await Run(connection, $"reset lock_timeout; select pg_advisory_unlock({AdvisoryLock})", cancellation);
        return done;
    }

    /// <summary>What keeps this release from working with the schema as it is; empty when all is right.</summary>
    public async Task<IReadOnlyList<string>> Problems(CancellationToken cancellation)
    {
        await using var connection = await database.Reader.OpenConnectionAsync(cancellation);
        await using var exists = new NpgsqlCommand("select to_regclass('ledger.migration') is not null", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is false)
            return ["The schema 'ledger' does not exist: run `ledger migrate`."];
        var applied = await Applied(connection, cancellation);
        return [
            .. All.Where(m => !applied.ContainsKey(m.Name)).Select(m => $"Migration {m.Name} is missing: run `ledger migrate`."),
            .. All.Where(m => applied.TryGetValue(m.Name, out var hash) && hash != m.Sha256)
                .Select(m => $"Migration {m.Name} was applied with other content than this release's."),
            .. applied.Keys.Except(All.Select(m => m.Name)).Select(n => $"Migration {n} belongs to a later release."),
        ];
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

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
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
        public IReadOnlyList<string> Rebuilds { get; } = [.. Sql.Split('\n')
            .Where(l => l.StartsWith(RebuildLine, StringComparison.Ordinal)).Select(l => l[RebuildLine.Length..].Trim())];

        private const string RebuildLine = "-- rebuild:";
    }
}

/// <param name="Rebuilds">Views that have to be rebuilt before they are whole.</param>
public sealed record AppliedMigration(string Name, IReadOnlyList<string> Rebuilds);
