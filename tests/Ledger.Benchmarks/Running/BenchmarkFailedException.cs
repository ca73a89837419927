namespace Ledger.Benchmarks.Running;

/// <summary>Something could not be run at all; a slow number is never one.</summary>
public sealed class BenchmarkFailedException(string message) : Exception(message);
