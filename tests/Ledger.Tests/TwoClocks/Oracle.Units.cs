using System.Text.Json.Nodes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>"Names, parent and required cells each have effective dates: the latest start on or before D wins, ties to the
/// later record."</summary>
internal sealed partial class Oracle
{
    private readonly Dictionary<string, UnitFacts> units = [];

    /// <summary>A unit and the existing units below it.</summary>
    public IReadOnlySet<string> Below(string root)
    {
        var below = new HashSet<string> { root };
        while (Existing().FirstOrDefault(u => !below.Contains(u) && Parent(u) is { } parent && below.Contains(parent)) is { } next)
            below.Add(next);
        return below;
    }

    /// <summary>A unit by its id, on every date; null when the ledger does not know it.</summary>
    public JsonObject? Unit(string unitId) =>
        Facts.OfType<UnitRegistered>().Any(u => u.UnitId == unitId) ? Json(Content(unitId)) : null;

    private IEnumerable<Row> Units() => Existing().Select(unitId => new Row("unit", unitId, unitId, Content(unitId)));

    private object Content(string unitId)
    {
        var unit = FactsOf(unitId);
        var (nameZh, nameEn) = unit.Names[InForceOrFirst(unit.Names, date)].Value;
        return new
        {
            unitId,
            nameZh,
            nameEn,
            kind = unit.Registered.Kind,
            level = unit.Registered.Level,
            parentId = Parent(unitId),
            levelLabels = unit.Labels,
            requiredCells = RequiredCells(unitId),
            effectiveFrom = unit.Start,
            dissolvedOn = unit.DissolvedOn,
            version = Version($"unit/{unitId}"),
        };
    }

    private IEnumerable<string> Existing() => Facts.OfType<UnitRegistered>().Select(u => u.UnitId).Where(Exists);

    private bool Exists(string unitId) => FactsOf(unitId) is var unit && unit.Start <= date && !(unit.DissolvedOn <= date);

    private string? Parent(string unitId) => FactsOf(unitId).Parents is var parents ? parents[InForceOrFirst(parents, date)].Value : null;

    private IReadOnlyList<RequiredCell> RequiredCells(string unitId) =>
        FactsOf(unitId).Required is var required ? required[InForceOrFirst(required, date)].Value : [];

    /// <summary>Worked out once: the questions about one unit are many.</summary>
    private UnitFacts FactsOf(string unitId)
    {
        if (units.TryGetValue(unitId, out var found))
            return found;
        var unit = new UnitFacts(Facts.OfType<UnitRegistered>().Single(u => u.UnitId == unitId));
        foreach (var recorded in log)
            switch (recorded.Data)
            {
                case UnitRenamed e when e.UnitId == unitId:
                    unit.Names.Add((e.EffectiveFrom, (e.NameZh, e.NameEn)));
                    break;
                case UnitMoved e when e.UnitId == unitId:
                    unit.Parents.Add((e.EffectiveFrom, e.ParentId));
                    break;
                case RequiredCellsChanged e when e.UnitId == unitId:
                    unit.Required.Add((e.EffectiveFrom, e.RequiredCells));
                    break;
                case UnitDissolved e when e.UnitId == unitId:
                    unit.DissolvedOn = e.DissolvedOn;
                    break;
                case UnitCorrected e when e.UnitId == unitId:
                    unit.Correct(e.Changes, DayOf(recorded));
                    break;
                default:
                    break;
            }

        return units[unitId] = unit;
    }

    private sealed class UnitFacts(UnitRegistered registered)
    {
        public UnitRegistered Registered => registered;

        public LocalDate Start { get; private set; } = registered.EffectiveFrom;

        public LocalDate? DissolvedOn { get; set; }

        public LevelLabels Labels { get; private set; } = registered.LevelLabels;

        public List<(LocalDate From, (string Zh, string En) Value)> Names { get; } =
            [(registered.EffectiveFrom, (registered.NameZh, registered.NameEn))];

        public List<(LocalDate From, string? Value)> Parents { get; } = [(registered.EffectiveFrom, registered.ParentId)];

        public List<(LocalDate From, IReadOnlyList<RequiredCell> Value)> Required { get; } =
            [(registered.EffectiveFrom, registered.RequiredCells)];

        /// <summary>Names correct the one in force on the day of recording, or the first to come; the start is the unit's.</summary>
        public void Correct(UnitChanges changes, LocalDate today)
        {
            var meant = InForceOrFirst(Names, today);
            var (from, (zh, en)) = Names[meant];
            Names[meant] = (from, (changes.NameZh.IsGiven ? changes.NameZh.Value : zh, changes.NameEn.IsGiven ? changes.NameEn.Value : en));
            if (changes.LevelLabels.IsGiven)
                Labels = changes.LevelLabels.Value;
            if (!changes.EffectiveFrom.IsGiven)
                return;
            Start = changes.EffectiveFrom.Value;
            Names[0] = (Start, Names[0].Value);
            Parents[0] = (Start, Parents[0].Value);
            Required[0] = (Start, Required[0].Value);
        }
    }
}
