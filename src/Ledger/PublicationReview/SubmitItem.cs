using Ledger.Channels;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.PublicationReview;

/// <summary>Hands in an item that the unit itself wants to publish. Its text stays with the unit.</summary>
/// <param name="AuthorId">An office-holder in office on that day.</param>
/// <param name="SubmittedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="ItemId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="ChannelId">The unit's channel in which it shall appear.</param>
public sealed record SubmitItem(
    [Id] string UnitId, ItemClass Class, [Title] string Title, [Id] string AuthorId, LocalDate SubmittedOn,
    [Id] string? ItemId = null, [Id] string? ChannelId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Item, ItemId);
        var unit = known.UnitRefusal(UnitId, SubmittedOn, "unitId", "submittedOn");
        var author = known.HolderRefusal(AuthorId, SubmittedOn, "authorId");
        var channel = ChannelRules.NotInUse(known, ChannelId, UnitId, SubmittedOn, "channelId");
        if (exists)
            return Refusal.Exists(IdKind.Item, ItemId!, "itemId");
        if ((unit ?? author ?? channel ?? known.InTheFuture(SubmittedOn, "submittedOn")) is { } refusal)
            return refusal;
        var id = ItemId ?? known.NewId();
        return Decision.Create(id, new ItemSubmitted(id, UnitId, Class, Title, AuthorId, SubmittedOn, ChannelId, Basis));
    }
}

/// <summary>An item waits for review. Stored as item_submitted.v1.</summary>
public sealed record ItemSubmitted(
    string ItemId, string UnitId, ItemClass Class, string Title, string AuthorId, LocalDate SubmittedOn,
    string? ChannelId = null, Basis? Basis = null) : IItemEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => SubmittedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Item, ItemId)];
}
