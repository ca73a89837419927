using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Units;
using Npgsql;

namespace Ledger.Dashboard;

/// <summary>Counts over whole subtrees, asked of the same rows as the lists: a count and its list agree.</summary>
public static class GetDashboard
{
    // Every unit that exists falls to the child (or, without a unit, the top unit) under which it stands; the unit
    // itself to none. No date hides a task or a meeting, so those of a unit that does not exist on the date still count
    // for the unit itself and for the whole tenant, as they stand in the lists.
    private static string Sql(bool ofUnits)
    {
        string Of(string column) => ofUnits ? $" and {column} = any($6)" : "";
        return $"""
            with recursive existing as (
                select unit_id, parent_id from ledger.unit
                where tenant_id = $1 and known_from <= $2 and known_to > $2 and valid_from <= $3 and valid_to > $3
                    and effective_from <= $3 and coalesce(dissolved_on > $3, true){Of("unit_id")}),
            scope (unit_id, child) as (
                select unit_id, case when unit_id = $4 then null else unit_id end from existing
                where case when $4::text is null
                    then parent_id is null or parent_id not in (select unit_id from existing)
                    else unit_id = $4 or parent_id = $4 end
                union
                select e.unit_id, s.child from scope s join existing e on e.parent_id = s.unit_id where s.child is not null),
            asked as (
                select unit_id, child, true as exists from scope
                union all
                select distinct unit_id, null, false from ledger.unit
                where tenant_id = $1 and known_from <= $2 and known_to > $2{(ofUnits ? " and unit_id = $4" : "")}
                    and unit_id not in (select unit_id from existing)),
            required as (
                select r.unit_id, count(*) as cells, count(*) filter (where h.unit_id is null) as vacant
                from ledger.required_cell r left join ledger.responsibility h
                    on h.tenant_id = $1 and h.unit_id = r.unit_id and h.area_id = r.area_id and h.level = r.level
                    and h.known_from <= $2 and h.known_to > $2 and h.valid_from <= $3 and h.valid_to > $3{Of("h.unit_id")}
                where r.tenant_id = $1 and r.known_from <= $2 and r.known_to > $2
                    and r.valid_from <= $3 and r.valid_to > $3{Of("r.unit_id")}
                group by r.unit_id),
            leavers as (
                select h.unit_id, count(*) as cells from ledger.responsibility h join ledger.person p
                    on p.tenant_id = $1 and p.person_id = h.person_id and p.known_from <= $2 and p.known_to > $2
                    and p.valid_from <= $3 and p.valid_to > $3 and p.left_on <= $3
                where h.tenant_id = $1 and h.known_from <= $2 and h.known_to > $2
                    and h.valid_from <= $3 and h.valid_to > $3{Of("h.unit_id")}
                group by h.unit_id),
            several as (
                select unit_id from ledger.responsibility h
                where h.tenant_id = $1 and h.known_from <= $2 and h.known_to > $2
                    and h.valid_from <= $3 and h.valid_to > $3 and h.level = 'First'{Of("h.unit_id")}
                    and exists (select from ledger.required_cell r
                        where r.tenant_id = $1 and r.unit_id = h.unit_id and r.area_id = h.area_id and r.level = 'First'
                            and r.known_from <= $2 and r.known_to > $2 and r.valid_from <= $3 and r.valid_to > $3)
                group by unit_id having count(distinct person_id) > 1),
            late as (
                select unit_id, count(*) as records from ledger.assignment
                where tenant_id = $1 and known_from <= $2 and known_to > $2
                    and not voided and (recorded_at at time zone $5)::date > effective_from{Of("unit_id")} group by unit_id),
            meetings as (
                select unit_id, count(*) filter (where extract(month from held_on) <= 6) as h1,
                    count(*) filter (where extract(month from held_on) > 6) as h2
                from ledger.meeting
                where tenant_id = $1 and known_from <= $2 and known_to > $2 and status = 'held' and kind = 'special'
                    and extract(year from held_on) = extract(year from $3){Of("unit_id")} group by unit_id),
            instructions as (
                select unit_id, count(*) as given, count(*) filter (where stage = 7) as complete,
                    count(*) filter (where stage = 1) as task, count(*) filter (where stage = 2) as evidence,
                    count(*) filter (where stage = 3) as closing,
                    count(*) filter (where stage = 4) as checked, count(*) filter (where stage = 5) as notification,
                    count(*) filter (where stage = 6) as acknowledgement
                from (select unit_id collate "C" as unit_id, stage from ledger.instruction($1, $2)) i
                where true{Of("unit_id")} group by unit_id),
            tasks as (
                select unit_id, count(*) filter (where status = 'open') as open,
                    count(*) filter (where status = 'open' and due_on < $3) as overdue,
                    count(*) filter (where status = 'closed' and not late) as on_time,
                    count(*) filter (where status = 'closed' and late) as late,
                    count(*) filter (where status = 'open' and exists (
                        select from ledger.person p where p.tenant_id = $1 and p.person_id = t.owner_id and p.known_from <= $2
                            and p.known_to > $2 and p.valid_from <= $3 and p.valid_to > $3 and p.left_on <= $3)) as owner_left
                from ledger.task t where tenant_id = $1 and known_from <= $2 and known_to > $2{Of("unit_id")} group by unit_id)
            select s.child, (count(*) filter (where s.exists))::bigint, coalesce(sum(r.cells), 0)::bigint,
                coalesce(sum(r.vacant), 0)::bigint, coalesce(sum(l.cells), 0)::bigint, coalesce(sum(m.h1), 0)::bigint,
                coalesce(sum(m.h2), 0)::bigint,
                coalesce(sum(t.open), 0)::bigint, coalesce(sum(t.overdue), 0)::bigint, coalesce(sum(t.on_time), 0)::bigint,
                coalesce(sum(t.late), 0)::bigint, count(f.unit_id), coalesce(sum(a.records), 0)::bigint,
                coalesce(sum(i.given), 0)::bigint, coalesce(sum(i.complete), 0)::bigint, coalesce(sum(i.task), 0)::bigint,
                coalesce(sum(i.evidence), 0)::bigint, coalesce(sum(i.closing), 0)::bigint, coalesce(sum(i.checked), 0)::bigint,
                coalesce(sum(i.notification), 0)::bigint, coalesce(sum(i.acknowledgement), 0)::bigint,
                coalesce(sum(t.owner_left), 0)::bigint
            from asked s left join required r using (unit_id) left join leavers l using (unit_id)
                left join meetings m using (unit_id) left join tasks t using (unit_id)
                left join several f using (unit_id) left join late a using (unit_id) left join instructions i using (unit_id)
            group by s.child order by s.child nulls first
            """;
    }

