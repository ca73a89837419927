using Ledger.Following;
using NodaTime;
using Wolverine;
using Wolverine.Persistence.Durability;
using Wolverine.RDBMS;
using Wolverine.Runtime;

namespace Ledger.Messages;

/// <summary>Puts messages beside what a subscriber writes, so that both are there or neither.</summary>
public sealed class Outbox(IWolverineRuntime runtime, IMessageStore store)
{
    /// <summary>Stores a message in the transaction of a step; some node handles it at the instant given, or as soon
    /// after as one can.</summary>
    public async Task Schedule(FollowStep step, object message, Instant at)
    {
        var context = new MessageContext(runtime);
        context.EnlistInOutbox(new DatabaseEnvelopeTransaction((IMessageDatabase)store, step.Transaction));
        await context.PublishAsync(message, new DeliveryOptions { ScheduledTime = at.ToDateTimeOffset() });
    }
}
