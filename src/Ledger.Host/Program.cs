using Ledger;
using Ledger.Access;
using Ledger.Host;
using Ledger.Store;
using NodaTime;
using Npgsql;

if (args is [not ['-', '-', ..], ..] or ["--help" or "--version", ..])
    return await CommandLine.Run(args);

try
{
    // Settings lie beside the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    builder.Services.AddSingleton<IClock>(HostClock.System);
    builder.Services.AddLedger(Settings.ConnectionString(builder.Configuration));
    builder.Services.AddLedgerFollower();
    builder.Services.AddLedgerAuthentication(builder.Configuration, builder.Environment);
    builder.Services.AddLedgerHttp(Settings.Live(builder.Configuration));

    var app = builder.Build();
    if (await app.Services.GetRequiredService<Migrator>().Problems(CancellationToken.None) is [_, ..] problems)
    {
        app.Logger.LogSchemaProblems(string.Join(" ", problems));
        return 1;
    }

    app.UseLedger();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is SettingsException or NpgsqlException)
{
    await Console.Error.WriteLineAsync($"Ledger does not start: {e.Message}");
    return 1;
}

public partial class Program;
