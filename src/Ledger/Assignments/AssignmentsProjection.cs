using Ledger.Areas;
using Ledger.Views;
using NodaTime;

namespace Ledger.Assignments;

/// <summary>Every assignment as recorded and corrected so far, voided ones too.</summary>
public static class AssignmentsProjection
{
    public const string Name = "assignments";

    public static readonly Table<AssignmentRow> Table = new("assignment", 1, true,
        Column.Text<AssignmentRow>("assignment_id", r => r.AssignmentId),
        Column.Text<AssignmentRow>("unit_id", r => r.UnitId),
        Column.Text<AssignmentRow>("area_id", r => r.AreaId),
        Column.Text<AssignmentRow>("level", r => r.Level.ToString()),
        Column.Text<AssignmentRow>("person_id", r => r.PersonId),
        Column.Date<AssignmentRow>("effective_from", r => r.EffectiveFrom),
        Column.Date<AssignmentRow>("ends_on", r => r.EndsOn),
        Column.Text<AssignmentRow>("replaces", r => r.Replaces),
        Column.Flag<AssignmentRow>("voided", r => r.Voided),
        Column.Instant<AssignmentRow>("recorded_at", r => r.RecordedAt));

    public static IEnumerable<AssignmentRow> Rows(Cell cell) => cell.Assignments.Select(a => new AssignmentRow(
        a.AssignmentId, cell.UnitId, cell.AreaId, cell.Level, a.PersonId, a.EffectiveFrom, a.EndsOn, a.Replaces, a.Voided,
        a.RecordedAt));
}

/// <param name="EndsOn">First day no longer held, when an end is known.</param>
/// <param name="RecordedAt">When the ledger learned of it.</param>
public sealed record AssignmentRow(
    string AssignmentId, string UnitId, string AreaId, Level Level, string PersonId, LocalDate EffectiveFrom,
    LocalDate? EndsOn, string? Replaces, bool Voided, Instant RecordedAt);
