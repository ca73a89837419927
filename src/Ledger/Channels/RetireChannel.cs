using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Channels;

/// <summary>Takes a channel out of use (清理闲置), once and for good.</summary>
/// <param name="RetiredOn">First day out of use, a date of the tenant's zone: not after the day of recording, not before the
/// filing or the last change of custodian.</param>
public sealed record RetireChannel([Id] string ChannelId, [Text] string Reason, LocalDate RetiredOn, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var channel = known.Channel(ChannelId);
        var unit = channel is null ? null : known.UnitRefusal(channel.UnitId, RetiredOn, "channelId", "retiredOn");
        if (channel is null)
            return Refusal.Unknown(IdKind.Channel, ChannelId, "channelId");
        if ((ChannelRules.Retired(channel, "channelId") ?? unit ?? known.InTheFuture(RetiredOn, "retiredOn")
            ?? KnownDates.TooEarly(RetiredOn, channel.LastActOn ?? RetiredOn, "retiredOn")) is { } refusal)
            return refusal;
        return Decision.Record(ChannelId, new ChannelRetired(ChannelId, channel.UnitId, Reason, RetiredOn, Basis: Basis));
    }
}

/// <summary>A channel is out of use from <paramref name="RetiredOn"/> on. Stored as channel_retired.v1.</summary>
/// <param name="CausedByUnitId">The unit whose dissolution took it out of use.</param>
public sealed record ChannelRetired(
    string ChannelId, string UnitId, string Reason, LocalDate RetiredOn, string? CausedByUnitId = null, Basis? Basis = null)
    : IChannelEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => RetiredOn;
}
