using System.Data;
using Ledger.Log;
using Ledger.Store;
using Npgsql;

namespace Ledger.Views;

/// <summary>
/// Builds views anew from the log, one tenant at a time, in temporary tables beside the live rows
/// (docs/decisions/0011-rebuild-beside-the-live-rows.md). The log is read and both sides are compared while commands and
/// reads go on; only then is the tenant's head taken, for what came in meanwhile and for the rows that differ. A view is
/// a function of single streams, so the log is read stream by stream and memory does not grow with it. What is beside
/// ends with the session, however that ends.
/// </summary>
public sealed class Rebuilder(
    LedgerDatabase database, StreamCatalogue streams, ViewCatalogue views, EventCodec codec, Tenants tenants)
{
    /// <summary>Rows that are written while commands wait a moment; for more, somebody has to say so.</summary>
    public const long DifferentMax = 5_000;

    /// <summary>Rows gathered before they are written.</summary>
    private const int RowsAtOnce = 5_000;

    /// <summary>Events that may be left to read under the head; with more it is given back once more.</summary>
    private const int EventsUnderHead = 500;

    /// <summary>The first of two numbers; the second is made of the tenant's id.</summary>
    private const int AdvisoryLock = 7_201_003;

    private const int EnterTimeoutMs = 2_000;

    private const string AllSql = """
        select stream_id, seq_id, version, timestamp, type, data from ledger.mt_events
        where tenant_id = $1 and seq_id <= $2 and type <> 'tombstone' order by stream_id, version
        """;

    // Stream by stream through the index ("offset 0" keeps the look-up whole), so that it takes as long as what is new.
    private const string SinceSql = """
        select e.stream_id, e.seq_id, e.version, e.timestamp, e.type, e.data
        from (select distinct stream_id from ledger.mt_events where tenant_id = $1 and seq_id > $3 and seq_id <= $2) s
        cross join lateral (
            select * from ledger.mt_events where tenant_id = $1 and stream_id = s.stream_id and seq_id <= $2
                and type <> 'tombstone' offset 0) e
        order by e.stream_id, e.version
        """;

    /// <summary>Rebuilds the named view, or all, for one tenant, or all.</summary>
    /// <returns>What became of it, by tenant.</returns>
    /// <exception cref="ArgumentException">There is no such view.</exception>
    /// <exception cref="UnknownTenantException">There is no such tenant.</exception>
    /// <exception cref="RebuildRefusedException">Another rebuild of the tenant runs, or too many rows differ.</exception>
    public async Task<IReadOnlyDictionary<string, Rebuilt>> Rebuild(
        string? view, string? tenant, RebuildOptions options, CancellationToken cancellation)
    {
        var chosen = views.Views.Where(v => view is null || v.Name == view).ToList();
        if (chosen.Count == 0)
            throw new ArgumentException($"There is no view '{view}'; there are: {string.Join(", ", views.Names)}.", nameof(view));
        var done = new Dictionary<string, Rebuilt>();
        foreach (var one in (await tenants.All(cancellation)).Where(t => tenant is null || t.Id == tenant))
            done.Add(one.Id, await Rebuild(one, chosen, options, cancellation));
        return done.Count > 0 ? done : throw new UnknownTenantException(tenant ?? "");
    }

    private async Task<Rebuilt> Rebuild(Tenant tenant, List<IView> chosen, RebuildOptions options, CancellationToken cancellation)
    {
        await using var session = await database.Session.OpenConnectionAsync(cancellation);
        await Enter(session, tenant, cancellation);
        var tables = chosen.Select(v => v.Table).Distinct().Select(t => new BesideTable(t, tenant.Id)).ToList();
        var build = new Build(session, tenant, chosen, tables, options.Progress);
        await Run(session, tables.SelectMany(t => t.Create()), cancellation);

        await Advance(build, await Position(build, cancellation), cancellation);
        await Run(session, tables.SelectMany(t => t.Analyze()), cancellation);
        var compared = await Compare(build, options.DifferentMax, cancellation);
        var different = await Switch(build, compared, cancellation);
        return new(build.Read, chosen.GroupBy(v => v.Name).ToDictionary(
            g => g.Key, g => g.Select(v => v.Table).Distinct().Sum(t => different[t])));
    }

    /// <summary>One rebuild of a tenant at a time. PostgreSQL ends the session of one that was killed a moment later.</summary>
    private static async Task Enter(NpgsqlConnection session, Tenant tenant, CancellationToken cancellation)
    {
        try
        {
            await Run(session, [new($"set lock_timeout = {EnterTimeoutMs}")], cancellation);
            await One(session, $"select pg_advisory_lock({AdvisoryLock}, hashtext($1))", tenant.Id, cancellation);
            await Run(session, [new("set lock_timeout = 0")], cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable)
        {
            throw new RebuildRefusedException($"Tenant '{tenant.Id}' is being rebuilt already.");
        }
    }

    /// <summary>Finds the rows that differ, both sides at the position of one snapshot.</summary>
    private async Task<long> Compare(Build build, long differentMax, CancellationToken cancellation)
    {
        await using var snapshot = await build.Session.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var position = await Position(build, cancellation);
        await Advance(build, position, cancellation);
        build.Report(RebuildStage.Comparing, position);
        var doubtful = await Run(build.Session, build.Tables.Select(t => t.Compare()), cancellation);
        await snapshot.CommitAsync(cancellation);
        if (doubtful.Sum() > differentMax)
            throw new RebuildRefusedException(
                $"Tenant '{build.Tenant.Id}': {doubtful.Sum()} rows differ ("
                + string.Join(", ", build.Tables.Zip(doubtful).Where(t => t.Second > 0).Select(t => $"{t.First.Table.Name} {t.Second}"))
                + "); nothing was changed. Writing so many stops the tenant's commands for longer than a moment: "
                + "run it with --hold-commands when that may be.");
        await Run(build.Session, build.Tables.SelectMany(t => t.Analyze()), cancellation);
        return position;
    }

    /// <summary>Under the tenant's head: reads what came in meanwhile, and replaces the rows that differ.</summary>
    /// <returns>How many, by table.</returns>
    private async Task<Dictionary<ITable, long>> Switch(Build build, long compared, CancellationToken cancellation)
    {
        while (true)
        {
            await Advance(build, await Position(build, cancellation), cancellation);
            build.Report(RebuildStage.Switching, build.Position);
            await using var transaction = await build.Session.BeginTransactionAsync(cancellation);
            var position = await Position(build, cancellation, " for update");
            if (position - build.Position > EventsUnderHead)
                continue;
            await Advance(build, position, cancellation, underHead: true);
            var different = new Dictionary<ITable, long>();
            foreach (var table in build.Tables)
                different.Add(table.Table, (await Run(build.Session, table.Narrow(compared), cancellation))[^1]);
            if (different.Values.Sum() > 0)
            {
                await Run(build.Session, build.Tables.SelectMany(t => t.Replace()), cancellation);
                await One(build.Session, "update ledger.head set rebuilds = rebuilds + 1 where tenant_id = $1", build.Tenant.Id, cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return different;
        }
    }

    /// <summary>Brings the rows beside to a later position.</summary>
    private async Task Advance(Build build, long position, CancellationToken cancellation, bool underHead = false)
    {
        var stage = underHead ? (RebuildStage?)null : RebuildStage.Reading;
        build.Report(stage, position);
        if (position == build.Position)
            return;
        await using var source = await database.Reader.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(build.Position == 0 ? AllSql : SinceSql, source)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = build.Tenant.Id }, new() { Value = position } },
        };
        if (build.Position > 0)
            command.Parameters.Add(new() { Value = build.Position });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var changes = new Changes();
        var (stream, state) = ("", new object());
        while (await reader.ReadAsync(cancellation))
        {
            var next = reader.GetString(0);
            var fold = streams.Of(next);
            if (next != stream)
                (stream, state) = (next, fold.Empty);
            var recorded = codec.Read(reader, 1);
            var before = state;
            state = fold.Apply(before, recorded);
            if (recorded.Position <= build.Position)
                continue;
            var step = new Step(recorded, reader.GetString(4), before, state, build.Tenant.Zone);
            foreach (var view in build.Views)
                view.Project(step, changes);
            build.Read++;
            if (changes.Count >= RowsAtOnce)
            {
                changes = await Write(build, changes, cancellation);
                build.Report(stage, position);
            }
        }

        await Write(build, changes, cancellation);
        build.Position = position;
        build.Report(stage, position);
    }

    private static async Task<Changes> Write(Build build, Changes changes, CancellationToken cancellation)
    {
        await Run(build.Session, changes.Statements(build.Tenant.Id, BesideTable.Schema), cancellation);
        return new();
    }

    private static async Task<long> Position(Build build, CancellationToken cancellation, string locking = "") =>
        (long)(await One(build.Session, "select position from ledger.head where tenant_id = $1" + locking, build.Tenant.Id, cancellation))!;

    /// <summary>Runs statements, however long they take.</summary>
    /// <returns>The rows that each affected.</returns>
    private static async Task<List<long>> Run(
        NpgsqlConnection session, IEnumerable<NpgsqlBatchCommand> statements, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(session) { Timeout = 0 };
        foreach (var statement in statements)
            batch.BatchCommands.Add(statement);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellation);
        return [.. batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(c => (long)c.RecordsAffected)];
    }

    private static async Task<object?> One(NpgsqlConnection session, string sql, string tenant, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, session)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = tenant } },
        };
        return await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>A rebuild under way.</summary>
    private sealed record Build(
        NpgsqlConnection Session, Tenant Tenant, List<IView> Views, List<BesideTable> Tables,
        IProgress<RebuildProgress>? Progress)
    {
        /// <summary>How far the rows beside have come.</summary>
        public long Position { get; set; }

        /// <summary>Events read.</summary>
        public long Read { get; set; }

        /// <param name="stage">Null under the tenant's head: nobody is waited for there.</param>
        public void Report(RebuildStage? stage, long of)
        {
            if (stage is { } told)
                Progress?.Report(new(Tenant.Id, told, Read, of));
        }
    }
}
