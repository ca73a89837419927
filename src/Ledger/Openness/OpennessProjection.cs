using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Openness;

/// <summary>What units made public, as rows.</summary>
public static class OpennessProjection
{
    public const string Name = "openness-records";

    public static readonly Table<OpennessRow> Table = new("openness_record", 1, true,
        Column.Text<OpennessRow>("record_id", r => r.RecordId),
        Column.Text<OpennessRow>("unit_id", r => r.UnitId),
        Column.Text<OpennessRow>("kind", r => Codes.Of(r.Kind)),
        Column.Date<OpennessRow>("decided_on", r => r.DecidedOn),
        Column.Date<OpennessRow>("published_on", r => r.PublishedOn),
        Column.Json<OpennessRow>("document", r => r.Document));

    public static IEnumerable<OpennessRow> Rows(OpennessRecord r)
    {
        if (r.Version == 0)
            yield break;
        var document = new OpennessDocument(r.RecordId, r.UnitId, r.RecordKind, r.Title, r.DecidedOn, r.PublishedOn,
            Period.DaysBetween(r.DecidedOn, r.PublishedOn), r.ChannelId, r.Basis);
        yield return new(r.RecordId, r.UnitId, r.RecordKind, r.DecidedOn, r.PublishedOn,
            JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>A public record as readers see it.</summary>
public sealed record OpennessRow(
    string RecordId, string UnitId, OpennessKind Kind, LocalDate DecidedOn, LocalDate PublishedOn, string Document);

/// <summary>What a unit made public of its own affairs.</summary>
/// <param name="DecidedOn">A date of the tenant's zone, like <paramref name="PublishedOn"/>.</param>
/// <param name="DaysBetween">From the decision to its publication; 0 on the same day.</param>
/// <param name="ChannelId">The unit's channel; left out when it was made public otherwise.</param>
public sealed record OpennessDocument(
    string RecordId, string UnitId, OpennessKind Kind, string Title, LocalDate DecidedOn, LocalDate PublishedOn,
    int DaysBetween, string? ChannelId, Basis? Basis);
