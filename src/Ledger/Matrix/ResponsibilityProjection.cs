using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Views;
using NodaTime;

namespace Ledger.Matrix;

/// <summary>Who holds each cell on each date, as rows that are known from a position to a position.</summary>
public static class ResponsibilityProjection
{
    public const string Name = "responsibility";

    public static readonly Table<HoldingRow> Table = new("responsibility", 4, true,
        Column.Text<HoldingRow>("unit_id", r => r.UnitId),
        Column.Text<HoldingRow>("area_id", r => r.AreaId),
        Column.Text<HoldingRow>("level", r => r.Level.ToString()),
        Column.Date<HoldingRow>("valid_from", r => r.From),
        Column.Date<HoldingRow>("valid_to", r => r.To),
        Column.Text<HoldingRow>("assignment_id", r => r.AssignmentId),
        Column.Text<HoldingRow>("person_id", r => r.PersonId),
        Column.Date<HoldingRow>("effective_from", r => r.EffectiveFrom),
        Column.Date<HoldingRow>("ends_on", r => r.EndsOn));

    /// <summary>Every cell that ever had an assignment, with the version that <c>If-Match</c> speaks of.</summary>
    public static readonly Table<CellRow> Cells = new("cell", 3, true,
        Column.Text<CellRow>("unit_id", r => r.UnitId),
        Column.Text<CellRow>("area_id", r => r.AreaId),
        Column.Text<CellRow>("level", r => r.Level.ToString()),
        Column.Number<CellRow>("version", r => r.Version));

    public static IEnumerable<HoldingRow> Rows(Cell cell) => cell.Holdings().Select(p => new HoldingRow(
        cell.UnitId, cell.AreaId, cell.Level, p.From, p.To, p.Value.AssignmentId, p.Value.PersonId,
        p.Value.EffectiveFrom, p.Value.EndsOn));

    public static IEnumerable<CellRow> CellRows(Cell cell) =>
        cell.Version == 0 ? [] : [new(cell.UnitId, cell.AreaId, cell.Level, cell.Version)];
}

/// <summary>A holder over the dates from <paramref name="From"/> to <paramref name="To"/> (exclusive).</summary>
public sealed record HoldingRow(
    string UnitId, string AreaId, Level Level, LocalDate From, LocalDate To, string AssignmentId, string PersonId,
    LocalDate EffectiveFrom, LocalDate? EndsOn);

public sealed record CellRow(string UnitId, string AreaId, Level Level, long Version);
