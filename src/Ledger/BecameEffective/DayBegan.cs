using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Ledger.BecameEffective;

/// <summary>A day begins on which something may take effect. It only wakes: what does take effect is seen then.</summary>
/// <param name="Day">A date of the tenant's zone.</param>
public sealed record DayBegan(string TenantId, LocalDate Day);

/// <summary>Sees to the feed when a day has begun.</summary>
public sealed class DayBeganHandler : MessageHandler<DayBegan>
{
    /// <summary>How long to wait when the node's clock, which wakes, is ahead of PostgreSQL's, which counts.</summary>
    private static readonly TimeSpan AheadPause = TimeSpan.FromSeconds(5);

    protected override async Task HandleAsync(DayBegan message, MessageContext context, CancellationToken cancellation)
    {
        var upTo = await context.Runtime.Services.GetRequiredService<Emitter>().Emit(message.TenantId, cancellation);
        if (upTo < message.Day)
            await context.ReScheduleCurrentAsync(TimeProvider.System.GetUtcNow() + AheadPause);
    }
}
