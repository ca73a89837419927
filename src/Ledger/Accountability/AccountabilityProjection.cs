using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Accountability;

/// <summary>Cases of accountability as rows.</summary>
public static class AccountabilityProjection
{
    public const string Name = "accountability-cases";

    public static readonly Table<CaseRow> Table = new("accountability_case", 1, true,
        Column.Text<CaseRow>("case_id", r => r.CaseId),
        Column.Text<CaseRow>("unit_id", r => r.UnitId),
        Column.Text<CaseRow>("person_id", r => r.PersonId),
        Column.Date<CaseRow>("decided_on", r => r.DecidedOn),
        Column.Json<CaseRow>("document", r => r.Document));

    public static IEnumerable<CaseRow> Rows(AccountabilityCase c)
    {
        if (c.Version == 0)
            yield break;
        var document = new CaseDocument(
            c.CaseId, c.UnitId, c.PersonId, c.TaskId, c.FindingId, c.Form, c.Ground, c.Cause, c.DecidedOn, c.LiftedOn,
            c.Basis, c.Version);
        yield return new(c.CaseId, c.UnitId, c.PersonId, c.DecidedOn, JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>A case as readers see it.</summary>
public sealed record CaseRow(string CaseId, string UnitId, string PersonId, LocalDate DecidedOn, string Document);

/// <summary>A measure against an office-holder for a duty not done.</summary>
/// <param name="TaskId">The task that was not done.</param>
/// <param name="FindingId">The finding that shows it.</param>
/// <param name="DecidedOn">A date of the tenant's zone.</param>
/// <param name="LiftedOn">First day on which it no longer weighs; left out while it does.</param>
/// <param name="Version">For <c>If-Match</c> when it is lifted.</param>
public sealed record CaseDocument(
    string CaseId, string UnitId, string PersonId, string? TaskId, string? FindingId, string Form, string Ground, string Cause,
    LocalDate DecidedOn, LocalDate? LiftedOn, Basis? Basis, long Version);
