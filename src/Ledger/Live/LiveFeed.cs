using System.Text.Json.Nodes;
using Ledger.Areas;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Store;
using Ledger.Timeline;
using Ledger.Units;
using NodaTime;
using Npgsql;

namespace Ledger.Live;

/// <summary>Reads what follows a position in the log. Streams that stand at the same position share one look-up, and its
/// events are made into text once for all of them.</summary>
internal sealed class LiveFeed
{
    /// <summary>All that is in memory of a stream, beside what the connection holds.</summary>
    public const int PageEvents = 50;

    private const string Sql = """
        select e.seq_id, e.version, e.timestamp, e.type, e.data, e.id, e.user_name, e.headers,
            (select c.first_position from ledger.command_log c where c.tenant_id = $1 and c.first_position <= e.seq_id
                order by c.first_position desc limit 1),
            (select u.level_labels from ledger.unit u where u.tenant_id = $1 and u.unit_id = e.data ->> 'unitId'
                and u.known_from <= e.seq_id and u.known_to > e.seq_id limit 1)
        from ledger.mt_events e where e.tenant_id = $1 and e.seq_id > $2 order by e.seq_id
        """;

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private readonly SharedLookup<(string Tenant, long After), IReadOnlyList<LiveEvent>> lookups;
    private readonly LedgerDatabase database;
    private readonly EventCodec codec;
    private readonly ClockReader clocks;

    public LiveFeed(LedgerDatabase database, EventCodec codec, ClockReader clocks)
    {
        (this.database, this.codec, this.clocks) = (database, codec, clocks);
        lookups = new(asked => Read(asked.Tenant, asked.After));
    }

    /// <summary>The next events behind a position, in order; none when it is the last.</summary>
    public Task<IReadOnlyList<LiveEvent>> After(string tenant, long position) => lookups.Ask((tenant, position));

    /// <summary>Asks what was known at a position.</summary>
    public ReadSession At(Tenant tenant, long position, LocalDate asOf, IReadOnlyDictionary<string, string> values) =>
        new(database, codec, clocks, new(tenant.Id, tenant.Zone, asOf, position, null, Question.LimitMax, null, values));

    private async Task<IReadOnlyList<LiveEvent>> Read(string tenant, long after)
    {
        var utc = new Tenant(tenant, "", DateTimeZone.Utc);
        var rows = await At(utc, after, Dates.Last, None).Query($"{Sql} limit {PageEvents}", Row, CancellationToken.None);
        if (rows.Count == 0)
            return [];
        // An area's names are never changed, so those known last are those known at each event.
        var areas = await GetAreas.All(At(utc, rows[^1].Recorded.Position, Dates.Last, None), CancellationToken.None);
        return rows.ConvertAll(r => r.Event(id => areas.TryGetValue(id, out var area) ? (area.NameZh, area.NameEn) : (id, id)));
    }

    private LoggedEvent Row(NpgsqlDataReader r) => new(codec.Read(r, 0), r.GetString(3), r.GetString(4), r.GetGuid(5),
        r.GetString(6), r.Json<EventHeaders>(7), r.GetInt64(8), r.IsDBNull(9) ? LevelLabels.Default : r.Json<LevelLabels>(9));

    /// <param name="Act">The first position of the act that it is part of.</param>
    /// <param name="Labels">What the unit called its levels when it was recorded.</param>
    private sealed record LoggedEvent(
        Recorded Recorded, string Type, string Json, Guid Id, string Actor, EventHeaders Headers, long Act, LevelLabels Labels)
    {
        public LiveEvent Event(Func<string, (string Zh, string En)> area)
        {
            var units = Recorded.Data.UnitIds.Distinct().ToList();
            return new(Recorded, Act, units, LiveFrames.Event(Recorded.Position, Type, new LiveItem(
                Recorded.Position, Id, Type, Recorded.RecordedAt, Recorded.Data.EffectiveOn, Actor, Headers.RecordedBy, units,
                Sentences.Of(Recorded.Data, new(area, Labels)), JsonNode.Parse(Json)!, Headers.Imported)));
        }
    }
}

/// <summary>An appended event, ready to be sent.</summary>
/// <param name="Act">The first position of the act that it is part of.</param>
internal sealed record LiveEvent(Recorded Recorded, long Act, IReadOnlyList<string> UnitIds, byte[] Frame);

/// <summary>What a live stream says of an event.</summary>
/// <param name="Position">Its place in the tenant's order of recording; the id of the sent event.</param>
/// <param name="Type">Its stored name; the sent event's type.</param>
/// <param name="RecordedAt">When the ledger learned of it (UTC).</param>
/// <param name="EffectiveOn">When it takes effect, a date of the tenant's zone.</param>
/// <param name="Actor">Whose act it is.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="UnitIds">The units that it concerns.</param>
/// <param name="Summary">What it says, in both languages.</param>
/// <param name="Data">The event as it is stored.</param>
/// <param name="Imported">For imported history: the claim and the ledger's own instant apart.</param>
public sealed record LiveItem(
    long Position, Guid EventId, string Type, Instant RecordedAt, LocalDate? EffectiveOn, string Actor, string RecordedBy,
    IReadOnlyList<string> UnitIds, Sentence Summary, JsonNode Data, ImportClaim? Imported);
