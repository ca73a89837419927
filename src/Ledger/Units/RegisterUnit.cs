using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Units;

/// <summary>Adds a unit to the tenant's tree.</summary>
/// <param name="UnitId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="Kind">A short free word: bureau, office, school…</param>
/// <param name="Level">Depth in the administrative order as the body counts it; 1 is the top.</param>
/// <param name="ParentId">The unit above from <paramref name="EffectiveFrom"/> on; null for the top.</param>
/// <param name="EffectiveFrom">First day of its existence, a date of the tenant's zone.</param>
/// <param name="RequiredCells">The cells that must have a holder.</param>
/// <param name="LevelLabels">What the unit calls its levels.</param>
public sealed record RegisterUnit(
    [Title] string NameZh, [Title] string NameEn, [Title] string Kind, int Level, [Id] string? ParentId,
    LocalDate EffectiveFrom, IReadOnlyList<RequiredCell> RequiredCells, LevelLabels? LevelLabels = null,
    [Id] string? UnitId = null, Basis? Basis = null) : ICommand
{
    /// <summary>More levels than any administration has.</summary>
    public const int LevelMax = 20;

    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Unit, UnitId);
        var parent = ParentId is null ? null : UnitTree.ParentRefusal(known, ParentId, EffectiveFrom);
        var area = RequiredCellsRules.Refusal(known, RequiredCells);
        if (exists)
            return Refusal.Exists(IdKind.Unit, UnitId!, "unitId");
        if (Level is < 1 or > LevelMax)
            return new Refusal("level-out-of-range", "level", new { from = 1, to = LevelMax });
        if ((parent ?? area) is { } refusal)
            return refusal;
        var id = UnitId ?? known.NewId();
        return Decision.Create(id, new UnitRegistered(
            id, NameZh, NameEn, Kind, Level, ParentId, EffectiveFrom, LevelLabels ?? LevelLabels.Default, RequiredCells, Basis));
    }
}

/// <summary>A unit exists from <paramref name="EffectiveFrom"/> on (inclusive). Stored as unit_registered.v1.</summary>
public sealed record UnitRegistered(
    string UnitId, string NameZh, string NameEn, string Kind, int Level, string? ParentId, LocalDate EffectiveFrom,
    LevelLabels LevelLabels, IReadOnlyList<RequiredCell> RequiredCells, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Unit.Stream(UnitId);

    IEnumerable<string> ILedgerEvent.UnitIds => ParentId is null ? [UnitId] : [UnitId, ParentId];

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Unit, UnitId)];
}
