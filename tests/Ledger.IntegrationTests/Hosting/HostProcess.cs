using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Ledger.IntegrationTests.Hosting;

/// <summary>The host as a process of its own: a node that can be killed, or a command of the command line.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;

    private HostProcess(Process process) => this.process = process;

    /// <summary>A node of the service on a free port.</summary>
    public static HostProcess Node(LedgerService service) =>
        new(Process.Start(StartInfo(service, "--urls", "http://127.0.0.1:0"))!);

    /// <summary>Runs a command.</summary>
    /// <returns>Its exit code and what it printed.</returns>
    public static async Task<(int Code, string Text)> Run(LedgerService service, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(service, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Ends it without a word: kill -9.</summary>
    public void Kill() => process.Kill();

    /// <summary>Stops it where it is; its connections stay open.</summary>
    public void Hang() => Signal("STOP");

    public void GoOn() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    private static ProcessStartInfo StartInfo(LedgerService service, params string[] arguments)
    {
        var host = typeof(Program).Assembly.Location;
        var info = new ProcessStartInfo(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"), [host, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["ConnectionStrings__Ledger"] = service.ConnectionString;
        info.Environment["Ledger__Auth__SigningKeyFile"] = service.Template.KeyFile;
        info.Environment["DOTNET_ENVIRONMENT"] = info.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        info.Environment["Logging__LogLevel__Default"] = "None";
        return info;
    }
}
