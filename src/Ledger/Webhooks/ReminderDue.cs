using Microsoft.Extensions.DependencyInjection;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Ledger.Webhooks;

/// <summary>A noted reminder is to be sent. What it says is in the note.</summary>
public sealed record ReminderDue(string WebhookId, long Number);

/// <summary>Sends a noted reminder.</summary>
public sealed class ReminderDueHandler : MessageHandler<ReminderDue>
{
    protected override Task HandleAsync(ReminderDue message, MessageContext context, CancellationToken cancellation) =>
        context.Runtime.Services.GetRequiredService<Sender>().Send(message, cancellation);
}