    public static readonly ReadRoute Route = new("/api/dashboard", "GetDashboard",
        "Counts of a unit's whole subtree and of each subtree below it", typeof(DashboardContent), [QueryParameter.Unit], Read);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var unit = session.Question.Text("unit");
        var units = unit is null ? [] : await session.Subtree(unit, cancellation);
        if (unit is not null && units.Count == 0)
            return Refusal.Unknown(IdKind.Unit, unit, "unit");
        var rows = await session.Query(Sql(ofUnits: unit is not null), r => Row(session.Question, r), cancellation,
            unit, session.Question.Zone.Id, units.ToArray());
        var total = rows.Aggregate(Counts.None(session.Question.AsOf.Year, unit), (sum, row) => sum.Plus(row));
        return new(new DashboardContent(total, [.. rows.Where(r => r.UnitId is not null)]));
    }

    private static Counts Row(Question question, NpgsqlDataReader r)
    {
        var year = question.AsOf.Year;
        var lacking = new LackingCounts(
            r.GetInt64(15), r.GetInt64(16), r.GetInt64(17), r.GetInt64(18), r.GetInt64(19), r.GetInt64(20));
        return new(r.TextOrNull(0), new(r.GetInt64(13), r.GetInt64(14), lacking), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3),
            r.GetInt64(4), r.GetInt64(11), r.GetInt64(12), Halves(year, r.GetInt64(5), r.GetInt64(6)),
            new(r.GetInt64(7), r.GetInt64(8), r.GetInt64(9), r.GetInt64(10), r.GetInt64(21)));
    }

    internal static SortedDictionary<string, long> Halves(int year, long first, long second) =>
        new(StringComparer.Ordinal) { [$"{year}-H1"] = first, [$"{year}-H2"] = second };
}

