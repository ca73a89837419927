using Ledger.Reads;
using Ledger.Units;
using NodaTime.Text;

namespace Ledger.Assessments;

/// <summary>Assessments as known, by the date on which they were recorded.</summary>
public static class GetAssessments
{
    private const string Select = $"select document from ledger.assessment where tenant_id = $1 and {ReadSession.Known}";

    public static readonly ReadRoute Route = new("/api/assessments", "ListAssessments",
        "Assessments of units, by date", typeof(Page<AssessmentDocument>), [QueryParameter.Unit, QueryParameter.Subtree], Read)
    { IsKey = SortKey.IsDateAndId };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var after = session.Question.After;
        var sql = Select + (after is null ? "" : " and (recorded_on, assessment_id) > ($4::date, $5)")
            + (units is null ? "" : " and unit_id = any($6)") + " order by recorded_on, assessment_id";
        return new(await session.Page(sql, r => r.Json<AssessmentDocument>(0),
            a => [LocalDatePattern.Iso.Format(a.RecordedOn), a.AssessmentId], cancellation,
            after is null ? null : LocalDatePattern.Iso.Parse(after[0]).Value, after?[1], units ?? []));
    }
}
