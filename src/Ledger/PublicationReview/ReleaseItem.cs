using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.PublicationReview;

/// <summary>An item of the unit's own, from being handed in to being published.</summary>
/// <param name="Approvals">All that were given, in order of recording.</param>
/// <param name="ApprovalsBefore">How many of them were given before the last return, and count no longer.</param>
public sealed record ReleaseItem(
    string ItemId, string UnitId, ItemClass Class, string Title, string? ChannelId, string AuthorId, LocalDate SubmittedOn,
    ItemState Status, IReadOnlyList<Approval> Approvals, int ApprovalsBefore, IReadOnlyList<Return> Returns,
    LocalDate? PublishedOn, long Version) : IState<ReleaseItem>, IConcernsUnit
{
    public static string Kind => "item";

    public static ReleaseItem Empty { get; } = new(
        "", "", default, "", null, "", default, default, [], 0, [], null, 0);

    /// <summary>The approvals that count: those since the last return, not dated after the publication.</summary>
    public IEnumerable<Approval> InForce =>
        Approvals.Skip(ApprovalsBefore).Where(a => PublishedOn is not { } on || a.ApprovedOn <= on);

    /// <summary>Since when it lies with the reviewers as it is.</summary>
    public LocalDate HandedInOn => Returns.Count == 0 ? SubmittedOn : Returns[^1].ReturnedOn;

    /// <summary>The latest date that an act before its publication carries.</summary>
    public LocalDate LastActOn => InForce.Select(a => a.ApprovedOn).Append(HandedInOn).Max();

    public static string Stream(string itemId) => $"item/{itemId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => Approvals.Select(a => a.ApprovedOn)
        .Concat(Returns.Select(r => r.ReturnedOn)).Append(SubmittedOn).Append(PublishedOn ?? SubmittedOn)
        .Select(on => new DatedAct(IdKind.Item, ItemId, on));

    public ReleaseItem Apply(Recorded recorded) => Fold(recorded.Data) with { Version = recorded.Version };

    private ReleaseItem Fold(ILedgerEvent data) => data switch
    {
        ItemSubmitted e => new(e.ItemId, e.UnitId, e.Class, e.Title, e.ChannelId, e.AuthorId, e.SubmittedOn,
            ItemState.Submitted, [], 0, [], null, 0),
        ItemApproved e => this with
        {
            Status = ItemState.Approved,
            Approvals = [.. Approvals, new(e.ReviewerId, e.Gates, e.ApprovedOn)],
        },
        ItemReturned e => this with
        {
            Status = ItemState.Returned,
            ApprovalsBefore = Approvals.Count,
            Returns = [.. Returns, new(e.ReviewerId, e.Gate, e.ReturnedOn)],
        },
        ItemPublished e => this with { Status = ItemState.Published, PublishedOn = e.PublishedOn },
        _ => this,
    };
}

/// <summary>A reviewer let the item pass.</summary>
public sealed record Approval(string ReviewerId, IReadOnlyList<ReviewGate> Gates, LocalDate ApprovedOn);

/// <summary>A reviewer gave the item back.</summary>
public sealed record Return(string ReviewerId, ReviewGate Gate, LocalDate ReturnedOn);

public static class KnownItems
{
    public static ReleaseItem? Item(this Known known, string itemId) =>
        known.Stream<ReleaseItem>(ReleaseItem.Stream(itemId));
}

/// <summary>An event of an item's stream.</summary>
public interface IItemEvent : ILedgerEvent
{
    string ItemId { get; }

    string UnitId { get; }

    string ILedgerEvent.Stream => ReleaseItem.Stream(ItemId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];
}

internal static class ItemRules
{
    /// <summary>Why an item is no longer reviewed; null while it is.</summary>
    public static Refusal? Published(ReleaseItem item) =>
        item.PublishedOn is { } on ? new("already-published", "itemId", new { PublishedOn = on }) : null;

    /// <summary>Nobody reviews an item of their own.</summary>
    public static Refusal? ByAuthor(ReleaseItem item, string reviewerId) =>
        reviewerId == item.AuthorId ? new("reviewer-is-author", "reviewerId", new { item.AuthorId }) : null;
}
