using Ledger.Log;
using NodaTime;

namespace Ledger.Commands;

/// <summary>A command with what the door has to know about who sends it and how.</summary>
/// <param name="Actor">Whose act it is.</param>
/// <param name="RecordedBy">Whose token recorded it; differs from the actor in an import.</param>
/// <param name="Source"><c>api</c> or <c>import</c>.</param>
/// <param name="CorrelationId">Joins what one request or one import did.</param>
public sealed record Submission(ICommand Command, string Actor, string RecordedBy, string Source, string? CorrelationId = null)
{
    /// <summary>The caller's key; the same key with the same command repeats the answer and records nothing.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The stream version that the caller last saw.</summary>
    public long? IfMatch { get; init; }

    /// <summary>For a line of an import: what its source claims and how it is known again.</summary>
    public ImportedLine? Line { get; init; }
}

/// <summary>Where a command of an import comes from.</summary>
/// <param name="ClaimedAt">The instant that the source gives.</param>
/// <param name="AsOfNow">The ledger learned it now, and the instant stays a claim.</param>
/// <param name="Hash">SHA-256 of the line's canonical content.</param>
/// <param name="Ordinal">Its place among equal lines of the file, from 1.</param>
/// <param name="File">The file's name, when the sender gave one.</param>
public sealed record ImportedLine(Instant ClaimedAt, bool AsOfNow, byte[] Hash, int Ordinal, string? File);

/// <summary>What became of one submission.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Recorded, now or (<paramref name="Repeated"/>) under the same key before.</summary>
    public sealed record Accepted(Receipt Receipt, bool Repeated) : Outcome;

    /// <summary>A line that an earlier import took already.</summary>
    public sealed record Known : Outcome;

    /// <summary>Nothing of it was recorded.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome;
}

/// <summary>An act as the writer puts it into the log: one command's events under one recorded instant.</summary>
public sealed record Act(Submission Submission, Instant RecordedAt, Instant TakenAt, Receipt Receipt,
    IReadOnlyList<Recorded> Events, byte[]? BodyHash, PersonName? Name);
