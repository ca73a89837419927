using System.Runtime.InteropServices;
using Ledger.Benchmarks.Measures;
using Ledger.Benchmarks.Running;

if (args is [MemoryPeer.Argument, ..])
    return await MemoryPeer.Run(args[1..]);

var names = args.Where(a => !a.StartsWith('-')).ToList();
var unknown = names.Where(n => Catalogue.All.All(b => b.Name != n)).Concat(args.Where(a => a.StartsWith('-') && a != "--quick")).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"Unknown: {string.Join(' ', unknown)}. Usage: ./ops/bench [{string.Join("] [", Catalogue.All.Select(b => b.Name))}] [--quick]");
    return 2;
}

if (Environment.GetEnvironmentVariable("ConnectionStrings__Ledger") is not { Length: > 0 } maintenance)
{
    Console.Error.WriteLine("Start by ./ops/bench, or set ConnectionStrings__Ledger to a database whose user may create databases.");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var stage = await Stage.Set(maintenance, new(args.Contains("--quick")), stop.Token);
    var report = new Report(await Machine.Facts(stage, stop.Token));
    foreach (var benchmark in Catalogue.All.Where(b => names.Count == 0 || names.Contains(b.Name)))
    {
        Say($"{benchmark.Name}: {benchmark.Title}");
        await benchmark.Run(stage, report, stop.Token);
    }

    report.Write(Console.Out);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Say("Stopped.");
    return 130;
}
catch (Exception e) when (e is BenchmarkFailedException or Npgsql.NpgsqlException or HttpRequestException)
{
    Say(e.Message);
    return 1;
}

static void Say(string text) => Console.Error.WriteLine(text);

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
