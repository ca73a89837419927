using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;

namespace Ledger.Channels;

/// <summary>Enters one of the unit's own channels in the register (阵地): a site, an account, a board, a work group. The
/// register holds no members and no messages.</summary>
/// <param name="CustodianId">An office-holder in office on the day of recording.</param>
/// <param name="TenOrMoreMembers">Whether ten or more people use it: such a work group is to be filed.</param>
/// <param name="ChannelId">The caller's slug; left out, the ledger makes one.</param>
public sealed record RecordChannel(
    [Id] string UnitId, ChannelKind Kind, [Title] string Name, [Id] string CustodianId, bool TenOrMoreMembers,
    [Id] string? ChannelId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Channel, ChannelId);
        var unit = known.UnitRefusal(UnitId, known.Today, "unitId", "unitId");
        var ends = known.Unit(UnitId)?.DissolvedOn;
        var custodian = known.HolderRefusal(CustodianId, known.Today, "custodianId");
        if (exists)
            return Refusal.Exists(IdKind.Channel, ChannelId!, "channelId");
        if ((unit ?? custodian) is { } refusal)
            return refusal;
        if (ends is not null)
            return new Refusal("unit-ends", "unitId", new { UnitId, DissolvedOn = ends });
        var id = ChannelId ?? known.NewId();
        return Decision.Create(id, new ChannelRecorded(id, UnitId, Kind, Name, CustodianId, TenOrMoreMembers, Basis));
    }
}

/// <summary>The register has a new channel of the unit's own. Stored as channel_recorded.v1.</summary>
public sealed record ChannelRecorded(
    string ChannelId, string UnitId, ChannelKind Kind, string Name, string CustodianId, bool TenOrMoreMembers,
    Basis? Basis = null) : IChannelEvent
{
    IEnumerable<string> ILedgerEvent.PersonIds => [CustodianId];

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Channel, ChannelId)];
}
