using System.Text;
using Ledger.Commands;
using Ledger.Import;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Import;

public sealed class ImportChunksTests
{
    private const int ChunkLines = 10;

    [Theory, InlineData(0, 1), InlineData(1, 1), InlineData(10, 1), InlineData(11, 2), InlineData(30, 3)]
    public async Task Chunks_are_full_but_the_last_and_the_last_is_known_as_such(int lines, int chunks)
    {
        var cut = await Cut(Lines(1, lines));

        cut.Count.ShouldBe(chunks);
        cut.Sum(c => c.Lines.Count).ShouldBe(lines);
        cut.Select(c => c.IsLast).ShouldBe(Enumerable.Repeat(false, chunks - 1).Append(true));
        cut.SkipLast(1).ShouldAllBe(c => c.Lines.Count == ChunkLines);
        cut[^1].LastLine.ShouldBe(lines);
    }

    [Fact]
    public async Task A_chunks_hash_is_that_of_all_lines_before_it_too()
    {
        var (one, other) = (await Cut(Lines(1, 30)), await Cut(Lines(1, 3) + "{}\n" + Lines(5, 26)));

        one[2].Lines.Select(l => Convert.ToHexString(l.Hash)).ShouldBe(other[2].Lines.Select(l => Convert.ToHexString(l.Hash)));
        one.Select(c => Convert.ToHexString(c.Through)).Intersect(other.Select(c => Convert.ToHexString(c.Through))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Chunks_taken_before_are_cut_as_they_were_and_known()
    {
        var taken = Taken(await Cut(Lines(1, 25), chunkLines: 4), 4);

        var cut = await Cut(Lines(1, 40), taken);

        cut.Select(c => c.Lines.Count).ShouldBe([4, 4, 4, 4, 10, 10, 4]);
        cut.Select(c => c.Taken?.Number).ShouldBe([1, 2, 3, 4, null, null, null]);
    }

    [Theory]
    [InlineData(1, 1, 10, true), InlineData(2, 1, 10, false), InlineData(10, 1, 10, false), InlineData(11, 11, 20, false), InlineData(20, 11, 20, false)]
    public async Task A_line_changed_where_it_was_taken_is_found(int changed, int from, int to, bool isOther)
    {
        var taken = Taken(await Cut(Lines(1, 25)), 2);
        var file = Lines(1, changed - 1) + "{\"changed\":1}\n" + Lines(changed + 1, 30 - changed);

        var found = await Should.ThrowAsync<ImportChangedException>(() => Cut(file, taken));

        (found.From, found.To, found.IsOther).ShouldBe((from, to, isOther));
        (await Cut(Lines(1, 20) + "{\"changed\":1}\n", taken)).Count.ShouldBe(3);
    }

    /// <summary>An endless file: were it not for the bound, reading would go on until the memory is full.</summary>
    [Fact]
    public async Task No_more_than_the_next_chunks_are_read_ahead()
    {
        var file = new Endless(Encoding.UTF8.GetBytes(Lines(1, 1)));
        var taken = 0;

        await foreach (var chunk in new ImportChunks(LedgerCatalogue.Commands, [], ChunkLines).ReadAhead(file, TestContext.Current.CancellationToken))
        {
            (++taken).ShouldBe(chunk.LastLine / ChunkLines);
            // One is here, one waits, one is made, and the reader's buffer holds some lines.
            file.Lines.ShouldBeLessThan((taken + 3) * ChunkLines + Endless.BufferLines);
            if (taken == 2_000)
                break;
            await Task.Yield();
        }

        var read = file.Lines;
        (await Cut(Lines(1, 1))).Count.ShouldBe(1);
        file.Lines.ShouldBe(read, "reading has stopped");
    }

    private static async Task<List<Chunk>> Cut(string file, IReadOnlyList<ImportChunk>? taken = null, int chunkLines = ChunkLines)
    {
        var chunks = new List<Chunk>();
        await foreach (var chunk in new ImportChunks(LedgerCatalogue.Commands, taken ?? [], chunkLines)
            .ReadAhead(new MemoryStream(Encoding.UTF8.GetBytes(file)), TestContext.Current.CancellationToken))
            chunks.Add(chunk);
        return chunks;
    }

    private static List<ImportChunk> Taken(List<Chunk> chunks, int count) =>
        [.. chunks.Take(count).Select((c, i) => new ImportChunk(i + 1, c.Lines.Count, 0, c.FirstLine, c.Through))];

    private static string Lines(int from, int count) => string.Concat(Enumerable.Range(from, count).Select(i =>
        $$$"""{"at":"2025-01-02T00:00:00Z","actor":"li","command":"DefineArea","data":{"areaId":"a-{{{i}}}","nameZh":"甲","nameEn":"A"}}""" + "\n"));

    private sealed class Endless(byte[] line) : Stream
    {
        /// <summary>What a pipe asks for at once, and what it may hold beside it.</summary>
        public const int BufferLines = 16_384 / 100;

        private long read;

        public int Lines => (int)(Interlocked.Read(ref read) / line.Length);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Interlocked.Read(ref read); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++)
                buffer[offset + i] = line[(Position + i) % line.Length];
            Interlocked.Add(ref read, count);
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
