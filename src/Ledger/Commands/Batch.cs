using Ledger.Views;
using NodaTime;

namespace Ledger.Commands;

/// <summary>How the commands of a batch hang together.</summary>
/// <param name="AllOrNothing">One refusal keeps all from being recorded.</param>
/// <param name="Rehearsal">All is decided and nothing recorded.</param>
/// <param name="Import">The place in an import to which the tenant belongs, or belongs from this batch on.</param>
/// <param name="Progress">Told the number of commands decided so far.</param>
public sealed record BatchRule(
    bool AllOrNothing, bool Rehearsal = false, ImportStep? Import = null, IProgress<int>? Progress = null)
{
    public static readonly BatchRule Each = new(AllOrNothing: false);
}

/// <summary>What a run of batches knows from one to the next. It is used again only if the head has not moved meanwhile,
/// so it is never older than what the database would say.</summary>
public sealed class Carried
{
    internal (Known Known, long Position)? Latest { get; set; }
}

/// <summary>What a caller who sent a stale <c>If-Match</c> has to know.</summary>
public sealed record StaleVersion(string Stream, long Expected, long Actual);

/// <summary>A batch on its way through the door: the head as it was, and what is decided so far.</summary>
internal sealed class Batch(Head head, Instant now, KeyLookup keys, Known known)
{
    public Head Head => head;

    /// <summary>PostgreSQL's clock after the head was granted.</summary>
    public Instant Now => now;

    public KeyLookup Keys => keys;

    public Known Known => known;

    public long Position { get; set; } = head.Position;

    public Instant? RecordedAt { get; set; } = head.RecordedAt;

    public List<Outcome> Outcomes { get; } = [];

    public List<Act> Acts { get; } = [];

    public Changes Changes { get; } = new();

    public bool IsCommitted { get; set; }

    /// <summary>An instant's date in the tenant's zone.</summary>
    public LocalDate DateOf(Instant at) => at.InZone(head.Tenant.Zone).Date;

    /// <summary>The recorded instant of the next act: now, never before its predecessor; an imported line's own.</summary>
    public Instant? Stamp(Submission submission)
    {
        if (submission.Line is not { AsOfNow: false, ClaimedAt: var claimed })
            return RecordedAt is { } last && last > now ? last : now;
        return claimed < RecordedAt || claimed > now ? null : claimed;
    }

    public Refusal StampRefusal(Submission submission) => submission.Line!.ClaimedAt > now
        ? new("at-in-the-future", "at", new { at = submission.Line.ClaimedAt, now })
        : new("at-before-the-last-act", "at", new { at = submission.Line.ClaimedAt, lastRecordedAt = RecordedAt, Position });
}
