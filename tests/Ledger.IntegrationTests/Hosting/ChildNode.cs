using System.Diagnostics;

namespace Ledger.IntegrationTests.Hosting;

/// <summary>A node of the service in a process of its own, on a free port, which a test may kill.</summary>
public sealed class ChildNode : IAsyncDisposable
{
    private const string Announcement = "Now listening on: ";

    private readonly Process process;
    private readonly Func<string, string, string> token;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false });

    private ChildNode(Process process, Func<string, string, string> token) => (this.process, this.token) = (process, token);

    public static async Task<ChildNode> Start(string connectionString, string keyFile, Func<string, string, string> token)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Host.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ConnectionStrings__Ledger"] = connectionString,
                ["Ledger__Auth__SigningKeyFile"] = keyFile,
            },
        };
        var node = new ChildNode(new Process { StartInfo = info, EnableRaisingEvents = true }, token);
        var said = new List<string?>();
        node.process.OutputDataReceived += (_, line) => node.Take(line.Data, said);
        node.process.ErrorDataReceived += (_, line) => node.Take(line.Data, said);
        node.process.Exited += (_, _) => node.listening.TrySetException(new InvalidOperationException(string.Join('\n', said)));
        node.process.Start();
        node.process.BeginOutputReadLine();
        node.process.BeginErrorReadLine();
        node.http.BaseAddress = await node.listening.Task;
        return node;
    }

    public bool Killed { get; private set; }

    public Client As(string actor, string tenant) => new(http, token(actor, tenant));

    /// <summary>Ends the process at once (SIGKILL): it can say or undo nothing any more.</summary>
    public async Task Kill()
    {
        Killed = true;
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
        http.Dispose();
    }

    private void Take(string? line, List<string?> said)
    {
        lock (said)
            said.Add(line);
        if (line?.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and { } at)
            listening.TrySetResult(new(line[(at + Announcement.Length)..].Trim()));
    }
}
