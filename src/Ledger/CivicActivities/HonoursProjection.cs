using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.CivicActivities;

/// <summary>Honours that units received, as rows.</summary>
public static class HonoursProjection
{
    public const string Name = "honours";

    public static readonly Table<HonourRow> Table = new("honour", 1, true,
        Column.Text<HonourRow>("honour_id", r => r.HonourId),
        Column.Text<HonourRow>("unit_id", r => r.UnitId),
        Column.Date<HonourRow>("received_on", r => r.ReceivedOn),
        Column.Json<HonourRow>("document", r => r.Document));

    public static IEnumerable<HonourRow> Rows(Honour h)
    {
        if (h.Version == 0)
            yield break;
        var document = new HonourDocument(h.HonourId, h.UnitId, h.Title, h.AwardedBy, h.ReceivedOn, h.Basis);
        yield return new(h.HonourId, h.UnitId, h.ReceivedOn, JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>An honour as readers see it.</summary>
public sealed record HonourRow(string HonourId, string UnitId, LocalDate ReceivedOn, string Document);

/// <summary>An honour that a unit received.</summary>
/// <param name="ReceivedOn">A date of the tenant's zone.</param>
public sealed record HonourDocument(
    string HonourId, string UnitId, string Title, string AwardedBy, LocalDate ReceivedOn, Basis? Basis);
