using Ledger.Benchmarks.Running;
using Ledger.Benchmarks.Subjects;

namespace Ledger.Benchmarks.Measures;

/// <summary>AssignLeader over HTTP beside a single-row insert with its commit, with as many clients.</summary>
internal static class CommandBenchmark
{
    private const int Crowd = 16;

    private const int Tenants = 8;

    public static async Task Run(Stage stage, Report report, CancellationToken cancellation)
    {
        var pgbench = await Pgbench.Prepare(stage, cancellation);
        var tenants = Enumerable.Range(1, Tenants).Select(i => $"t{i}").ToArray();
        var database = await stage.NewLedger(cancellation, tenants);
        var service = await stage.StartService(database, cancellation);
        var callers = tenants.Select(t => new Caller(service.Address, stage.Token(t))).ToList();
        var work = new List<OpenCells>();
        try
        {
            for (var i = 0; i < Tenants; i++)
            {
                var history = new History(i == 0 ? 200 : 40, i);
                await TakenFile.Import(callers[i], history.File(), "mode=chunks", cancellation);
                work.Add(new([.. Enumerable.Range(0, history.Units)], "new"));
            }

            await database.Run("vacuum analyze", cancellation);
            Task Assign(int tenant) =>
                callers[tenant].Post("/api/assignments", work[tenant].Next(), "application/json", 201, cancellation);
            async Task Case(string name, string what, int clients, Func<int, int> tenantOf)
            {
                Task<Measured> Ours(TimeSpan time) => Load.For(time, clients, client => Assign(tenantOf(client)), cancellation);
                await Ours(stage.Pace.WarmUp);
                await pgbench.Run(clients, TimeSpan.FromSeconds(1), cancellation);
                var latencies = new List<double>();
                var pair = await SideBySide.Measure(stage.Pace.Rounds, async () =>
                {
                    var measured = await Ours(stage.Pace.Round);
                    latencies.AddRange(measured.Milliseconds);
                    return measured.PerSecond;
                }, () => pgbench.Run(clients, stage.Pace.Round, cancellation));
                report.Add(Row.Of(name, Text.Of($"{what}; median {latencies.Median():0.00} ms"), pair, "/s"));
            }

            await Case("command-alone", "AssignLeader beside insert + commit, 1 client", 1, _ => 0);
            await Case("command-16", "the same, 16 clients of one tenant", Crowd, _ => 0);
            await Case("command-16", "the same, 16 clients of 8 tenants", Crowd, client => client % Tenants);
            await CommandTrips.Run(database, tenants[0], work[0], Crowd, report, stage.Pace, cancellation);
        }
        finally
        {
            callers.ForEach(c => c.Dispose());
        }
    }
}
