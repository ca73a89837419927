using Npgsql;

namespace Ledger.Views;

/// <summary>What a batch changes in all tables.</summary>
public sealed class Changes
{
    private readonly Dictionary<ITable, ITableChanges> tables = [];

    public int Count => tables.Values.Sum(t => t.Count);

    public TableChanges<TRow> Of<TRow>(Table<TRow> table)
        where TRow : notnull
    {
        if (!tables.TryGetValue(table, out var changes))
            tables.Add(table, changes = new TableChanges<TRow>(table));
        return (TableChanges<TRow>)changes;
    }

    public IEnumerable<NpgsqlBatchCommand> Statements(string tenant) => tables.Values.SelectMany(t => t.Statements(tenant));
}
