using Ledger.Commands;

namespace Ledger.Import;

/// <summary>One run of an import: its lines on their way through the door, and what became of them.</summary>
/// <param name="stands">The hash of the lines behind which an earlier run left the import; null for a new one.</param>
internal sealed class ImportRun(CommandDoor door, string tenant, string recordedBy, ImportOptions options, byte[]? stands = null)
{
    private readonly Tally tally = new(options.Language);
    private readonly LineCounts counts = new();
    private readonly Carried carried = new();
    private byte[]? stands = stands;
    private int chunks;
    private int line;
    private bool recorded;

    public ImportResult Result => tally.Result(recorded) with { Unfinished = recorded ? null : Unfinished };

    /// <summary>Behind which line the import stands to which the tenant belongs; null when it belongs to none.</summary>
    public Unfinished? Unfinished => stands is null ? null : Unfinished.Behind(line, options.Language);

    /// <summary>Takes a file in one piece.</summary>
    public async Task<ImportResult> Whole(IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        recorded = await Take(lines, _ => null, cancellation);
        return Result;
    }

    /// <summary>Takes the next chunk, or passes over it when an earlier run took every line of it.</summary>
    /// <returns>False when refused lines kept it from being recorded.</returns>
    public async Task<bool> Next(Chunk chunk, CancellationToken cancellation)
    {
        chunks++;
        if (chunk is { Taken.LeftOut: 0, IsLast: false })
        {
            foreach (var known in chunk.Lines.Where(l => l.Malformed is null))
                counts.OrdinalOf(known.Hash);
            tally.PassOver(chunk.Lines.Count);
            options.Progress?.At(tally.Decided);
            recorded = true;
        }
        else
        {
            recorded = await Take(chunk.Lines, leftOut => options.AsOfNow ? null : StepOf(chunk, leftOut), cancellation);
            if (recorded && !options.AsOfNow && !chunk.IsLast && chunk.Taken is null)
                stands = chunk.Through;
        }

        if (recorded)
            line = chunk.LastLine;
        return recorded;
    }

    private ImportStep StepOf(Chunk chunk, int leftOut) => new(
        stands,
        chunk.IsLast || chunk.Taken is not null ? null : new(chunks, chunk.Lines.Count, leftOut, chunk.FirstLine, chunk.Through),
        Ends: chunk.IsLast);

    private async Task<bool> Take(IReadOnlyList<ImportLine> lines, Func<int, ImportStep?> stepOf, CancellationToken cancellation)
    {
        var (offered, broken) = (new List<ImportLine>(), false);
        foreach (var line in lines)
        {
            if (line.Command is not null && line.Malformed is null)
            {
                offered.Add(line);
                continue;
            }

            broken = true;
            tally.Refuse(line);
        }

        var rule = new BatchRule(AllOrNothing: !options.KeepGoing, Rehearsal: broken && !options.KeepGoing,
            stepOf(lines.Count - offered.Count), options.Progress?.From(tally.Decided));
        var (outcomes, position) = await door.ExecuteBatch(tenant, offered.ConvertAll(Submitted), rule, cancellation, carried);
        var done = !rule.Rehearsal && (options.KeepGoing || outcomes.All(o => o is not Outcome.Refused));
        foreach (var (line, outcome) in offered.Zip(outcomes))
            tally.Add(line, outcome, done);
        tally.Position = position;
        return done;
    }

    private Submission Submitted(ImportLine line) => new(line.Command!, line.Actor, recordedBy, "import", options.CorrelationId)
    {
        Line = new(line.At, options.AsOfNow, line.Hash, counts.OrdinalOf(line.Hash), options.File),
    };
}
