using Ledger.Access;
using Ledger.Log;
using Ledger.Store;
using Ledger.Views;
using NodaTime;
using Npgsql;

namespace Ledger.Commands;

/// <summary>
/// The one door: whoever sends a command, it comes in here, one transaction under the tenant's head. A batch is
/// folded once and decided in order; what was decided is appended with its views, or nothing is.
/// </summary>
public sealed class CommandDoor
{
    /// <summary>A head further ahead of PostgreSQL's clock than this means that a clock was wrong: commands stop
    /// instead of dragging the future on.</summary>
    public static readonly Duration ClockToleranceMax = Duration.FromSeconds(5);

    private readonly LedgerDatabase database;
    private readonly StreamCatalogue streams;
    private readonly ViewCatalogue views;
    private readonly LogReader log;
    private readonly KnownLoader loader;
    private readonly LogWriter writer;
    private readonly WaitingRoom waiting;

    public CommandDoor(LedgerDatabase database, StreamCatalogue streams, ViewCatalogue views, LogReader log, LogWriter writer)
    {
        (this.database, this.streams, this.views, this.log, this.writer) = (database, streams, views, log, writer);
        loader = new(log);
        waiting = new(async (tenant, together) =>
            (await ExecuteBatch(tenant, together, BatchRule.Each, CancellationToken.None)).Outcomes);
    }

    /// <summary>Takes one command, together with those of its tenant that wait with it.</summary>
    /// <param name="cancellation">Counts while the command waits; once its turn has come it is carried out.</param>
    /// <exception cref="TooManyWaitingException">Too many of the tenant wait already.</exception>
    public Task<Outcome> Execute(string tenant, Submission submission, CancellationToken cancellation) =>
        waiting.Enter(tenant, submission, cancellation);

    /// <summary>Takes a batch: each of its commands sees what those before it decided.</summary>
    /// <returns>What became of each, and the tenant's last position.</returns>
    /// <exception cref="UnknownTenantException">The tenant is not one of this ledger.</exception>
    /// <exception cref="DoorUnavailableException">Busy, another import running, clock or database not right.</exception>
    /// <param name="carried">For a run of batches: spares each of them to load what the one before knew.</param>
    public async Task<(IReadOnlyList<Outcome> Outcomes, long Position)> ExecuteBatch(string tenant,
        IReadOnlyList<Submission> submissions, BatchRule rule, CancellationToken cancellation, Carried? carried = null)
    {
        var known = carried?.Latest ?? (new Known(streams), null as long?);
        if (carried is not null)
            carried.Latest = null;
        return await WithConnection(async connection =>
        {
            var batch = await Execute(connection, tenant, submissions, rule, known, cancellation);
            if (carried is not null && batch.IsCommitted)
            {
                batch.Known.Settle();
                carried.Latest = (batch.Known, batch.Position);
            }

            return (batch.Outcomes, batch.IsCommitted ? batch.Position : batch.Head.Position);
        }, cancellation);
    }

    /// <summary>The whole chunks of the import that the tenant belongs to, in order; none when it belongs to none.</summary>
    public Task<IReadOnlyList<ImportChunk>> ImportOf(string tenant, CancellationToken cancellation) =>
        WithConnection(async connection =>
        {
            await using var trip = new NpgsqlBatch(connection) { BatchCommands = { ImportChunk.All(tenant) } };
            await using var reader = await trip.ExecuteReaderAsync(cancellation);
            return await ImportChunk.Read(reader, cancellation);
        }, cancellation);

    /// <summary>Ends a tenant's import in chunks; without one it does nothing.</summary>
    public Task AbandonImport(string tenant, CancellationToken cancellation) => WithConnection(async connection =>
    {
        await using var trip = new NpgsqlBatch(connection)
        {
            BatchCommands = { Head.EndImport(tenant), ImportChunk.Forget(tenant) },
        };
        await trip.ExecuteNonQueryAsync(cancellation);
        return trip.BatchCommands[0].RecordsAffected > 0 ? true : throw new UnknownTenantException(tenant);
    }, cancellation);

