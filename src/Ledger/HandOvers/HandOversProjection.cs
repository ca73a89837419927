using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;

namespace Ledger.HandOvers;

/// <summary>Who accepted which hand-over, as rows; what is handed over follows from other rows and is asked, not
/// stored.</summary>
public static class HandOversProjection
{
    public const string Name = "hand-overs";

    public static readonly Table<HandOverRow> Table = new("hand_over", 1, true,
        Column.Text<HandOverRow>("assignment_id", r => r.AssignmentId),
        Column.Text<HandOverRow>("unit_id", r => r.UnitId),
        Column.Json<HandOverRow>("accepted", r => r.Accepted));

    public static IEnumerable<HandOverRow> Rows(HandOver h) =>
        h.Version == 0 ? [] : [new(h.AssignmentId, h.UnitId, JsonSerializer.Serialize(h.Accepted, LedgerJson.Options))];
}

/// <summary>A hand-over as readers see it.</summary>
public sealed record HandOverRow(string AssignmentId, string UnitId, string Accepted);
