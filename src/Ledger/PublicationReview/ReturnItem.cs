using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.PublicationReview;

/// <summary>A reviewer who is not the author gives an item back. Approvals given before count no longer: what comes next is
/// another text.</summary>
/// <param name="ReviewerId">An office-holder in office on that day.</param>
/// <param name="Gate">At which gate it failed.</param>
/// <param name="ReturnedOn">A date of the tenant's zone, from the last act on the item to the day of recording.</param>
public sealed record ReturnItem(
    [Id] string ItemId, [Id] string ReviewerId, ReviewGate Gate, LocalDate ReturnedOn, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var item = known.Item(ItemId);
        var unit = item is null ? null : known.UnitRefusal(item.UnitId, ReturnedOn, "itemId", "returnedOn");
        var reviewer = known.HolderRefusal(ReviewerId, ReturnedOn, "reviewerId");
        if (item is null)
            return Refusal.Unknown(IdKind.Item, ItemId, "itemId");
        if ((ItemRules.Published(item) ?? ItemRules.ByAuthor(item, ReviewerId) ?? unit ?? reviewer) is { } refusal)
            return refusal;
        if (item.Status == ItemState.Returned)
            return new Refusal("already-returned", "itemId", new { item.Returns[^1].ReturnedOn });
        if ((known.InTheFuture(ReturnedOn, "returnedOn")
            ?? KnownDates.TooEarly(ReturnedOn, item.LastActOn, "returnedOn")) is { } date)
            return date;
        return Decision.Record(ItemId, new ItemReturned(ItemId, item.UnitId, ReviewerId, Gate, ReturnedOn, Basis));
    }
}

/// <summary>A reviewer gave an item back on <paramref name="ReturnedOn"/>. Stored as item_returned.v1.</summary>
public sealed record ItemReturned(
    string ItemId, string UnitId, string ReviewerId, ReviewGate Gate, LocalDate ReturnedOn, Basis? Basis = null) : IItemEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => ReturnedOn;
}
