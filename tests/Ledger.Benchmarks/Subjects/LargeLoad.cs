using System.Threading.Channels;
using Ledger.Assignments;
using Ledger.Benchmarks.Running;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Store;
using Ledger.Views;
using NodaTime;
using Npgsql;

namespace Ledger.Benchmarks.Subjects;

/// <summary>
/// Puts a <see cref="LargeTenant"/> into a ledger with the production's own folds, views and statements, but without
/// deciding anything, and with the views' rows written last, all at once and before their indexes; and the same facts
/// beside it into tables made by hand.
/// </summary>
internal sealed class LargeLoad(LedgerBase database, string tenant)
{
    private const int ActsAtOnce = 4_000;

    private readonly StreamCatalogue streams = database.Service<StreamCatalogue>();
    private readonly ViewCatalogue views = database.Service<ViewCatalogue>();
    private readonly LogWriter writer = database.Service<LogWriter>();
    private readonly Dictionary<string, (object State, long Version)> states = [];
    private readonly Changes rows = new();
    private long position;

    /// <returns>The last position, and that at which half of the facts were known.</returns>
    /// <param name="more">Acts that follow on those of the body.</param>
    public async Task<(long Last, long Half)> Run(LargeTenant body, CancellationToken cancellation,
        IEnumerable<(Instant At, ICommand Command, ILedgerEvent Data)>? more = null)
    {
        var zone = DateTimeZoneProviders.Tzdb[Tenants.DefaultZone];
        await database.Run(HandMade.Schema, cancellation);
        var chunks = Channel.CreateBounded<Chunk>(2);
        var writing = Write(chunks.Reader, cancellation);
        var (begun, half) = (0L, 0L);
        foreach (var acts in body.Acts().Concat(more ?? []).Chunk(ActsAtOnce))
        {
            var chunk = new Chunk([], []);
            foreach (var (at, command, data) in acts)
                Add(chunk, at, command, data, zone);
            begun += chunk.Facts.Count;
            half = half == 0 && begun >= body.Facts / 2 ? position : half;
            // A writer that failed takes nothing any more.
            await Task.WhenAny(writing, chunks.Writer.WriteAsync(chunk, cancellation).AsTask());
            if (writing.IsCompleted)
                break;
        }

        chunks.Writer.Complete();
        await writing;
        await WriteRows(cancellation);
        await database.Run(HandMade.Indexes, cancellation);
        await database.Run("vacuum analyze", cancellation);
        return (position, half);
    }

    private void Add(Chunk chunk, Instant at, ICommand command, ILedgerEvent data, DateTimeZone zone)
    {
        var (before, version) = states.TryGetValue(data.Stream, out var held) ? held : (streams.Of(data.Stream).Empty, 0);
        var recorded = new Recorded(++position, version + 1, at, data);
        var after = streams.Of(data.Stream).Apply(before, recorded);
        states[data.Stream] = (after, recorded.Version);
        var receipts = writer.Receipts([recorded]);
        views.Project(new(recorded, receipts[0].Type, before, after, zone), rows);
        chunk.Acts.Add(new(new(command, "admin-city", "admin-city", "api"), at, at,
            new(data.Stream, recorded.Version, position, receipts, at), [recorded], null, null));
        if (data is ICellEvent fact)
            chunk.Facts.Add(new(recorded, fact, ((Cell)after).Find(fact.AssignmentId)!));
    }

    private async Task Write(ChannelReader<Chunk> chunks, CancellationToken cancellation)
    {
        await using var connection = await database.Service<LedgerDatabase>().Writer.OpenConnectionAsync(cancellation);
        await foreach (var chunk in chunks.ReadAllAsync(cancellation))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = 0 };
            foreach (var statement in LogWriter.Statements(tenant, chunk.Acts))
                batch.BatchCommands.Add(statement);
            var last = chunk.Acts[^1];
            batch.BatchCommands.Add(new("update ledger.head set position = $2, recorded_at = $3 where tenant_id = $1")
            {
                Parameters = { new() { Value = tenant }, new() { Value = last.Events[^1].Position }, new() { Value = last.RecordedAt } },
            });
            await batch.ExecuteNonQueryAsync(cancellation);
            await HandMade.Write(connection, chunk.Facts, cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }

    private async Task WriteRows(CancellationToken cancellation)
    {
        await using var connection = await database.Service<LedgerDatabase>().Writer.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var indexes = await TakeIndexes(connection, cancellation);
        foreach (var statement in rows.Statements(tenant))
        {
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { statement }, Timeout = 0 };
            await batch.ExecuteNonQueryAsync(cancellation);
        }

        await using var give = new NpgsqlCommand($"set local maintenance_work_mem = '256MB'; {string.Join(';', indexes)}", connection) { CommandTimeout = 0 };
        await give.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Takes the views' indexes and constraints away.</summary>
    /// <returns>The statements that make them again.</returns>
    private async Task<List<string>> TakeIndexes(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var find = new NpgsqlCommand("""
            select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
                format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
            from pg_constraint c join pg_class t on t.oid = c.conrelid
            where t.relnamespace = 'ledger'::regnamespace and t.relname = any($1) and c.contype in ('p', 'x')
            union all
            select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
            from pg_index i join pg_class t on t.oid = i.indrelid
            where t.relnamespace = 'ledger'::regnamespace and t.relname = any($1)
                and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            """, connection)
        {
            Parameters = { new() { Value = views.Views.Select(v => v.Table.Name).Distinct().ToArray() } },
        };
        var (drop, make) = (new List<string>(), new List<string>());
        await using (var reader = await find.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation))
            {
                drop.Add(reader.GetString(0));
                make.Add(reader.GetString(1));
            }

        await using var take = new NpgsqlCommand(string.Join(';', drop), connection);
        await take.ExecuteNonQueryAsync(cancellation);
        return make;
    }

    private sealed record Chunk(List<Act> Acts, List<Fact> Facts);
}

/// <summary>One act on a cell with the assignment that it speaks of, as it is after it.</summary>
internal sealed record Fact(Recorded Recorded, ICellEvent Data, Assignment After);
