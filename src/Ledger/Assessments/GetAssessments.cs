using Ledger.Reads;

namespace Ledger.Assessments;

/// <summary>Assessments as known, by the date on which they were recorded, else opened.</summary>
public static class GetAssessments
{
    private static readonly UnitList<AssessmentDocument> Assessments = UnitList.ByDate<AssessmentDocument>(
        ReadSession.Documents("assessment"), "coalesce(recorded_on, opened_on)", "assessment_id",
        a => a.RecordedOn ?? a.OpenedOn!.Value, a => a.AssessmentId);

    public static readonly ReadRoute Route = new("/api/assessments", "ListAssessments",
        "Assessments of units, by date", typeof(Page<AssessmentDocument>), [QueryParameter.Unit, QueryParameter.Subtree],
        (session, cancellation) => Assessments.Read(session, cancellation))
    { IsKey = SortKey.IsDateAndId };
}
