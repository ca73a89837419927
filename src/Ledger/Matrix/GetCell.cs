using System.Text.Json.Serialization;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Shapes;
using NodaTime;
using Npgsql;

namespace Ledger.Matrix;

/// <summary>One cell with its whole history, read from its stream.</summary>
public static class GetCell
{
    private const string UnitAndArea = $"""
        select 'unit' from ledger.unit where tenant_id = $1 and unit_id = $4 and {ReadSession.Known}
        union select 'area' from ledger.area where tenant_id = $1 and area_id = $5 and {ReadSession.Known}
        """;

    private const string History = """
        select seq_id, version, timestamp, type, data, user_name, headers from ledger.mt_events
        where tenant_id = $1 and stream_id = $4 and seq_id <= $2 order by version
        """;

    public static readonly ReadRoute Route = new("/api/cells/{unitId}/{areaId}/{level}", "GetCell",
        "One cell: its holder on a date and everything that was recorded of it", typeof(CellWithHistory), [], Read);

    /// <summary>What the ledger knew of a cell's assignments, with the acts that say so.</summary>
    public static async Task<(Cell Cell, IReadOnlyList<CellHistoryItem> History)> Fold(
        ReadSession session, string stream, CancellationToken cancellation)
    {
        var cell = Cell.Empty;
        var items = new List<CellHistoryItem>();
        foreach (var (recorded, actor, headers) in await session.Query(History, r => Row(session, r), cancellation, stream))
        {
            cell = cell.Apply(recorded);
            items.Add(Item(recorded, actor, headers.Imported));
        }

        return (cell, items);
    }

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var (unitId, areaId, code) = (session.Question.Path("unitId"), session.Question.Path("areaId"), session.Question.Path("level"));
        if (Codes.Parse<Level>(code) is not { } level)
            return new Refusal("unknown-id", "level", new { kind = "level", id = code, oneOf = Codes.All<Level>() }, 404);
        var known = await session.Query(UnitAndArea, r => r.GetString(0), cancellation, unitId, areaId);
        if (!known.Contains("unit"))
            return Refusal.Unknown(IdKind.Unit, unitId, "unitId");
        if (!known.Contains("area"))
            return Refusal.Unknown(IdKind.Area, areaId, "areaId");
        var cell = await GetMatrix.Cell(session, unitId, areaId, level, cancellation);
        var (_, history) = await Fold(session, Cell.Stream(unitId, areaId, level), cancellation);
        return new(new CellWithHistory(unitId, areaId, level, cell.Required, cell.Version, cell.Holder, history));
    }

    private static (Recorded Recorded, string Actor, EventHeaders Headers) Row(ReadSession session, NpgsqlDataReader r) => (
        session.Event(r, 0), r.GetString(5), r.Json<EventHeaders>(6));

    private static CellHistoryItem Item(Recorded recorded, string actor, ImportClaim? imported)
    {
        var item = new CellHistoryItem(recorded.Position, recorded.RecordedAt, ((ICellEvent)recorded.Data).AssignmentId,
            CellAct.Assigned, actor, imported);
        return recorded.Data switch
        {
            LeaderAssigned e => item with { PersonId = e.PersonId, EffectiveFrom = e.EffectiveFrom, Basis = e.Basis },
            LeaderReplaced e => item with
            {
                What = CellAct.Replaced,
                PersonId = e.PersonId,
                EffectiveFrom = e.EffectiveFrom,
                Reason = e.Reason,
                ReplacesAssignmentId = e.ReplacesAssignmentId,
                Basis = e.Basis,
            },
            AssignmentEnded e => item with
            {
                What = CellAct.Ended,
                PersonId = e.PersonId,
                EndsOn = e.EndsOn,
                Reason = e.Reason,
                Basis = e.Basis,
            },
            AssignmentCorrected e => item with
            {
                What = CellAct.Corrected,
                PersonId = e.PersonId,
                CorrectionId = e.CorrectionId,
                Changes = e.Changes,
                Reason = e.Reason,
                Basis = e.Basis,
            },
            AssignmentVoided e => item with
            {
                What = CellAct.Voided,
                PersonId = e.PersonId,
                CorrectionId = e.CorrectionId,
                Reason = e.Reason,
                Basis = e.Basis,
            },
            _ => throw new InvalidOperationException($"A cell's stream holds a {recorded.Data.GetType().Name}."),
        };
    }
}

/// <summary>A cell as in the matrix, with its history in order of recording.</summary>
public sealed record CellWithHistory(
    string UnitId, string AreaId, Level Level, bool Required, long Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    HolderContent? Holder,
    IReadOnlyList<CellHistoryItem> History);

/// <summary>What an act did to a cell.</summary>
public enum CellAct
{
    [JsonStringEnumMemberName("assigned")] Assigned,
    [JsonStringEnumMemberName("replaced")] Replaced,
    [JsonStringEnumMemberName("ended")] Ended,
    [JsonStringEnumMemberName("corrected")] Corrected,
    [JsonStringEnumMemberName("voided")] Voided,
}

/// <summary>One act on a cell; the members that its kind has.</summary>
/// <param name="PersonId">The holder of the assignment after the act.</param>
/// <param name="Imported">For imported history: the claim and the ledger's own instant apart.</param>
public sealed record CellHistoryItem(
    long Position, Instant RecordedAt, string AssignmentId, CellAct What, string Actor, ImportClaim? Imported = null,
    string? PersonId = null, LocalDate? EffectiveFrom = null, LocalDate? EndsOn = null, string? ReplacesAssignmentId = null,
    string? CorrectionId = null, AssignmentChanges? Changes = null, string? Reason = null, Basis? Basis = null);
