using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Channels;

/// <summary>Gives a channel in use to another custodian.</summary>
/// <param name="CustodianId">An office-holder in office on that day.</param>
/// <param name="EffectiveFrom">First day of the new custodian, a date of the tenant's zone: not after the day of recording
/// and not before the last change.</param>
public sealed record ChangeCustodian(
    [Id] string ChannelId, [Id] string CustodianId, LocalDate EffectiveFrom, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var channel = known.Channel(ChannelId);
        var unit = channel is null ? null : known.UnitRefusal(channel.UnitId, EffectiveFrom, "channelId", "effectiveFrom");
        var custodian = known.HolderRefusal(CustodianId, EffectiveFrom, "custodianId");
        if (channel is null)
            return Refusal.Unknown(IdKind.Channel, ChannelId, "channelId");
        if ((ChannelRules.Retired(channel, "channelId") ?? unit ?? custodian) is { } refusal)
            return refusal;
        if (CustodianId == channel.CustodianId)
            return new Refusal("already-custodian", "custodianId");
        if ((known.InTheFuture(EffectiveFrom, "effectiveFrom")
            ?? KnownDates.TooEarly(EffectiveFrom, channel.CustodianSince ?? EffectiveFrom, "effectiveFrom")) is { } date)
            return date;
        return Decision.Record(ChannelId, new CustodianChanged(
            ChannelId, channel.UnitId, channel.CustodianId, CustodianId, EffectiveFrom, Basis));
    }
}

/// <summary>A channel has another custodian from <paramref name="EffectiveFrom"/> on (inclusive). Stored as
/// custodian_changed.v1.</summary>
public sealed record CustodianChanged(
    string ChannelId, string UnitId, string FromCustodianId, string CustodianId, LocalDate EffectiveFrom, Basis? Basis = null)
    : IChannelEvent
{
    IEnumerable<string> ILedgerEvent.PersonIds => [CustodianId];

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;
}
