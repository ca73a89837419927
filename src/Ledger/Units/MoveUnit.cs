using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Units;

/// <summary>Places a unit below another from a date on.</summary>
/// <param name="ParentId">The unit above; null makes it a top unit.</param>
/// <param name="EffectiveFrom">First day below it, a date of the tenant's zone; may lie in the future.</param>
public sealed record MoveUnit([Id] string UnitId, [Id] string? ParentId, LocalDate EffectiveFrom, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var unit = known.Unit(UnitId);
        var parent = ParentId is null ? null : UnitTree.ParentRefusal(known, ParentId, EffectiveFrom);
        if (known.UnitRefusal(UnitId, EffectiveFrom, "unitId", "effectiveFrom") is { } refusal)
            return refusal;
        if (parent is not null)
            return parent;
        var moved = unit! with { Parents = unit.Parents.With(EffectiveFrom, ParentId) };
        if (UnitTree.CycleFrom(known, moved, EffectiveFrom) is { } cycle)
            return new Refusal("cycle", "parentId", new { on = cycle.On, path = cycle.Path });
        return Decision.Record(UnitId, new UnitMoved(UnitId, ParentId, unit.ParentOn(EffectiveFrom), EffectiveFrom, Basis));
    }
}

/// <summary>A unit stands below another from <paramref name="EffectiveFrom"/> on. Stored as unit_moved.v1.</summary>
/// <param name="FromParentId">The unit above it until then, as known at the recording.</param>
public sealed record UnitMoved(
    string UnitId, string? ParentId, string? FromParentId, LocalDate EffectiveFrom, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Unit.Stream(UnitId);

    IEnumerable<string> ILedgerEvent.UnitIds => new[] { UnitId, ParentId, FromParentId }.OfType<string>().Distinct();

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;
}
