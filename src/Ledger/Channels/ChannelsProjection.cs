using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Channels;

/// <summary>The register of channels as rows; their state follows the known clock alone.</summary>
public static class ChannelsProjection
{
    public const string Name = "channels";

    public static readonly Table<ChannelRow> Table = new("channel", 1, true,
        Column.Text<ChannelRow>("channel_id", r => r.ChannelId),
        Column.Text<ChannelRow>("unit_id", r => r.UnitId),
        Column.Text<ChannelRow>("kind", r => Codes.Of(r.Kind)),
        Column.Text<ChannelRow>("status", r => Codes.Of(r.Status)),
        Column.Text<ChannelRow>("custodian_id", r => r.CustodianId),
        Column.Instant<ChannelRow>("recorded_at", r => r.RecordedAt),
        Column.Date<ChannelRow>("filed_on", r => r.FiledOn),
        Column.Date<ChannelRow>("retired_on", r => r.RetiredOn),
        Column.Json<ChannelRow>("document", r => r.Document));

    public static IEnumerable<ChannelRow> Rows(Channel c)
    {
        if (c.Version == 0)
            yield break;
        var status = c.RetiredOn is null ? ChannelState.Active : ChannelState.Retired;
        var document = new ChannelDocument(c.ChannelId, c.UnitId, c.ChannelKind, c.Name, c.CustodianId, c.TenOrMoreMembers,
            c.FiledOn, c.FilingNo, c.RetiredOn, status, c.Version);
        yield return new(c.ChannelId, c.UnitId, c.ChannelKind, status, c.CustodianId, c.RecordedAt, c.FiledOn, c.RetiredOn,
            JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>A channel as readers see it.</summary>
public sealed record ChannelRow(
    string ChannelId, string UnitId, ChannelKind Kind, ChannelState Status, string CustodianId, Instant RecordedAt,
    LocalDate? FiledOn, LocalDate? RetiredOn, string Document);

/// <summary>A channel of the unit's own.</summary>
/// <param name="CustodianId">Who looks after it, as last recorded.</param>
/// <param name="FiledOn">A date of the tenant's zone; left out while it is not filed.</param>
/// <param name="RetiredOn">First day out of use; left out while it is in use.</param>
public sealed record ChannelDocument(
    string ChannelId, string UnitId, ChannelKind Kind, string Name, string CustodianId, bool TenOrMoreMembers,
    LocalDate? FiledOn, string? FilingNo, LocalDate? RetiredOn, ChannelState Status, long Version);
