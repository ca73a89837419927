using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;

namespace Ledger.Areas;

/// <summary>Adds a subject of responsibility to the tenant's catalogue.</summary>
/// <param name="AreaId">The caller's slug; left out, the ledger makes one.</param>
public sealed record DefineArea([Title] string NameZh, [Title] string NameEn, [Id] string? AreaId = null, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        if (known.Exists(IdKind.Area, AreaId))
            return Refusal.Exists(IdKind.Area, AreaId!, "areaId");
        var id = AreaId ?? known.NewId();
        return Decision.Create(id, new AreaDefined(id, NameZh, NameEn, Basis));
    }
}

/// <summary>The catalogue has a new area. Stored as area_defined.v1.</summary>
public sealed record AreaDefined(string AreaId, string NameZh, string NameEn, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Area.Stream(AreaId);

    IEnumerable<string> ILedgerEvent.UnitIds => [];

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Area, AreaId)];
}
