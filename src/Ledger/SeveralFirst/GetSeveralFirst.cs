using Ledger.Reads;
using Ledger.Units;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Ledger.SeveralFirst;

/// <summary>The days on which the first-responsible seats that a unit requires were held by more than one person: the
/// first responsible answers for all areas of the unit, so each such day is a question for an inspector.</summary>
public static class GetSeveralFirst
{
    // A day on which somebody takes or leaves a seat begins a new span; within a span nothing changes.
    private const string Sql = """
        with required as (
            select unit_id, area_id, range_agg(daterange(valid_from, valid_to)) as days from ledger.required_cell
            where tenant_id = $1 and known_from <= $2 and known_to > $2 and valid_from <= $5 and valid_to > $4 and level = 'First' {filter}
            group by unit_id, area_id),
        held as (
            select unit_id, area_id, person_id, range_agg(daterange(valid_from, valid_to)) as days from ledger.responsibility
            where tenant_id = $1 and known_from <= $2 and known_to > $2 and valid_from <= $5 and valid_to > $4 and level = 'First' {filter}
            group by unit_id, area_id, person_id),
        seats as (
            select unit_id, area_id, person_id, seat.days from held join required using (unit_id, area_id)
                cross join lateral unnest(held.days * required.days * datemultirange(daterange($4, $5, '[]'))) as seat(days)),
        changes as (
            select unit_id, lower(days) as day from seats union select unit_id, upper(days) from seats),
        spans as (
            select unit_id, day as from_day, lead(day) over (partition by unit_id order by day) as until_day from changes)
        select s.unit_id, s.from_day, s.until_day - 1, s.until_day - s.from_day,
            json_agg(json_build_object('areaId', area_id, 'personId', person_id) order by area_id)
        from spans s join seats using (unit_id)
        where s.from_day <@ seats.days {after}
        group by s.unit_id, s.from_day, s.until_day having count(distinct person_id) > 1
        order by s.unit_id, s.from_day
        """;

    public static readonly ReadRoute Route = new("/api/several-first", "ListSeveralFirst",
        "Days on which more than one person held the required first-responsible seats of a unit",
        typeof(Page<SeveralFirstContent>),
        [QueryParameter.Unit, QueryParameter.Subtree, Window.FromDay, Window.ToDay], Read)
    { IsKey = SortKey.IsIdAndDate };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var window = Window.Of(session.Question);
        var after = session.Question.After;
        var sql = Sql.Replace("{filter}", units is null ? "" : "and unit_id = any($6)", StringComparison.Ordinal)
            .Replace("{after}", after is null ? "" : "and (s.unit_id, s.from_day) > ($7, $8)", StringComparison.Ordinal);
        return new(await session.Page(sql, Row, s => [s.UnitId, LocalDatePattern.Iso.Format(s.From)], cancellation,
            window.From, window.To, units ?? [], after?[0], after is null ? null : LocalDatePattern.Iso.Parse(after[1]).Value));
    }

    private static SeveralFirstContent Row(NpgsqlDataReader r) =>
        new(r.GetString(0), r.Date(1), r.Date(2), r.GetInt32(3), r.Json<IReadOnlyList<Seat>>(4));
}

/// <summary>A time in which the first-responsible seats of a unit were held by the same persons, more than one.</summary>
/// <param name="From">First day, cut at the window.</param>
/// <param name="To">Last day, cut at the window.</param>
/// <param name="Seats">Every required first-responsible seat that was held, with its holder.</param>
public sealed record SeveralFirstContent(string UnitId, LocalDate From, LocalDate To, int Days, IReadOnlyList<Seat> Seats);

/// <param name="AreaId">The area for which the person is first responsible.</param>
public sealed record Seat(string AreaId, string PersonId);
