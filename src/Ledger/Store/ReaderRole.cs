using Npgsql;

namespace Ledger.Store;

/// <summary>The group role of PostgreSQL whose members read the schema <c>ledger_read</c> and nothing else. Roles belong to
/// the whole server and are in no backup of a database, so this is not a migration but looked after by every <c>migrate</c>;
/// of which tenants a member sees rows stands in <c>ledger.tenant_access</c> (docs/sql.md).</summary>
public sealed class ReaderRole(LedgerDatabase database)
{
    public const string Name = "ledger_reader";

    /// <summary>Two that grant at the same time would hinder each other.</summary>
    private const long AdvisoryLock = 7_201_010;

    /// <summary>Makes the role where it is missing and the connection's user may, and gives it what <c>ledger_read</c> holds.
    /// May be repeated.</summary>
    /// <returns>Null, or what an administrator of PostgreSQL has to do.</returns>
    public async Task<string?> Grant(CancellationToken cancellation, string name = Name)
    {
        await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
        if (!await Make(connection, name, cancellation))
            return $"Dashboards cannot read yet: the role {name} does not exist and this user may not make it. Have an "
                + $"administrator of PostgreSQL run `create role {name} nologin`, then run `ledger migrate` again.";
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Run(connection, $"""
            select pg_advisory_xact_lock({AdvisoryLock});
            grant usage on schema ledger_read to "{name}";
            grant select on all tables in schema ledger_read to "{name}";
            grant execute on all functions in schema ledger_read to "{name}"
            """, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <returns>Whether the role is there now.</returns>
    private static async Task<bool> Make(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("select exists (select from pg_roles where rolname = $1)", connection)
        {
            Parameters = { new() { Value = name } },
        };
        if (await exists.ExecuteScalarAsync(cancellation) is true)
            return true;
        try
        {
            await Run(connection, $"create role \"{name}\" nologin", cancellation);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
        {
            // The migration of another database of this server made it at the same moment.
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
