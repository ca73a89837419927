using Ledger.People;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.Trainings;

/// <summary>Office-holders who completed no training in a year until the question's date, or until the end of a year that is
/// over then. Those count who are in office on that day.</summary>
public static class GetMissingTrainings
{
    private const string Sql = """
        select p.person_id, p.unit_id, p.post, p.post_category, p.since from ledger.person p
        where p.tenant_id = $1 and p.known_from <= $2 and p.known_to > $2 and p.valid_from <= $4 and p.valid_to > $4
            and p.in_office_from <= $4 and coalesce(p.left_on > $4, true)
            and not exists (
                select from ledger.training_person t
                where t.tenant_id = $1 and t.person_id = p.person_id and t.known_from <= $2 and t.known_to > $2
                    and t.completed_on between $5 and $4)
            and ($6::text is null or p.person_id > $6)
        """;

    private const int YearDigits = 4;

    private static readonly QueryParameter Year = new("year", "The year; left out: that of `asOf`.", "2025",
        text => text.Length == YearDigits && StringConverter.PeriodCode.Breaks(text) is null ? null : Rule.Year);

    public static readonly ReadRoute Route = new("/api/trainings/missing", "ListMissingTrainings",
        "Office-holders in office on the date, or at the year's end, who completed no training in the year until then",
        typeof(Page<UntrainedContent>), [QueryParameter.Unit, QueryParameter.Subtree, Year], Read);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var question = session.Question;
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var year = question.Text("year") is { } text ? int.Parse(text, null) : question.AsOf.Year;
        var first = new LocalDate(year, 1, 1);
        var day = LocalDate.Min(question.AsOf, first.PlusYears(1).PlusDays(-1));
        return new(await session.Page(Sql + (units is null ? "" : " and p.unit_id = any($7)") + " order by p.person_id",
            r => new UntrainedContent(r.GetString(0), r.GetString(1), r.GetString(2), r.Code<PostCategory>(3), r.Date(4)),
            p => [p.PersonId], cancellation, day, first, question.After?[0], units ?? []));
    }
}

/// <summary>An office-holder with the post of that day.</summary>
/// <param name="Since">First day in that post.</param>
public sealed record UntrainedContent(
    string PersonId, string UnitId, string Post, PostCategory PostCategory, LocalDate Since);
