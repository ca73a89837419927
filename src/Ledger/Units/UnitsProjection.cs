using System.Text.Json;
using Ledger.Areas;
using Ledger.Clocks;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Units;

/// <summary>What a unit is on each date, and what it requires, as rows.</summary>
public static class UnitsProjection
{
    public const string Name = "units";

    public static readonly Table<UnitRow> Table = new("unit", 2, true,
        Column.Text<UnitRow>("unit_id", r => r.UnitId),
        Column.Date<UnitRow>("valid_from", r => r.From),
        Column.Date<UnitRow>("valid_to", r => r.To),
        Column.Text<UnitRow>("name_zh", r => r.NameZh),
        Column.Text<UnitRow>("name_en", r => r.NameEn),
        Column.Text<UnitRow>("kind", r => r.Kind),
        Column.Number<UnitRow>("level", r => r.Level),
        Column.Text<UnitRow>("parent_id", r => r.ParentId),
        Column.Json<UnitRow>("level_labels", r => r.LevelLabels),
        Column.Json<UnitRow>("required_cells", r => r.RequiredCells),
        Column.Date<UnitRow>("effective_from", r => r.EffectiveFrom),
        Column.Date<UnitRow>("dissolved_on", r => r.DissolvedOn),
        Column.Number<UnitRow>("version", r => r.Version));

    public static readonly Table<RequiredCellRow> RequiredCells = new("required_cell", 4, true,
        Column.Text<RequiredCellRow>("unit_id", r => r.UnitId),
        Column.Text<RequiredCellRow>("area_id", r => r.AreaId),
        Column.Text<RequiredCellRow>("level", r => r.Level.ToString()),
        Column.Date<RequiredCellRow>("valid_from", r => r.From),
        Column.Date<RequiredCellRow>("valid_to", r => r.To));

    /// <summary>A unit's names, parents and cells over all time: by its id it is found on every date.</summary>
    public static IEnumerable<UnitRow> Rows(Unit unit)
    {
        if (unit.Version == 0)
            yield break;
        var starts = unit.Names.Entries.Select(e => e.From).Concat(unit.Parents.Entries.Select(e => e.From))
            .Concat(unit.Required.Entries.Select(e => e.From)).Distinct().Order().ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var on = starts[i];
            var name = unit.Names.On(on)!.Value;
            yield return new(
                unit.UnitId, i == 0 ? Forever.Start : on, i + 1 < starts.Count ? starts[i + 1] : Forever.End,
                name.Zh, name.En, unit.UnitKind, unit.Rank, unit.ParentOn(on), Json(unit.Labels),
                Json(unit.Required.On(on)!.Value), unit.EffectiveFrom, unit.DissolvedOn, unit.Version);
        }
    }

    /// <summary>What a unit requires while it exists.</summary>
    public static IEnumerable<RequiredCellRow> RequiredCellRows(Unit unit) =>
        from period in unit.Required.Periods()
        let to = LocalDate.Min(period.To, unit.DissolvedOn ?? Forever.End)
        where period.From < to
        from cell in period.Value
        select new RequiredCellRow(unit.UnitId, cell.AreaId, cell.Level, period.From, to);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, LedgerJson.Options);
}

/// <summary>A unit over the dates from <paramref name="From"/> to <paramref name="To"/> (exclusive).</summary>
public sealed record UnitRow(
    string UnitId, LocalDate From, LocalDate To, string NameZh, string NameEn, string Kind, long Level, string? ParentId,
    string LevelLabels, string RequiredCells, LocalDate EffectiveFrom, LocalDate? DissolvedOn, long Version);

public sealed record RequiredCellRow(string UnitId, string AreaId, Level Level, LocalDate From, LocalDate To);
