using Ledger.Benchmarks.Running;
using Ledger.Benchmarks.Subjects;

namespace Ledger.Benchmarks.Measures;

/// <summary>A long history through <c>POST /api/import?mode=chunks</c> into an empty tenant, beside <c>COPY</c> of the rows
/// that it leaves into the same tables of another database; and the most memory that the service took for it.</summary>
internal static class BulkBenchmark
{
    private const double Target = 0.2;

    private const string Tenant = "body";

    private const string WarmUp = "warm-up";

    public static async Task Run(Stage stage, Report report, CancellationToken cancellation)
    {
        var file = Path.Combine(stage.Folder, "history.jsonl");
        await using (var history = File.Create(file))
            History.OfEvents(stage.Pace.BulkEvents, seed: 3).Write(history);
        var (ours, beside) = (await stage.NewLedger(cancellation, Tenant, WarmUp), await stage.NewLedger(cancellation, Tenant, WarmUp));
        var service = await stage.StartService(ours, cancellation);
        using (var warm = new Caller(service.Address, stage.Token(WarmUp)))
            await TakenFile.Import(warm, new History(Pace.FewEvents / History.ActsOfUnit, seed: 4).File(), "mode=chunks", cancellation);
        using var caller = new Caller(service.Address, stage.Token(Tenant));
        await using var lines = File.OpenRead(file);
        var (own, server) = (service.ProcessorTime, await ours.ServerTime(cancellation));
        var (_, events, time) = await TakenFile.Import(caller, lines, "mode=chunks", cancellation);
        (own, server) = (service.ProcessorTime - own, await ours.ServerTime(cancellation) - server);

        var copied = await new CopyPeer(stage, Tenant).Run(ours, beside, cancellation);
        var (rate, copyRate) = (events / time.TotalSeconds, events / copied.Time.TotalSeconds);
        report.Add(new("bulk", Text.Of($"{events:#,0} events in chunks over HTTP, {new FileInfo(file).Length / 1e6:0} MB, beside COPY of the {copied.Rows:#,0} rows"),
            Text.Of($"{time.TotalSeconds:0.0} s, {rate:#,0} events/s"), Text.Of($"{copied.Time.TotalSeconds:0.0} s, {copyRate:#,0} events/s"),
            Text.Of($"{rate / copyRate:0.00}"), Row.AtLeast(Target, rate / copyRate)));
        if (service.Memory("VmHWM") is { } megabytes)
            report.Add(new("bulk", "VmHWM of the service, the most it ever took", Text.Of($"{megabytes:0} MB"), Row.None, Row.None, Row.None));
        report.Note(Text.Of($"Processor time of the import: the service {own.TotalSeconds:0.0} s, PostgreSQL {server.TotalSeconds:0.0} s; of COPY: PostgreSQL {copied.ServerTime.TotalSeconds:0.0} s"));
        report.Note("COPY, by table: " + string.Join("; ", copied.Tables.OrderByDescending(t => t.Time).Select(t =>
            Text.Of($"{t.Table} {t.Rows:#,0} rows {t.Time.TotalSeconds:0.00} s"))));
    }
}
