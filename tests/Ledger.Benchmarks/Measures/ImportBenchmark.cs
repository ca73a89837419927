using Ledger.Benchmarks.Running;
using Ledger.Benchmarks.Subjects;

namespace Ledger.Benchmarks.Measures;

/// <summary>The sample year through <c>POST /api/import</c>, by a service just started and by one that has run, and what
/// memory the service takes for it and for many reads.</summary>
internal static class ImportBenchmark
{
    private const double SecondsMax = 5;

    private const double MegabytesMax = 400;

    private const int Reads = 2_000;

    public static async Task Run(Stage stage, Report report, CancellationToken cancellation)
    {
        var tenants = Enumerable.Range(0, stage.Pace.Rounds + 1).Select(i => $"sample-{i}").ToArray();
        var database = await stage.NewLedger(cancellation, tenants);
        var service = await stage.StartService(database, cancellation);
        var file = SampleYear.File();
        var (seconds, lines) = (new List<double>(), 0);
        foreach (var tenant in tenants)
        {
            using var caller = new Caller(service.Address, stage.Token(tenant));
            var (taken, _, time) = await TakenFile.Import(caller, file, "", cancellation);
            lines = taken;
            seconds.Add(time.TotalSeconds);
            if (seconds.Count > 1)
                continue;
            report.Add(Imported("a service just started", seconds[0], lines));
            Weigh(report, service, "after it");
            await Parallel.ForEachAsync(Enumerable.Range(0, Reads), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellation },
                async (i, stopped) => await caller.Get($"/api/matrix?unit=planning&asOf=2025-{i % 12 + 1:00}-{i % 28 + 1:00}", null, 200, stopped));
            Weigh(report, service, $"after {Reads:#,0} matrix reads as well");
        }

        report.Add(Imported("a service that has run", seconds.Skip(1).Median(), lines));
    }

    private static Row Imported(string by, double seconds, int lines) => new("import", $"the sample year, {lines} lines taken by {by}",
        Text.Of($"{seconds:0.00} s, {lines / seconds:#,0} lines/s"), Row.None, Row.None, Row.AtMost(SecondsMax, seconds, " s"));

    private static void Weigh(Report report, Child service, string when)
    {
        if (service.Memory("VmRSS") is { } megabytes)
            report.Add(new("memory", $"VmRSS of the service {when}", Text.Of($"{megabytes:0} MB"), Row.None, Row.None,
                Row.AtMost(MegabytesMax, megabytes, " MB")));
    }
}
