using Ledger.Log;
using Ledger.Store;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Commands;

/// <summary>Reads what decisions ask for: ids, a unit's streams, and the streams' events.</summary>
public sealed class LogReader(EventCodec codec)
{
    private const string IdsSql = """
        select i.kind, i.id, i.stream from unnest($2::text[], $3::text[]) w (kind, id)
        join ledger.id i on i.tenant_id = $1 and i.kind = w.kind and i.id = w.id
        """;

    private const string LinksSql = """
        select l.kind, l.id, l.stream from unnest($2::text[], $3::text[]) w (kind, id)
        join ledger.link l on l.tenant_id = $1 and l.kind = w.kind and l.id = w.id
        """;

    // Our ids compare as "C", Marten's columns by the database's collation: without a word the join takes "C" and cannot
    // use Marten's index, so that it would read the tenant's whole log. "offset 0" keeps it to the index for many streams
    // too: for an import's chunk the planner would rather read the whole log, which grows with every chunk.
    private const string EventsSql = """
        with wanted (stream) as (select unnest($2::text[]){also})
        select e.stream_id, e.seq_id, e.version, e.timestamp, e.type, e.data
        from wanted cross join lateral (
            select * from ledger.mt_events
            where tenant_id = $1 and stream_id = wanted.stream collate "default" offset 0) e
        order by e.stream_id, e.version
        """;

    private const string Also = """
         union select k.stream from unnest(${first}::text[], ${second}::text[]) w (kind, id)
        join ledger.{table} k on k.tenant_id = $1 and k.kind = w.kind and k.id = w.id
        """;

    private static readonly string OfStreams = EventsSql.Replace("{also}", "", StringComparison.Ordinal);
    private static readonly string OfIds = EventsSql.Replace("{also}", AlsoOf("id", 3), StringComparison.Ordinal);
    private static readonly string OfLinks = EventsSql.Replace("{also}", AlsoOf("link", 3), StringComparison.Ordinal);
    private static readonly string OfBoth =
        EventsSql.Replace("{also}", AlsoOf("id", 3) + AlsoOf("link", 5), StringComparison.Ordinal);

    /// <summary>The statements that load <paramref name="wanted"/>, for <see cref="Read"/> to read.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Statements(string tenant, Known.Wanted wanted)
    {
        if (wanted.Ids.Count > 0)
            yield return Command(IdsSql, tenant, Pairs(wanted.Ids));
        if (wanted.Links.Count > 0)
            yield return Command(LinksSql, tenant, Pairs(wanted.Links));
        // A generic plan of this one names, and locks, the partition of every tenant.
        yield return new("set local plan_cache_mode = force_custom_plan");
        yield return Command(
            (wanted.Ids.Count > 0, wanted.Links.Count > 0) switch
            {
                (false, false) => OfStreams,
                (true, false) => OfIds,
                (false, true) => OfLinks,
                _ => OfBoth,
            },
            tenant,
            [Texts(wanted.Streams), .. PairsIfAny(wanted.Ids), .. PairsIfAny(wanted.Links)]);
        yield return new("set local plan_cache_mode = force_generic_plan");
    }

    /// <summary>Reads the results of <see cref="Statements"/>; the reader stands on the first of them.</summary>
    public async Task Read(NpgsqlDataReader reader, Known.Wanted wanted, Known known, CancellationToken cancellation)
    {
        var ids = await Places(reader, wanted.Ids.Count, cancellation);
        var links = await Places(reader, wanted.Links.Count, cancellation);
        var events = new List<(string, Recorded)>();
        while (await reader.ReadAsync(cancellation))
            events.Add((reader.GetString(0), codec.Read(reader, 1)));
        known.Load(wanted, ids, links, events);
    }

    private static async Task<List<(string Kind, string Id, string Stream)>> Places(
        NpgsqlDataReader reader, int asked, CancellationToken cancellation)
    {
        var places = new List<(string, string, string)>();
        if (asked == 0)
            return places;
        while (await reader.ReadAsync(cancellation))
            places.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        await reader.NextResultAsync(cancellation);
        return places;
    }

    private static string AlsoOf(string table, int parameter) => Also.Replace("{table}", table, StringComparison.Ordinal)
        .Replace("{first}", parameter.ToString(null, null), StringComparison.Ordinal)
        .Replace("{second}", (parameter + 1).ToString(null, null), StringComparison.Ordinal);

    private static NpgsqlBatchCommand Command(string sql, string tenant, params IEnumerable<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = tenant } } };
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    private static IEnumerable<NpgsqlParameter> PairsIfAny(HashSet<(string Kind, string Id)> pairs) =>
        pairs.Count > 0 ? Pairs(pairs) : [];

    private static IEnumerable<NpgsqlParameter> Pairs(IReadOnlyCollection<(string Kind, string Id)> pairs) =>
        [Texts(pairs.Select(p => p.Kind)), Texts(pairs.Select(p => p.Id))];

    private static NpgsqlParameter Texts(IEnumerable<string> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
