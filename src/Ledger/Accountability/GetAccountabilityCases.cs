using Ledger.Reads;
using Ledger.Units;
using NodaTime.Text;

namespace Ledger.Accountability;

/// <summary>Cases of accountability as known, by the date decided.</summary>
public static class GetAccountabilityCases
{
    private const string Select = $"select document from ledger.accountability_case where tenant_id = $1 and {ReadSession.Known}";

    public static readonly ReadRoute Route = new("/api/accountability-cases", "ListAccountabilityCases",
        "Measures against office-holders for duties not done, by the date decided", typeof(Page<CaseDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree], Read)
    { IsKey = SortKey.IsDateAndId };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var after = session.Question.After;
        var sql = Select + (after is null ? "" : " and (decided_on, case_id) > ($4::date, $5)")
            + (units is null ? "" : " and unit_id = any($6)") + " order by decided_on, case_id";
        return new(await session.Page(sql, r => r.Json<CaseDocument>(0),
            c => [LocalDatePattern.Iso.Format(c.DecidedOn), c.CaseId], cancellation,
            after is null ? null : LocalDatePattern.Iso.Parse(after[0]).Value, after?[1], units ?? []));
    }
}
