using Ledger.Store;
using Npgsql;

namespace Ledger.Following;

/// <summary>
/// The session of the one node that follows the log. It holds an advisory lock that PostgreSQL itself gives back when the
/// session ends, and all following is done on this very session: who lost the lock has also lost the means to write.
/// </summary>
internal sealed class Leadership : IAsyncDisposable
{
    private const long AdvisoryLock = 7_201_003;

    private Leadership(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    /// <returns>Null while another node leads.</returns>
    public static async Task<Leadership?> Take(LedgerDatabase database, CancellationToken cancellation)
    {
        var connection = await database.Follower.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({AdvisoryLock})", connection);
            if (await command.ExecuteScalarAsync(cancellation) is true)
                return new(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Ends the session, and the lock with it: its connections are not pooled.</summary>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
