using System.Diagnostics;
using System.Text.Json;
using Ledger.Benchmarks.Running;

namespace Ledger.Benchmarks.Subjects;

/// <summary>A file through <c>POST /api/import</c>, all of it.</summary>
/// <param name="Taken">Lines.</param>
/// <param name="Position">The tenant's last.</param>
internal sealed record TakenFile(int Taken, long Position, TimeSpan Time)
{
    public static Task<TakenFile> Import(Caller caller, byte[] file, string query, CancellationToken cancellation) =>
        Import(caller, new MemoryStream(file), query, cancellation);

    public static async Task<TakenFile> Import(Caller caller, Stream file, string query, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var answer = await caller.Post($"/api/import?{query}", file, "application/x-ndjson", 200, cancellation);
        var time = Stopwatch.GetElapsedTime(since);
        var result = JsonDocument.Parse(answer.Body).RootElement;
        var refused = result.GetProperty("refused");
        return refused.GetArrayLength() == 0
            ? new(result.GetProperty("taken").GetInt32(), result.GetProperty("position").GetInt64(), time)
            : throw new BenchmarkFailedException($"The import was refused: {refused[0]}");
    }
}
