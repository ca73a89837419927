using Ledger.Benchmarks.Running;

namespace Ledger.Benchmarks.Measures;

/// <summary>Every benchmark by the name that <c>./ops/bench</c> takes.</summary>
internal static class Catalogue
{
    public static readonly IReadOnlyList<Benchmark> All =
    [
        new("command", "a command beside a lone insert", CommandBenchmark.Run),
        new("matrix", "the matrix beside the same bytes from memory", MatrixBenchmark.Run),
        new("growth", "a long log beside a short one", GrowthBenchmark.Run),
        new("large", "a million facts beside tables made by hand", LargeBenchmark.Run),
        new("rules", "all rules for all units beside one read of their tables", RulesBenchmark.Run),
        new("import", "the sample year through the import", ImportBenchmark.Run),
        new("bulk", "a long history in chunks beside COPY of the same rows", BulkBenchmark.Run),
    ];
}

internal sealed record Benchmark(string Name, string Title, Func<Stage, Report, CancellationToken, Task> Run);
