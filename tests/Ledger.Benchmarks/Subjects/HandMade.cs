using Npgsql;
using NpgsqlTypes;

namespace Ledger.Benchmarks.Subjects;

/// <summary>
/// What somebody who knows PostgreSQL would make for these questions alone, without events, views or tenants: one table
/// with a row for each act, which holds the assignment as it is after the act, the units' required cells, and people.
/// Each question is one statement over them, in plain SQL: $1 is the position, $2 the date.
/// </summary>
internal static class HandMade
{
    public const string Schema = """
        create schema hand;
        create table hand.fact (
            position bigint not null, recorded_at timestamptz not null, kind text not null,
            unit_id text collate "C" not null, area_id text collate "C" not null, level text collate "C" not null,
            assignment_id text collate "C" not null, first_position bigint not null, person_id text collate "C" not null,
            effective_from date not null, ends_on date, voided boolean not null);
        """;

    /// <summary>People and required cells do not change in the generated body, so they are kept without a history.</summary>
    public const string Indexes = """
        alter table hand.fact add primary key (position);
        create index fact_cell on hand.fact (unit_id, area_id, level, position);
        create index fact_unit on hand.fact (unit_id, position);
        create table hand.required as select unit_id, area_id, level from ledger.required_cell order by 1, 2, 3;
        alter table hand.required add primary key (unit_id, area_id, level);
        create table hand.person as select person_id, post, left_on from ledger.person order by 1;
        alter table hand.person add primary key (person_id);
        """;

    /// <summary>How long it takes to do nothing but read all facts.</summary>
    public const string Count = "select count(*) from hand.fact";

    private const string Held = """
        with told as (
            select distinct on (assignment_id) assignment_id, first_position, unit_id, area_id, level, person_id,
                effective_from, ends_on, voided
            from hand.fact where position <= {position} {filter} order by assignment_id, position desc),
        latest as (
            select distinct on (unit_id, area_id, level) * from told where not voided and effective_from <= {date}
            order by unit_id, area_id, level, effective_from desc, first_position desc),
        held as (select * from latest where ends_on is null or ends_on > {date})
        """;

    private const string Answer = """
        select unit_id, area_id, level, r.unit_id is not null as required, h.person_id, p.post, h.assignment_id,
            h.effective_from, h.ends_on, p.left_on
        from (select * from hand.required where true {filter}) r full join held h using (unit_id, area_id, level)
        left join hand.person p on p.person_id = h.person_id
        """;

    public static string Matrix { get; } = MatrixAt("$1", "$2", "");

    public static string UnitMatrix { get; } = MatrixAt("$1", "$2", "and unit_id = $3");

    public static string Cell { get; } = """
        select * from hand.fact where position <= $1 and $2::date is not null and unit_id = $3 and area_id = $4 and level = $5
        order by position
        """;

    public static string Timeline { get; } = """
        select * from hand.fact where position <= $1 and $2::date is not null and unit_id = $3 order by position limit 101
        """;

    /// <summary>From the state at the position $3 to the one at $1.</summary>
    public static string Diff { get; } = DiffOf("$3", "");

    public static string UnitDiff { get; } = DiffOf("$4", "and unit_id = $3");

    /// <summary>The first page of the vacancies from $3 to $2.</summary>
    public static string Vacancies { get; } = VacanciesOf("$3", "");

    public static string UnitVacancies { get; } = VacanciesOf("$4", "and unit_id = $3");

    public static async Task Write(NpgsqlConnection connection, IEnumerable<Fact> facts, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy hand.fact from stdin (format binary)", cancellation);
        foreach (var (recorded, data, after) in facts)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(recorded.Position, cancellation);
            await copy.WriteAsync(recorded.RecordedAt, NpgsqlDbType.TimestampTz, cancellation);
            foreach (var text in (string[])[data.GetType().Name, data.UnitId, data.AreaId, data.Level.ToString(), data.AssignmentId])
                await copy.WriteAsync(text, cancellation);
            // Instants of the generated body never meet, so an assignment's own instant orders as its first position would.
            await copy.WriteAsync(after.RecordedAt.ToUnixTimeTicks(), cancellation);
            await copy.WriteAsync(after.PersonId, cancellation);
            await copy.WriteAsync(after.EffectiveFrom, NpgsqlDbType.Date, cancellation);
            if (after.EndsOn is { } end)
                await copy.WriteAsync(end, NpgsqlDbType.Date, cancellation);
            else
                await copy.WriteNullAsync(cancellation);
            await copy.WriteAsync(after.Voided, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static string MatrixAt(string position, string date, string filter) =>
        With(Held, position, date, filter) + "\n" + With(Answer, position, date, filter);

    private static string DiffOf(string against, string filter) => $"""
        select coalesce(a.unit_id, b.unit_id), coalesce(a.area_id, b.area_id), coalesce(a.level, b.level), a, b
        from ({MatrixAt(against, "$2", filter)}) a full join ({MatrixAt("$1", "$2", filter)}) b using (unit_id, area_id, level)
        where a is distinct from b
        """;

    private static string VacanciesOf(string from, string filter) => With("""
        with told as (
            select distinct on (assignment_id) * from hand.fact where position <= $1 {filter} order by assignment_id, position desc),
        starts as (
            select distinct on (unit_id, area_id, level, effective_from) * from told where not voided
            order by unit_id, area_id, level, effective_from, first_position desc),
        periods as (
            select unit_id, area_id, level, effective_from as first, least(
                lead(effective_from) over (partition by unit_id, area_id, level order by effective_from), ends_on) as last
            from starts),
        held as (
            select unit_id, area_id, level, range_agg(daterange(first, last)) as days from periods
            where (last is null or first < last and last > {from}) and first <= $2 group by unit_id, area_id, level)
        select unit_id, area_id, level, lower(gap), upper(gap) - 1
        from (select * from hand.required where true {filter}) r left join held using (unit_id, area_id, level)
            cross join lateral unnest(datemultirange(daterange({from}, $2, '[]')) - coalesce(days, '{}')) gap
        order by unit_id, area_id, level, lower(gap) limit 101
        """, "$1", "$2", filter).Replace("{from}", from, StringComparison.Ordinal);

    private static string With(string sql, string position, string date, string filter) => sql
        .Replace("{position}", position, StringComparison.Ordinal).Replace("{date}", date, StringComparison.Ordinal)
        .Replace("{filter}", filter, StringComparison.Ordinal);
}
