using Ledger.Log;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Views;

/// <summary>What a batch changes in one table, gathered in memory and written in at most two statements.</summary>
public sealed class TableChanges<TRow>(Table<TRow> table) : ITableChanges
    where TRow : notnull
{
    /// <summary>The end of a row that is still what the ledger knows.</summary>
    public const long Open = long.MaxValue;

    private static readonly Mark Never = new(Open, Instant.MaxValue);

    private readonly List<(TRow Row, Mark From, Mark To)> added = [];
    private readonly Dictionary<Key, int> openHere = [];
    private readonly List<(TRow Row, Mark At)> closed = [];

    public int Count => added.Count + closed.Count;

    /// <summary>Rows with the marks from and to which they are what the ledger knows.</summary>
    internal IReadOnlyList<(TRow Row, Mark From, Mark To)> Added => added;

    /// <summary>Rows that were there before the batch, with the mark from which they are no longer known.</summary>
    internal IReadOnlyList<(TRow Row, Mark At)> Closed => closed;

    /// <summary>The row is what the ledger knows from <paramref name="opening"/> on.</summary>
    public void Add(TRow row, Recorded opening)
    {
        if (table.HasHistory)
            openHere[KeyOf(row)] = added.Count;
        added.Add((row, Mark.Of(opening), Never));
    }

    /// <summary>The row is no longer what the ledger knows from <paramref name="closing"/> on.</summary>
    public void Close(TRow row, Recorded closing)
    {
        if (openHere.Remove(KeyOf(row), out var index))
            added[index] = added[index] with { To = Mark.Of(closing) };
        else
            closed.Add((row, Mark.Of(closing)));
    }

    public IEnumerable<NpgsqlBatchCommand> Statements(string tenant, string schema)
    {
        if (closed.Count > 0)
            yield return Closing(tenant, schema);
        if (added.Count > 0)
            yield return Adding(tenant, schema);
    }

    private Key KeyOf(TRow row) => new([.. table.Columns.Take(table.KeyCount).Select(c => c.Value(row))]);

    private NpgsqlBatchCommand Closing(string tenant, string schema)
    {
        var keys = table.Columns.Take(table.KeyCount).ToList();
        var rows = closed.ConvertAll(c => c.Row);
        // Row by row through the index of open rows ("offset 0" keeps the look-up whole): with the statistics of a table
        // that was empty a moment ago, the planner would compare every open row of the tenant with every row to close.
        var command = new NpgsqlBatchCommand($"""
            update {schema}.{table.Name} t set known_to = u.known_to, recorded_to = u.recorded_to
            from unnest({Unnested(keys)}, ${keys.Count + 2}::bigint[], ${keys.Count + 3}::timestamptz[])
                as u({Names(keys)}, known_to, recorded_to)
            cross join lateral (
                select o.ctid from {schema}.{table.Name} o
                where o.tenant_id = $1 and o.known_to = {Open} and {string.Join(" and ", keys.Select(k => $"o.{k.Name} = u.{k.Name}"))}
                offset 0) as o(place)
            where t.ctid = o.place
            """) { Parameters = { new() { Value = tenant } } };
        AddArrays(command, keys, rows);
        AddMarks(command, closed.ConvertAll(c => c.At));
        return command;
    }

    private NpgsqlBatchCommand Adding(string tenant, string schema)
    {
        var columns = table.Columns;
        var next = columns.Count + 2;
        var (names, arrays) = table.HasHistory
            ? (", known_from, recorded_from, known_to, recorded_to",
                $", ${next}::bigint[], ${next + 1}::timestamptz[], ${next + 2}::bigint[], ${next + 3}::timestamptz[]")
            : ("", "");
        var command = new NpgsqlBatchCommand($"""
            insert into {schema}.{table.Name} (tenant_id, {Names(columns)}{names})
            select $1, u.* from unnest({Unnested(columns)}{arrays}) u
            """) { Parameters = { new() { Value = tenant } } };
        AddArrays(command, columns, added.ConvertAll(a => a.Row));
        if (table.HasHistory)
        {
            AddMarks(command, added.ConvertAll(a => a.From));
            AddMarks(command, added.ConvertAll(a => a.To));
        }

        return command;
    }

    private static void AddArrays(NpgsqlBatchCommand command, IEnumerable<Column<TRow>> columns, List<TRow> rows)
    {
        foreach (var column in columns)
            command.Parameters.Add(new() { Value = column.Values(rows), NpgsqlDbType = NpgsqlDbType.Array | column.Type });
    }

    private static void AddMarks(NpgsqlBatchCommand command, List<Mark> marks)
    {
        command.Parameters.Add(new()
        {
            Value = marks.Select(m => m.Position).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint,
        });
        command.Parameters.Add(new()
        {
            Value = marks.Select(m => m.RecordedAt).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz,
        });
    }

    private static string Names(IEnumerable<Column<TRow>> columns) => string.Join(", ", columns.Select(c => c.Name));

    private static string Unnested(IReadOnlyList<Column<TRow>> columns) =>
        string.Join(", ", columns.Select((_, i) => $"${i + 2}"));

    /// <summary>A moment of the known clock: an event's position and its instant of recording.</summary>
    internal readonly record struct Mark(long Position, Instant RecordedAt)
    {
        public static Mark Of(Recorded recorded) => new(recorded.Position, recorded.RecordedAt);
    }

    /// <summary>The values that name an open row.</summary>
    private readonly record struct Key(object?[] Values)
    {
        public bool Equals(Key other) => Values.AsSpan().SequenceEqual(other.Values);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var value in Values)
                hash.Add(value);
            return hash.ToHashCode();
        }
    }
}

public interface ITableChanges
{
    /// <summary>How many rows are added or closed.</summary>
    int Count { get; }

    /// <param name="schema">Where the table lies.</param>
    IEnumerable<NpgsqlBatchCommand> Statements(string tenant, string schema);
}
