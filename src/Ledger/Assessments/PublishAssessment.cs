using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Assessments;

/// <summary>Makes the result of an assessment known to the unit, once.</summary>
/// <param name="PublishedOn">A date of the tenant's zone: not before the result was recorded, not after the day of
/// recording.</param>
public sealed record PublishAssessment([Id] string AssessmentId, LocalDate PublishedOn, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var assessment = known.Assessment(AssessmentId);
        var units = assessment is null ? null : AssessmentRules.NotThere(
            known, assessment.UnitId, assessment.ByUnitId, PublishedOn, "assessmentId", "assessmentId", "publishedOn");
        if (assessment is null)
            return Refusal.Unknown(IdKind.Assessment, AssessmentId, "assessmentId");
        if (assessment.Result is not { } result)
            return new Refusal("result-not-recorded", "assessmentId", new { assessment.OpenedOn });
        if (assessment.PublishedOn is { } already)
            return new Refusal("result-already-published", "assessmentId", new { PublishedOn = already });
        if ((units ?? known.InTheFuture(PublishedOn, "publishedOn")
            ?? KnownDates.TooEarly(PublishedOn, result.RecordedOn, "publishedOn")) is { } refusal)
            return refusal;
        return Decision.Record(AssessmentId, new AssessmentPublished(
            AssessmentId, assessment.UnitId, assessment.ByUnitId, PublishedOn, Basis));
    }
}

/// <summary>A result was made known on <paramref name="PublishedOn"/>. Stored as assessment_published.v1.</summary>
public sealed record AssessmentPublished(
    string AssessmentId, string UnitId, string ByUnitId, LocalDate PublishedOn, Basis? Basis = null) : IAssessmentEvent
{
    LocalDate? ILedgerEvent.EffectiveOn => PublishedOn;
}
