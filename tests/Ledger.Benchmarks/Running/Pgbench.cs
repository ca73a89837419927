using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Ledger.Benchmarks.Running;

/// <summary>PostgreSQL's own pgbench: single-row inserts, each committed, into a table with a key of its own.</summary>
internal sealed partial class Pgbench
{
    private readonly string program;
    private readonly string script;
    private readonly NpgsqlConnectionStringBuilder database;

    private Pgbench(string program, string script, LedgerBase database) =>
        (this.program, this.script, this.database) = (program, script, new(database.ConnectionString));

    public static async Task<Pgbench> Prepare(Stage stage, CancellationToken cancellation)
    {
        var database = await stage.NewBase(cancellation);
        await database.Run("create table one_row (id bigint generated always as identity primary key, act text not null)", cancellation);
        var script = Path.Combine(stage.Folder, "insert.sql");
        await File.WriteAllTextAsync(script, $"insert into one_row (act) values ('{new string('x', 200)}');\n", cancellation);
        return new(await Find(stage, cancellation), script, database);
    }

    /// <returns>Inserts a second.</returns>
    public async Task<double> Run(int clients, TimeSpan time, CancellationToken cancellation)
    {
        var info = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["PGPASSWORD"] = database.Password ?? "" },
        };
        foreach (var argument in (string[])["-n", "-f", script, "-c", Number(clients), "-j", "2", "-T", Number((int)time.TotalSeconds),
            "-h", database.Host!, "-p", Number(database.Port), "-U", database.Username!, database.Database!])
            info.ArgumentList.Add(argument);
        using var process = Process.Start(info)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            var found = Rate().Match(await output);
            return found.Success ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
                : throw new BenchmarkFailedException($"pgbench failed: {await errors}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    /// <summary>Beside the server's programs when it is here, else in the path.</summary>
    private static async Task<string> Find(Stage stage, CancellationToken cancellation)
    {
        var folders = new List<string>();
        try
        {
            await using var command = stage.Maintenance.CreateCommand("select setting from pg_config where name = 'BINDIR'");
            if (await command.ExecuteScalarAsync(cancellation) is string binaries)
                folders.Add(binaries);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // A user who may not see where the programs lie.
        }

        folders.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
        return folders.Select(f => Path.Combine(f, "pgbench")).FirstOrDefault(File.Exists)
            ?? throw new BenchmarkFailedException("pgbench is missing: it comes with PostgreSQL's server package.");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = ([0-9.]+) \(without")]
    private static partial Regex Rate();
}
