using Ledger.Commands;
using Ledger.Log;

namespace Ledger.Areas;

/// <summary>A subject of responsibility.</summary>
public sealed record Area(string AreaId, string NameZh, string NameEn) : IState<Area>
{
    public static string Kind => "area";

    public static Area Empty { get; } = new("", "", "");

    public static string Stream(string areaId) => $"area/{areaId}";

    public Area Apply(Recorded recorded) => recorded.Data switch
    {
        AreaDefined e => new(e.AreaId, e.NameZh, e.NameEn),
        _ => this,
    };
}

public static class KnownAreas
{
    public static Area? Area(this Known known, string areaId) => known.Stream<Area>(Areas.Area.Stream(areaId));

    /// <summary>The refusal for the first of <paramref name="areaIds"/> that the catalogue does not have.</summary>
    public static Refusal? UnknownArea(this Known known, IEnumerable<string> areaIds, string field) => areaIds
        .Select(id => known.Area(id) is null ? Refusal.Unknown(IdKind.Area, id, field) : null)
        .ToList().FirstOrDefault(r => r is not null);
}
