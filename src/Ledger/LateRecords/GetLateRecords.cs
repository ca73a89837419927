using Ledger.Reads;
using Ledger.Units;
using NodaTime;
using Npgsql;

namespace Ledger.LateRecords;

/// <summary>Assignments that the ledger learned of after they had begun, in days between the two clocks.</summary>
public static class GetLateRecords
{
    private const string Sql = """
        select assignment_id, unit_id, effective_from, recorded_at, (recorded_at at time zone $5)::date - effective_from
        from ledger.assignment
        where tenant_id = $1 and known_from <= $2 and known_to > $2 and not voided
            and (recorded_at at time zone $5)::date - effective_from > $4 {filter}
        order by assignment_id
        """;

    public static readonly ReadRoute Route = new("/api/late-records", "ListLateRecords",
        "Assignments recorded after they had begun; voided ones left out", typeof(Page<LateRecordContent>),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Days("overDays", "Only those recorded more days later than this.")], Read);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var question = session.Question;
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var filter = (units is null ? "" : " and unit_id = any($6)") + (question.After is null ? "" : " and assignment_id > $7");
        return new(await session.Page(Sql.Replace("{filter}", filter, StringComparison.Ordinal), Row, l => [l.AssignmentId], cancellation,
            question.Days("overDays"), question.Zone.Id, units ?? [], question.After?[0]));
    }

    private static LateRecordContent Row(NpgsqlDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.Date(2), r.GetFieldValue<Instant>(3), r.GetInt32(4));
}

/// <summary>An assignment recorded late.</summary>
/// <param name="EffectiveFrom">First day held, as corrected.</param>
/// <param name="RecordedAt">When the ledger learned of it.</param>
/// <param name="Days">From the first day held to the local date of recording.</param>
public sealed record LateRecordContent(
    string AssignmentId, string UnitId, LocalDate EffectiveFrom, Instant RecordedAt, int Days);
