using System.Diagnostics;

namespace Ledger.Benchmarks.Running;

/// <summary>Clients that each send their next request when the last is answered.</summary>
internal static class Load
{
    /// <summary>For a time.</summary>
    public static async Task<Measured> For(
        TimeSpan time, int clients, Func<int, Task> request, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        return Gather(since, await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var took = new List<double>();
            while (Stopwatch.GetElapsedTime(since) < time)
                took.Add(await Timed(() => request(client), cancellation));
            return took;
        }, cancellation))));
    }

    /// <summary>A number of times, by one client.</summary>
    public static async Task<Measured> Times(int times, Func<int, Task> request, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var took = new List<double>();
        for (var i = 0; i < times; i++)
            took.Add(await Timed(() => request(i), cancellation));
        return Gather(since, took);
    }

    private static async Task<double> Timed(Func<Task> request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var since = Stopwatch.GetTimestamp();
        await request();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static Measured Gather(long since, params IReadOnlyList<double>[] clients) =>
        new([.. clients.SelectMany(c => c)], Stopwatch.GetElapsedTime(since));
}

/// <param name="Milliseconds">What each request took.</param>
internal sealed record Measured(IReadOnlyList<double> Milliseconds, TimeSpan Time)
{
    public double PerSecond => Milliseconds.Count / Time.TotalSeconds;

    public double Median => Milliseconds.Median();
}

/// <summary>Two things measured in turn, in the same minutes on the same machine.</summary>
internal sealed record SideBySide(IReadOnlyList<double> Ours, IReadOnlyList<double> Beside)
{
    /// <summary>The median of the rounds' ratios, not the ratio of the medians: when the machine changes its pace between
    /// two rounds, the medians of the two sides may come from different times.</summary>
    public double Ratio => Rounds.Median();

    /// <summary>The smallest and the largest ratio of one round.</summary>
    public (double Least, double Most) Spread => (Rounds.Min(), Rounds.Max());

    private IEnumerable<double> Rounds => Ours.Zip(Beside, (a, b) => a / b);

    /// <summary>Single requests of both sides in turn, each round's median: for requests so short that the machine's pace
    /// changes more between two series than the two sides differ.</summary>
    public static async Task<SideBySide> InTurn(int rounds, int samples, Func<Task> ours, Func<Task> beside)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var (one, other) = (new List<double>(), new List<double>());
            for (var sample = 0; sample < samples; sample++)
            {
                one.Add(await Timed(ours));
                other.Add(await Timed(beside));
            }

            a.Add(one.Median());
            b.Add(other.Median());
        }

        return new(a, b);
    }

    private static async Task<double> Timed(Func<Task> request)
    {
        var since = Stopwatch.GetTimestamp();
        await request();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    public static async Task<SideBySide> Measure(int rounds, Func<Task<double>> ours, Func<Task<double>> beside)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            a.Add(await ours());
            b.Add(await beside());
            Console.Error.WriteLine(Text.Of($"  round {round + 1} of {rounds}: {a[^1]:0.##} beside {b[^1]:0.##}"));
        }

        return new(a, b);
    }
}

internal static class Medians
{
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count == 0 ? double.NaN
            : sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
