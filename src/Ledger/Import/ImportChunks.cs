using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using Ledger.Commands;

namespace Ledger.Import;

/// <summary>The lines of a file that are taken together.</summary>
/// <param name="LastLine">The number of its last line in the file.</param>
/// <param name="IsLast">Nothing follows.</param>
/// <param name="FirstLine">SHA-256 of its first line.</param>
/// <param name="Through">SHA-256 of all lines up to its last.</param>
/// <param name="Taken">What is known of it when an earlier run of the import took it.</param>
internal sealed record Chunk(
    IReadOnlyList<ImportLine> Lines, int LastLine, bool IsLast, byte[] FirstLine, byte[] Through, ImportChunk? Taken);

/// <summary>Cuts a file into chunks and compares those that an earlier run of the import took with what it took.</summary>
/// <param name="taken">The chunks of the earlier run, in order.</param>
internal sealed class ImportChunks(CommandCatalogue catalogue, IReadOnlyList<ImportChunk> taken, int chunkLines)
{
    /// <summary>The chunks of a file, read and parsed while the caller is at work on the one before. The last one may be
    /// empty.</summary>
    /// <exception cref="ImportChangedException">The file is not the one whose lines were taken.</exception>
    public async IAsyncEnumerable<Chunk> ReadAhead(Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var made = Channel.CreateBounded<Chunk>(1);
        var maker = Task.Run(async () =>
        {
            try
            {
                await foreach (var chunk in Read(file, stop.Token))
                    await made.Writer.WriteAsync(chunk, stop.Token);
                made.Writer.Complete();
            }
            catch (Exception e)
            {
                made.Writer.Complete(e);
            }
        }, CancellationToken.None);
        try
        {
            await foreach (var chunk in made.Reader.ReadAllAsync(cancellation))
                yield return chunk;
        }
        finally
        {
            await stop.CancelAsync();
            await maker;
        }
    }

    private async IAsyncEnumerable<Chunk> Read(Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (lines, number, last) = (new List<ImportLine>(), 0, 0);
        var (firstLine, through) = (Array.Empty<byte>(), Array.Empty<byte>());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Chunk Cut(bool isLast)
        {
            hash.AppendData(through);
            through = hash.GetHashAndReset();
            var before = number < taken.Count ? taken[number] : null;
            number++;
            var chunk = new Chunk(lines, last, isLast, firstLine, through, before);
            var from = lines.Count == 0 ? last + 1 : lines[0].Number;
            if (before is not null && !before.Through.AsSpan().SequenceEqual(through))
                throw new ImportChangedException(from, Math.Max(from, last),
                    number == 1 && !before.FirstLine.AsSpan().SequenceEqual(firstLine));
            if (isLast && number < taken.Count)
                throw new ImportChangedException(last + 1, last + 1, isOther: false);
            lines = [];
            return chunk;
        }

        await foreach (var (at, text) in ImportFile.Lines(file, cancellation))
        {
            // A full chunk is cut when a line follows, so that the last one is known as such.
            if (lines.Count == (number < taken.Count ? taken[number].Lines : chunkLines))
                yield return Cut(isLast: false);
            if (lines.Count == 0)
                firstLine = SHA256.HashData(text);
            hash.AppendData(text);
            hash.AppendData("\n"u8);
            lines.Add(ImportLine.Parse(at, text, catalogue));
            last = at;
        }

        yield return Cut(isLast: true);
    }
}

/// <summary>A run of an import brings another file than the one that the tenant belongs to.</summary>
/// <param name="from">The line from which on it differs lies between this one …</param>
/// <param name="to">… and this one.</param>
/// <param name="isOther">Its very first line is another.</param>
public sealed class ImportChangedException(int from, int to, bool isOther)
    : Exception($"The tenant belongs to an import whose file had other lines between {from} and {to}: run it with that file, or abandon it.")
{
    public int From { get; } = from;

    public int To { get; } = to;

    /// <summary>It is a file of its own rather than a changed one.</summary>
    public bool IsOther { get; } = isOther;
}
