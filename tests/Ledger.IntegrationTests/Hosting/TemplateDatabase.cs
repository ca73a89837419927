using System.Security.Cryptography;
using Ledger.Access;
using Ledger.IntegrationTests.Hosting;
using Ledger.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

[assembly: AssemblyFixture(typeof(TemplateDatabase))]

namespace Ledger.IntegrationTests.Hosting;

/// <summary>Once a run: a migrated database with two tenants, of which every test class takes a copy, and a key that
/// signs their tokens. The tenants lie in different zones, so that nothing can take one zone for all.</summary>
public sealed class TemplateDatabase : IAsyncLifetime
{
    public const string ZoneOfT1 = "Asia/Shanghai";

    public const string ZoneOfT2 = "America/New_York";

    private const string Variable = "ConnectionStrings__Ledger";

    private readonly string maintenance = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set
        ? set
        : throw new InvalidOperationException(
            $"Set {Variable} to a PostgreSQL whose role may create databases, or run ./ops/test, which does.");

    private readonly string run = $"ledger_test_{Guid.CreateVersion7():N}";
    private readonly SemaphoreSlim oneCopyAtATime = new(1);
    private int copies;

    public string KeyFile { get; } = Path.GetTempFileName();

    public SymmetricSecurityKey Key => TokenKey.Read(KeyFile);

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(KeyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await Run($"create database {run}");
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddLedger(ConnectionTo(run));
        using (var host = builder.Build())
        {
            await host.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
            var tenants = host.Services.GetRequiredService<Tenants>();
            (await tenants.Add("t1", ZoneOfT1, CancellationToken.None)).ShouldBeNull();
            (await tenants.Add("t2", ZoneOfT2, CancellationToken.None)).ShouldBeNull();
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A database of one's own.</summary>
    /// <returns>The connection string.</returns>
    public async Task<string> Copy()
    {
        await oneCopyAtATime.WaitAsync();
        try
        {
            var name = $"{run}_{++copies}";
            await Run($"create database {name} template {run}");
            return ConnectionTo(name);
        }
        finally
        {
            oneCopyAtATime.Release();
        }
    }

    public Task Drop(string connectionString) =>
        Run($"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    public async ValueTask DisposeAsync()
    {
        await Run($"drop database if exists {run} with (force)");
        File.Delete(KeyFile);
        oneCopyAtATime.Dispose();
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(maintenance) { Database = database }.ConnectionString;

    /// <summary>Runs a statement in the maintenance database.</summary>
    public async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(maintenance) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
