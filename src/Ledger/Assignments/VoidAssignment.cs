using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;

namespace Ledger.Assignments;

/// <summary>Says that an assignment never was; what was there before it resumes, its successors stay.</summary>
/// <param name="CorrectionId">The caller's slug; left out, the ledger makes one.</param>
public sealed record VoidAssignment(
    [Id] string AssignmentId, [Text] string Reason, [Id] string? CorrectionId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var cell = known.CellOf(AssignmentId);
        var exists = known.Exists(IdKind.Correction, CorrectionId);
        if (exists)
            return Refusal.Exists(IdKind.Correction, CorrectionId!, "correctionId");
        if (cell?.Find(AssignmentId) is not { } assignment)
            return Refusal.Unknown(IdKind.Assignment, AssignmentId, "assignmentId");
        if (assignment.Voided)
            return new Refusal("already-voided", "assignmentId");
        var voided = new AssignmentVoided(CorrectionId ?? known.NewId(), AssignmentId,
            cell.UnitId, cell.AreaId, cell.Level, assignment.PersonId, Reason, Basis);
        return Decision.Record(AssignmentId, [voided, .. cell.EndWithUnit(known, voided)]);
    }
}

/// <summary>An assignment is held never to have been. Stored as assignment_voided.v1.</summary>
public sealed record AssignmentVoided(
    string CorrectionId, string AssignmentId, string UnitId, string AreaId, Level Level, string PersonId, string Reason,
    Basis? Basis = null) : ICellEvent
{
    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Correction, CorrectionId)];
}
