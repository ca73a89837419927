using System.Text.Json.Serialization;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using NodaTime;
using Npgsql;

namespace Ledger.Units;

/// <summary>Units: in lists while they exist on the question's date, by id always once known.</summary>
public static class GetUnits
{
    private const string Select = $"""
        select unit_id, name_zh, name_en, kind, level, parent_id, level_labels, required_cells, effective_from,
            dissolved_on, version
        from ledger.unit where tenant_id = $1 and {ReadSession.Known} and {ReadSession.Valid}
        """;

    private const string Existing = " and effective_from <= $3 and coalesce(dissolved_on > $3, true)";

    public static readonly ReadRoute List = new("/api/units", "ListUnits", "The units that exist on a date",
        typeof(Page<UnitContent>),
        [QueryParameter.Id("parent", "Only the units directly below this one.", "city"), QueryParameter.Unit, QueryParameter.Subtree],
        ReadList);

    public static readonly ReadRoute One = new("/api/units/{unitId}", "GetUnit", "One unit", typeof(UnitContent), [], ReadOne);

    /// <summary>A unit by id; null when it is unknown at the question's position.</summary>
    public static async Task<UnitContent?> Find(ReadSession session, string unitId, CancellationToken cancellation) =>
        (await session.Query(Select + " and unit_id = $4", Row, cancellation, unitId)).FirstOrDefault();

    /// <summary>Those of a set of units that exist on the question's date; null for the whole tenant.</summary>
    public static Task<List<UnitContent>> Of(ReadSession session, string[]? units, CancellationToken cancellation) =>
        session.Query(Select + Existing + (units is null ? "" : " and unit_id = any($4)"), Row, cancellation, [units ?? []]);

    private static async Task<Reading> ReadOne(ReadSession session, CancellationToken cancellation)
    {
        var unitId = session.Question.Path("unitId");
        return new(await Find(session, unitId, cancellation), Refusal.Unknown(IdKind.Unit, unitId, "unitId"));
    }

    private static async Task<Reading> ReadList(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var parent = session.Question.Text("parent");
        if (parent is not null && await Find(session, parent, cancellation) is null)
            return Refusal.Unknown(IdKind.Unit, parent, "parent");
        var sql = Select + Existing + " and ($4::text is null or unit_id > $4)"
            + (units is null ? "" : " and unit_id = any($5)") + (parent is null ? "" : " and parent_id = $6") + " order by unit_id";
        return new(await session.Page(sql, Row, u => [u.UnitId], cancellation, session.Question.After?[0], units ?? [], parent));
    }

    private static UnitContent Row(NpgsqlDataReader r) => new(
        r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetInt32(4), r.TextOrNull(5),
        r.Json<LevelLabels>(6), r.Json<IReadOnlyList<RequiredCell>>(7), r.Date(8), r.DateOrNull(9), r.GetInt64(10));
}

/// <summary>A unit as it is on the question's date.</summary>
/// <param name="EffectiveFrom">First day of its existence.</param>
/// <param name="DissolvedOn">First day without it, when an end is known.</param>
public sealed record UnitContent(
    string UnitId, string NameZh, string NameEn, string Kind, int Level,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? ParentId,
    LevelLabels LevelLabels, IReadOnlyList<RequiredCell> RequiredCells, LocalDate EffectiveFrom, LocalDate? DissolvedOn,
    long Version);
