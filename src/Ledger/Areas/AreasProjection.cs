using Ledger.Views;

namespace Ledger.Areas;

/// <summary>The catalogue of areas as rows.</summary>
public static class AreasProjection
{
    public const string Name = "areas";

    public static readonly Table<Area> Table = new("area", 1, true,
        Column.Text<Area>("area_id", r => r.AreaId),
        Column.Text<Area>("name_zh", r => r.NameZh),
        Column.Text<Area>("name_en", r => r.NameEn));

    public static IEnumerable<Area> Rows(Area area) => area == Area.Empty ? [] : [area];
}