/// <param name="Unit">The unit with its whole subtree; without <c>unit</c> the whole tenant.</param>
/// <param name="Children">Each subtree below it; without <c>unit</c> those of the top units.</param>
public sealed record DashboardContent(Counts Unit, IReadOnlyList<Counts> Children);

/// <summary>Counts of one subtree.</summary>
/// <param name="Instructions">What was resolved and found, and how far it has come: much deployed, little checked?</param>
/// <param name="Units">Units that exist on the question's date.</param>
/// <param name="Vacancies">Required cells that nobody holds.</param>
/// <param name="HeldByLeavers">Cells held by somebody who has left; not vacancies.</param>
/// <param name="SeveralFirst">Units whose required first-responsible seats are held by more than one person.</param>
/// <param name="LateRecords">Assignments recorded after they had begun; voided ones left out.</param>
/// <param name="SpecialMeetings">Held special meetings by half-year, for the year of the question's date.</param>
public sealed record Counts(
    string? UnitId, InstructionCounts Instructions, long Units, long RequiredCells, long Vacancies, long HeldByLeavers,
    long SeveralFirst, long LateRecords, IReadOnlyDictionary<string, long> SpecialMeetings, TaskCounts Tasks)
{
    internal static Counts None(int year, string? unitId) => new(unitId, new(0, 0, new(0, 0, 0, 0, 0, 0)), 0, 0, 0, 0, 0, 0,
        GetDashboard.Halves(year, 0, 0), new(0, 0, 0, 0, 0));

    internal Counts Plus(Counts other) => new(
        UnitId, Instructions.Plus(other.Instructions), Units + other.Units, RequiredCells + other.RequiredCells,
        Vacancies + other.Vacancies, HeldByLeavers + other.HeldByLeavers, SeveralFirst + other.SeveralFirst,
        LateRecords + other.LateRecords,
        new SortedDictionary<string, long>(
            SpecialMeetings.ToDictionary(m => m.Key, m => m.Value + other.SpecialMeetings[m.Key]), StringComparer.Ordinal),
        new(Tasks.Open + other.Tasks.Open, Tasks.Overdue + other.Tasks.Overdue,
            Tasks.ClosedOnTime + other.Tasks.ClosedOnTime, Tasks.ClosedLate + other.Tasks.ClosedLate,
            Tasks.OwnerLeft + other.Tasks.OwnerLeft));
}

/// <param name="Given">Resolutions and findings.</param>
/// <param name="Complete">Those of which nothing is missing.</param>
/// <param name="Lacking">The others, by the first link that is missing.</param>
public sealed record InstructionCounts(long Given, long Complete, LackingCounts Lacking)
{
    internal InstructionCounts Plus(InstructionCounts other) =>
        new(Given + other.Given, Complete + other.Complete, Lacking.Plus(other.Lacking));
}

/// <summary>Instructions by the first link of their chain that is missing.</summary>
public sealed record LackingCounts(long Task, long Evidence, long Closing, long Check, long Notification, long Acknowledgement)
{
    internal LackingCounts Plus(LackingCounts other) => new(
        Task + other.Task, Evidence + other.Evidence, Closing + other.Closing, Check + other.Check,
        Notification + other.Notification, Acknowledgement + other.Acknowledgement);
}

/// <param name="Overdue">Open and due before the question's date; also counted as open.</param>
/// <param name="ClosedLate">Closed tasks of which any closing came after the due date then in force.</param>
/// <param name="OwnerLeft">Open and its owner no longer in office on the question's date; also counted as open.</param>
public sealed record TaskCounts(long Open, long Overdue, long ClosedOnTime, long ClosedLate, long OwnerLeft);
