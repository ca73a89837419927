using System.Collections.Concurrent;
using System.CommandLine;
using Ledger.Access;
using Ledger.Import;
using Ledger.Store;
using Ledger.Views;
using NodaTime;
using Spectre.Console;

namespace Ledger.Host;

/// <summary>What an operator types: <c>./ops/ledger …</c>, against the same settings as the service.</summary>
internal static partial class CommandLine
{
    /// <summary>A screenful; the first ones usually explain the rest.</summary>
    private const int RefusedShownMax = 20;

    private const string SampleTenant = "sample";

    private static readonly Option<string> Tenant = new("--tenant") { Description = "The tenant.", DefaultValueFactory = _ => SampleTenant };

    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("Ledger: an auditable history of responsibility assignments")
        {
            Migrate(), TenantCommand(), ImportCommand(), ExportCommand.Create(Tenant), Token(), Rebuild(), Messages(),
            WebhookCommand(), CalendarCommand(),
        };
        return root.Parse(args).InvokeAsync();
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Creates the schema, or brings it up to this release");
        command.SetAction((_, cancellation) => With(async services =>
        {
            var migrator = services.GetRequiredService<Migrator>();
            var done = await migrator.Migrate(cancellation);
            Say(done.Count == 0 ? "The schema is up to date." : $"Applied: {string.Join(", ", done)}.");
            await migrator.Rebuild(async view =>
            {
                foreach (var tenant in await services.GetRequiredService<Tenants>().All(cancellation))
                    await Rebuild(services, view, tenant.Id, long.MaxValue, cancellation);
            }, cancellation);

            if (await services.GetRequiredService<ReaderRole>().Grant(cancellation) is { } toDo)
                Say(toDo);
            return 0;
        }, makesSchema: true));
        return command;
    }

    private static Command TenantCommand()
    {
        var id = new Argument<string>("id") { Description = "The tenant's id." };
        var zone = new Option<string>("--zone")
        {
            Description = "Its zone, of the IANA database; fixed once an event exists.",
            DefaultValueFactory = _ => Tenants.DefaultZone,
        };
        var add = new Command("add", "Adds a tenant; may be repeated") { id, zone };
        add.SetAction((parsed, cancellation) => With(async services =>
        {
            var refused = await services.GetRequiredService<Tenants>()
                .Add(parsed.GetRequiredValue(id), parsed.GetRequiredValue(zone), cancellation);
            return refused is null ? Done($"Tenant '{parsed.GetRequiredValue(id)}' is there.") : Failed(refused);
        }));
        return new("tenant", "Tenants") { add };
    }

    private static Command ImportCommand()
    {
        var file = new Argument<FileInfo?>("file") { Description = "NDJSON lines {at, actor, command, data}.", Arity = ArgumentArity.ZeroOrOne };
        var mode = new Option<string>("--mode") { Description = "all: all or nothing, up to 20,000 lines; chunks: any length.", DefaultValueFactory = _ => "all" };
        mode.AcceptOnlyFromAmong("all", "chunks");
        var keepGoing = new Option<bool>("--keep-going") { Description = "Tell refused lines and take the others." };
        var asOfNow = new Option<bool>("--as-of-now") { Description = "The ledger learned it now; the lines' instants stay as claims." };
        var skip = new Option<bool>("--skip-unsupported") { Description = "Without effect: this release carries out every command." };
        var abandon = new Option<bool>("--abandon") { Description = "Give the tenant back after an import that will not be resumed." };
        var command = new Command("import", "Takes acts recorded elsewhere") { file, Tenant, mode, keepGoing, asOfNow, skip, abandon };
        command.SetAction((parsed, cancellation) => With(async services =>
        {
            var importer = services.GetRequiredService<Importer>();
            var tenant = parsed.GetRequiredValue(Tenant);
            if (parsed.GetValue(abandon))
            {
                await importer.Abandon(tenant, cancellation);
                return Done($"Tenant '{tenant}' belongs to no import.");
            }

            if (parsed.GetValue(file) is not { Exists: true } given)
                return Failed("Name a file that exists.");
            var options = new ImportOptions(parsed.GetValue(mode) == "chunks", parsed.GetValue(keepGoing), parsed.GetValue(asOfNow),
                given.Name, CorrelationId: Guid.CreateVersion7().ToString());
            return await Import(importer, tenant, given, options, cancellation);
        }));
        return command;
    }

    private static async Task<int> Import(
        Importer importer, string tenant, FileInfo file, ImportOptions options, CancellationToken cancellation)
    {
        var result = await ImportBar.Over(ImportBar.LinesOf(file), async progress =>
        {
            await using var stream = file.OpenRead();
            return await importer.Run(tenant, $"cli:{Environment.UserName}", stream, options with { Progress = progress }, cancellation);
        });
        if (result is null)
            return Failed($"More than {Importer.LinesMax} lines or {Importer.BytesMax} bytes: say --mode chunks.");
        foreach (var line in result.Refused.Take(RefusedShownMax))
            Say($"line {line.Line}: {line.Command} {line.Code} {line.Field}: {line.Detail}");
        if (result.Refused.Count > RefusedShownMax)
            Say($"… and {result.Refused.Count - RefusedShownMax} more refused lines.");
        var summary = $"{result.Taken} taken, {result.Known} known, {result.Refused.Count} refused, "
            + $"{result.NotSupported.Values.Sum()} not supported, position {result.Position}";
        return result.Recorded ? Done(summary)
            : Failed(result.Unfinished is { } unfinished ? $"{summary}\n{unfinished.Detail}" : summary);
    }

    private static Command Token()
    {
        var actor = new Option<string>("--actor") { Description = "Whose token it is.", Required = true };
        var days = new Option<int>("--days") { Description = "How long it is valid.", DefaultValueFactory = _ => 30 };
        var command = new Command("token", "Prints a token signed with this machine's key; refused outside Development") { actor, Tenant, days };
        command.SetAction(parsed =>
        {
            var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
            if (!builder.Environment.IsDevelopment())
                return Failed("Tokens are made here in Development only; elsewhere your identity provider makes them.");
            var id = parsed.GetRequiredValue(actor);
            var key = TokenKey.Read(Authentication.KeyFile(builder.Configuration, builder.Environment));
            return Done(TokenKey.Sign(key, id, parsed.GetRequiredValue(Tenant), HostClock.System.GetCurrentInstant(),
                Duration.FromDays(parsed.GetRequiredValue(days))));
        });
        return command;
    }

    private static Command Rebuild()
    {
        var view = new Option<string?>("--view") { Description = "One view; left out, all." };
        var tenant = new Option<string?>("--tenant") { Description = "One tenant; left out, all." };
        var hold = new Option<bool>("--hold-commands")
        {
            Description = $"Also when over {Rebuilder.DifferentMax} rows differ, so that commands wait longer than a moment.",
        };
        var command = new Command("rebuild", "Builds views anew from the events, beside the live rows") { view, tenant, hold };
        command.SetAction((parsed, cancellation) => With(async services =>
        {
            await Rebuild(services, parsed.GetValue(view), parsed.GetValue(tenant),
                parsed.GetValue(hold) ? long.MaxValue : Rebuilder.DifferentMax, cancellation);
            return 0;
        }));
        return command;
    }

    private static async Task Rebuild(
        IServiceProvider services, string? view, string? tenant, long differentMax, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, Rebuilt> done = new Dictionary<string, Rebuilt>();
        await AnsiConsole.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bars = new ConcurrentDictionary<string, ProgressTask>();
            var progress = new Progress<RebuildProgress>(p =>
            {
                var bar = bars.GetOrAdd(p.Tenant, _ => context.AddTask(p.Tenant));
                bar.Description = $"{p.Tenant}: {p.Stage.ToString().ToLowerInvariant()}, {p.Events} of {p.Of} events";
                (bar.MaxValue, bar.Value) = (Math.Max(p.Of, 1), p.Events);
            });
            done = await services.GetRequiredService<Rebuilder>()
                .Rebuild(view, tenant, new(differentMax, progress), cancellation);
        });
        foreach (var (id, rebuilt) in done)
        {
            Say($"{id}: {view ?? "all views"} rebuilt from {rebuilt.Events} events, {rebuilt.Different.Values.Sum()} rows differed.");
            foreach (var (name, rows) in rebuilt.Different.Where(d => d.Value > 0 && view is null))
                Say($"{id}: {name}: {rows} rows differed.");
        }
    }

    /// <summary>Runs an action over the ledger's services and says in one line why it could not be done.</summary>
    /// <param name="makesSchema">It brings the schema up to this release; all others need it to be so.</param>
    internal static async Task<int> With(Func<IServiceProvider, Task<int>> action, bool makesSchema = false)
    {
        try
        {
            var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
            // Standard output is the command's own: an export may go there.
            builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                .AddFilter(null, LogLevel.Warning);
            builder.Services.AddLedger(Settings.ConnectionString(builder.Configuration));
            using var host = builder.Build();
            if (!makesSchema
                && await host.Services.GetRequiredService<Migrator>().Problems(CancellationToken.None) is { Count: > 0 } problems)
                return Failed(string.Join('\n', problems));
            return await action(host.Services);
        }
        catch (Exception e) when (e is SettingsException or ArgumentException or Npgsql.NpgsqlException
            or Commands.DoorUnavailableException or LineTooLongException or ImportChangedException
            or OperationCanceledException or UnknownTenantException or RebuildRefusedException)
        {
            return Failed(e is LineTooLongException { Unfinished: { } unfinished } ? $"{e.Message}\n{unfinished.Detail}" : e.Message);
        }
    }

    private static void Say(string text) => Console.Out.WriteLine(text);

    private static int Done(string text)
    {
        Say(text);
        return 0;
    }

    internal static int Failed(string text)
    {
        Console.Error.WriteLine(text);
        return 1;
    }
}
