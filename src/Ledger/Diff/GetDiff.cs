using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Ledger.LeadingGroups;
using Ledger.Matrix;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime;

namespace Ledger.Diff;

/// <summary>
/// What differs between two states, each at both its clocks, and which act explains each difference. Put in place of
/// what stands before, what stands after makes the second state of the first; versions are no part of a state.
/// </summary>
public static class GetDiff
{
    public static readonly ReadRoute Route = new("/api/diff", "GetDiff",
        "From the state at `againstAsOf`, `againstKnownAt` to that at `asOf`, `knownAt`: each difference with its reason",
        typeof(DiffContent),
        [QueryParameter.Unit, QueryParameter.Subtree,
            QueryParameter.Date("againstAsOf", "Effective clock of the first state; left out: `asOf`."),
            new("againstKnownAt", "Known clock of the first state, an instant or a position; left out: `knownAt`.",
                "2025-06-30T16:00:00Z", QueryParameter.KnownAt.Breaks)], Read)
    { AsksOtherClocks = true };

    // The systems' rows follow the known clock alone: only what one of the two positions knows can differ.
    private const string Systems = """
        select distinct on (what, id, before) what, id, known_from <= $4 and known_to > $4 as before, row from ledger.system_row
        where tenant_id = $1 and (known_from <= $4 and known_to > $4) <> (known_from <= $2 and known_to > $2)
        """;

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var question = session.Question;
        var (first, refusal) = await session.At(
            question.Text("againstKnownAt") is { } text ? KnownTime.Parse(text) : null, question.Date("againstAsOf"), cancellation);
        if (first is null)
            return refusal!;
        var (units, unknown) = await session.Units(cancellation);
        if (unknown is not null)
            return unknown;
        var (unitsBefore, _) = await first.Units(cancellation);
        var scope = units is null ? null : units.Union(unitsBefore ?? []).ToArray();
        var before = await State(first, scope, cancellation);
        var after = await State(session, scope, cancellation);
        await AddSystems(session, first.Question.Position, scope, before, after, cancellation);
        var differences = before.Keys.Union(after.Keys)
            .Where(k => !Equals(before.GetValueOrDefault(k), after.GetValueOrDefault(k)))
            .Select(k => new Difference(k.What, k.Id, Node(before.GetValueOrDefault(k)), Node(after.GetValueOrDefault(k))))
            .Where(d => !JsonNode.DeepEquals(d.Before, d.After))
            .OrderBy(d => d.What, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal).ToList();
        var reasons = await Reasons.Of(first, session, differences, cancellation);
        return new(new DiffContent(first.Question.AsOf, first.Question.KnownAt, first.Question.Position, reasons));
    }

    /// <summary>Everything that a state says, by kind and id. Of a large body most is the same in both states, and of
    /// cells and people that shows without a look into their JSON.</summary>
    private static async Task<Dictionary<(string What, string Id), object>> State(
        ReadSession session, string[]? units, CancellationToken cancellation)
    {
        var state = new Dictionary<(string What, string Id), object>();
        void Add<T>(string what, IEnumerable<T> items, Func<T, string> id)
            where T : notnull
        {
            foreach (var item in items)
                state.Add((what, id(item)), item);
        }

        Add("unit", await GetUnits.Of(session, units, cancellation), u => u.UnitId);
        Add("cell", (await GetMatrix.Of(session, units, cancellation)).Select(c => c with { Version = 0 }),
            c => $"{c.UnitId}/{c.AreaId}/{c.Level}");
        Add("leading-group", await GetLeadingGroups.Of(session, units, cancellation), g => g.GroupId);
        Add("person", (await GetPeople.Of(session, units, cancellation)).Select(p => p with { Version = 0 }), p => p.PersonId);
        Add("task", await GetTasks.Of(session, units, cancellation), t => t.TaskId);
        Add("meeting", await GetMeetings.Of(session, units, cancellation), m => m.MeetingId);
        return state;
    }

    private static async Task AddSystems(ReadSession session, long position, string[]? units,
        Dictionary<(string What, string Id), object> before, Dictionary<(string What, string Id), object> after,
        CancellationToken cancellation)
    {
        var rows = await session.Query(Systems + (units is null ? "" : " and unit_id = any($5)"),
            r => (Key: (r.GetString(0), r.GetString(1)), IsBefore: r.GetBoolean(2), Row: r.Json<JsonObject>(3)), cancellation,
            position, units ?? []);
        foreach (var (key, isBefore, row) in rows)
            (isBefore ? before : after).Add(key, row);
    }

    private static JsonObject? Node(object? item)
    {
        if (item is null)
            return null;
        var node = JsonSerializer.SerializeToNode(item, item.GetType(), LedgerJson.Options)!.AsObject();
        node.Remove("version");
        // Of a report: where it stands in the order of recording, which is no part of it.
        node.Remove("position");
        return node;
    }
}

/// <summary>Something that is not the same in both states.</summary>
internal sealed record Difference(string What, string Id, JsonNode? Before, JsonNode? After);

/// <param name="AgainstAsOf">Effective clock of the first state.</param>
/// <param name="AgainstKnownAt">Recorded instant of the first state's position; null before the first act.</param>
/// <param name="AgainstPosition">Known clock of the first state.</param>
public sealed record DiffContent(
    LocalDate AgainstAsOf, Instant? AgainstKnownAt, long AgainstPosition, IReadOnlyList<DiffItem> Items);

/// <summary>One difference.</summary>
/// <param name="What"><c>unit</c>, <c>cell</c>, <c>leading-group</c>, <c>person</c>, <c>task</c>, <c>meeting</c>, or what else the
/// ledger records: <c>inspection</c>, <c>report</c>, <c>obligation</c> and so on, as in a replay.</param>
/// <param name="Before">As in the first state; null when it was not there.</param>
/// <param name="After">As in the second state; null when it is not there.</param>
/// <param name="Because">Why.</param>
/// <param name="Events">The acts that explain it, in order.</param>
public sealed record DiffItem(
    string What, string Id,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    JsonNode? Before,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    JsonNode? After,
    Because Because, IReadOnlyList<DiffEvent> Events);

public sealed record DiffEvent(long Position, string Type);
