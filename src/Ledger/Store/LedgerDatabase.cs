using Npgsql;

namespace Ledger.Store;

/// <summary>The one PostgreSQL, by two doors: few connections write, so that a tenant's queue never starves readers.</summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    /// <summary>A tenant's commands run one after another, so more writers than this only wait inside PostgreSQL.</summary>
    public const int WriterConnections = 8;

    public const int ReaderConnections = 24;

    /// <summary>One elects, one watches, and each message that is handled takes one now and then.</summary>
    public const int MessageConnections = 6;

    /// <summary>How long a command waits for its turn before it answers 503.</summary>
    public const int LockTimeoutMs = 5_000;

    /// <summary>A writer that went silent inside its transaction would hold up its tenant: PostgreSQL ends it.</summary>
    private const int IdleInTransactionMs = 30_000;

    /// <summary>Who follows speaks twice a second. When it falls silent, cut off or hanging, PostgreSQL ends its session, so
    /// that another can follow in its place.</summary>
    private const int FollowerSilentMs = 5_000;

    private readonly Action<NpgsqlCommand>? watch;

    /// <param name="watch">Sees every statement before it runs, where somebody listens to Npgsql's activities.</param>
    public LedgerDatabase(string connectionString, Action<NpgsqlCommand>? watch = null)
    {
        ConnectionString = connectionString;
        this.watch = watch;
        // A command looks rows up by key, so one plan serves all; PostgreSQL would plan most statements anew every time.
        Writer = Build("ledger-writer", WriterConnections, $"-c idle_in_transaction_session_timeout={IdleInTransactionMs} -c lock_timeout={LockTimeoutMs} -c plan_cache_mode=force_generic_plan");
        // By PostgreSQL's own guess, made for disks that turn, it would read a large table instead of an index that has it all.
        // Of lists in JSON it expects far more than there are, and would compile for half a second what runs for one millisecond.
        Reader = Build("ledger-reader", ReaderConnections, "-c default_transaction_read_only=on -c random_page_cost=2 -c jit=off");
        Session = Build("ledger-session", null, "-c work_mem=64MB -c temp_buffers=64MB");
        Follower = Build("ledger-follower", null, $"-c idle_session_timeout={FollowerSilentMs} -c idle_in_transaction_session_timeout={FollowerSilentMs} -c tcp_user_timeout={FollowerSilentMs} -c lock_timeout={LockTimeoutMs}");
        Messages = Build("ledger-messages", MessageConnections, "", reset: true, nodaTime: false);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Writer { get; }

    /// <summary>Read-only: a reader that tried to write would fail.</summary>
    public NpgsqlDataSource Reader { get; }

    /// <summary>A session for each connection, which ends with it and with all it kept: temporary tables, locks.</summary>
    public NpgsqlDataSource Session { get; }

    /// <summary>For those who follow the log: each connection is a session of its own and ends when it is closed.</summary>
    public NpgsqlDataSource Follower { get; }

    /// <summary>For the library that carries messages, which knows dates by the framework's types.</summary>
    public NpgsqlDataSource Messages { get; }

    /// <summary>Whether the connection was lost, the server was stopped, or no connection could be had.</summary>
    public static bool IsLost(Exception e) => e switch
    {
        PostgresException { InvariantSeverity: "FATAL" or "PANIC" } => true,
        PostgresException p => p.SqlState.StartsWith("57P", StringComparison.Ordinal)
            || p.SqlState.StartsWith("08", StringComparison.Ordinal) || p.SqlState.StartsWith("25P03", StringComparison.Ordinal)
            || p.SqlState.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException or TimeoutException => true,
        _ => false,
    };

    /// <summary>A connection of its own, to listen on. A silent one is asked every ten seconds whether it lives.</summary>
    public NpgsqlConnection Listener() => new(new NpgsqlConnectionStringBuilder(ConnectionString)
    {
        ApplicationName = "ledger-listener",
        Pooling = false,
        KeepAlive = 10,
        Timeout = 5,
    }.ConnectionString);

    /// <summary>Whether a lock was not granted in time.</summary>
    public static bool IsBusy(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        await Writer.DisposeAsync();
        await Reader.DisposeAsync();
        await Follower.DisposeAsync();
        await Messages.DisposeAsync();
    }

    /// <param name="connections">Null for no pool: each connection is a session of its own.</param>
    private NpgsqlDataSource Build(string name, int? connections, string options, bool reset = false, bool nodaTime = true)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString)
        {
            ApplicationName = name,
            Pooling = connections is not null,
            MaxPoolSize = connections ?? 1,
            MaxAutoPrepare = connections is null ? 0 : 200,
            // Nothing of ours outlasts a transaction, and the eight statements of a reset would go before every trip.
            NoResetOnClose = !reset,
            Timeout = 5,
            Options = options,
        };
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name };
        if (nodaTime)
            builder.UseNodaTime();
        if (watch is not null)
            builder.ConfigureTracing(tracing => tracing.ConfigureCommandEnrichmentCallback((_, command) => watch(command)));
        return builder.Build();
    }
}
