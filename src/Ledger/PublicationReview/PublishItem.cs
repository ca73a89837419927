using Ledger.Channels;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.PublicationReview;

/// <summary>Records that an approved item appeared. One approval is enough to record it; whether the chain was complete is
/// told by the readers, and a breach of it is not hidden by a refusal.</summary>
/// <param name="PublishedOn">A date of the tenant's zone, from the first approval that counts to the day of recording.</param>
public sealed record PublishItem([Id] string ItemId, LocalDate PublishedOn, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var item = known.Item(ItemId);
        var unit = item is null ? null : known.UnitRefusal(item.UnitId, PublishedOn, "itemId", "publishedOn");
        var channel = item is null ? null : ChannelRules.NotInUse(known, item.ChannelId, item.UnitId, PublishedOn, "itemId");
        if (item is null)
            return Refusal.Unknown(IdKind.Item, ItemId, "itemId");
        if (ItemRules.Published(item) is { } published)
            return published;
        if (item.Status != ItemState.Approved)
            return new Refusal("not-approved", "itemId", new { item.Status });
        if ((unit ?? channel ?? known.InTheFuture(PublishedOn, "publishedOn")
            ?? KnownDates.TooEarly(PublishedOn, item.InForce.Min(a => a.ApprovedOn), "publishedOn")) is { } refusal)
            return refusal;
        return Decision.Record(ItemId, new ItemPublished(ItemId, item.UnitId, PublishedOn, Basis));
    }
}

/// <summary>An item appeared on <paramref name="PublishedOn"/>. Stored as item_published.v1.</summary>
public sealed record ItemPublished(string ItemId, string UnitId, LocalDate PublishedOn, Basis? Basis = null) : IItemEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => PublishedOn;
}
