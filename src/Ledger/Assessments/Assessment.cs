using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Assessments;

/// <summary>How many of the rules set a unit met in a period, as the unit above it recorded.</summary>
/// <param name="RecordedOn">A date of the tenant's zone.</param>
public sealed record Assessment(
    string AssessmentId, string UnitId, string ByUnitId, string Period, int RulesMet, int RulesTotal, LocalDate RecordedOn,
    Basis? Basis, long Version) : IState<Assessment>, IConcernsUnit
{
    public static string Kind => "assessment";

    public static Assessment Empty { get; } = new("", "", "", "", 0, 0, default, null, 0);

    public static string Stream(string assessmentId) => $"assessment/{assessmentId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => [new(IdKind.Assessment, AssessmentId, RecordedOn)];

    public Assessment Apply(Recorded recorded) => recorded.Data switch
    {
        AssessmentRecorded e => new(
            e.AssessmentId, e.UnitId, e.ByUnitId, e.Period, e.RulesMet, e.RulesTotal, e.RecordedOn, e.Basis, recorded.Version),
        _ => this,
    };
}
