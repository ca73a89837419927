using Ledger.Store;
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

    /// <param name="schema">Where the tables lie: the live ones, or those that a rebuild fills beside them.</param>
    public IEnumerable<NpgsqlBatchCommand> Statements(string tenant, string schema = MartenSetup.Schema) =>
        tables.Values.SelectMany(t => t.Statements(tenant, schema));
}
