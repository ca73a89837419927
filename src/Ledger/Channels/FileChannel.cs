using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Channels;

/// <summary>Files a channel after approval (备案), once.</summary>
/// <param name="FilingNo">The number in the register of filings.</param>
/// <param name="ApprovedBy">An office-holder in office on that day.</param>
/// <param name="FiledOn">A date of the tenant's zone, not after the day of recording.</param>
public sealed record FileChannel(
    [Id] string ChannelId, [Title] string FilingNo, [Id] string ApprovedBy, LocalDate FiledOn, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var channel = known.Channel(ChannelId);
        var unit = channel is null ? null : known.UnitRefusal(channel.UnitId, FiledOn, "channelId", "filedOn");
        var approver = known.HolderRefusal(ApprovedBy, FiledOn, "approvedBy");
        if (channel is null)
            return Refusal.Unknown(IdKind.Channel, ChannelId, "channelId");
        if (ChannelRules.Retired(channel, "channelId") is { } retired)
            return retired;
        if (channel.FiledOn is { } already)
            return new Refusal("already-filed", "channelId", new { FiledOn = already, channel.FilingNo });
        if ((unit ?? approver ?? known.InTheFuture(FiledOn, "filedOn")) is { } refusal)
            return refusal;
        return Decision.Record(ChannelId, new ChannelFiled(ChannelId, channel.UnitId, FilingNo, ApprovedBy, FiledOn, Basis));
    }
}

/// <summary>A channel was filed on <paramref name="FiledOn"/>. Stored as channel_filed.v1.</summary>
public sealed record ChannelFiled(
    string ChannelId, string UnitId, string FilingNo, string ApprovedBy, LocalDate FiledOn, Basis? Basis = null) : IChannelEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => FiledOn;
}
