using Ledger.Access;
using Ledger.Store;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Npgsql;

namespace Ledger.IntegrationTests.Hosting;

/// <summary>The real service of one test class: the host's own Program on Kestrel, on a free port, over a database of
/// its own with the empty tenants t1 and t2.</summary>
public class LedgerService(TemplateDatabase template) : IAsyncLifetime
{
    private readonly List<Node> nodes = [];
    private int tenants;
    private NpgsqlDataSource? sql;

    public string ConnectionString { get; private set; } = "";

    /// <summary>Over the service's own database, beside the service.</summary>
    public NpgsqlDataSource Sql => sql!;

    public TemplateDatabase Template => template;

    /// <summary>Settings of this service's nodes beside the usual ones.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    public Uri Address => nodes[0].Http.BaseAddress!;

    public virtual async ValueTask InitializeAsync()
    {
        ConnectionString = await template.Copy();
        sql = new NpgsqlDataSourceBuilder(ConnectionString).UseNodaTime().Build();
        await Prepare();
        StartNode();
    }

    /// <summary>What is done to the database before the first node starts.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    /// <summary>Starts one more process' worth of the service over the same database.</summary>
    /// <param name="searchPath">The schemas in which its sessions look for what has no schema before it.</param>
    /// <returns>Callers of that node.</returns>
    public Func<string, string, Client> StartNode(string? searchPath = null)
    {
        var node = new Node(
            new NpgsqlConnectionStringBuilder(ConnectionString) { SearchPath = searchPath }.ConnectionString, template.KeyFile, Settings);
        nodes.Add(node);
        return (actor, tenant) => new(node.Http, Token(actor, tenant));
    }

    /// <summary>Asks the first node to stop, as a signal would, and waits until it has.</summary>
    public Task Stop() => Service<IHost>().StopAsync();

    /// <summary>Starts a node over the same database in a process that can be killed; the caller disposes of it.</summary>
    public Task<ChildNode> StartChild() => ChildNode.Start(ConnectionString, template.KeyFile, Token);

    /// <summary>Adds an empty tenant, for a test that must not meet another's acts.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> NewTenant(string zone = TemplateDatabase.ZoneOfT1)
    {
        var id = $"own-{Interlocked.Increment(ref tenants)}";
        (await Service<Tenants>().Add(id, zone, CancellationToken.None)).ShouldBeNull();
        return id;
    }

    /// <summary>A service of the host.</summary>
    public T Service<T>()
        where T : notnull => nodes[0].Services.GetRequiredService<T>();

    /// <summary>A caller whose token names <paramref name="actor"/> and <paramref name="tenant"/>.</summary>
    public Client As(string actor, string tenant = "t1") => new(nodes[0].Http, Token(actor, tenant));

    /// <summary>A caller with any token, or none.</summary>
    public Client With(string? token) => new(nodes[0].Http, token);

    public string Token(string actor, string tenant = "t1") => Token(actor, tenant, Duration.FromHours(1));

    /// <summary>A token that ends after <paramref name="lifetime"/>, which may lie behind.</summary>
    public string Token(string actor, string tenant, Duration lifetime)
    {
        var ends = Service<IClock>().GetCurrentInstant() + lifetime;
        return TokenKey.Sign(template.Key, actor, tenant, ends - Duration.FromHours(1), Duration.FromHours(1));
    }

    /// <summary>Runs a statement beside the service.</summary>
    public async Task<int> Run(string statement)
    {
        await using var command = Sql.CreateCommand(statement);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Takes a lock beside the service and keeps it until the connection is closed.</summary>
    public async Task<NpgsqlConnection> Hold(string locking)
    {
        var connection = await Sql.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"begin; {locking}", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Returns once so many of the service's backends wait for a lock.</summary>
    /// <param name="commands">The commands that are to wait; one that is answered instead is a failure.</param>
    /// <param name="holder">Only those that wait for what this connection holds.</param>
    public async Task UntilWaiting(IReadOnlyList<Task> commands, int backends, NpgsqlConnection? holder = null)
    {
        var blocked = holder is null ? "wait_event_type = 'Lock'" : $"{holder.ProcessID} = any(pg_blocking_pids(pid))";
        while ((await Rows($"""
            select pid from pg_stat_activity where datname = current_database() and application_name = 'ledger-writer' and {blocked}
            """)).Count < backends)
            foreach (var answered in commands.Where(c => c.IsCompleted))
                Assert.Fail($"A command did not wait: {(answered as Task<Answer>)?.Result.Text}");
    }

    /// <summary>Runs a statement in the maintenance database.</summary>
    public Task Maintain(string statement) => template.Run(statement);

    /// <summary>The rows of a query beside the service, each as JSON text.</summary>
    public async Task<IReadOnlyList<string>> Rows(string query)
    {
        await using var command = Sql.CreateCommand($"select row_to_json(q)::text from ({query}) q");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in nodes)
            await node.DisposeAsync();
        await Sql.DisposeAsync();
        await template.Drop(ConnectionString);
    }

    private sealed class Node : WebApplicationFactory<Program>
    {
        private readonly string connectionString;
        private readonly string keyFile;
        private readonly IReadOnlyDictionary<string, string> settings;

        public Node(string connectionString, string keyFile, IReadOnlyDictionary<string, string> settings)
        {
            (this.connectionString, this.keyFile, this.settings) = (connectionString, keyFile, settings);
            UseKestrel(0);
            StartServer();
            var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            // Who asks whether to send a body waits for the answer, however busy the machine is.
            Http = new(new SocketsHttpHandler { UseCookies = false, Expect100ContinueTimeout = Timeout.InfiniteTimeSpan })
            {
                BaseAddress = new(address),
            };
        }

        public HttpClient Http { get; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development")
                .UseSetting("Logging:LogLevel:Default", "None")
                .UseSetting("ConnectionStrings:Ledger", connectionString)
                .UseSetting("Ledger:Auth:SigningKeyFile", keyFile);
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
        }

        public override async ValueTask DisposeAsync()
        {
            Http.Dispose();
            await base.DisposeAsync();
        }
    }
}
