using Ledger.Channels;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Openness;

/// <summary>Makes public what a unit decided about its own affairs (党务政务公开). The text itself is not kept.</summary>
/// <param name="DecidedOn">A date of the tenant's zone.</param>
/// <param name="PublishedOn">A date of the tenant's zone: not before the decision, not after the day of recording.</param>
/// <param name="RecordId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="ChannelId">The unit's own channel, in use on that day; left out when it was made public otherwise.</param>
public sealed record PublishRecord(
    [Id] string UnitId, OpennessKind Kind, [Title] string Title, LocalDate DecidedOn, LocalDate PublishedOn,
    [Id] string? RecordId = null, [Id] string? ChannelId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.OpennessRecord, RecordId);
        var unit = known.UnitRefusal(UnitId, PublishedOn, "unitId", "publishedOn");
        var channel = ChannelRules.NotInUse(known, ChannelId, UnitId, PublishedOn, "channelId");
        if (exists)
            return Refusal.Exists(IdKind.OpennessRecord, RecordId!, "recordId");
        if ((unit ?? channel ?? known.InTheFuture(PublishedOn, "publishedOn")
            ?? KnownDates.TooEarly(PublishedOn, DecidedOn, "publishedOn")) is { } refusal)
            return refusal;
        var id = RecordId ?? known.NewId();
        return Decision.Create(id, new RecordPublished(id, UnitId, Kind, Title, DecidedOn, PublishedOn, ChannelId, Basis));
    }
}

/// <summary>A unit made a record of its own public on <paramref name="PublishedOn"/>. Stored as record_published.v1.</summary>
public sealed record RecordPublished(
    string RecordId, string UnitId, OpennessKind Kind, string Title, LocalDate DecidedOn, LocalDate PublishedOn,
    string? ChannelId = null, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => OpennessRecord.Stream(RecordId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => PublishedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.OpennessRecord, RecordId)];
}
