using Ledger.Reads;

namespace Ledger.Areas;

/// <summary>The tenant's catalogue of areas.</summary>
public static class GetAreas
{
    private const string Sql = $"""
        select area_id, name_zh, name_en from ledger.area
        where tenant_id = $1 and {ReadSession.Known} and ($4::text is null or area_id > $4) order by area_id
        """;

    public static readonly ReadRoute Route = new(
        "/api/areas", "ListAreas", "The catalogue of areas", typeof(Page<Area>), [], Read);

    /// <summary>Every area by id.</summary>
    public static async Task<IReadOnlyDictionary<string, Area>> All(ReadSession session, CancellationToken cancellation) =>
        (await session.Query(Sql, Row, cancellation, [null])).ToDictionary(a => a.AreaId);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation) =>
        new(await session.Page(Sql, Row, a => [a.AreaId], cancellation, session.Question.After?[0]));

    private static Area Row(Npgsql.NpgsqlDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2));
}
