using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Matrix;

/// <summary>One assignment as known at a position, with its cell.</summary>
public static class GetAssignment
{
    private const string Stream = "select stream from ledger.id where tenant_id = $1 and kind = 'assignment' and id = $4";

    public static readonly ReadRoute Route = new("/api/assignments/{assignmentId}", "GetAssignment",
        "One assignment as known, with its cell", typeof(AssignmentContent), [], Read);

    /// <summary>The cell in which an assignment stands; null for an id that nobody knows yet.</summary>
    internal static async Task<Cell?> CellOf(ReadSession session, string assignmentId, CancellationToken cancellation)
    {
        var streams = await session.Query(Stream, r => r.GetString(0), cancellation, assignmentId);
        return streams.Count == 0 ? null : (await GetCell.Fold(session, streams[0], cancellation)).Cell;
    }

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var id = session.Question.Path("assignmentId");
        if (await CellOf(session, id, cancellation) is not { } cell || cell.Find(id) is not { } a)
            return Refusal.Unknown(IdKind.Assignment, id, "assignmentId");
        return new(new AssignmentContent(
            id, cell.UnitId, cell.AreaId, cell.Level, a.PersonId, a.EffectiveFrom, a.EndsOn, a.Replaces, a.Voided, a.Basis,
            cell.Version, await GetMatrix.Cell(session, cell.UnitId, cell.AreaId, cell.Level, cancellation)));
    }
}

/// <summary>An assignment as corrected so far.</summary>
/// <param name="Version">Of the cell's stream, for <c>If-Match</c>.</param>
/// <param name="Cell">The cell on the question's date, whoever holds it then.</param>
public sealed record AssignmentContent(
    string AssignmentId, string UnitId, string AreaId, Level Level, string PersonId, LocalDate EffectiveFrom, LocalDate? EndsOn,
    string? ReplacesAssignmentId, bool Voided, Basis? Basis, long Version, CellContent Cell);
