namespace Ledger.Views;

/// <summary>What became of a tenant's rebuild.</summary>
/// <param name="Events">Events read.</param>
/// <param name="Different">By view: the rows that were not as the log says, and were put right.</param>
public sealed record Rebuilt(long Events, IReadOnlyDictionary<string, long> Different);

/// <summary>How a rebuild is run.</summary>
/// <param name="DifferentMax">The rows that may differ: the tenant's commands wait while they are written.</param>
/// <param name="Progress">Told while events are read and before each stage, never while commands wait.</param>
public sealed record RebuildOptions(long DifferentMax = Rebuilder.DifferentMax, IProgress<RebuildProgress>? Progress = null);

/// <param name="Events">Events read so far.</param>
/// <param name="Of">Events that there are to read, as far as is known.</param>
public sealed record RebuildProgress(string Tenant, RebuildStage Stage, long Events, long Of);

/// <summary>What a rebuild is about to do.</summary>
public enum RebuildStage
{
    Reading,
    Comparing,
    Switching,
}

/// <summary>A rebuild was not begun, or not switched; the live rows are as they were.</summary>
public sealed class RebuildRefusedException(string message) : Exception(message);
