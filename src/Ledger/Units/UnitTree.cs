using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.Units;

/// <summary>What must hold of the tree on every date.</summary>
internal static class UnitTree
{
    /// <summary>Why a unit cannot be placed below another from <paramref name="from"/> on; null when it can.</summary>
    public static Refusal? ParentRefusal(Known known, string parentId, LocalDate from)
    {
        var parent = known.Unit(parentId);
        if (parent is null)
            return Refusal.Unknown(IdKind.Unit, parentId, "parentId");
        if (!parent.ExistsOn(from))
            return KnownUnits.NotInExistence(parent, from, "parentId");
        return parent.DissolvedOn is { } end ? new("parent-ends", "parentId", new { parent.UnitId, DissolvedOn = end }) : null;
    }

    /// <summary>The units above a unit on a date, the nearest first.</summary>
    public static IReadOnlyList<string> AboveOn(Known known, string unitId, LocalDate on)
    {
        var above = new List<string>();
        for (var next = known.Unit(unitId)?.ParentOn(on); next is not null && !above.Contains(next);
            next = known.Unit(next)?.ParentOn(on))
            above.Add(next);
        return above;
    }

    /// <summary>Why a unit has no say over another: on that date it does not stand above it, at any distance.</summary>
    public static Refusal? NotAbove(Known known, string byUnitId, string unitId, LocalDate on, string field)
    {
        var above = AboveOn(known, unitId, on);
        return above.Contains(byUnitId) ? null : new("not-above-the-unit", field, new { unitId, on, above });
    }

    /// <summary>The first date from <paramref name="from"/> on with a unit above itself, and the way round.</summary>
    public static (LocalDate On, IReadOnlyList<string> Path)? CycleFrom(Known known, Unit moved, LocalDate from)
    {
        var above = Above(known, moved);
        var dates = above.Values.SelectMany(u => u.Parents.Entries).Select(p => p.From).Append(from)
            .Where(d => d >= from).Distinct().Order();
        foreach (var date in dates)
        {
            var path = new List<string> { moved.UnitId };
            while (above.GetValueOrDefault(path[^1])?.ParentOn(date) is { } parent && !path.Contains(parent))
                path.Add(parent);
            if (above.GetValueOrDefault(path[^1])?.ParentOn(date) is not null)
                return (date, path);
        }

        return null;
    }

    /// <summary>The unit and every unit that is ever above it.</summary>
    private static Dictionary<string, Unit> Above(Known known, Unit moved)
    {
        var above = new Dictionary<string, Unit> { [moved.UnitId] = moved };
        var next = new Queue<Unit>([moved]);
        while (next.TryDequeue(out var unit))
            foreach (var parentId in unit.Parents.Entries.Select(p => p.Value).OfType<string>())
                if (!above.ContainsKey(parentId) && known.Unit(parentId) is { } parent)
                {
                    above.Add(parentId, parent);
                    next.Enqueue(parent);
                }

        return above;
    }
}
