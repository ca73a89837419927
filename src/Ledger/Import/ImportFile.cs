using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Ledger.Import;

/// <summary>Reads a file line by line, whatever its length; empty lines count and are passed over.</summary>
internal static class ImportFile
{
    /// <summary>No act is longer; without a bound one line could fill the memory.</summary>
    private const int LineBytesMax = CommandBytesMax + 1024;

    private const int CommandBytesMax = Http.CommandEndpoints.BodyBytesMax;

    public static async IAsyncEnumerable<(int Number, byte[] Text)> Lines(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(file);
        var number = 0;
        while (true)
        {
            var read = await pipe.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                number++;
                if (Trimmed(rest.Slice(0, end), number) is { Length: > 0 } line)
                    yield return (number, line);
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (Trimmed(rest, number + 1) is { Length: > 0 } last)
                    yield return (number + 1, last);
                break;
            }

            Bound(rest.Length, number + 1);
            pipe.AdvanceTo(rest.Start, rest.End);
        }

        await pipe.CompleteAsync();
    }

    private static byte[] Trimmed(ReadOnlySequence<byte> line, int number)
    {
        Bound(line.Length, number);
        var bytes = line.ToArray().AsSpan();
        if (number == 1 && bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        return bytes.Trim(" \t\r"u8).ToArray();
    }

    private static void Bound(long length, int number)
    {
        if (length > LineBytesMax)
            throw new LineTooLongException(number, LineBytesMax);
    }
}

/// <summary>A line of an import is longer than any act (413).</summary>
public sealed class LineTooLongException(int line, int bytesMax) : Exception($"Line {line} is longer than {bytesMax} bytes.")
{
    public int Line { get; } = line;

    public int BytesMax { get; } = bytesMax;

    /// <summary>Set when the tenant still belongs to the import.</summary>
    public Unfinished? Unfinished { get; set; }
}
