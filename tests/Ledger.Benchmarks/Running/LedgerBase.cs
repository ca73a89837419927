using Ledger.Store;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Benchmarks.Running;

/// <summary>One database of a run, with the ledger's own services over it in this process.</summary>
internal sealed class LedgerBase(string connectionString) : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLedger(connectionString).BuildServiceProvider();

    public string ConnectionString => connectionString;

    public string Name => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task Migrate(IEnumerable<string> tenants, CancellationToken cancellation)
    {
        await Service<Migrator>().Migrate(cancellation);
        await AddTenants(tenants, cancellation);
    }

    public async Task AddTenants(IEnumerable<string> tenants, CancellationToken cancellation)
    {
        foreach (var tenant in tenants)
            if (await Service<Tenants>().Add(tenant, Tenants.DefaultZone, cancellation) is { } refused)
                throw new BenchmarkFailedException(refused);
    }

    /// <summary>Runs a statement beside the ledger, as its owner.</summary>
    public async Task Run(string sql, CancellationToken cancellation)
    {
        await using var command = Service<LedgerDatabase>().Writer.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>What PostgreSQL's processes for this database took of the processors so far; zero when they run elsewhere.</summary>
    public async Task<TimeSpan> ServerTime(CancellationToken cancellation)
    {
        await using var command = Service<LedgerDatabase>().Reader.CreateCommand(
            "select pid from pg_stat_activity where datname = current_database()");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var time = TimeSpan.Zero;
        while (await reader.ReadAsync(cancellation))
            time += Machine.ProcessorTime(reader.GetInt32(0));
        return time;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
