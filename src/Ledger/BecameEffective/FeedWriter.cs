using System.Text.Json;
using Ledger.Shapes;
using Ledger.Store;
using Ledger.Timeline;
using Ledger.Units;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.BecameEffective;

/// <param name="Type">The act's stored name.</param>
internal sealed record FeedEntry(LocalDate Day, Effect Effect, string Type);

/// <summary>Writes entries with the next numbers, and strikes off the notes that led to them.</summary>
internal static class FeedWriter
{
    private const string AddSql = """
        insert into ledger.became_effective (tenant_id, number, effective_on, position, type, unit_ids, person_ids, data,
            summary_zh, summary_en, emitted_at)
        select $1, coalesce((select max(number) from ledger.became_effective where tenant_id = $1), 0)
                + row_number() over (order by e.effective_on, e.position),
            e.effective_on, e.position, e.type, string_to_array(e.unit_ids, ' '), string_to_array(e.person_ids, ' '), e.data,
            e.summary_zh, e.summary_en, clock_timestamp()
        from unnest($2::date[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::json[], $8::text[], $9::text[])
            e (effective_on, position, type, unit_ids, person_ids, data, summary_zh, summary_en)
        where not exists (select from ledger.became_effective b
            where b.tenant_id = $1 and b.position = e.position and b.effective_on = e.effective_on)
        """;

    private const string StrikeSql = """
        delete from ledger.dated_ahead d using unnest($2::date[], $3::bigint[]) u (effective_on, position)
        where d.tenant_id = $1 and d.effective_on = u.effective_on and d.position = u.position
        """;

    private const string AreasSql =
        "select area_id, name_zh, name_en from ledger.area where tenant_id = $1 and known_to = 9223372036854775807";

    private const string LabelsSql = """
        select distinct on (unit_id) unit_id, level_labels from ledger.unit
        where tenant_id = $1 and unit_id = any($2) and known_to = 9223372036854775807 order by unit_id
        """;

    public static async Task Write(NpgsqlConnection connection, string tenant, List<FeedEntry> entries,
        List<(LocalDate Day, long Position)> notes, CancellationToken cancellation)
    {
        if (entries.Count > 0)
            await Add(connection, tenant, entries, cancellation);
        await using var strike = Command(connection, StrikeSql, tenant,
            Array(NpgsqlDbType.Date, notes.Select(n => n.Day)), Array(NpgsqlDbType.Bigint, notes.Select(n => n.Position)));
        await strike.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task Add(
        NpgsqlConnection connection, string tenant, List<FeedEntry> entries, CancellationToken cancellation)
    {
        var areas = await Rows(connection, AreasSql, r => (r.GetString(0), (Zh: r.GetString(1), En: r.GetString(2))),
            cancellation, tenant);
        var labels = await Rows(connection, LabelsSql, r => (r.GetString(0), JsonSerializer.Deserialize<LevelLabels>(
            r.GetString(1), LedgerJson.Options)!), cancellation, tenant,
            Array(NpgsqlDbType.Text, entries.SelectMany(e => e.Effect.Act.UnitIds).Distinct()));
        Sentence Say(FeedEntry e) => Sentences.Of(e.Effect.Act, new(
            id => areas.GetValueOrDefault(id, (id, id)),
            labels.GetValueOrDefault(e.Effect.Act.UnitIds.First(), LevelLabels.Default)));

        var sentences = entries.ConvertAll(Say);
        await using var command = Command(connection, AddSql, tenant,
            Array(NpgsqlDbType.Date, entries.Select(e => e.Day)),
            Array(NpgsqlDbType.Bigint, entries.Select(e => e.Effect.Position)),
            Array(NpgsqlDbType.Text, entries.Select(e => e.Type)),
            // Ids hold no spaces, and PostgreSQL has no arrays of arrays of different lengths.
            Array(NpgsqlDbType.Text, entries.Select(e => string.Join(' ', e.Effect.Act.UnitIds.Distinct()))),
            Array(NpgsqlDbType.Text, entries.Select(e => string.Join(' ', e.Effect.PersonIds))),
            Array(NpgsqlDbType.Json, entries.Select(e => EventCodec.Write(e.Effect.Act))),
            Array(NpgsqlDbType.Text, sentences.Select(s => s.Zh)),
            Array(NpgsqlDbType.Text, sentences.Select(s => s.En)));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<Dictionary<string, T>> Rows<T>(NpgsqlConnection connection, string sql,
        Func<NpgsqlDataReader, (string, T)> row, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new Dictionary<string, T>();
        while (await reader.ReadAsync(cancellation))
        {
            var (id, value) = row(reader);
            rows.Add(id, value);
        }

        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter as NpgsqlParameter ?? new() { Value = parameter });
        return command;
    }

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
