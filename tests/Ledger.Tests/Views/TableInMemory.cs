using Ledger.Log;
using Ledger.Views;
using NodaTime;
using Shouldly;

namespace Ledger.Tests.Views;

internal static class TableInMemory
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>What each batch changes when the whole log goes through <paramref name="views"/>, so many events to a batch.</summary>
    public static IReadOnlyList<Changes> Batches(ViewCatalogue views, IReadOnlyList<Recorded> log, int batchSize)
    {
        var states = new Dictionary<string, object>();
        var batches = new List<Changes>();
        foreach (var batch in log.Chunk(batchSize))
        {
            var changes = new Changes();
            foreach (var recorded in batch)
            {
                var fold = LedgerCatalogue.Streams.Of(recorded.Data.Stream);
                var before = states.GetValueOrDefault(recorded.Data.Stream, fold.Empty);
                var after = states[recorded.Data.Stream] = fold.Apply(before, recorded);
                views.Project(new(recorded, LedgerCatalogue.Events.AliasOf(recorded.Data), before, after, Zone), changes);
            }

            batches.Add(changes);
        }

        return batches;
    }
}

/// <summary>A view's table as PostgreSQL would hold it after some batches, with the rules that its constraints hold.</summary>
internal sealed class TableInMemory<TRow>(Table<TRow> table)
    where TRow : notnull
{
    public List<(TRow Row, long From, long To)> Rows { get; } = [];

    /// <summary>The table after all batches.</summary>
    public static TableInMemory<TRow> Of(Table<TRow> table, IEnumerable<Changes> batches)
    {
        var filled = new TableInMemory<TRow>(table);
        foreach (var changes in batches)
            filled.Take(changes.Of(table));
        return filled;
    }

    /// <summary>What the ledger knew at a position.</summary>
    public IEnumerable<TRow> KnownAt(long position) => Rows.Where(r => r.From <= position && position < r.To).Select(r => r.Row);

    private void Take(TableChanges<TRow> changes)
    {
        foreach (var (row, at) in changes.Closed)
        {
            var index = OpenIndex(row).ShouldNotBeNull($"{row} is closed at {at.Position} and not open");
            Rows[index] = Rows[index] with { To = at.Position };
        }

        foreach (var added in changes.Added)
        {
            if (table.HasHistory && added.To.Position == TableChanges<TRow>.Open)
                OpenIndex(added.Row).ShouldBeNull($"{added.Row} is open twice");
            Rows.Add((added.Row, added.From.Position, added.To.Position));
        }
    }

    private int? OpenIndex(TRow row)
    {
        var index = Rows.FindIndex(r => r.To == TableChanges<TRow>.Open && Key(r.Row).SequenceEqual(Key(row)));
        return index < 0 ? null : index;
    }

    private IEnumerable<object?> Key(TRow row) => table.Columns.Take(table.KeyCount).Select(c => c.Value(row));
}
