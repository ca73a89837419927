using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Units;
using NodaTime;
using Npgsql;

namespace Ledger.People;

/// <summary>Office-holders: in lists from their first day in office, also after leaving; by id always once known.</summary>
public static class GetPeople
{
    private const string Sql = """
        select p.person_id, p.unit_id, p.post, p.post_category, p.since, p.left_on, {name}, p.version
        from ledger.person p {directory}
        where p.tenant_id = $1 and known_from <= $2 and known_to > $2 and valid_from <= $3 and valid_to > $3 {filter}
        order by p.person_id
        """;

    private const string WithName = "left join ledger.directory d on d.tenant_id = $1 and d.person_id = p.person_id";

    public static readonly ReadRoute List = new("/api/people", "ListPeople", "The office-holders with their posts on a date",
        typeof(Page<PersonContent>), [QueryParameter.Unit, QueryParameter.Subtree], ReadList);

    public static readonly ReadRoute One = new(
        "/api/people/{personId}", "GetPerson", "One office-holder", typeof(PersonContent), [], ReadOne);

    /// <summary>An office-holder by id; null when unknown at the question's position.</summary>
    public static async Task<PersonContent?> Find(ReadSession session, string personId, CancellationToken cancellation) =>
        (await session.Query(Query(session, "and p.person_id = $4"), Row, cancellation, personId)).FirstOrDefault();

    /// <summary>The office-holders with a post in a set of units; null for the whole tenant.</summary>
    public static Task<List<PersonContent>> Of(ReadSession session, string[]? units, CancellationToken cancellation) =>
        session.Query(Query(session, "and p.in_office_from <= $3" + (units is null ? "" : " and p.unit_id = any($4)")), Row,
            cancellation, [units ?? []]);

    private static async Task<Reading> ReadOne(ReadSession session, CancellationToken cancellation)
    {
        var personId = session.Question.Path("personId");
        return new(await Find(session, personId, cancellation), Refusal.Unknown(IdKind.Person, personId, "personId"));
    }

    private static async Task<Reading> ReadList(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var filter = "and p.in_office_from <= $3 and ($4::text is null or p.person_id > $4)"
            + (units is null ? "" : " and p.unit_id = any($5)");
        return new(await session.Page(
            Query(session, filter), Row, p => [p.PersonId], cancellation, session.Question.After?[0], units ?? []));
    }

    private static string Query(ReadSession session, string filter)
    {
        var names = session.Question.Flag("names") == true;
        return Sql.Replace("{filter}", filter, StringComparison.Ordinal)
            .Replace("{name}", names ? "d.display_name" : "null", StringComparison.Ordinal)
            .Replace("{directory}", names ? WithName : "", StringComparison.Ordinal);
    }

    private static PersonContent Row(NpgsqlDataReader r) => new(
        r.GetString(0), r.GetString(1), r.GetString(2), r.Code<PostCategory>(3), r.Date(4), r.DateOrNull(5), r.TextOrNull(6),
        r.GetInt64(7));
}

/// <summary>An office-holder with the post of the question's date.</summary>
/// <param name="Since">First day in that post.</param>
/// <param name="LeftOn">First day out of office, when it is known.</param>
/// <param name="DisplayName">Only with <c>names=true</c>.</param>
public sealed record PersonContent(
    string PersonId, string UnitId, string Post, PostCategory PostCategory, LocalDate Since, LocalDate? LeftOn,
    string? DisplayName, long Version);
