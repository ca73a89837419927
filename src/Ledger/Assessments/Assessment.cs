using System.Text.Json.Serialization;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Obligations;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Assessments;

/// <summary>How many of the rules set a unit met in a period, as the unit above it recorded.</summary>
/// <param name="RuleCodes">The rules fixed beforehand; null where it was recorded without being opened.</param>
/// <param name="OpenedOn">A date of the tenant's zone; null where it was recorded without being opened.</param>
/// <param name="Result">Null until it is recorded.</param>
/// <param name="PublishedOn">A date of the tenant's zone; null until the result was made known.</param>
/// <param name="Basis">That of the result, or of the opening while there is none.</param>
public sealed record Assessment(
    string AssessmentId, string UnitId, string ByUnitId, string Period, IReadOnlyList<RuleCode>? RuleCodes, LocalDate? OpenedOn,
    Result? Result, LocalDate? PublishedOn, Basis? Basis, long Version) : IState<Assessment>, IConcernsUnit
{
    public static string Kind => "assessment";

    public static Assessment Empty { get; } = new("", "", "", "", null, null, null, null, null, 0);

    public static string Stream(string assessmentId) => $"assessment/{assessmentId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => new[] { OpenedOn, Result?.RecordedOn, PublishedOn }
        .OfType<LocalDate>().Select(on => new DatedAct(IdKind.Assessment, AssessmentId, on));

    public Assessment Apply(Recorded recorded) => Fold(recorded.Data) with { Version = recorded.Version };

    private Assessment Fold(ILedgerEvent data) => data switch
    {
        AssessmentOpened e => new(
            e.AssessmentId, e.UnitId, e.ByUnitId, e.Period, e.RuleCodes, e.OpenedOn, null, null, e.Basis, 0),
        AssessmentRecorded e => new(e.AssessmentId, e.UnitId, e.ByUnitId, e.Period, RuleCodes, OpenedOn,
            new(e.RulesMet, e.RulesTotal, e.RecordedOn), null, e.Basis ?? Basis, 0),
        AssessmentPublished e => this with { PublishedOn = e.PublishedOn },
        _ => this,
    };
}

/// <param name="RecordedOn">A date of the tenant's zone.</param>
public sealed record Result(int RulesMet, int RulesTotal, LocalDate RecordedOn);

/// <summary>What an assessment has come to; follows the known clock alone.</summary>
public enum AssessmentState
{
    [JsonStringEnumMemberName("opened")] Opened,
    [JsonStringEnumMemberName("recorded")] Recorded,
    [JsonStringEnumMemberName("published")] Published,
}

public static class KnownAssessments
{
    public static Assessment? Assessment(this Known known, string assessmentId) =>
        known.Stream<Assessment>(Assessments.Assessment.Stream(assessmentId));
}

/// <summary>An event of an assessment's stream.</summary>
public interface IAssessmentEvent : ILedgerEvent
{
    string AssessmentId { get; }

    string UnitId { get; }

    string ByUnitId { get; }

    string ILedgerEvent.Stream => Assessment.Stream(AssessmentId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId, ByUnitId];
}

internal static class AssessmentRules
{
    /// <summary>Why a unit cannot assess another on a day: one of them is not there, or it does not stand above.</summary>
    public static Refusal? UnitsRefusal(Known known, string unitId, string byUnitId, LocalDate on, string dateField)
    {
        var units = NotThere(known, unitId, byUnitId, on, "unitId", "byUnitId", dateField);
        var above = UnitTree.NotAbove(known, byUnitId, unitId, on, "byUnitId");
        return units ?? above;
    }

    /// <summary>Why two units cannot act on a day: one of them is not there.</summary>
    public static Refusal? NotThere(
        Known known, string unitId, string byUnitId, LocalDate on, string unitField, string byField, string dateField) =>
        Refusal.First(known.UnitRefusal(unitId, on, unitField, dateField), known.UnitRefusal(byUnitId, on, byField, dateField));
}
