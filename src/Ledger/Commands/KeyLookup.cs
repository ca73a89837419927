using System.Text.Json;
using Ledger.Shapes;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Commands;

/// <summary>What was recorded before under the keys and lines of a batch.</summary>
internal sealed class KeyLookup
{
    private const string Sql = """
        select actor, idempotency_key, body_hash, receipt, created, line_hash, line_ordinal from ledger.command_log
        where tenant_id = $1 and (actor, idempotency_key) in (select * from unnest($2::text[], $3::text[]))
        union all
        select actor, null, null, null, created, line_hash, line_ordinal from ledger.command_log
        where tenant_id = $1 and (line_hash, line_ordinal) in (select * from unnest($4::bytea[], $5::int[]))
        """;

    private readonly Dictionary<(string Actor, string Key), Earlier> keys = [];
    private readonly HashSet<(string Hash, int Ordinal)> lines = [];

    /// <summary>Null when the batch has neither keys nor lines.</summary>
    public static NpgsqlBatchCommand? Statement(string tenant, IReadOnlyList<Submission> submissions)
    {
        if (!IsNeeded(submissions))
            return null;
        var keyed = submissions.Where(s => s.IdempotencyKey is not null).ToList();
        var lines = submissions.Select(s => s.Line).OfType<ImportedLine>().ToList();
        return new(Sql)
        {
            Parameters =
            {
                new() { Value = tenant },
                Array(NpgsqlDbType.Text, keyed.Select(s => s.Actor)),
                Array(NpgsqlDbType.Text, keyed.Select(s => s.IdempotencyKey)),
                Array(NpgsqlDbType.Bytea, lines.Select(l => l.Hash)),
                Array(NpgsqlDbType.Integer, lines.Select(l => l.Ordinal)),
            },
        };
    }

    public static async Task<KeyLookup> Read(
        NpgsqlDataReader reader, IReadOnlyList<Submission> submissions, CancellationToken cancellation)
    {
        var found = new KeyLookup();
        if (!IsNeeded(submissions))
            return found;
        while (await reader.ReadAsync(cancellation))
        {
            if (!reader.IsDBNull(1))
                found.keys.Add((reader.GetString(0), reader.GetString(1)), new(
                    reader.GetFieldValue<byte[]>(2),
                    JsonSerializer.Deserialize<Receipt>(reader.GetString(3), LedgerJson.Options)!
                        with
                    { Created = reader.GetBoolean(4) }));
            if (!reader.IsDBNull(5))
                found.lines.Add((Convert.ToHexString(reader.GetFieldValue<byte[]>(5)), reader.GetInt32(6)));
        }

        await reader.NextResultAsync(cancellation);
        return found;
    }

    public Earlier? Find(Submission submission) => keys.GetValueOrDefault((submission.Actor, submission.IdempotencyKey!));

    /// <summary>What the batch itself has recorded counts as earlier for the rest of it.</summary>
    public void Remember(Submission submission, byte[]? hash, Receipt receipt)
    {
        if (hash is not null)
            keys.Add((submission.Actor, submission.IdempotencyKey!), new(hash, receipt));
    }

    public bool HasLine(byte[] hash, int ordinal) => lines.Contains((Convert.ToHexString(hash), ordinal));

    private static bool IsNeeded(IReadOnlyList<Submission> submissions) =>
        submissions.Any(s => s.IdempotencyKey is not null || s.Line is not null);

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };

    /// <summary>An earlier command under the same key.</summary>
    public sealed record Earlier(byte[] Hash, Receipt Receipt);
}
