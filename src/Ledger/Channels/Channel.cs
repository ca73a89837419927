using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.Channels;

/// <summary>A place where the unit itself publishes. Who uses it and what is said there is not kept.</summary>
/// <param name="CustodianSince">The start of the last change; null while the first custodian has it.</param>
/// <param name="RecordedAt">When the ledger learned of it.</param>
/// <param name="FiledOn">The date of its filing; null while it is not filed.</param>
/// <param name="RetiredOn">First day out of use; null while it is in use.</param>
public sealed record Channel(
    string ChannelId, string UnitId, ChannelKind ChannelKind, string Name, string CustodianId, LocalDate? CustodianSince,
    bool TenOrMoreMembers, Instant RecordedAt, LocalDate? FiledOn, string? FilingNo, LocalDate? RetiredOn, long Version)
    : IState<Channel>, IConcernsUnit, IGivesDuty
{
    public static string Kind => "channel";

    public static Channel Empty { get; } = new("", "", default, "", "", null, false, default, null, null, null, 0);

    /// <summary>The latest date that an act before its retirement carries.</summary>
    public LocalDate? LastActOn => new[] { FiledOn, CustodianSince }.Max();

    public static string Stream(string channelId) => $"channel/{channelId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => new[] { FiledOn, CustodianSince, RetiredOn }
        .OfType<LocalDate>().Select(on => new DatedAct(IdKind.Channel, ChannelId, on));

    IEnumerable<ILedgerEvent> IConcernsUnit.EndWithUnit(string unitId, LocalDate dissolvedOn, string reason) =>
        RetiredOn is null ? [new ChannelRetired(ChannelId, UnitId, reason, dissolvedOn, unitId)] : [];

    Duty? IGivesDuty.DutyFrom(string personId, LocalDate from) =>
        RetiredOn is null && CustodianId == personId ? new("channels", ChannelId) : null;

    public Channel Apply(Recorded recorded) => Fold(recorded) with { Version = recorded.Version };

    private Channel Fold(Recorded recorded) => recorded.Data switch
    {
        ChannelRecorded e => new(
            e.ChannelId, e.UnitId, e.Kind, e.Name, e.CustodianId, null, e.TenOrMoreMembers, recorded.RecordedAt, null, null,
            null, 0),
        ChannelFiled e => this with { FiledOn = e.FiledOn, FilingNo = e.FilingNo },
        CustodianChanged e => this with { CustodianId = e.CustodianId, CustodianSince = e.EffectiveFrom },
        ChannelRetired e => this with { RetiredOn = e.RetiredOn },
        _ => this,
    };
}

public static class KnownChannels
{
    public static Channel? Channel(this Known known, string channelId) =>
        known.Stream<Channel>(Channels.Channel.Stream(channelId));
}

/// <summary>An event of a channel's stream.</summary>
public interface IChannelEvent : ILedgerEvent
{
    string ChannelId { get; }

    string UnitId { get; }

    string ILedgerEvent.Stream => Channel.Stream(ChannelId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];
}

internal static class ChannelRules
{
    /// <summary>Why a channel does not change any more; null while it is in use.</summary>
    public static Refusal? Retired(Channel channel, string field) =>
        channel.RetiredOn is { } on ? new("already-retired", field, new { RetiredOn = on }) : null;

    /// <summary>Why a channel cannot be named in a unit's act: nobody knows it, or it is another unit's.</summary>
    public static Refusal? NotOfUnit(Known known, string? channelId, string unitId, string field) => channelId is null
        ? null
        : known.Channel(channelId) is not { } channel
            ? Refusal.Unknown(IdKind.Channel, channelId, field)
            : channel.UnitId == unitId ? null : new("channel-of-another-unit", field, new { channelId, channel.UnitId });

    /// <summary>Why nothing can appear in a channel on a day: nobody knows it, it is another unit's, or out of use.</summary>
    public static Refusal? NotInUse(Known known, string? channelId, string unitId, LocalDate on, string field) =>
        NotOfUnit(known, channelId, unitId, field)
        ?? (channelId is not null && known.Channel(channelId) is { RetiredOn: { } end } channel && on >= end
            ? Retired(channel, field)
            : null);
}
