using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Assessments;

/// <summary>Assessments as rows.</summary>
public static class AssessmentsProjection
{
    public const string Name = "assessments";

    public static readonly Table<AssessmentRow> Table = new("assessment", 1, true,
        Column.Text<AssessmentRow>("assessment_id", r => r.AssessmentId),
        Column.Text<AssessmentRow>("unit_id", r => r.UnitId),
        Column.Date<AssessmentRow>("recorded_on", r => r.RecordedOn),
        Column.Json<AssessmentRow>("document", r => r.Document));

    public static IEnumerable<AssessmentRow> Rows(Assessment a)
    {
        if (a.Version == 0)
            yield break;
        var document = new AssessmentDocument(
            a.AssessmentId, a.UnitId, a.ByUnitId, a.Period, a.RulesMet, a.RulesTotal, a.RecordedOn, a.Basis);
        yield return new(a.AssessmentId, a.UnitId, a.RecordedOn, JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>An assessment as readers see it.</summary>
public sealed record AssessmentRow(string AssessmentId, string UnitId, LocalDate RecordedOn, string Document);

/// <summary>How many of the rules set a unit met.</summary>
/// <param name="RecordedOn">A date of the tenant's zone.</param>
public sealed record AssessmentDocument(
    string AssessmentId, string UnitId, string ByUnitId, string Period, int RulesMet, int RulesTotal, LocalDate RecordedOn,
    Basis? Basis);
