using System.Text.Json.Nodes;
using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Units;
using NodaTime;
using Npgsql;

namespace Ledger.Timeline;

/// <summary>Every act that concerns a unit, in order of recording, in words a person reads.</summary>
public static class GetTimeline
{
    private const string Sql = """
        select e.seq_id, e.version, e.timestamp, e.type, e.data, e.id, e.user_name, e.headers
        from ledger.timeline t join ledger.mt_events e on e.tenant_id = $1 and e.seq_id = t.position
        where t.tenant_id = $1 and t.unit_id = $4 and t.position <= $2 and t.position > $5 {filter}
        order by t.position
        """;

    public static readonly ReadRoute Route = new("/api/units/{unitId}/timeline", "GetTimeline",
        "The audit timeline: the unit and all that concerns it, in order of recording", typeof(Page<TimelineItem>),
        [QueryParameter.Date("from", "Recorded on this local date or later."),
            QueryParameter.Date("to", "Recorded on this local date or earlier."),
            QueryParameter.Word("type", "Only acts of this stored name.", "leader_assigned.v1")], Read)
    { IsKey = SortKey.IsPosition };

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var question = session.Question;
        var unitId = question.Path("unitId");
        if (await GetUnits.Find(session, unitId, cancellation) is not { } unit)
            return Refusal.Unknown(IdKind.Unit, unitId, "unitId");
        var words = await WordsOf(session, unit, cancellation);
        var (from, to, type) = (question.Date("from"), question.Date("to"), question.Text("type"));
        var filter = (from is null ? "" : " and t.recorded_on >= $6") + (to is null ? "" : " and t.recorded_on <= $7")
            + (type is null ? "" : " and t.type = $8");
        var after = question.After is { } key ? long.Parse(key[0], null) : 0;
        return new(await session.Page(Sql.Replace("{filter}", filter, StringComparison.Ordinal), r => Row(session, r, words),
            item => [item.Position.ToString(null, null)], cancellation, unitId, after, from, to, type));
    }

    /// <summary>The unit's acts between two local dates of recording, one by one however many there are.</summary>
    public static IAsyncEnumerable<TimelineItem> Stream(
        ReadSession session, UnitContent unit, Words words, LocalDate from, LocalDate to, CancellationToken cancellation) =>
        session.Stream(Sql.Replace("{filter}", " and t.recorded_on >= $6 and t.recorded_on <= $7", StringComparison.Ordinal),
            r => Row(session, r, words), cancellation, unit.UnitId, 0L, from, to);

    /// <summary>What the unit and the tenant call things.</summary>
    public static async Task<Words> WordsOf(ReadSession session, UnitContent unit, CancellationToken cancellation)
    {
        var areas = await GetAreas.All(session, cancellation);
        return new(id => areas.TryGetValue(id, out var area) ? (area.NameZh, area.NameEn) : (id, id), unit.LevelLabels);
    }

    private static TimelineItem Row(ReadSession session, NpgsqlDataReader r, Words words)
    {
        var recorded = session.Event(r, 0);
        var headers = r.Json<EventHeaders>(7);
        return new(
            recorded.Position, r.GetGuid(5), r.GetString(3), recorded.RecordedAt, recorded.Data.EffectiveOn, r.GetString(6),
            headers.RecordedBy, Sentences.Of(recorded.Data, words), JsonNode.Parse(r.GetString(4))!, headers.Imported);
    }
}

/// <summary>One act.</summary>
/// <param name="Position">Its place in the tenant's order of recording.</param>
/// <param name="RecordedAt">When the ledger learned of it (UTC).</param>
/// <param name="EffectiveOn">When it takes effect, a date of the tenant's zone.</param>
/// <param name="Actor">Whose act it is.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Summary">What it says, in both languages.</param>
/// <param name="Data">The act as it is stored.</param>
/// <param name="Imported">For imported history: the claim and the ledger's own instant apart.</param>
public sealed record TimelineItem(
    long Position, Guid EventId, string Type, Instant RecordedAt, LocalDate? EffectiveOn, string Actor, string RecordedBy,
    Sentence Summary, JsonNode Data, ImportClaim? Imported);
