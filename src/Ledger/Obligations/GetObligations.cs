using Ledger.Reads;
using Ledger.Units;

namespace Ledger.Obligations;

/// <summary>The obligations adopted so far as known, by id; also those that begin later.</summary>
public static class GetObligations
{
    private const string Select = $"select document from ledger.obligation o where tenant_id = $1 and {ReadSession.Known}";

    private const string OfUnits = """
         and exists (select from ledger.obligation_unit u where u.tenant_id = $1 and u.obligation_id = o.obligation_id
            and u.unit_id = any($5) and u.known_from <= $2 and u.known_to > $2)
        """;

    public static readonly ReadRoute Route = new("/api/obligations", "ListObligations", "The rules in force for units",
        typeof(Page<ObligationDocument>), [QueryParameter.Unit, QueryParameter.Subtree], Read);

    /// <summary>What was adopted under a rule, or under all, for some units, or for all.</summary>
    public static Task<List<ObligationDocument>> Of(
        ReadSession session, RuleCode? code, string[]? units, CancellationToken cancellation) => session.Query(
        Select + (code is null ? "" : " and rule_code = $4") + (units is null ? "" : OfUnits) + " order by obligation_id",
        r => r.Json<ObligationDocument>(0), cancellation, code?.ToString(), units ?? []);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var after = session.Question.After;
        var sql = Select + (after is null ? "" : " and obligation_id > $4") + (units is null ? "" : OfUnits)
            + " order by obligation_id";
        return new(await session.Page(sql, r => r.Json<ObligationDocument>(0), o => [o.ObligationId], cancellation,
            after?[0], units ?? []));
    }
}
