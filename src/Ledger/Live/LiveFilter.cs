using Ledger.Reads;
using Ledger.Store;
using Ledger.Units;
using NodaTime;

namespace Ledger.Live;

/// <summary>What of the log a stream lets through: all, one unit, or a unit and those below it in the tree as it was known
/// when the event's act was recorded, on the date of recording. So a stream that is resumed gives what it would have.</summary>
internal sealed class LiveFilter(LiveFeed feed, Tenant tenant, IReadOnlyDictionary<string, string> values)
{
    private readonly string? unit = values.GetValueOrDefault(QueryParameter.Unit.Name);
    private readonly bool subtree = values.GetValueOrDefault(QueryParameter.Subtree.Name) == "true";
    private HashSet<string> tree = [];
    private (long Known, LocalDate On) treeAt = (-1, default);
    private long lastOfTree;

    public async Task<bool> Passes(LiveEvent e, CancellationToken cancellation)
    {
        if (unit is null)
            return true;
        if (!subtree)
            return e.UnitIds.Contains(unit);
        var known = e.Act - 1;
        var on = e.Recorded.RecordedAt.InZone(tenant.Zone).Date;
        if (treeAt.On != on || treeAt.Known < known && treeAt.Known < lastOfTree)
        {
            var (ids, _) = await feed.At(tenant, known, on, values).Units(cancellation);
            (tree, treeAt) = ([.. ids ?? []], (known, on));
        }

        if (e.Recorded.Data.Stream.StartsWith($"{Unit.Kind}/", StringComparison.Ordinal))
            lastOfTree = e.Recorded.Position;
        return e.UnitIds.Any(id => id == unit || tree.Contains(id));
    }
}
