using Ledger.Reads;

namespace Ledger.Openness;

/// <summary>What units made public of their own affairs, as known, by the date published.</summary>
public static class GetOpennessRecords
{
    private static readonly UnitList<OpennessDocument> Records = UnitList.ByDate<OpennessDocument>(
        ReadSession.Documents("openness_record"), "published_on", "record_id", r => r.PublishedOn, r => r.RecordId);

    public static readonly ReadRoute Route = new("/api/openness-records", "ListOpennessRecords",
        "What units made public of their own affairs, by date, with the days since the decision", typeof(Page<OpennessDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Code<OpennessKind>("kind", "Only records of this kind."),
            QueryParameter.Date("from", "Published on this date or later."),
            QueryParameter.Date("to", "Published on this date or earlier.")],
        (session, cancellation) => Records.Read(session, cancellation, ("kind = {}", session.Question.Text("kind"))))
    { IsKey = SortKey.IsDateAndId };
}
