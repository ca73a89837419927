using System.Text.Json.Serialization;
using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Units;
using NodaTime;

namespace Ledger.Matrix;

/// <summary>The responsibility matrix: every required cell and every cell that somebody holds, on a date, as known at a
/// position.</summary>
public static class GetMatrix
{
    // Three sets of rows, put together by their cells only here: PostgreSQL would sort or hash each by three texts.
    private const string Sql = """
        select unit_id, area_id, level, 'held', null, h.person_id, p.post, assignment_id, effective_from, ends_on,
            p.left_on, {name}
        from ledger.responsibility h left join {person} {directory}
        where h.tenant_id = $1 and {known} and h.valid_from <= $3 and h.valid_to > $3 {filter}
        union all
        select unit_id, area_id, level, 'version', version, null, null, null, null, null, null, null
        from ledger.cell c where c.tenant_id = $1 and {known} {filter}
        union all
        select unit_id, area_id, level, 'required', null, null, null, null, null, null, null, null
        from ledger.required_cell r
        where r.tenant_id = $1 and {known} and r.valid_from <= $3 and r.valid_to > $3 {filter}
        """;

    /// <summary>For few cells: each holder by the index, whatever PostgreSQL thinks of the number of people.</summary>
    private const string EachPerson = $"""
        lateral (select post, left_on from ledger.person
            where tenant_id = $1 and person_id = h.person_id and {ReadSession.Known} and {ReadSession.Valid} offset 0) p on true
        """;

    /// <summary>For many cells.</summary>
    private const string AllPeople = $"""
        (select person_id, post, left_on from ledger.person
            where tenant_id = $1 and {ReadSession.Known} and {ReadSession.Valid}) p on p.person_id = h.person_id
        """;

    private const string Version = $"""
        select version from ledger.cell
        where tenant_id = $1 and unit_id = $4 and area_id = $5 and level = $6 and {ReadSession.Known}
        """;

    private const string OneUnit = "and unit_id = $4";

    private const string OneCell = "and unit_id = $4 and area_id = $5 and level = $6";

    private const string WithName = "left join ledger.directory d on d.tenant_id = $1 and d.person_id = h.person_id";

    public static readonly ReadRoute Route = new("/api/matrix", "GetMatrix",
        "The responsibility matrix: required cells and held cells, vacancies shown as such", typeof(MatrixContent),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Id("area", "Only this area.", "web-accounts")], Read);

    /// <summary>One cell as in the matrix; nobody's when the ledger knows nothing of it.</summary>
    public static async Task<CellContent> Cell(
        ReadSession session, string unitId, string areaId, Level level, CancellationToken cancellation)
    {
        var cells = await Cells(session, OneCell, cancellation, unitId, areaId, level.ToString());
        if (cells.Count > 0)
            return cells[0];
        var versions = await session.Query(Version, r => r.GetInt64(0), cancellation, unitId, areaId, level.ToString());
        return new(unitId, areaId, level, false, versions.FirstOrDefault(), null);
    }

    /// <summary>The matrix of a set of units; null for the whole tenant.</summary>
    public static Task<IReadOnlyList<CellContent>> Of(ReadSession session, string[]? units, CancellationToken cancellation) =>
        units is [var one] ? Cells(session, OneUnit, cancellation, one)
            : Cells(session, units is null ? "" : "and unit_id = any($4)", cancellation, [units ?? []]);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        // A unit that has cells is known, so most questions need no look-up of the unit before; and one unit instead of
        // a list lets PostgreSQL keep its plan.
        if (session.Question.Text("unit") is { } one && session.Question.Flag("subtree") != true
            && session.Question.Text("area") is null
            && await Cells(session, OneUnit, cancellation, one) is { Count: > 0 } cells)
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
        var few = filter is OneUnit or OneCell;
        var sql = Sql.Replace("{filter}", filter, StringComparison.Ordinal)
            .Replace("{person}", few ? EachPerson : AllPeople, StringComparison.Ordinal)
            .Replace("{name}", names ? "d.display_name" : "null", StringComparison.Ordinal)
            .Replace("{directory}", names ? WithName : "", StringComparison.Ordinal);
        var cells = new FoundCells();
        if (few)
            await session.Each(sql, cells.Take, cancellation, parameters);
        else
            await session.EachOfMany(sql, cells.Take, cancellation, parameters);
        return cells.InOrder();
    }
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
