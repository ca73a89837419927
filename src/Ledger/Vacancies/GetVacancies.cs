using Ledger.Areas;
using Ledger.Reads;
using Ledger.Units;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Ledger.Vacancies;

/// <summary>The days on which a required cell has no holder, over a window that may lie in the past or the future.</summary>
public static class GetVacancies
{
    // What is required less what is held: both are half-open periods, so the difference is exact to the day.
    private const string Sql = """
        with required as (
            select unit_id, area_id, level, range_agg(daterange(valid_from, valid_to)) as days from ledger.required_cell
            where tenant_id = $1 and known_from <= $2 and known_to > $2 and valid_from <= $5 and valid_to > $4 {filter}
            group by unit_id, area_id, level),
        held as (
            select unit_id, area_id, level, range_agg(daterange(valid_from, valid_to)) as days from ledger.responsibility
            where tenant_id = $1 and known_from <= $2 and known_to > $2 and valid_from <= $5 and valid_to > $4 {filter}
            group by unit_id, area_id, level)
        select unit_id, area_id, level, lower(gap), upper(gap) - 1, upper(gap) - lower(gap)
        from required left join held using (unit_id, area_id, level)
            cross join lateral unnest((required.days * datemultirange(daterange($4, $5, '[]'))) - coalesce(held.days, '{}')) gap
        where upper(gap) - lower(gap) > $6 {after}
        order by unit_id, area_id, level, lower(gap)
        """;

    public static readonly ReadRoute Route = new("/api/vacancies", "ListVacancies",
        "Required cells without a holder, with the days on which they had none", typeof(Page<VacancyContent>),
        [QueryParameter.Unit, QueryParameter.Subtree, Window.FromDay, Window.ToDay,
            QueryParameter.Days("overDays", "Only vacancies of more days than this, as cut at the window.")], Read)
    {
        IsKey = SortKey.IsCellAndDate,
    };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var question = session.Question;
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var window = Window.Of(question);
        var after = question.After;
        var sql = Sql.Replace("{filter}", units is null ? "" : "and unit_id = any($7)", StringComparison.Ordinal)
            .Replace("{after}", after is null ? "" : "and (unit_id, area_id, level, lower(gap)) > ($8, $9, $10, $11)", StringComparison.Ordinal);
        return new(await session.Page(sql, Row, Key, cancellation, window.From, window.To, question.Days("overDays"), units ?? [],
            after?[0], after?[1], after?[2], after is null ? null : LocalDatePattern.Iso.Parse(after[3]).Value));
    }

    private static string[] Key(VacancyContent v) =>
        [v.UnitId, v.AreaId, v.Level.ToString(), LocalDatePattern.Iso.Format(v.From)];

    private static VacancyContent Row(NpgsqlDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.Code<Level>(2), r.Date(3), r.Date(4), r.GetInt32(5));
}

/// <summary>A required cell without a holder.</summary>
/// <param name="From">First day without, cut at the window.</param>
/// <param name="To">Last day without, cut at the window.</param>
public sealed record VacancyContent(string UnitId, string AreaId, Level Level, LocalDate From, LocalDate To, int Days);
