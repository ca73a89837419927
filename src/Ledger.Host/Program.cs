using Ledger;
using Ledger.Access;
using Ledger.Host;
using Ledger.Store;
using NodaTime;

if (args is [not ['-', '-', ..], ..])
    return await CommandLine.Run(args);

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services.AddSingleton<IClock>(HostClock.System);
builder.Services.AddLedger(Settings.ConnectionString(builder.Configuration));
builder.Services.AddLedgerAuthentication(builder.Configuration, builder.Environment);
builder.Services.AddLedgerHttp();

var app = builder.Build();
if (await app.Services.GetRequiredService<Migrator>().Problems(CancellationToken.None) is [_, ..] problems)
{
    app.Logger.LogSchemaProblems(string.Join(" ", problems));
    return 1;
}

app.UseLedger();
await app.RunAsync();
return 0;

public partial class Program;
