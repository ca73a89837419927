using System.Text;
using NodaTime;
using Wolverine.Persistence.Durability;
using Wolverine.Persistence.Durability.DeadLetterManagement;

namespace Ledger.Messages;

/// <summary>Messages that failed too often and wait for somebody to look at them.</summary>
public sealed class DeadLetters(IMessageStore store)
{
    private const int AtOnce = 1_000;

    public async Task<int> Count(CancellationToken cancellation) =>
        (await store.DeadLetters.QueryAsync(new() { PageSize = 1 }, cancellation)).TotalCount;

    /// <summary>All of them, at most a thousand.</summary>
    public async Task<IReadOnlyList<DeadLetter>> All(CancellationToken cancellation)
    {
        var found = await store.DeadLetters.QueryAsync(new() { PageSize = AtOnce }, cancellation);
        return [.. found.Envelopes.Select(e => new DeadLetter(e.Id, e.MessageType, Encoding.UTF8.GetString(e.Envelope.Data ?? []),
            Instant.FromDateTimeOffset(e.SentAt), e.ExceptionType, e.ExceptionMessage, e.Replayable))];
    }

    /// <summary>Has them handled again, by whichever node comes first.</summary>
    public Task Replay(IReadOnlyList<Guid> ids, CancellationToken cancellation) =>
        store.DeadLetters.ReplayAsync(new DeadLetterEnvelopeQuery([.. ids]), cancellation);
}

/// <summary>A message that failed too often.</summary>
/// <param name="Body">The message as JSON.</param>
/// <param name="Replayed">It is on its way again.</param>
public sealed record DeadLetter(
    Guid Id, string Type, string Body, Instant SentAt, string ExceptionType, string ExceptionMessage, bool Replayed);
