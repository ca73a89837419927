using System.Text.Json.Serialization;
using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Units;
using NodaTime;
using Npgsql;

namespace Ledger.Matrix;

/// <summary>The responsibility matrix: every required cell and every cell that somebody holds, on a date, as known at a
/// position.</summary>
public static class GetMatrix
{
    private const string Sql = """
        with required as (
            select unit_id, area_id, level from ledger.required_cell r
            where tenant_id = $1 and r.known_from <= $2 and r.known_to > $2 and r.valid_from <= $3 and r.valid_to > $3 {filter}),
        held as (
            select unit_id, area_id, level, person_id, assignment_id, effective_from, ends_on from ledger.responsibility r
            where tenant_id = $1 and r.known_from <= $2 and r.known_to > $2 and r.valid_from <= $3 and r.valid_to > $3 {filter}),
        cells as (
            select unit_id, area_id, level, coalesce(r.required, false) as required,
                h.person_id, h.assignment_id, h.effective_from, h.ends_on
            from (select *, true as required from required) r full join held h using (unit_id, area_id, level))
        select c.unit_id, c.area_id, c.level, c.required, coalesce(v.version, 0),
            c.person_id, p.post, c.assignment_id, c.effective_from, c.ends_on, p.left_on, {name}
        from cells c
        left join ledger.cell v on v.tenant_id = $1 and v.unit_id = c.unit_id and v.area_id = c.area_id
            and v.level = c.level and v.known_from <= $2 and v.known_to > $2
        left join ledger.person p on p.tenant_id = $1 and p.person_id = c.person_id
            and p.known_from <= $2 and p.known_to > $2 and p.valid_from <= $3 and p.valid_to > $3
        {directory}
        """;

    private const string Version = $"""
        select version from ledger.cell
        where tenant_id = $1 and unit_id = $4 and area_id = $5 and level = $6 and {ReadSession.Known}
        """;

    private const string WithName = "left join ledger.directory d on d.tenant_id = $1 and d.person_id = c.person_id";

    public static readonly ReadRoute Route = new("/api/matrix", "GetMatrix",
        "The responsibility matrix: required cells and held cells, vacancies shown as such", typeof(MatrixContent),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Id("area", "Only this area.", "web-accounts")], Read);

    /// <summary>One cell as in the matrix; nobody's when the ledger knows nothing of it.</summary>
    public static async Task<CellContent> Cell(
        ReadSession session, string unitId, string areaId, Level level, CancellationToken cancellation)
    {
        var cells = await Cells(session, "and unit_id = $4 and area_id = $5 and level = $6", cancellation,
            unitId, areaId, level.ToString());
        if (cells.Count > 0)
            return cells[0];
        var versions = await session.Query(Version, r => r.GetInt64(0), cancellation, unitId, areaId, level.ToString());
        return new(unitId, areaId, level, false, versions.FirstOrDefault(), null);
    }

    /// <summary>The matrix of a set of units; null for the whole tenant.</summary>
    public static Task<IReadOnlyList<CellContent>> Of(ReadSession session, string[]? units, CancellationToken cancellation) =>
        Cells(session, units is null ? "" : "and unit_id = any($4)", cancellation, [units ?? []]);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        // A unit that has cells is known, so most questions need no look-up of the unit before; and one unit instead of
        // a list lets PostgreSQL keep its plan.
        if (session.Question.Text("unit") is { } one && session.Question.Flag("subtree") != true
            && session.Question.Text("area") is null
            && await Cells(session, "and unit_id = $4", cancellation, one) is { Count: > 0 } cells)
            return new(new MatrixContent(cells));
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var area = session.Question.Text("area");
        if (area is not null && !(await GetAreas.All(session, cancellation)).ContainsKey(area))
            return Refusal.Unknown(IdKind.Area, area, "area");
        var filter = (units, area) switch
        {
            (null, null) => "",
            (null, _) => "and area_id = $5",
            (_, null) => "and unit_id = any($4)",
            _ => "and unit_id = any($4) and area_id = $5",
        };
        return new(new MatrixContent(await Cells(session, filter, cancellation, units ?? [], area)));
    }

    private static async Task<IReadOnlyList<CellContent>> Cells(
        ReadSession session, string filter, CancellationToken cancellation, params object?[] parameters)
    {
        var names = session.Question.Flag("names") == true;
        var sql = Sql.Replace("{filter}", filter, StringComparison.Ordinal)
            .Replace("{name}", names ? "d.display_name" : "null", StringComparison.Ordinal)
            .Replace("{directory}", names ? WithName : "", StringComparison.Ordinal);
        var cells = await session.Query(sql, Row, cancellation, parameters);
        return [.. cells.OrderBy(c => c.UnitId, StringComparer.Ordinal).ThenBy(c => c.AreaId, StringComparer.Ordinal)
            .ThenBy(c => c.Level)];
    }

    private static CellContent Row(NpgsqlDataReader r) => new(
        r.GetString(0), r.GetString(1), Enum.Parse<Level>(r.GetString(2)), r.GetBoolean(3), r.GetInt64(4),
        r.IsDBNull(5) ? null : new(r.GetString(5), r.TextOrNull(6), r.TextOrNull(11), r.GetString(7), r.Date(8),
            r.DateOrNull(9), r.DateOrNull(10)));
}

public sealed record MatrixContent(IReadOnlyList<CellContent> Cells);

/// <summary>A cell: unit × area × level.</summary>
/// <param name="Required">The unit requires a holder on the question's date.</param>
/// <param name="Version">Of the cell's stream, for <c>If-Match</c>; 0 when it never had an assignment.</param>
/// <param name="Holder">Null when nobody holds it.</param>
public sealed record CellContent(
    string UnitId, string AreaId, Level Level, bool Required, long Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] HolderContent? Holder);

/// <summary>Who holds a cell.</summary>
/// <param name="Post">The person's post on the question's date.</param>
/// <param name="DisplayName">Only with <c>names=true</c>.</param>
/// <param name="EffectiveFrom">First day held, as corrected.</param>
/// <param name="EndsOn">First day no longer held, when an end is known.</param>
/// <param name="LeftOn">First day out of office, when the holder is known to have left: not a vacancy.</param>
public sealed record HolderContent(
    string PersonId, string? Post, string? DisplayName, string AssignmentId, LocalDate EffectiveFrom, LocalDate? EndsOn,
    LocalDate? LeftOn);
