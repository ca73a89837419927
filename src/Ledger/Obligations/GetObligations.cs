using Ledger.Reads;

namespace Ledger.Obligations;

/// <summary>The obligations adopted so far as known, by id; also those that begin later.</summary>
public static class GetObligations
{
    private const string Select = $"select document from ledger.obligation o where tenant_id = $1 and {ReadSession.Known}";

    /// <summary>With <c>{}</c> for the units' ids.</summary>
    private const string OfUnits = """
        exists (select from ledger.obligation_unit u where u.tenant_id = $1 and u.obligation_id = o.obligation_id
            and u.unit_id = any({}) and u.known_from <= $2 and u.known_to > $2)
        """;

    private static readonly UnitList<ObligationDocument> Adopted =
        UnitList.ById<ObligationDocument>(Select, "obligation_id", o => o.ObligationId) with { OfUnits = OfUnits };

    public static readonly ReadRoute Route = new("/api/obligations", "ListObligations", "The rules in force for units",
        typeof(Page<ObligationDocument>), [QueryParameter.Unit, QueryParameter.Subtree],
        (session, cancellation) => Adopted.Read(session, cancellation));

    /// <summary>What was adopted under a rule, or under all, for some units, or for all.</summary>
    public static Task<List<ObligationDocument>> Of(
        ReadSession session, RuleCode? code, string[]? units, CancellationToken cancellation) => session.Query(
        Select + (code is null ? "" : " and rule_code = $4")
            + (units is null ? "" : " and " + OfUnits.Replace("{}", "$5", StringComparison.Ordinal)) + " order by obligation_id",
        r => r.Json<ObligationDocument>(0), cancellation, code?.ToString(), units ?? []);
}
