using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Reads;
using Ledger.Shapes;
using Npgsql;

namespace Ledger.Export;

/// <summary>The tenant's acts in order of recording, one JSON line each, as an import takes them. Read a
/// hundred at a time, and no connection is held between: neither the length nor a slow reader costs anything.</summary>
public static class GetExport
{
    private const int PageActs = 100;

    private const string Sql = $"""
        select c.last_position, c.first_position, c.command, c.actor, e.headers, d.display_name,
            array(select i.id from ledger.mt_events i where i.tenant_id = $1
                and i.seq_id between c.first_position and c.last_position order by i.seq_id),
            e.seq_id, e.version, e.timestamp, e.type, e.data
        from ledger.command_log c
        join ledger.mt_events e on e.tenant_id = $1 and e.seq_id = c.first_position
        left join ledger.directory d on d.tenant_id = $1 and $5 and c.command = '{nameof(RegisterOfficeHolder)}'
            and d.person_id = e.data ->> 'personId'
        where c.tenant_id = $1 and c.last_position >= $4 and c.last_position <= $2
            and c.first_position >= coalesce((select max(f.first_position) from ledger.command_log f
                where f.tenant_id = $1 and f.first_position <= $4), 0)
        order by c.first_position
        """;

    public static readonly QueryParameter From = QueryParameter.Position("from",
        "Begins with the act at this position: one more than the last that an earlier export gave. `#1` when left out.");

    public static readonly ReadRoute Route = new("/api/export", "Export",
        "All acts in order of recording, one JSON line each, in the form that an import takes", typeof(ExportedAct), [From], Check)
    { Lines = (session, writer, cancellation) => Write(session, writer, null, cancellation) };

    /// <summary>Writes the acts from the question's <c>from</c> up to its position.</summary>
    /// <param name="progress">Told the position that is reached.</param>
    public static async Task Write(
        ReadSession session, PipeWriter writer, IProgress<long>? progress, CancellationToken cancellation)
    {
        var next = First(session.Question);
        var names = session.Question.Flag("names") == true;
        while (next <= session.Question.Position)
        {
            var acts = await session.Query($"{Sql} limit {PageActs}", r => Row(session, r), cancellation, next, names);
            foreach (var act in acts)
            {
                writer.Write(JsonSerializer.SerializeToUtf8Bytes(act, LedgerJson.Options));
                writer.Write("\n"u8);
            }

            await writer.FlushAsync(cancellation);
            next = acts[^1].Positions[^1] + 1;
            progress?.Report(next - 1);
        }
    }

    /// <summary>An export may begin where the next act will stand: it is empty until then.</summary>
    public static Task<Reading> Check(ReadSession session, CancellationToken cancellation)
    {
        var (from, last) = (First(session.Question), session.Question.Position);
        return Task.FromResult(from > last + 1
            ? new Refusal("position-not-reached", "from", new { asked = from, last })
            : new Reading(session.Question));
    }

    private static long First(Question question) => question.PositionIn(From.Name) ?? 1;

    private static ExportedAct Row(ReadSession session, NpgsqlDataReader r)
    {
        var first = session.Event(r, 7);
        var headers = r.Json<EventHeaders>(4);
        if (!LedgerCatalogue.Commands.TryFind(r.GetString(2), out var command))
            throw new InvalidOperationException($"The log holds a command '{r.GetString(2)}' that this release does not know.");
        var data = ExportedAct.DataOf(command, first.Data);
        if (r.TextOrNull(5) is { } name)
            data.Add("displayName", name);
        return new(first.RecordedAt, r.GetString(3), command.Name, data, headers.RecordedBy, headers.Imported,
            [r.GetInt64(1), r.GetInt64(0)], r.GetFieldValue<Guid[]>(6));
    }
}
