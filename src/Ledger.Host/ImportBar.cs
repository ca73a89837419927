using System.Diagnostics;
using System.Globalization;
using Ledger.Import;
using Spectre.Console;

namespace Ledger.Host;

/// <summary>How far an import is: a bar on a terminal, else a line on standard error every few seconds and at the end.</summary>
/// <param name="total">The lines of the file; null when they cannot be counted beforehand.</param>
internal sealed class ImportBar(long? total)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly long since = Stopwatch.GetTimestamp();
    private long saidAt;
    private int done;

    public static async Task<ImportResult?> Over(long? total, Func<ImportProgress, Task<ImportResult?>> import)
    {
        var bar = new ImportBar(total);
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            var taken = await import(new(bar.Say));
            Console.Error.WriteLine(bar.Text());
            return taken;
        }

        ImportResult? result = null;
        await AnsiConsole.Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("", maxValue: Math.Max(total ?? 1, 1));
                task.IsIndeterminate = total is null;
                result = await import(new(n =>
                {
                    bar.done = n;
                    (task.Value, task.Description) = (n, bar.Text());
                }));
            });
        return result;
    }

    /// <summary>The lines of a file that are not empty; null when it can be read only once.</summary>
    public static long? LinesOf(FileInfo file)
    {
        using var stream = file.OpenRead();
        if (!stream.CanSeek)
            return null;
        var (buffer, lines, filled) = (new byte[1 << 20], 0L, false);
        while (stream.Read(buffer) is > 0 and var read)
        {
            var rest = buffer.AsSpan(0, read);
            while (rest.IndexOf((byte)'\n') is >= 0 and var end)
            {
                lines += filled || rest[..end].IndexOfAnyExcept(" \t\r"u8) >= 0 ? 1 : 0;
                rest = rest[(end + 1)..];
                filled = false;
            }

            filled |= rest.IndexOfAnyExcept(" \t\r"u8) >= 0;
        }

        return lines + (filled ? 1 : 0);
    }

    private void Say(int lines)
    {
        done = lines;
        if (Stopwatch.GetElapsedTime(Math.Max(saidAt, since)) < BetweenLines)
            return;
        saidAt = Stopwatch.GetTimestamp();
        Console.Error.WriteLine(Text());
    }

    private string Text()
    {
        var elapsed = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var rate = done / Math.Max(elapsed, 0.001);
        var of = total is null ? "" : string.Create(CultureInfo.InvariantCulture, $" of {total:#,0}");
        var left = total is null || rate < 1 ? ""
            : string.Create(CultureInfo.InvariantCulture, $", {TimeSpan.FromSeconds((total.Value - done) / rate):h\\:mm\\:ss} left");
        return string.Create(CultureInfo.InvariantCulture, $"{done:#,0}{of} lines, {rate:#,0} a second{left}");
    }
}
