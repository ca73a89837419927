using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Accountability;

/// <summary>A measure against an office-holder for a duty not done.</summary>
/// <param name="DecidedOn">A date of the tenant's zone.</param>
/// <param name="LiftedOn">First day on which it no longer weighs; null while it does.</param>
public sealed record AccountabilityCase(
    string CaseId, string UnitId, string PersonId, string? TaskId, string? FindingId, string Form, string Ground, string Cause,
    LocalDate DecidedOn, LocalDate? LiftedOn, Basis? Basis, long Version) : IState<AccountabilityCase>, IConcernsUnit
{
    public static string Kind => "case";

    public static AccountabilityCase Empty { get; } = new("", "", "", null, null, "", "", "", default, null, null, 0);

    public static string Stream(string caseId) => $"case/{caseId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => new[] { DecidedOn, LiftedOn }
        .OfType<LocalDate>().Select(on => new DatedAct(IdKind.Case, CaseId, on));

    public AccountabilityCase Apply(Recorded recorded) => recorded.Data switch
    {
        AccountabilityRecorded e => new(e.CaseId, e.UnitId, e.PersonId, e.TaskId, e.FindingId, e.Form, e.Ground, e.Cause,
            e.DecidedOn, null, e.Basis, recorded.Version),
        AccountabilityLifted e => this with { LiftedOn = e.LiftedOn, Version = recorded.Version },
        _ => this,
    };
}
