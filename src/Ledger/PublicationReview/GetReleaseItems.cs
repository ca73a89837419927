using Ledger.Reads;
using Npgsql;

namespace Ledger.PublicationReview;

/// <summary>Items of the units' own as known, by id, each with whether its chain of approvals is complete.</summary>
public static class GetReleaseItems
{
    /// <summary>The area whose leader in charge approves what the unit releases.</summary>
    public const string ReviewArea = "release-review";

    private const string ApprovedInOffice = """
        from json_to_recordset(i.in_force) as a("reviewerId" text, "approvedOn" date)
        join ledger.person p on p.tenant_id = $1 and p.person_id = a."reviewerId" and p.known_from <= $2 and p.known_to > $2
            and p.valid_from <= a."approvedOn" and p.valid_to > a."approvedOn"
            and p.in_office_from <= a."approvedOn" and coalesce(p.left_on > a."approvedOn", true)
        """;

    // Who was the leader in charge, or in which post, on the day of an approval is what the ledger knows of that day at
    // the question's position: a correction of the matrix can break a chain or mend it.
    private const string Select = $"""
        select document, all_gates and case class
            when 'business' then exists (
                select {ApprovedInOffice}
                join ledger.responsibility h on h.tenant_id = $1 and h.unit_id = i.unit_id and h.area_id = '{ReviewArea}'
                    and h.level = 'Leading' and h.person_id = a."reviewerId" and h.known_from <= $2 and h.known_to > $2
                    and h.valid_from <= a."approvedOn" and h.valid_to > a."approvedOn")
            else (
                select count(distinct p.post_category) = 2 {ApprovedInOffice}
                where p.unit_id = i.unit_id and p.post_category in ('head', 'party-affairs'))
            end, in_force
        from ledger.release_item i where tenant_id = $1 and {ReadSession.Known}
        """;

    private static readonly UnitList<ItemDocument> Items =
        UnitList.ById<ItemDocument>(Select, "item_id", i => i.ItemId) with { Row = Row };

    public static readonly ReadRoute Route = new("/api/release-items", "ListReleaseItems",
        "Items that the units publish, with their approvals", typeof(Page<ItemDocument>),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Code<ItemState>("status", "Only items in this state.")],
        (session, cancellation) => Items.Read(session, cancellation, ("status = {}", session.Question.Text("status"))));

    /// <summary>The items of some units, each with the approvals that count; null for the whole tenant.</summary>
    public static Task<List<(ItemDocument Item, IReadOnlyList<Approval> InForce)>> Of(
        ReadSession session, string[]? units, CancellationToken cancellation) => session.Query(
        Select + (units is null ? "" : " and unit_id = any($4)"), r => (Row(r), r.Json<IReadOnlyList<Approval>>(2)), cancellation,
        [units ?? []]);

    private static ItemDocument Row(NpgsqlDataReader r) => r.Json<ItemDocument>(0) with { ChainComplete = r.GetBoolean(1) };
}
