using Ledger.Commands;
using Ledger.Inspections;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime;

namespace Ledger.Accountability;

/// <summary>Records a measure against an office-holder for a duty not done (追责问责). The duty is named by a task or a
/// finding of the unit; there is no case without one.</summary>
/// <param name="Form">A short free word, such as 提醒谈话 or 批评教育.</param>
/// <param name="Ground">Which duty was not done.</param>
/// <param name="Cause">Why it was not done.</param>
/// <param name="DecidedOn">A date of the tenant's zone: not before the inspection that found it, not after the day of
/// recording.</param>
/// <param name="CaseId">The caller's slug; left out, the ledger makes one.</param>
public sealed record RecordAccountability(
    [Id] string UnitId, [Id] string PersonId, [Title] string Form, [Text] string Ground, [Text] string Cause,
    LocalDate DecidedOn, [Id] string? CaseId = null, [Id] string? TaskId = null, [Id] string? FindingId = null,
    Basis? Basis = null) : ICommand
{
    private static readonly string[] Duties = ["taskId", "findingId"];

    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Case, CaseId);
        var unit = known.UnitRefusal(UnitId, DecidedOn, "unitId", "decidedOn");
        var person = known.UnknownPerson([PersonId], "personId");
        var task = TaskId is null ? null : TaskRules.NotOfUnit(known, TaskId, UnitId, "taskId");
        var finding = FindingId is null ? null : known.FindingRefusal(FindingId, UnitId, "findingId");
        var found = FindingId is null ? null : known.Holding<Inspection>(IdKind.Finding, FindingId);
        if (exists)
            return Refusal.Exists(IdKind.Case, CaseId!, "caseId");
        if (TaskId is null && FindingId is null)
            return new Refusal("duty-not-named", "taskId", new { oneOf = Duties });
        if ((unit ?? person ?? task ?? finding ?? known.InTheFuture(DecidedOn, "decidedOn")
            ?? KnownDates.TooEarly(DecidedOn, found?.InspectedOn ?? DecidedOn, "decidedOn")) is { } refusal)
            return refusal;
        var id = CaseId ?? known.NewId();
        return Decision.Create(id, new AccountabilityRecorded(
            id, UnitId, PersonId, Form, Ground, Cause, DecidedOn, TaskId, FindingId, Basis));
    }
}

/// <summary>An office-holder was called to account on <paramref name="DecidedOn"/>. Stored as
/// accountability_recorded.v1.</summary>
public sealed record AccountabilityRecorded(
    string CaseId, string UnitId, string PersonId, string Form, string Ground, string Cause, LocalDate DecidedOn,
    string? TaskId = null, string? FindingId = null, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => AccountabilityCase.Stream(CaseId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => DecidedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Case, CaseId)];
}
