using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.PublicationReview;

/// <summary>A reviewer who is not the author lets an item pass; again only to add a gate. Readers tell whether all who must
/// have done so.</summary>
/// <param name="ReviewerId">An office-holder in office on that day.</param>
/// <param name="Gates">What the reviewer looked at, each once.</param>
/// <param name="ApprovedOn">A date of the tenant's zone, from the submission, or the last return, to the day of recording.</param>
public sealed record ApproveItem(
    [Id] string ItemId, [Id] string ReviewerId, IReadOnlyList<ReviewGate> Gates, LocalDate ApprovedOn, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var item = known.Item(ItemId);
        var unit = item is null ? null : known.UnitRefusal(item.UnitId, ApprovedOn, "itemId", "approvedOn");
        var reviewer = known.HolderRefusal(ReviewerId, ApprovedOn, "reviewerId");
        if (item is null)
            return Refusal.Unknown(IdKind.Item, ItemId, "itemId");
        if ((ItemRules.Published(item) ?? ItemRules.ByAuthor(item, ReviewerId) ?? unit ?? reviewer) is { } refusal)
            return refusal;
        var own = item.InForce.Where(a => a.ReviewerId == ReviewerId).ToList();
        if (own.Count > 0 && Gates.All(g => own.Any(a => a.Gates.Contains(g))))
            return new Refusal("already-approved", "reviewerId", new { own[^1].ApprovedOn });
        if ((Refusal.ListedTwice(Gates, "gates") ?? known.InTheFuture(ApprovedOn, "approvedOn")
            ?? KnownDates.TooEarly(ApprovedOn, item.HandedInOn, "approvedOn")) is { } broken)
            return broken;
        return Decision.Record(ItemId, new ItemApproved(ItemId, item.UnitId, ReviewerId, Gates, ApprovedOn, Basis));
    }
}

/// <summary>A reviewer let an item pass on <paramref name="ApprovedOn"/>. Stored as item_approved.v1.</summary>
public sealed record ItemApproved(
    string ItemId, string UnitId, string ReviewerId, IReadOnlyList<ReviewGate> Gates, LocalDate ApprovedOn, Basis? Basis = null)
    : IItemEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => ApprovedOn;
}
