using Ledger.Benchmarks.Running;
using Ledger.Benchmarks.Subjects;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Benchmarks.Measures;

/// <summary>A unit's matrix over HTTP beside a server that writes the same bytes from memory.</summary>
internal static class MatrixBenchmark
{
    private const int Crowd = 16;

    private const double Target = 0.25;

    private const string Matrix = "/api/matrix?unit=planning&asOf=2025-11-01";

    public static async Task Run(Stage stage, Report report, CancellationToken cancellation)
    {
        const string tenant = "sample";
        var database = await stage.NewLedger(cancellation, tenant);
        var service = await stage.StartService(database, cancellation);
        using var ours = new Caller(service.Address, stage.Token(tenant));
        await TakenFile.Import(ours, SampleYear.File(), "", cancellation);
        await database.Run("vacuum analyze", cancellation);

        var (bytes, tag) = await ours.Get(Matrix, null, 200, cancellation);
        var file = Path.Combine(stage.Folder, "matrix.json");
        await File.WriteAllBytesAsync(file, bytes, cancellation);
        var peer = await stage.StartPeer(file, tag!, cancellation);
        using var beside = new Caller(peer.Address, stage.Token(tenant));
        var position = System.Text.Json.JsonDocument.Parse(bytes).RootElement.GetProperty("position").GetInt64();

        async Task Case(string what, Func<string> path, string? ifNoneMatch)
        {
            var status = ifNoneMatch is null ? 200 : 304;
            Task<Measured> Ours(TimeSpan time) => Load.For(time, Crowd, _ => ours.Get(path(), ifNoneMatch, status, cancellation), cancellation);
            Task<Measured> Beside(TimeSpan time) => Load.For(time, Crowd, _ => beside.Get(Matrix, ifNoneMatch, status, cancellation), cancellation);
            await Ours(stage.Pace.WarmUp);
            await Beside(stage.Pace.WarmUp);
            var pair = await SideBySide.Measure(stage.Pace.Rounds,
                async () => (await Ours(stage.Pace.Round)).PerSecond, async () => (await Beside(stage.Pace.Round)).PerSecond);
            report.Add(Row.Of("matrix", what, pair, "/s", Row.AtLeast(Target, pair.Ratio)));
        }

        await Case($"one unit now, 16 clients, {bytes.Length:#,0} bytes", () => Matrix, null);
        await Case("at a fixed position", () => $"{Matrix}&knownAt=%23{position}", null);
        await Case("with If-None-Match, answered 304", () => Matrix, tag);
        var asked = 0;
        await Case("never asked before (another date each time)", () =>
        {
            var day = new LocalDate(2025, 1, 1).PlusDays(Interlocked.Increment(ref asked));
            return $"/api/matrix?unit=planning&asOf={LocalDatePattern.Iso.Format(day)}";
        }, null);
    }
}
