using Ledger.Benchmarks.Running;
using Ledger.Benchmarks.Subjects;

namespace Ledger.Benchmarks.Measures;

/// <summary>
/// A million facts: what each question costs in the database beside the same question in plain SQL over tables made by
/// hand, now and at a position in the middle of the log, and over HTTP beside a log a tenth and a hundredth as long.
/// </summary>
internal static class LargeBenchmark
{
    private const double Growth = 1.2;

    public static async Task Run(Stage stage, Report report, CancellationToken cancellation)
    {
        var units = stage.Pace.LargeUnits;
        await using var small = await LargeBody.Make(stage, units / 100, report, cancellation);
        await using var tenth = await LargeBody.Make(stage, units / 10, report, cancellation);
        await using var whole = await LargeBody.Make(stage, units, report, cancellation);
        await BesidePlainSql(stage, whole, report, cancellation);
        await Longer(stage, whole, tenth, small, report, cancellation);
    }

    private static async Task BesidePlainSql(Stage stage, LargeBody whole, Report report, CancellationToken cancellation)
    {
        foreach (var question in LargeQuestion.All.Where(q => q.Sql is not null))
            foreach (var old in (bool[])[false, true])
            {
                var when = old ? "as known at half of the log" : "as known now";
                var (ours, hand) = (await whole.Ours(question, old, cancellation), whole.Hand(question, old));
                var plan = new List<Explained>();
                var pair = await SideBySide.Measure(stage.Pace.Rounds, async () =>
                {
                    plan.Clear();
                    foreach (var statements in ours)
                        plan.Add(await whole.Reads.Explain(statements, cancellation));
                    return plan.Select(p => p.Milliseconds).Median();
                }, async () =>
                {
                    var times = new List<double>();
                    foreach (var statement in hand)
                        times.Add((await whole.Reads.Explain([statement], cancellation)).Milliseconds);
                    return times.Median();
                });
                report.Add(Row.Of("large", $"{question.Name}, {when}, in the database beside plain SQL", pair, "ms", question.Target(old) is { } target
                    ? Row.AtMost(target, pair.Ratio)
                    : Row.None));
                var readWhole = plan.SelectMany(p => p.ReadWhole).Distinct().Order(StringComparer.Ordinal).ToList();
                report.Note($"{question.Name}, {when}: {(readWhole.Count == 0 ? "no table is read whole" : "read whole: " + string.Join(", ", readWhole))}");
            }

        var count = new Npgsql.NpgsqlCommand(HandMade.Count);
        var scans = new List<double>();
        for (var round = 0; round < stage.Pace.Rounds; round++)
            scans.Add((await whole.Reads.Explain([count], cancellation)).Milliseconds);
        report.Add(new("large", "count(*) of the facts by itself", Row.None, $"{Row.Number(scans.Median())} ms", Row.None, Row.None));
    }

    private static async Task Longer(
        Stage stage, LargeBody whole, LargeBody tenth, LargeBody small, Report report, CancellationToken cancellation)
    {
        foreach (var question in LargeQuestion.All)
            foreach (var old in (bool[])[false, true])
                foreach (var shorter in question.OfUnit ? (LargeBody[])[tenth, small] : [tenth])
                {
                    var what = $"{question.Name}, {(old ? "as known at half of the log" : "as known now")}";
                    var size = Text.Of($"{whole.Facts:#,0} facts beside {shorter.Facts:#,0}");
                    string Target(SideBySide pair) => question.OfUnit && shorter == small ? Row.AtMost(Growth, pair.Ratio) : Row.None;
                    if (shorter == small)
                    {
                        var inside = await InTheDatabase(stage, question, old, whole, small, cancellation);
                        report.Add(Row.Of("large", $"{what}, in the database: {size}", inside, "ms", Target(inside)));
                    }

                    var pair = await InTurn(stage, question.OfUnit ? stage.Pace.Samples : 1,
                        () => whole.Ask(question, old, cancellation), () => shorter.Ask(question, old, cancellation));
                    report.Add(Row.Of("large", $"{what}, over HTTP: {size}", pair, "ms", Target(pair)));
                }

        var commands = await InTurn(stage, stage.Pace.Samples, () => whole.Assign(cancellation), () => small.Assign(cancellation));
        report.Add(Row.Of("large", Text.Of($"a command over HTTP: {whole.Facts:#,0} facts beside {small.Facts:#,0}"), commands, "ms",
            Row.AtMost(Growth, commands.Ratio)));
    }

    private static async Task<SideBySide> InTheDatabase(
        Stage stage, LargeQuestion question, bool old, LargeBody whole, LargeBody small, CancellationToken cancellation)
    {
        var (ours, theirs) = (await whole.Ours(question, old, cancellation), await small.Ours(question, old, cancellation));
        async Task<double> Median(LargeBody body, IReadOnlyList<IReadOnlyList<Npgsql.NpgsqlCommand>> asked)
        {
            var times = new List<double>();
            foreach (var statements in asked)
                times.Add((await body.Reads.Explain(statements, cancellation)).Milliseconds);
            return times.Median();
        }

        return await SideBySide.Measure(stage.Pace.Rounds, () => Median(whole, ours), () => Median(small, theirs));
    }

    /// <summary>After as many requests to warm up.</summary>
    private static async Task<SideBySide> InTurn(Stage stage, int samples, Func<Task> whole, Func<Task> shorter)
    {
        await SideBySide.InTurn(1, samples, whole, shorter);
        return await SideBySide.InTurn(stage.Pace.Rounds, samples, whole, shorter);
    }
}
