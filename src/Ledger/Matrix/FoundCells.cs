using Ledger.Areas;
using Ledger.Reads;
using Npgsql;

namespace Ledger.Matrix;

/// <summary>Puts cells together from the rows that say who holds one, which version it has, and that it is required.</summary>
internal sealed class FoundCells
{
    private readonly Dictionary<string, Dictionary<(string AreaId, Level Level), Found>> units = [];
    private (string Id, Dictionary<(string AreaId, Level Level), Found> Cells) last = ("", []);

    /// <summary>Takes a row: the cell's unit, area and level, what is said, the version, and the holder's columns.</summary>
    public void Take(NpgsqlDataReader r)
    {
        var cell = Of(r.GetString(0), r.GetString(1), Enum.Parse<Level>(r.GetString(2)));
        switch (r.GetString(3))
        {
            case "held":
                cell.Holder = new(r.GetString(5), r.TextOrNull(6), r.TextOrNull(11), r.GetString(7), r.Date(8), r.DateOrNull(9),
                    r.DateOrNull(10));
                break;
            case "version":
                cell.Version = r.GetInt64(4);
                break;
            case "required":
                cell.Required = true;
                break;
            case var what:
                throw new InvalidOperationException($"A row of the matrix says '{what}'.");
        }
    }

    /// <summary>Every cell that is required or held, by unit, area and level.</summary>
    public IReadOnlyList<CellContent> InOrder() =>
    [
        .. from unit in units.OrderBy(u => u.Key, StringComparer.Ordinal)
           from cell in unit.Value.OrderBy(c => c.Key.AreaId, StringComparer.Ordinal).ThenBy(c => c.Key.Level)
           where cell.Value.Required || cell.Value.Holder is not null
           select new CellContent(
               unit.Key, cell.Key.AreaId, cell.Key.Level, cell.Value.Required, cell.Value.Version, cell.Value.Holder),
    ];

    private Found Of(string unitId, string areaId, Level level)
    {
        if (last.Id != unitId)
        {
            if (!units.TryGetValue(unitId, out var cells))
                units.Add(unitId, cells = []);
            last = (unitId, cells);
        }

        if (!last.Cells.TryGetValue((areaId, level), out var found))
            last.Cells.Add((areaId, level), found = new());
        return found;
    }

    private sealed class Found
    {
        public bool Required { get; set; }

        public long Version { get; set; }

        public HolderContent? Holder { get; set; }
    }
}
