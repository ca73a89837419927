using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace Ledger.Benchmarks.Running;

/// <summary>A web server in a child process on a free port of the loopback.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";

    private const int LinesKept = 40;

    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> lines = new();

    private Child(Process process) => this.process = process;

    public Uri Address => listening.Task.Result;

    public static Child Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        info.ArgumentList.Add(program);
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        // As it runs where it matters, on a port of its own choice.
        info.Environment["ASPNETCORE_ENVIRONMENT"] = info.Environment["DOTNET_ENVIRONMENT"] = Environments.Production;
        info.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        info.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in settings)
            info.Environment[name] = value;

        var child = new Child(new Process { StartInfo = info, EnableRaisingEvents = true });
        child.process.OutputDataReceived += (_, line) => child.Take(line.Data);
        child.process.ErrorDataReceived += (_, line) => child.Take(line.Data);
        child.process.Exited += (_, _) => child.listening.TrySetException(
            new BenchmarkFailedException($"{Path.GetFileName(program)} ended: {string.Join('\n', child.Lines())}"));
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    public async Task Listening(CancellationToken cancellation) => await listening.Task.WaitAsync(StartMax, cancellation);

    /// <summary>A line such as <c>VmRSS:  123456 kB</c> of the process's status, in MB; null where there is no such file.</summary>
    public double? Memory(string name)
    {
        var file = $"/proc/{process.Id}/status";
        if (!File.Exists(file))
            return null;
        var line = File.ReadLines(file).First(l => l.StartsWith(name + ":", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>What the process took of the processors so far.</summary>
    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var polite = Process.Start(new ProcessStartInfo("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]));
            using var patience = new CancellationTokenSource(StopMax);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > LinesKept)
                lines.Dequeue();
        }

        if (line.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and var at)
            listening.TrySetResult(new(line[(at + Announcement.Length)..].Trim()));
    }

    private List<string> Lines()
    {
        lock (lines)
            return [.. lines];
    }
}
