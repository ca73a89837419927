using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.PublicationReview;

/// <summary>Items under review as rows. Whether those who approved were the right ones follows from the matrix and is asked,
/// not stored.</summary>
public static class ReleaseItemsProjection
{
    public const string Name = "release-items";

    public static readonly Table<ItemRow> Table = new("release_item", 1, true,
        Column.Text<ItemRow>("item_id", r => r.ItemId),
        Column.Text<ItemRow>("unit_id", r => r.UnitId),
        Column.Text<ItemRow>("class", r => Codes.Of(r.Class)),
        Column.Text<ItemRow>("status", r => Codes.Of(r.Status)),
        Column.Date<ItemRow>("published_on", r => r.PublishedOn),
        Column.Flag<ItemRow>("all_gates", r => r.AllGates),
        Column.Json<ItemRow>("in_force", r => r.InForce),
        Column.Json<ItemRow>("document", r => r.Document));

    public static IEnumerable<ItemRow> Rows(ReleaseItem i)
    {
        if (i.Version == 0)
            yield break;
        var document = new ItemDocument(i.ItemId, i.UnitId, i.Class, i.Title, i.ChannelId, i.AuthorId, i.SubmittedOn, i.Status,
            i.Approvals, i.Returns, i.PublishedOn, false, i.Version);
        yield return new(i.ItemId, i.UnitId, i.Class, i.Status, i.PublishedOn,
            Enum.GetValues<ReviewGate>().All(g => i.InForce.Any(a => a.Gates.Contains(g))),
            JsonSerializer.Serialize(i.InForce, LedgerJson.Options), JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>An item as readers see it.</summary>
/// <param name="AllGates">The approvals that count tick all three gates.</param>
/// <param name="InForce">The approvals that count.</param>
public sealed record ItemRow(
    string ItemId, string UnitId, ItemClass Class, ItemState Status, LocalDate? PublishedOn, bool AllGates, string InForce,
    string Document);

/// <summary>An item of the unit's own.</summary>
/// <param name="SubmittedOn">A date of the tenant's zone.</param>
/// <param name="Approvals">All that were given; those before the last return or after the publication do not count.</param>
/// <param name="ChainComplete">Whether the approvals that count are those that its class asks for, all three gates
/// ticked.</param>
public sealed record ItemDocument(
    string ItemId, string UnitId, ItemClass Class, string Title, string? ChannelId, string AuthorId, LocalDate SubmittedOn,
    ItemState Status, IReadOnlyList<Approval> Approvals, IReadOnlyList<Return> Returns, LocalDate? PublishedOn,
    bool ChainComplete, long Version);