    private async Task<T> WithConnection<T>(Func<NpgsqlConnection, Task<T>> use, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await database.Writer.OpenConnectionAsync(cancellation);
            return await use(connection);
        }
        catch (PostgresException e) when (LedgerDatabase.IsBusy(e))
        {
            throw new DoorUnavailableException("tenant-busy", outcomeUnknown: false, e);
        }
        catch (Exception e) when (LedgerDatabase.IsLost(e))
        {
            throw new DoorUnavailableException("store-unavailable", outcomeUnknown: false, e);
        }
    }

    private async Task<Batch> Execute(NpgsqlConnection connection, string tenant, IReadOnlyList<Submission> submissions,
        BatchRule rule, (Known Known, long? Position) carried, CancellationToken cancellation)
    {
        var (batch, lacking) = await Enter(connection, tenant, submissions, carried, rule, cancellation);
        try
        {
            await loader.LoadWhatFollows(connection, batch, lacking, cancellation);
            foreach (var submission in submissions)
            {
                cancellation.ThrowIfCancellationRequested();
                batch.Outcomes.Add(await Decide(connection, batch, submission, cancellation));
                rule.Progress?.Report(batch.Outcomes.Count);
            }

            var refused = batch.Outcomes.Any(o => o is Outcome.Refused);
            if (rule.Rehearsal || refused && rule.AllOrNothing || batch.Acts.Count == 0 && rule.Import is null)
                await Rollback(connection);
            else
                await Commit(connection, batch, rule, cancellation);
            return batch;
        }
        catch
        {
            await Rollback(connection);
            throw;
        }
    }

    /// <summary>First round trip: begin, lock the head, look up keys, load what the decisions asked for.</summary>
    /// <returns>The batch, and those submissions that may ask for more.</returns>
    private async Task<(Batch, List<Submission>)> Enter(
        NpgsqlConnection connection, string tenant, IReadOnlyList<Submission> submissions,
        (Known Known, long? Position) carried, BatchRule rule, CancellationToken cancellation)
    {
        var known = carried.Known;
        // What a decision asks for does not depend on what is there: asked with nothing known, it names its streams.
        var lacking = KnownLoader.Lacking(known, submissions, default, default);
        await using var trip = new NpgsqlBatch(connection);
        trip.BatchCommands.Add(new("begin"));
        trip.BatchCommands.Add(Head.Lock(tenant));
        if (KeyLookup.Statement(tenant, submissions) is { } lookup)
            trip.BatchCommands.Add(lookup);
        var wanted = known.Missing.Copy();
        foreach (var statement in LogReader.Statements(tenant, wanted))
            trip.BatchCommands.Add(statement);

        await using var reader = await trip.ExecuteReaderAsync(cancellation);
        if (await Head.Read(reader, cancellation) is not var (head, now))
        {
            await reader.DisposeAsync();
            await Rollback(connection);
            throw new UnknownTenantException(tenant);
        }

        await reader.NextResultAsync(cancellation);
        var keys = await KeyLookup.Read(reader, submissions, cancellation);
        await log.Read(reader, wanted, known, cancellation);
        await reader.DisposeAsync();
        if (head.RefusesBecause(now, rule) is { } refusedBy)
        {
            await Rollback(connection);
            throw new DoorUnavailableException(refusedBy, outcomeUnknown: false);
        }

        return carried.Position is null || carried.Position == head.Position
            ? (new(head, now, keys, known), lacking)
            : (new(head, now, keys, new(streams)), [.. submissions]);
    }

    private async Task<Outcome> Decide(
        NpgsqlConnection connection, Batch batch, Submission submission, CancellationToken cancellation)
    {
        if (submission.Line is { } line && batch.Keys.HasLine(line.Hash, line.Ordinal))
            return new Outcome.Known();
        if (!AccessRule.MayRecord(submission.RecordedBy, batch.Head.Tenant.Id, submission.Command.GetType().Name))
            return new Outcome.Refused(new("not-allowed", Status: 403));
        var hash = submission.IdempotencyKey is null ? null : CommandReader.Hash(submission.Command);
        if (hash is not null && batch.Keys.Find(submission) is { } earlier)
            return earlier.Hash.AsSpan().SequenceEqual(hash)
                ? new Outcome.Accepted(earlier.Receipt, Repeated: true)
                : new Outcome.Refused(new("idempotency-key-reused", Facts: new { key = submission.IdempotencyKey }));
        if (batch.Stamp(submission) is not { } at)
            return new Outcome.Refused(batch.StampRefusal(submission));

        var decision = await loader.Decide(connection, batch, submission.Command, at, cancellation);
        if (submission.IfMatch is { } expected && batch.Known.First is { } stream
            && batch.Known.VersionOf(stream) is var actual && actual != expected)
            return new Outcome.Refused(new(
                "precondition-failed", Facts: new StaleVersion(stream, expected, actual), Status: 412));
        if (decision.Refusal is { } refusal)
            return new Outcome.Refused(refusal);
        return new Outcome.Accepted(Record(batch, submission, decision, at, hash), Repeated: false);
    }

    private Receipt Record(Batch batch, Submission submission, Decision decision, Instant at, byte[]? hash)
    {
        var recorded = new List<Recorded>();
        var steps = new List<Step>();
        foreach (var data in decision.Events)
        {
            var e = new Recorded(batch.Position + 1, batch.Known.VersionOf(data.Stream) + 1, at, data);
            var (before, after) = batch.Known.Apply(e);
            recorded.Add(e);
            batch.Position = e.Position;
            steps.Add(new(e, "", before, after, batch.Head.Tenant.Zone));
        }

        var receipts = writer.Receipts(recorded);
        foreach (var (step, receipt) in steps.Zip(receipts))
            views.Project(step with { Type = receipt.Type }, batch.Changes);
        var made = new Receipt(decision.Id, batch.Known.VersionOf(decision.Events[0].Stream), batch.Position,
            receipts, at, decision.Displaced, decision.StillHeld)
        { Created = decision.Creates };
        batch.RecordedAt = at;
        batch.Keys.Remember(submission, hash, made);
        batch.Acts.Add(new(submission, at, batch.Now, made, recorded, hash, decision.Name));
        return made;
    }

    /// <summary>Last round trip: events, ids, views, the command's row, the head, commit; then the announcement.</summary>
    private static async Task Commit(NpgsqlConnection connection, Batch batch, BatchRule rule, CancellationToken cancellation)
    {
        var tenant = batch.Head.Tenant.Id;
        await using var trip = new NpgsqlBatch(connection);
        if (batch.Acts.Count > 0)
        {
            foreach (var statement in LogWriter.Statements(tenant, batch.Acts))
                trip.BatchCommands.Add(statement);
            foreach (var statement in batch.Changes.Statements(tenant))
                trip.BatchCommands.Add(statement);
        }

        if (rule.Import is { Ends: true })
            trip.BatchCommands.Add(ImportChunk.Forget(tenant));
        else if (rule.Import?.Chunk is { } chunk)
            trip.BatchCommands.Add(chunk.Insert(tenant, batch.Outcomes.Count(o => o is Outcome.Refused)));
        trip.BatchCommands.Add(Head.Move(tenant, batch.Position, batch.RecordedAt, rule.Import?.After));
        trip.BatchCommands.Add(new("commit"));
        var announce = Head.Announce(tenant);
        if (batch.Acts.Count > 0)
            trip.BatchCommands.Add(announce);
        try
        {
            await trip.ExecuteNonQueryAsync(cancellation);
            batch.IsCommitted = true;
        }
        catch (PostgresException e) when (e.BatchCommand == announce && !LedgerDatabase.IsLost(e))
        {
            // It is recorded; who waits for the announcement looks into the log from time to time.
        }
        catch (Exception e) when (LedgerDatabase.IsLost(e))
        {
            throw new DoorUnavailableException("store-unavailable", outcomeUnknown: true, e);
        }
    }

    /// <summary>Gives the head back at once; what the caller is told is what went wrong before.</summary>
    private static async Task Rollback(NpgsqlConnection connection)
    {
        if (connection.FullState.HasFlag(System.Data.ConnectionState.Broken)
            || connection.State != System.Data.ConnectionState.Open)
            return;
        try
        {
            await using var command = new NpgsqlCommand("rollback", connection);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception e) when (LedgerDatabase.IsLost(e))
        {
            // PostgreSQL itself rolls back a transaction whose connection is gone.
        }
    }
}
