using System.Security.Cryptography;
using Ledger.Access;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using Npgsql;

namespace Ledger.Benchmarks.Running;

/// <summary>What a run makes and takes away again: databases, child processes, a signing key in a folder of its own.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly NpgsqlDataSource maintenance;
    private readonly List<LedgerBase> bases = [];
    private readonly List<Child> children = [];
    private readonly SymmetricSecurityKey key;

    private Stage(string connectionString, Pace pace)
    {
        (ConnectionString, Pace) = (connectionString, pace);
        maintenance = NpgsqlDataSource.Create(connectionString);
        Folder = Directory.CreateTempSubdirectory("ledger-bench-").FullName;
        KeyFile = Path.Combine(Folder, "signing-key");
        var bytes = RandomNumberGenerator.GetBytes(32);
        File.WriteAllText(KeyFile, Convert.ToBase64String(bytes));
        key = new(bytes);
    }

    /// <summary>The maintenance database of the cluster.</summary>
    public string ConnectionString { get; }

    public Pace Pace { get; }

    public string Folder { get; }

    public string KeyFile { get; }

    public NpgsqlDataSource Maintenance => maintenance;

    public static async Task<Stage> Set(string connectionString, Pace pace, CancellationToken cancellation)
    {
        var stage = new Stage(connectionString, pace);
        try
        {
            await using var command = stage.maintenance.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellation);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>An empty database of the cluster, dropped at the end.</summary>
    public async Task<LedgerBase> NewBase(CancellationToken cancellation)
    {
        var name = $"ledger_bench_{Environment.ProcessId}_{bases.Count + 1}";
        await using var command = maintenance.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync(cancellation);
        var made = new LedgerBase(new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString);
        bases.Add(made);
        return made;
    }

    /// <summary>A database with the ledger's schema and empty tenants.</summary>
    public async Task<LedgerBase> NewLedger(CancellationToken cancellation, params string[] tenants)
    {
        var made = await NewBase(cancellation);
        await made.Migrate(tenants, cancellation);
        return made;
    }

    /// <summary>The real service over a database, in a process of its own.</summary>
    public Task<Child> StartService(LedgerBase database, CancellationToken cancellation) => Start("Ledger.Host.dll", [], new()
    {
        ["ConnectionStrings__Ledger"] = database.ConnectionString,
        ["Ledger__Auth__SigningKeyFile"] = KeyFile,
    }, cancellation);

    /// <summary>Answers from memory, in a process of its own.</summary>
    public Task<Child> StartPeer(string bodyFile, string tag, CancellationToken cancellation) => Start(
        "Ledger.Benchmarks.dll", [MemoryPeer.Argument, bodyFile, tag], new() { ["Ledger__Auth__SigningKeyFile"] = KeyFile },
        cancellation);

    public string Token(string tenant) => TokenKey.Sign(key, "admin-city", tenant,
        Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), Duration.FromHours(6));

    public async ValueTask DisposeAsync()
    {
        foreach (var child in children)
            await child.DisposeAsync();
        foreach (var made in bases)
            await made.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        foreach (var made in bases)
        {
            await using var command = maintenance.CreateCommand($"drop database if exists {made.Name} with (force)");
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }

        await maintenance.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<Child> Start(
        string program, string[] arguments, Dictionary<string, string> settings, CancellationToken cancellation)
    {
        var child = Child.Start(Path.Combine(AppContext.BaseDirectory, program), arguments, settings);
        children.Add(child);
        await child.Listening(cancellation);
        return child;
    }
}
