using System.Text.Json;
using Ledger.Obligations;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Assessments;

/// <summary>Assessments as rows; their state follows the known clock alone.</summary>
public static class AssessmentsProjection
{
    public const string Name = "assessments";

    public static readonly Table<AssessmentRow> Table = new("assessment", 1, true,
        Column.Text<AssessmentRow>("assessment_id", r => r.AssessmentId),
        Column.Text<AssessmentRow>("unit_id", r => r.UnitId),
        Column.Date<AssessmentRow>("opened_on", r => r.OpenedOn),
        Column.Date<AssessmentRow>("recorded_on", r => r.RecordedOn),
        Column.Json<AssessmentRow>("document", r => r.Document));

    public static IEnumerable<AssessmentRow> Rows(Assessment a)
    {
        if (a.Version == 0)
            yield break;
        var status = a.PublishedOn is not null ? AssessmentState.Published
            : a.Result is not null ? AssessmentState.Recorded : AssessmentState.Opened;
        var document = new AssessmentDocument(a.AssessmentId, a.UnitId, a.ByUnitId, a.Period, status, a.RuleCodes, a.OpenedOn,
            a.Result?.RulesMet, a.Result?.RulesTotal, a.Result?.RecordedOn, a.PublishedOn, a.Basis, a.Version);
        yield return new(
            a.AssessmentId, a.UnitId, a.OpenedOn, a.Result?.RecordedOn, JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>An assessment as readers see it.</summary>
public sealed record AssessmentRow(
    string AssessmentId, string UnitId, LocalDate? OpenedOn, LocalDate? RecordedOn, string Document);

/// <summary>How many of the rules set a unit met.</summary>
/// <param name="RuleCodes">The rules fixed beforehand; left out where it was recorded without being opened.</param>
/// <param name="OpenedOn">A date of the tenant's zone, like the other two; each left out until then.</param>
public sealed record AssessmentDocument(
    string AssessmentId, string UnitId, string ByUnitId, string Period, AssessmentState Status,
    IReadOnlyList<RuleCode>? RuleCodes, LocalDate? OpenedOn, int? RulesMet, int? RulesTotal, LocalDate? RecordedOn,
    LocalDate? PublishedOn, Basis? Basis, long Version);
