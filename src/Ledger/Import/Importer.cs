using System.Security.Cryptography;
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

    /// <summary>A chunk holds the tenant's head for well under a second.</summary>
    public const int ChunkLines = 1_000;

    /// <summary>Takes a file of lines.</summary>
    /// <returns>What was taken; null when the file is too long for <paramref name="options"/>.</returns>
    public async Task<ImportResult?> Run(
        string tenant, string recordedBy, Stream file, ImportOptions options, CancellationToken cancellation)
    {
        var tally = new Tally(options.Language);
        var lines = ImportFile.Lines(file, cancellation);
        if (options.Chunks)
            return await Chunks(tenant, recordedBy, lines, options, tally, cancellation);

        var all = new List<ImportLine>();
        long bytes = 0;
        await foreach (var (number, text) in lines)
        {
            bytes += text.Length + 1;
            if (number > LinesMax || bytes > BytesMax)
                return null;
            all.Add(ImportLine.Parse(number, text, catalogue));
        }

        var taken = await Take(tenant, recordedBy, all, options, tally, null, false, cancellation);
        return tally.Result(recorded: taken);
    }

    /// <summary>Gives the tenant back after an import that will not be resumed; what it took stays.</summary>
    public Task Abandon(string tenant, CancellationToken cancellation) => door.AbandonImport(tenant, cancellation);

    private async Task<ImportResult> Chunks(string tenant, string recordedBy,
        IAsyncEnumerable<(int Number, byte[] Text)> lines, ImportOptions options, Tally tally, CancellationToken cancellation)
    {
        var chunk = new List<ImportLine>();
        string? import = null;
        await foreach (var (number, text) in lines)
        {
            // A resumed run, also of a grown file, begins with the same line.
            import ??= options.AsOfNow ? "" : Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 16));
            chunk.Add(ImportLine.Parse(number, text, catalogue));
            if (chunk.Count < ChunkLines)
                continue;
            if (!await Take(tenant, recordedBy, chunk, options, tally, import, false, cancellation))
                return tally.Result(recorded: false);
            chunk.Clear();
        }

        return tally.Result(await Take(tenant, recordedBy, chunk, options, tally, import, true, cancellation));
    }

    /// <returns>False when refused lines kept these from being recorded.</returns>
    private async Task<bool> Take(string tenant, string recordedBy, List<ImportLine> lines, ImportOptions options,
        Tally tally, string? import, bool ends, CancellationToken cancellation)
    {
        var submissions = new List<Submission>();
        var numbers = new List<ImportLine>();
        var broken = false;
        foreach (var line in lines)
        {
            var ordinal = tally.OrdinalOf(line.Hash);
            if (line.Command is { } command && line.Malformed is null)
            {
                numbers.Add(line);
                submissions.Add(new(command, line.Actor, recordedBy, "import", options.CorrelationId)
                {
                    Line = new(line.At, options.AsOfNow, line.Hash, ordinal, options.File),
                });
            }
            else
            {
                broken |= tally.Leave(line, options.SkipUnsupported);
            }
        }

        var rule = new BatchRule(AllOrNothing: !options.KeepGoing, Rehearsal: broken && !options.KeepGoing,
            ImportOf: string.IsNullOrEmpty(import) ? null : import, EndsImport: ends,
            Progress: options.Progress?.From(tally.Decided));
        var (outcomes, position) = await door.ExecuteBatch(tenant, submissions, rule, cancellation);
        var recorded = !rule.Rehearsal && (options.KeepGoing || outcomes.All(o => o is not Outcome.Refused));
        foreach (var (line, outcome) in numbers.Zip(outcomes))
            tally.Add(line, outcome, recorded);
        tally.Position = position;
        return recorded;
    }
}

/// <summary>How an import is run.</summary>
/// <param name="Chunks">For files of any length: each chunk whole instead of all or nothing.</param>
/// <param name="KeepGoing">Refused lines are told and left out instead of stopping the import.</param>
/// <param name="AsOfNow">The ledger learned it now; the lines' instants stay as claims.</param>
/// <param name="SkipUnsupported">Lines of commands that this release does not have are counted instead of refused.</param>
/// <param name="File">The file's name, kept with every act.</param>
/// <param name="Language">In which refusals are told.</param>
public sealed record ImportOptions(
    bool Chunks = false, bool KeepGoing = false, bool AsOfNow = false, bool SkipUnsupported = false, string? File = null,
    string? CorrelationId = null, Language Language = Language.English, ImportProgress? Progress = null);

/// <summary>Told how many lines are decided while an import runs.</summary>
public sealed class ImportProgress(Action<int> report)
{
    internal IProgress<int> From(int before) => new Forward(n => report(before + n));

    private sealed class Forward(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
