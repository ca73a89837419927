using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Assignments;

/// <summary>Ends an assignment; from that day the cell is vacant unless another assignment has started.</summary>
/// <param name="EndsOn">First day no longer held, a date of the tenant's zone; after the start, in the past or the future.</param>
public sealed record EndAssignment([Id] string AssignmentId, LocalDate EndsOn, [Text] string Reason, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        if (known.CellOf(AssignmentId) is not { } cell || cell.Find(AssignmentId) is not { } assignment)
            return Refusal.Unknown(IdKind.Assignment, AssignmentId, "assignmentId");
        if (assignment.Voided)
            return new Refusal("already-voided", "assignmentId");
        if (assignment.EndsOn is { } already)
            return new Refusal("already-ended", "assignmentId", new { EndsOn = already });
        if (EndsOn <= assignment.EffectiveFrom)
            return new Refusal("end-not-after-start", "endsOn", new { assignment.EffectiveFrom });
        return Decision.Record(AssignmentId, cell.Ended(assignment, EndsOn, Reason) with { Basis = Basis });
    }
}

/// <summary>A holder's last day was the one before <paramref name="EndsOn"/>. Stored as assignment_ended.v1.</summary>
/// <param name="CausedByUnitId">The unit whose dissolution ended it.</param>
public sealed record AssignmentEnded(
    string AssignmentId, string UnitId, string AreaId, Level Level, string PersonId, LocalDate EndsOn, string Reason,
    Basis? Basis = null, string? CausedByUnitId = null) : ICellEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => EndsOn;
}
