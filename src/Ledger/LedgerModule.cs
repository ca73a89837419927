using Ledger.BecameEffective;
using Ledger.Calendars;
using Ledger.Commands;
using Ledger.Following;
using Ledger.Health;
using Ledger.Http;
using Ledger.Import;
using Ledger.Live;
using Ledger.Messages;
using Ledger.Reads;
using Ledger.Reminders;
using Ledger.Store;
using Ledger.Views;
using Ledger.Webhooks;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;

namespace Ledger;

/// <summary>Puts the parts together: services for every host, routes for the web.</summary>
public static class LedgerModule
{
    /// <summary>The ledger over one PostgreSQL.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new LedgerDatabase(connectionString));
        services.AddMarten(provider =>
        {
            var options = new StoreOptions();
            options.Connection(provider.GetRequiredService<LedgerDatabase>().Writer);
            MartenSetup.Configure(options, LedgerCatalogue.Events);
            return options;
        }).UseLightweightSessions();
        return services
            .AddLedgerMessages()
            .AddSingleton(LedgerCatalogue.Commands)
            .AddSingleton(LedgerCatalogue.Events)
            .AddSingleton(LedgerCatalogue.Streams)
            .AddSingleton(LedgerCatalogue.Views)
            .AddSingleton<EventCodec>()
            .AddSingleton<LogReader>()
            .AddSingleton<LogWriter>()
            .AddSingleton<CommandDoor>()
            .AddSingleton<ClockReader>()
            .AddSingleton<AnswerCache>()
            .AddSingleton<Migrator>()
            .AddSingleton<ReaderRole>()
            .AddSingleton<Tenants>()
            .AddSingleton<Rebuilder>()
            .AddSingleton<Importer>()
            .AddSingleton<FollowerPositions>()
            .AddSingleton<FollowerHealth>()
            .AddSingleton<Outbox>()
            .AddSingleton<DeadLetters>()
            .AddSingleton<DatedAhead>()
            .AddSingleton<ISubscriber>(services => services.GetRequiredService<DatedAhead>())
            .AddSingleton<Emitter>()
            .AddSingleton<ReminderReader>()
            .AddSingleton<WebhookStore>()
            .AddSingleton<Sender>()
            .AddSingleton<CalendarStore>()
            .AddSingleton<Readiness>();
    }

    /// <summary>What a node does after commits, as long as it runs.</summary>
    public static IServiceCollection AddLedgerFollower(this IServiceCollection services) => services
        .AddSingleton<Follower>()
        .AddHostedService(provider => provider.GetRequiredService<Follower>())
        .AddSingleton<Mornings>()
        .AddHostedService(provider => provider.GetRequiredService<Mornings>());

    /// <summary>What the web adds.</summary>
    public static IServiceCollection AddLedgerHttp(this IServiceCollection services, LiveSettings live) => services
        .AddSingleton(live)
        .AddSingleton<AppendNotices>()
        .AddHostedService(provider => provider.GetRequiredService<AppendNotices>())
        .AddSingleton<LiveFeed>()
        .AddSingleton<LiveEndpoint>()
        .AddExceptionHandler<ProblemHandler>()
        .AddProblemDetails()
        .AddLedgerOpenApi();

    public static WebApplication UseLedger(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusProblems();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapCommands(LedgerCatalogue.Commands);
        app.MapReads(LedgerReads.Routes);
        app.MapImport();
        LiveRoute.Map(app);
        app.MapBecameEffective();
        app.MapCalendars();
        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        // Served whole by this host; nothing of it talks to anybody else.
        app.MapScalarApiReference("/reference", options => options.WithTitle("Ledger").DisableDefaultFonts()
            .DisableAgent().DisableTelemetry().DisableMcp().HideDeveloperTools().HideClientButton()
            .AddPreferredSecuritySchemes("bearer").ShowOperationId()).AllowAnonymous();
        return app;
    }
}
