using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Core;
using Ledger.BecameEffective;
using Ledger.Following;
using Ledger.Shapes;
using Ledger.Store;
using Ledger.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Postgresql;

namespace Ledger.Messages;

/// <summary>How Wolverine carries what is to be done later or elsewhere: durable messages in PostgreSQL, shared by all
/// nodes. It stands behind the commit and never between a request and the door
/// (docs/decisions/0015-carry-messages-by-wolverine.md).</summary>
public static class MessageSetup
{
    public const string Schema = "ledger_messages";

    /// <summary>A day of many tenants begins at the same moment; few do the work, so that commands keep theirs.</summary>
    private const int HandledAtOnce = 2;

    /// <summary>A receiver that does not answer holds all of them once and not for each reminder: the sender pauses.</summary>
    private const int SentAtOnce = 8;

    /// <summary>Who receives webhooks may be away for half a day; then it is a dead letter.</summary>
    private static readonly TimeSpan[] ForHours = [5.Seconds(), 30.Seconds(), 5.Minutes(), 30.Minutes(), 2.Hours(), 8.Hours()];

    /// <summary>What a lost connection, a lock or a stopped follower needs is time, however long.</summary>
    private static readonly TimeSpan[] Patiently = [2.Seconds(), 5.Seconds(), 15.Seconds(), 30.Seconds()];

    /// <summary>What failed three times more is a defect: it becomes a dead letter, which somebody has to look at.</summary>
    private static readonly TimeSpan[] Briefly = [1.Seconds(), 2.Seconds(), 5.Seconds()];

    public static IServiceCollection AddLedgerMessages(this IServiceCollection services) => services
        .AddWolverine(ExtensionDiscovery.ManualOnly, Configure)
        // It warns at each start that it found no handlers, which it was told not to look for.
        .AddLogging(logging => logging.AddFilter("Wolverine.Configuration.HandlerDiscovery", LogLevel.Error));

    private static void Configure(WolverineOptions options)
    {
        options.ServiceName = "ledger";
        options.ApplicationAssembly = typeof(MessageSetup).Assembly;
        // Handlers are named here and not looked for, so nothing is generated or compiled when the service starts.
        options.Discovery.DisableConventionalDiscovery();
        options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
        options.UseSystemTextJsonForSerialization(json => LedgerJson.Configure(json));
        options.PersistMessagesWithPostgresqlUsingDataSourceFromContainer(
            services => services.GetRequiredService<LedgerDatabase>().Messages, Schema);
        options.AutoBuildMessageStorageOnStartup = AutoCreate.None;

        options.AddMessageHandler(new DayBeganHandler());
        options.LocalQueueFor<DayBegan>().UseDurableInbox().MaximumParallelMessages(HandledAtOnce);
        options.AddMessageHandler(new ReminderDueHandler());
        options.LocalQueueFor<ReminderDue>().UseDurableInbox().MaximumParallelMessages(SentAtOnce);
        options.OnException<NotDeliveredException>().ScheduleRetry(ForHours).Then.MoveToErrorQueue();
        options.OnException<FollowerStoppedException>().ScheduleRetryIndefinitely(Patiently);
        options.OnException(e => LedgerDatabase.IsLost(e) || LedgerDatabase.IsBusy(e), "the database is lost or busy")
            .ScheduleRetryIndefinitely(Patiently);
        options.OnAnyException().ScheduleRetry(Briefly).Then.MoveToErrorQueue();

        options.Durability.Mode = DurabilityMode.Balanced;
        options.Durability.ScheduledJobFirstExecution = 1.Seconds();
        options.Durability.ScheduledJobPollingTime = 2.Seconds();
        // A node that died is noticed, and what it had in hand is taken up, within ten seconds.
        options.Durability.FirstHealthCheckExecution = 1.Seconds();
        options.Durability.HealthCheckPollingTime = 2.Seconds();
        options.Durability.CheckAssignmentPeriod = 2.Seconds();
        options.Durability.StaleNodeTimeout = 6.Seconds();
    }
}
