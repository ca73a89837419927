using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Assignments;

/// <summary>Puts right what was recorded wrongly of an assignment; what was known before stays in the record. The cell
/// is never corrected: void and assign.</summary>
/// <param name="CorrectionId">The caller's slug; left out, the ledger makes one.</param>
public sealed record CorrectAssignment(
    [Id] string AssignmentId, AssignmentChanges Changes, [Text] string Reason, [Id] string? CorrectionId = null,
    Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var cell = known.CellOf(AssignmentId);
        var exists = known.Exists(IdKind.Correction, CorrectionId);
        var before = cell?.Find(AssignmentId);
        var after = before?.Corrected(Changes);
        var person = after is null ? null : known.HolderRefusal(after.PersonId, after.EffectiveFrom,
            Changes.PersonId.IsGiven ? "changes.personId" : "changes.effectiveFrom");
        var unit = after is null ? null : known.UnitRefusal(
            cell!.UnitId, after.EffectiveFrom, "assignmentId", "changes.effectiveFrom");
        if (exists)
            return Refusal.Exists(IdKind.Correction, CorrectionId!, "correctionId");
        if (cell is null || before is null || after is null)
            return Refusal.Unknown(IdKind.Assignment, AssignmentId, "assignmentId");
        if (Changes.MovesCell)
            return new Refusal("void-and-assign", "changes", new { cell.UnitId, cell.AreaId, cell.Level });
        if (Changes == default(AssignmentChanges))
            return new Refusal("nothing-to-correct", "changes");
        if (before.Voided)
            return new Refusal("already-voided", "assignmentId");
        if (Changes.EndsOn.IsGiven && before.EndsOn is null)
            return new Refusal("not-ended", "changes.endsOn");
        if (after.EndsOn <= after.EffectiveFrom)
            return new Refusal("start-not-before-end", Changes.EffectiveFrom.IsGiven ? "changes.effectiveFrom" : "changes.endsOn",
                new { after.EffectiveFrom, after.EndsOn });
        if (Changes.TouchesOffice && (person ?? unit) is { } refusal)
            return refusal;

        var corrected = new AssignmentCorrected(CorrectionId ?? known.NewId(), AssignmentId, cell.UnitId, cell.AreaId,
            cell.Level, after.PersonId, Changes, Reason, Basis);
        var displaced = cell.DisplacedBy(AssignmentId, cell.Apply(new(0, cell.Version + 1, known.Now, corrected)));
        corrected = corrected with { Displaced = displaced.Count == 0 ? null : displaced };
        return Decision.Record(AssignmentId, [corrected, .. cell.EndWithUnit(known, corrected)]) with
        {
            Displaced = corrected.Displaced,
        };
    }
}

/// <summary>The members to put right; what is left out stays.</summary>
/// <param name="EndsOn">Only for an assignment that was ended; null takes the end back.</param>
/// <param name="UnitId">Never: void the assignment and assign anew. Taken so that the refusal can say so.</param>
public readonly record struct AssignmentChanges(
    [Id] Optional<string> PersonId = default, Optional<LocalDate> EffectiveFrom = default,
    Optional<LocalDate?> EndsOn = default, Optional<Basis> Basis = default,
    [Id] Optional<string> UnitId = default, [Id] Optional<string> AreaId = default, Optional<Level> Level = default)
{
    internal bool MovesCell => UnitId.IsGiven || AreaId.IsGiven || Level.IsGiven;

    internal bool TouchesOffice => PersonId.IsGiven || EffectiveFrom.IsGiven;
}

/// <summary>What was recorded of an assignment is put right from here on. Stored as assignment_corrected.v1.</summary>
/// <param name="PersonId">The holder after the correction.</param>
/// <param name="Displaced">The assignments that lost days by it, as known at the recording.</param>
public sealed record AssignmentCorrected(
    string CorrectionId, string AssignmentId, string UnitId, string AreaId, Level Level, string PersonId,
    AssignmentChanges Changes, string Reason, Basis? Basis = null, IReadOnlyList<Displaced>? Displaced = null) : ICellEvent
{
    IEnumerable<string> ILedgerEvent.PersonIds => [PersonId];

    LocalDate? ILedgerEvent.EffectiveOn => Changes.EffectiveFrom.IsGiven ? Changes.EffectiveFrom.Value : Changes.EndsOn.Or(null);

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Correction, CorrectionId)];
}
