using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Units;

/// <summary>Ends a unit. Refused while something of it would be left hanging; else what is in force ends with it.</summary>
/// <param name="DissolvedOn">First day without it, a date of the tenant's zone.</param>
public sealed record DissolveUnit([Id] string UnitId, LocalDate DissolvedOn, [Text] string Reason, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var unit = known.Unit(UnitId);
        var concerned = known.OfUnit<IConcernsUnit>(UnitId);
        var children = known.OfUnit<Unit>(UnitId)
            .Where(u => u.UnitId != UnitId && u.ParentOn(DissolvedOn) == UnitId && u.ExistsOn(DissolvedOn))
            .Select(u => u.UnitId).ToList();
        if (unit is null)
            return Refusal.Unknown(IdKind.Unit, UnitId, "unitId");
        if (unit.DissolvedOn is { } already)
            return new Refusal("already-dissolved", "unitId", new { DissolvedOn = already });
        if (DissolvedOn <= unit.EffectiveFrom)
            return new Refusal("end-not-after-start", "dissolvedOn", new { unit.EffectiveFrom });

        var unsettled = concerned.SelectMany(c => c.Unsettled(UnitId)).ToList();
        var later = concerned.SelectMany(c => c.DatedActs(UnitId)).Where(a => a.On >= DissolvedOn).Distinct().ToList();
        if (children.Count + unsettled.Count + later.Count > 0)
            return new Refusal("unit-in-use", "dissolvedOn", new { children, unsettled, actsOnOrAfter = later });
        return Decision.Record(UnitId, [
            new UnitDissolved(UnitId, DissolvedOn, Reason, Basis, unit.ParentOn(DissolvedOn)),
            .. concerned.SelectMany(c => c.EndWithUnit(UnitId, DissolvedOn, Reason)),
        ]);
    }
}

/// <summary>A unit is no more from <paramref name="DissolvedOn"/> on. Stored as unit_dissolved.v1.</summary>
/// <param name="ParentId">The unit above it then, as known at the recording.</param>
public sealed record UnitDissolved(
    string UnitId, LocalDate DissolvedOn, string Reason, Basis? Basis = null, string? ParentId = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Unit.Stream(UnitId);

    IEnumerable<string> ILedgerEvent.UnitIds => ParentId is null ? [UnitId] : [UnitId, ParentId];

    LocalDate? ILedgerEvent.EffectiveOn => DissolvedOn;
}
