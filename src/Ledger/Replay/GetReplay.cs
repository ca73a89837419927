using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Timeline;
using Ledger.Units;
using NodaTime;
using Npgsql;

namespace Ledger.Replay;

/// <summary>A unit's history as steps: each act with what it changed. Both the acts and the changes are read in order of
/// position and joined on the way, so that ten thousand steps take no more memory than one.</summary>
public static class GetReplay
{
    // Every view keeps the position from which a row is known and that from which it is not: what an act changed is
    // what it closed and what it opened.
    private const string Changes = """
        select position, what, id, opened, row from (
            select known_from as position, true as opened, what, id, row from ledger.unit_row
            where tenant_id = $1 and unit_id = $4 and known_from <= $2
            union all
            select known_to, false, what, id, row from ledger.unit_row
            where tenant_id = $1 and unit_id = $4 and known_to <= $2) c
        order by position, what, id, opened, row ->> 'from' nulls first
        """;

    public static readonly ReadRoute Route = new("/api/units/{unitId}/replay", "GetReplay",
        "The unit's history as steps, one JSON line each: the act and what it changed", typeof(ReplayStep),
        [QueryParameter.Date("from", "Recorded on this local date or later."),
            QueryParameter.Date("to", "Recorded on this local date or earlier.")], Check)
    { Lines = Write };

    private static async Task<Reading> Check(ReadSession session, CancellationToken cancellation)
    {
        var unitId = session.Question.Path("unitId");
        var unit = await GetUnits.Find(session, unitId, cancellation);
        return new(unit, Refusal.Unknown(IdKind.Unit, unitId, "unitId"));
    }

    private static async Task Write(ReadSession session, PipeWriter writer, CancellationToken cancellation)
    {
        var unit = (await GetUnits.Find(session, session.Question.Path("unitId"), cancellation))!;
        var words = await GetTimeline.WordsOf(session, unit, cancellation);
        var (from, to) = (session.Question.Date("from") ?? Dates.First, session.Question.Date("to") ?? Dates.Last);
        await using var changes = session.Stream(Changes, Row, cancellation, unit.UnitId).GetAsyncEnumerator(cancellation);
        var more = await changes.MoveNextAsync();
        await foreach (var act in GetTimeline.Stream(session, unit, words, from, to, cancellation))
        {
            while (more && changes.Current.Position < act.Position)
                more = await changes.MoveNextAsync();
            var rows = new List<Change>();
            while (more && changes.Current.Position == act.Position)
            {
                rows.Add(changes.Current);
                more = await changes.MoveNextAsync();
            }

            await WriteLine(writer, Step(act, rows), cancellation);
        }
    }

    private static ReplayStep Step(TimelineItem act, List<Change> rows) => new(
        act.Position, act.RecordedAt, act.Actor, act.RecordedBy, act.Type, act.Summary, act.EffectiveOn, act.Data["basis"]?.DeepClone(),
        act.Imported, [.. rows.GroupBy(r => (r.What, r.Id)).Select(g => new StepChange(g.Key.What, g.Key.Id,
            Rows(g, opened: false), Rows(g, opened: true)))]);

    private static JsonArray? Rows(IEnumerable<Change> changes, bool opened)
    {
        var rows = changes.Where(c => c.Opened == opened).Select(c => c.Row).ToArray();
        return rows.Length == 0 ? null : new(rows);
    }

    private static async Task WriteLine(PipeWriter writer, ReplayStep step, CancellationToken cancellation)
    {
        await writer.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(step, LedgerJson.Options), cancellation);
        await writer.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    private static Change Row(NpgsqlDataReader r) =>
        new(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetBoolean(3), JsonNode.Parse(r.GetString(4))!);

    private sealed record Change(long Position, string What, string Id, bool Opened, JsonNode Row);
}

/// <summary>One step of a unit's history.</summary>
/// <param name="Basis">The document the act rests on, when it named one.</param>
/// <param name="Changes">What it changed in all that the unit has.</param>
public sealed record ReplayStep(
    long Position, Instant RecordedAt, string Actor, string RecordedBy, string Type, Sentence Summary, LocalDate? EffectiveOn,
    JsonNode? Basis, ImportClaim? Imported, IReadOnlyList<StepChange> Changes);

/// <summary>What a step changed of one thing.</summary>
/// <param name="What"><c>cell</c>, <c>required-cell</c>, <c>unit</c>, <c>person</c>, <c>leading-group</c>,
/// <c>group-member</c>, <c>task</c>, <c>meeting</c>, or what else the ledger records of a unit: <c>inspection</c>,
/// <c>report</c>, <c>obligation</c> and so on.</param>
/// <param name="Before">What was known until then, period by period; null when nothing was.</param>
/// <param name="After">What is known from then on; null when nothing is.</param>
public sealed record StepChange(
    string What, string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonArray? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonArray? After);
