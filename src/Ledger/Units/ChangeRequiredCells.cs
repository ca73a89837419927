using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Units;

/// <summary>Says anew which cells a unit requires from a date on; the list replaces the one before.</summary>
/// <param name="EffectiveFrom">First day of the list, a date of the tenant's zone; may lie in the future.</param>
public sealed record ChangeRequiredCells(
    [Id] string UnitId, IReadOnlyList<RequiredCell> RequiredCells, LocalDate EffectiveFrom, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        // The unit first: If-Match speaks of the stream that a decision asks for first.
        var unit = known.UnitRefusal(UnitId, EffectiveFrom, "unitId", "effectiveFrom");
        var area = RequiredCellsRules.Refusal(known, RequiredCells);
        return (unit ?? area) is { } refusal
            ? refusal
            : Decision.Record(UnitId, new RequiredCellsChanged(UnitId, RequiredCells, EffectiveFrom, Basis));
    }
}

/// <summary>A unit requires these cells from <paramref name="EffectiveFrom"/> on. Stored as required_cells_changed.v1.</summary>
public sealed record RequiredCellsChanged(
    string UnitId, IReadOnlyList<RequiredCell> RequiredCells, LocalDate EffectiveFrom, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Unit.Stream(UnitId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;
}

internal static class RequiredCellsRules
{
    public static Refusal? Refusal(Known known, IReadOnlyList<RequiredCell> cells)
    {
        var unknown = known.UnknownArea(cells.Select(c => c.AreaId).Distinct(), "requiredCells");
        var twice = cells.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1)?.Key;
        return unknown ?? (twice is null ? null : new Refusal("cell-listed-twice", "requiredCells", twice));
    }
}
