using Npgsql;
using NpgsqlTypes;

namespace Ledger.Commands;

/// <summary>A whole chunk of the import that a tenant belongs to.</summary>
/// <param name="Number">Its place in the import, from 1.</param>
/// <param name="Lines">How many lines of the file it is, empty ones not counted.</param>
/// <param name="LeftOut">How many of them the ledger does not hold: refused, or not supported.</param>
/// <param name="FirstLine">SHA-256 of its first line.</param>
/// <param name="Through">SHA-256 of all lines of the import up to its last.</param>
public sealed record ImportChunk(int Number, int Lines, int LeftOut, byte[] FirstLine, byte[] Through)
{
    internal static NpgsqlBatchCommand All(string tenant) =>
        new("select number, lines, left_out, first_line, through from ledger.import_chunk where tenant_id = $1 order by number")
        {
            Parameters = { new() { Value = tenant } },
        };

    internal static async Task<IReadOnlyList<ImportChunk>> Read(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var chunks = new List<ImportChunk>();
        while (await reader.ReadAsync(cancellation))
            chunks.Add(new(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2),
                reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4)));
        return chunks;
    }

    internal NpgsqlBatchCommand Insert(string tenant, int refused) =>
        new("insert into ledger.import_chunk (tenant_id, number, lines, left_out, first_line, through) values ($1, $2, $3, $4, $5, $6)")
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = Number },
                new() { Value = Lines },
                new() { Value = LeftOut + refused },
                new() { Value = FirstLine, NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = Through, NpgsqlDbType = NpgsqlDbType.Bytea },
            },
        };

    internal static NpgsqlBatchCommand Forget(string tenant) =>
        new("delete from ledger.import_chunk where tenant_id = $1") { Parameters = { new() { Value = tenant } } };
}

/// <summary>A batch's place in an import to which the tenant belongs meanwhile.</summary>
/// <param name="Behind"><see cref="ImportChunk.Through"/> of the chunk behind which the import stands as its run knows it;
/// null before the first.</param>
/// <param name="Chunk">The chunk that the batch is; null when it was taken before and is decided once more.</param>
/// <param name="Ends">The batch is the import's last.</param>
public sealed record ImportStep(byte[]? Behind, ImportChunk? Chunk, bool Ends)
{
    /// <summary>What stands on the head before the batch.</summary>
    internal string? Before => Hex(Behind);

    /// <summary>What stands there after it.</summary>
    internal string? After => Ends ? null : Hex(Chunk?.Through ?? Behind);

    private static string? Hex(byte[]? hash) => hash is null ? null : Convert.ToHexStringLower(hash);
}
