using Ledger.Benchmarks.Running;
using Ledger.Benchmarks.Subjects;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Benchmarks.Measures;

/// <summary>What a command and a read cost with a long log beside a short one of units of the same shape.</summary>
internal static class GrowthBenchmark
{
    private const double Target = 1.2;

    private const int UnitsUsed = 12;

    private const string Tenant = "body";

    /// <summary>Another tenant of the same database, to warm up with: the short log stays short.</summary>
    private const string WarmUp = "warm-up";

    public static async Task Run(Stage stage, Report report, CancellationToken cancellation)
    {
        using var many = await Body.Make(stage, stage.Pace.ManyEvents, report, cancellation);
        using var few = await Body.Make(stage, Pace.FewEvents, report, cancellation);
        var beside = $"{many.Events:#,0} events beside {few.Events:#,0}, 1 client";
        var command = await SideBySide.Measure(stage.Pace.Rounds,
            () => Median(many.Assign, stage.Pace, cancellation), () => Median(few.Assign, stage.Pace, cancellation));
        report.Add(Row.Of("growth", $"a command: {beside}", command, "ms", Row.AtMost(Target, command.Ratio)));
        var read = await SideBySide.Measure(stage.Pace.Rounds,
            () => Median(many.Read, stage.Pace, cancellation), () => Median(few.Read, stage.Pace, cancellation));
        report.Add(Row.Of("growth", $"a unit's matrix, never asked before: {beside}", read, "ms", Row.AtMost(Target, read.Ratio)));
    }

    private static async Task<double> Median(Func<CancellationToken, Task> request, Pace pace, CancellationToken cancellation) =>
        (await Load.Times(pace.Samples, _ => request(cancellation), cancellation)).Median;

    /// <summary>A database with a history, the service over it, and units spread over the history to work with.</summary>
    private sealed class Body(Caller caller, long events, IReadOnlyList<int> units) : IDisposable
    {
        private readonly OpenCells work = new(units, "new");
        private int asked;

        public long Events => events;

        public static async Task<Body> Make(Stage stage, int events, Report report, CancellationToken cancellation)
        {
            var database = await stage.NewLedger(cancellation, Tenant, WarmUp);
            var service = await stage.StartService(database, cancellation);
            var caller = new Caller(service.Address, stage.Token(Tenant));
            var history = History.OfEvents(events, seed: 1);
            var file = history.File();
            var (_, position, time) = await TakenFile.Import(caller, file, "mode=chunks", cancellation);
            if (events == stage.Pace.ManyEvents)
                report.Add(new("import", Text.Of($"{position:#,0} events in chunks over HTTP, {file.Length / 1e6:0.0} MB"),
                    Text.Of($"{time.TotalSeconds:0.0} s, {position / time.TotalSeconds:#,0} events/s"), Row.None, Row.None, Row.None));
            using var other = new Caller(service.Address, stage.Token(WarmUp));
            var small = new History(UnitsUsed, seed: 2);
            await TakenFile.Import(other, small.File(), "mode=chunks", cancellation);
            await database.Run("vacuum analyze", cancellation);

            var warm = new Body(other, 0, SpreadOver(small));
            await Load.For(stage.Pace.WarmUp, 1, _ => warm.Assign(cancellation), cancellation);
            await Load.For(stage.Pace.WarmUp, 1, _ => warm.Read(cancellation), cancellation);
            return new(caller, position, SpreadOver(history));
        }

        private static List<int> SpreadOver(History history) =>
            [.. Enumerable.Range(0, UnitsUsed).Select(i => i * history.Units / UnitsUsed).Distinct()];

        public Task<Answer> Assign(CancellationToken cancellation) =>
            caller.Post("/api/assignments", work.Next(), "application/json", 201, cancellation);

        /// <summary>Another unit and date each time, so that nothing answers from memory.</summary>
        public Task<Answer> Read(CancellationToken cancellation)
        {
            var number = asked++;
            var day = new LocalDate(2023, 3, 1).PlusDays(number / units.Count);
            return caller.Get($"/api/matrix?unit={History.UnitId(units[number % units.Count])}&asOf={LocalDatePattern.Iso.Format(day)}",
                null, 200, cancellation);
        }

        public void Dispose() => caller.Dispose();
    }
}
