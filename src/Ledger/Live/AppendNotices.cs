using Ledger.Commands;
using Ledger.Following;
using Ledger.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ledger.Live;

/// <summary>
/// Hears of every act of every node, by PostgreSQL's NOTIFY on one connection for all streams of this node and for its
/// follower. A notice only wakes: what was appended is read from the log. So one that is lost costs time, and never an event.
/// </summary>
internal sealed partial class AppendNotices(
    LedgerDatabase database, LiveSettings settings, Follower follower, ILogger<AppendNotices> logger) : BackgroundService
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TaskCompletionSource> waiting = [];

    /// <summary>Done at the tenant's next act. Asked for before the log is read, it misses nothing between.</summary>
    public Task Next(string tenant)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(tenant, out var next))
                waiting.Add(tenant, next = new(TaskCreationOptions.RunContinuationsAsynchronously));
            return next.Task;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception e) when (LedgerDatabase.IsLost(e))
            {
                LogLost(logger, e.Message, settings.PollSeconds);
                await Task.Delay(settings.Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Listen(CancellationToken stopping)
    {
        await using var connection = database.Listener();
        connection.Notification += (_, notice) => Wake(notice.Payload);
        await connection.OpenAsync(stopping);
        await using (var listen = new NpgsqlCommand($"listen {Head.Channel}", connection))
            await listen.ExecuteNonQueryAsync(stopping);
        WakeAll();
        while (true)
            await connection.WaitAsync(stopping);
    }

    private void Wake(string tenant)
    {
        follower.Wake();
        TaskCompletionSource? next;
        lock (gate)
            waiting.Remove(tenant, out next);
        next?.SetResult();
    }

    /// <summary>Acts may have gone by while nobody listened.</summary>
    private void WakeAll()
    {
        List<string> tenants;
        lock (gate)
            tenants = [.. waiting.Keys];
        tenants.ForEach(Wake);
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "No notices of acts ({Reason}): live streams look into the log every {Seconds} s until there are.")]
    private static partial void LogLost(ILogger logger, string reason, int seconds);
}
