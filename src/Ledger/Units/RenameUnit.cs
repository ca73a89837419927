using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Units;

/// <summary>Gives a unit another name from a date on.</summary>
/// <param name="EffectiveFrom">First day of the name, a date of the tenant's zone; may lie in the future.</param>
public sealed record RenameUnit(
    [Id] string UnitId, [Title] string NameZh, [Title] string NameEn, LocalDate EffectiveFrom, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known) =>
        known.UnitRefusal(UnitId, EffectiveFrom, "unitId", "effectiveFrom") is { } refusal
            ? refusal
            : Decision.Record(UnitId, new UnitRenamed(UnitId, NameZh, NameEn, EffectiveFrom, Basis));
}

/// <summary>A unit is called otherwise from <paramref name="EffectiveFrom"/> on. Stored as unit_renamed.v1.</summary>
public sealed record UnitRenamed(
    string UnitId, string NameZh, string NameEn, LocalDate EffectiveFrom, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Unit.Stream(UnitId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;
}
