using Ledger.Reads;

namespace Ledger.Accountability;

/// <summary>Cases of accountability as known, by the date decided.</summary>
public static class GetAccountabilityCases
{
    private static readonly UnitList<CaseDocument> Cases = UnitList.ByDate<CaseDocument>(
        ReadSession.Documents("accountability_case"), "decided_on", "case_id", c => c.DecidedOn, c => c.CaseId);

    public static readonly ReadRoute Route = new("/api/accountability-cases", "ListAccountabilityCases",
        "Measures against office-holders for duties not done, by the date decided", typeof(Page<CaseDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree], (session, cancellation) => Cases.Read(session, cancellation))
    { IsKey = SortKey.IsDateAndId };
}
