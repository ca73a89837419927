using System.Text.Json;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Store;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Commands;

/// <summary>
/// Puts acts into Marten's tables and beside them into our own, many at a time and in their order, in one round trip.
/// Marten's own session numbers the events of a batch stream by stream and draws numbers that a failure burns; here
/// positions follow the tenant's head, so they are dense and are the order of the batch
/// (docs/decisions/0002-append-by-our-own-writer.md).
/// </summary>
public sealed class LogWriter(EventCodec codec)
{
    private const string EventsSql = """
        insert into ledger.mt_events (tenant_id, seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type,
            correlation_id, causation_id, headers, user_name, is_archived)
        select $1, u.*, false from unnest($2::bigint[], $3::uuid[], $4::text[], $5::bigint[], $6::jsonb[], $7::text[],
            $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::jsonb[], $13::text[]) u
        """;

    private const string StreamsSql = """
        insert into ledger.mt_streams (tenant_id, id, version, is_archived)
        select $1, u.*, false from unnest($2::text[], $3::bigint[]) u
        on conflict (tenant_id, id) do update set version = excluded.version, timestamp = excluded.timestamp
        """;

    private const string IdsSql = """
        insert into ledger.id (tenant_id, kind, id, stream)
        select $1, u.* from unnest($2::text[], $3::text[], $4::text[]) u
        """;

    private const string LinksSql = """
        insert into ledger.link (tenant_id, kind, id, stream)
        select $1, u.* from unnest($2::text[], $3::text[], $4::text[]) u
        on conflict (tenant_id, kind, id, stream) do nothing
        """;

    private const string CommandsSql = """
        insert into ledger.command_log (tenant_id, first_position, last_position, recorded_at, command, actor,
            idempotency_key, body_hash, receipt, created, line_hash, line_ordinal)
        select $1, u.* from unnest($2::bigint[], $3::bigint[], $4::timestamptz[], $5::text[], $6::text[],
            $7::text[], $8::bytea[], $9::json[], $10::boolean[], $11::bytea[], $12::int[]) u
        """;

    private const string NamesSql = """
        insert into ledger.directory (tenant_id, person_id, display_name)
        select $1, u.* from unnest($2::text[], $3::text[]) u on conflict (tenant_id, person_id) do nothing
        """;

    /// <summary>The statements for all of <paramref name="acts"/>; the caller holds the tenant's head.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Statements(string tenant, IReadOnlyList<Act> acts)
    {
        var events = acts.SelectMany(a => a.Events.Select((e, i) => new Line(a, e, i))).ToList();
        yield return Command(EventsSql, tenant,
            Bigints(events.Select(l => l.Event.Position)),
            Array(NpgsqlDbType.Uuid, events.Select(l => l.Receipt.Id)),
            Texts(events.Select(l => l.Event.Data.Stream)),
            Bigints(events.Select(l => l.Event.Version)),
            Array(NpgsqlDbType.Jsonb, events.Select(l => EventCodec.Write(l.Event.Data))),
            Texts(events.Select(l => l.Receipt.Type)),
            Instants(events.Select(l => l.Event.RecordedAt)),
            Texts(events.Select(l => $"{l.Event.Data.GetType().FullName}, Ledger")),
            Texts(events.Select(l => l.Act.Submission.CorrelationId)),
            // What follows from the command's first event (a dissolution ends assignments) names it as its cause.
            Texts(events.Select(l => l.Index == 0 ? null : l.Act.Receipt.Events[0].Id.ToString())),
            Array(NpgsqlDbType.Jsonb, events.Select(l => Headers(l.Act))),
            Texts(events.Select(l => l.Act.Submission.Actor)));

        var streams = events.GroupBy(l => l.Event.Data.Stream)
            .Select(g => (g.Key, Version: g.Max(l => l.Event.Version))).ToList();
        yield return Command(StreamsSql, tenant, Texts(streams.Select(s => s.Key)), Bigints(streams.Select(s => s.Version)));

        var ids = events.SelectMany(l => l.Event.Data.NewIds.Select(id => (id.Kind, id.Id, l.Event.Data.Stream))).ToList();
        if (ids.Count > 0)
            yield return Places(IdsSql, tenant, ids);
        yield return Places(LinksSql, tenant,
            [.. events.SelectMany(l => Known.LinksOf(l.Event.Data).Select(k => (k.Kind, k.Id, l.Event.Data.Stream))).Distinct()]);

        yield return Command(CommandsSql, tenant,
            Bigints(acts.Select(a => a.Events[0].Position)),
            Bigints(acts.Select(a => a.Events[^1].Position)),
            Instants(acts.Select(a => a.RecordedAt)),
            Texts(acts.Select(a => a.Submission.Command.GetType().Name)),
            Texts(acts.Select(a => a.Submission.Actor)),
            Texts(acts.Select(a => a.Submission.IdempotencyKey)),
            Array(NpgsqlDbType.Bytea, acts.Select(a => a.BodyHash)),
            Array(NpgsqlDbType.Json, acts.Select(a => a.BodyHash is null ? null : Json(a.Receipt))),
            Array(NpgsqlDbType.Boolean, acts.Select(a => a.Receipt.Created)),
            Array(NpgsqlDbType.Bytea, acts.Select(a => a.Submission.Line?.Hash)),
            Array(NpgsqlDbType.Integer, acts.Select(a => a.Submission.Line?.Ordinal)));

        var names = acts.Select(a => a.Name).OfType<PersonName>().ToList();
        if (names.Count > 0)
            yield return Command(NamesSql, tenant, Texts(names.Select(n => n.PersonId)), Texts(names.Select(n => n.DisplayName)));
    }

    /// <summary>Gives an act's events their ids and stored names.</summary>
    public IReadOnlyList<ReceiptEvent> Receipts(IEnumerable<Recorded> events) =>
        [.. events.Select(e => new ReceiptEvent(Guid.CreateVersion7(), codec.AliasOf(e.Data), e.Position))];

    private static NpgsqlBatchCommand Places(string sql, string tenant, List<(string Kind, string Id, string Stream)> places) =>
        Command(sql, tenant,
            Texts(places.Select(p => p.Kind)), Texts(places.Select(p => p.Id)), Texts(places.Select(p => p.Stream)));

    private static string Headers(Act act)
    {
        var line = act.Submission.Line;
        return Json(new EventHeaders(
            act.Submission.Source, act.Submission.Command.GetType().Name, act.Submission.RecordedBy,
            act.Submission.IdempotencyKey,
            line is null ? null : new ImportClaim(line.ClaimedAt, act.TakenAt, line.File)));
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, LedgerJson.Options);

    private static NpgsqlBatchCommand Command(string sql, string tenant, params IEnumerable<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = tenant } } };
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    private static NpgsqlParameter Texts(IEnumerable<string?> values) => Array(NpgsqlDbType.Text, values);

    private static NpgsqlParameter Bigints(IEnumerable<long> values) => Array(NpgsqlDbType.Bigint, values);

    private static NpgsqlParameter Instants(IEnumerable<Instant> values) => Array(NpgsqlDbType.TimestampTz, values);

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };

    private sealed record Line(Act Act, Recorded Event, int Index)
    {
        public ReceiptEvent Receipt => Act.Receipt.Events[Index];
    }
}
