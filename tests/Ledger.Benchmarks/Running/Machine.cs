using System.Globalization;
using System.Runtime.InteropServices;

namespace Ledger.Benchmarks.Running;

/// <summary>On what the numbers were measured.</summary>
internal static class Machine
{
    public static async Task<IReadOnlyList<string>> Facts(Stage stage, CancellationToken cancellation)
    {
        await using var command = stage.Maintenance.CreateCommand("""
            select 'PostgreSQL ' || current_setting('server_version') || ': fsync ' || current_setting('fsync')
                || ', synchronous_commit ' || current_setting('synchronous_commit')
                || ', full_page_writes ' || current_setting('full_page_writes')
                || ', shared_buffers ' || current_setting('shared_buffers')
            """);
        var postgres = (string)(await command.ExecuteScalarAsync(cancellation))!;
        return
        [
            $"Machine: {Processor()}, {Environment.ProcessorCount} cores, {Memory()}, {RuntimeInformation.OSDescription}; "
                + $"{LoadAverage()}; the clients run on it too",
            $"{postgres}; .NET {Environment.Version}{Configuration}{(stage.Pace.Quick ? "; --quick: a smoke run, no measurement" : "")}",
        ];
    }

    /// <summary>Of another user's process; zero when there is none of that number here.</summary>
    public static TimeSpan ProcessorTime(int process)
    {
        const double ticksPerSecond = 100;
        var file = $"/proc/{process}/stat";
        if (!File.Exists(file))
            return TimeSpan.Zero;
        var fields = File.ReadAllText(file).Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TimeSpan.FromSeconds((double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / ticksPerSecond);
    }

#if DEBUG
    private const string Configuration = " (DEBUG build)";
#else
    private const string Configuration = "";
#endif

    private static string Processor() => Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Memory() =>
        Text.Of($"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024):0.#} GiB");

    private static string LoadAverage() => File.Exists("/proc/loadavg")
        ? $"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start"
        : "load average unknown";

    private static string? Line(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        : null;
}
