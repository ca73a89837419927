using Ledger.Commands;
using Ledger.Http;

namespace Ledger.Import;

/// <summary>
/// Brings in acts that were recorded elsewhere, through the same door as all others. A file of up to
/// <see cref="LinesMax"/> lines is all or nothing; a longer one goes chunk by chunk, each chunk whole, and the tenant
/// belongs to the import until it ends. A line that was taken before is passed over, so the same file, or a grown one,
/// doubles nothing.
/// </summary>
public sealed class Importer(CommandDoor door, CommandCatalogue catalogue)
{
    /// <summary>The longest import that is all or nothing: what is decided and not yet recorded is held in memory.</summary>
    public const int LinesMax = 20_000;

    /// <summary>The largest import that is all or nothing.</summary>
    public const int BytesMax = 16 * 1024 * 1024;

    /// <summary>A chunk holds the tenant's head for about a second.</summary>
    public const int ChunkLines = 5_000;

    /// <summary>Takes a file of lines.</summary>
    /// <returns>What was taken; null when the file is too long for <paramref name="options"/>.</returns>
    /// <exception cref="ImportChangedException">The tenant belongs to an import of another file, or of this one as it was.</exception>
    public async Task<ImportResult?> Run(
        string tenant, string recordedBy, Stream file, ImportOptions options, CancellationToken cancellation)
    {
        if (options.Chunks)
            return await Chunks(tenant, recordedBy, file, options, cancellation);

        var all = new List<ImportLine>();
        long bytes = 0;
        await foreach (var (number, text) in ImportFile.Lines(file, cancellation))
        {
            bytes += text.Length + 1;
            if (number > LinesMax || bytes > BytesMax)
                return null;
            all.Add(ImportLine.Parse(number, text, catalogue));
        }

        return await new ImportRun(door, tenant, recordedBy, options).Whole(all, cancellation);
    }

    /// <summary>Gives the tenant back after an import that will not be resumed; what it took stays.</summary>
    public Task Abandon(string tenant, CancellationToken cancellation) => door.AbandonImport(tenant, cancellation);

    private async Task<ImportResult> Chunks(
        string tenant, string recordedBy, Stream file, ImportOptions options, CancellationToken cancellation)
    {
        // With asOfNow the tenant stays everybody's, and a line that was taken is known by itself.
        var taken = options.AsOfNow ? [] : await door.ImportOf(tenant, cancellation);
        var run = new ImportRun(door, tenant, recordedBy, options, taken is [.., var last] ? last.Through : null);
        try
        {
            await foreach (var chunk in new ImportChunks(catalogue, taken, options.ChunkLines).ReadAhead(file, cancellation))
                if (!await run.Next(chunk, cancellation))
                    break;
            return run.Result;
        }
        catch (LineTooLongException tooLong)
        {
            tooLong.Unfinished = run.Unfinished;
            throw;
        }
    }
}

/// <summary>How an import is run.</summary>
/// <param name="Chunks">For files of any length: each chunk whole instead of all or nothing.</param>
/// <param name="KeepGoing">Refused lines are told and left out instead of stopping the import.</param>
/// <param name="AsOfNow">The ledger learned it now; the lines' instants stay as claims.</param>
/// <param name="File">The file's name, kept with every act.</param>
/// <param name="Language">In which refusals are told.</param>
public sealed record ImportOptions(
    bool Chunks = false, bool KeepGoing = false, bool AsOfNow = false, string? File = null,
    string? CorrelationId = null, Language Language = Language.English, ImportProgress? Progress = null)
{
    /// <summary>How many lines are taken together when a file goes in chunks.</summary>
    public int ChunkLines { get; init; } = Importer.ChunkLines;
}

/// <summary>Told how many lines are decided, or passed over, while an import runs.</summary>
public sealed class ImportProgress(Action<int> report)
{
    internal void At(int lines) => report(lines);

    internal IProgress<int> From(int before) => new Forward(n => report(before + n));

    private sealed class Forward(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
