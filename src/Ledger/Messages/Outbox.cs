using NodaTime;
using Npgsql;
using Wolverine;
using Wolverine.Persistence.Durability;
using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace Ledger.Messages;

/// <summary>Puts messages beside what a transaction writes, so that both are there or neither.</summary>
public sealed class Outbox(IWolverineRuntime runtime, IMessageStore store)
{
    /// <summary>So soon after the commit at the earliest: a message that is not for later would be kept by this node, and
    /// wait for its end if that came between commit and handling.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>Stores a message that some node handles at the instant given, or as soon after as one can.</summary>
    public Task Schedule(NpgsqlTransaction transaction, object message, Instant at) =>
        Schedule(transaction, message, at.ToDateTimeOffset());

    /// <summary>Stores a message that some node handles as soon as one can.</summary>
    public Task Send(NpgsqlTransaction transaction, object message) =>
        Schedule(transaction, message, TimeProvider.System.GetUtcNow() + Soon);

    private async Task Schedule(NpgsqlTransaction transaction, object message, DateTimeOffset at)
    {
        var context = new MessageContext(runtime);
        context.EnlistInOutbox(new DatabaseEnvelopeTransaction((IMessageDatabase)store, transaction));
        await context.PublishAsync(message, new DeliveryOptions { ScheduledTime = at });
    }
}
