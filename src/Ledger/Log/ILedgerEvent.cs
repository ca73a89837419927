using NodaTime;

namespace Ledger.Log;

/// <summary>One recorded fact. Its public members are what is stored; what stands here is derived from them.</summary>
public interface ILedgerEvent
{
    /// <summary>The stream it belongs to, such as <c>cell/planning/training/First</c>.</summary>
    string Stream { get; }

    /// <summary>The units that it concerns: their timelines show it, and their decisions find its stream.</summary>
    IEnumerable<string> UnitIds { get; }

    /// <summary>The office-holders to whom it gives a duty.</summary>
    IEnumerable<string> PersonIds => [];

    /// <summary>The date on which it takes effect in the world, in the tenant's zone; null for an act without one.</summary>
    LocalDate? EffectiveOn => null;

    /// <summary>The ids that exist from this event on; each is unique per tenant and kind.</summary>
    IEnumerable<NewId> NewIds => [];
}

/// <summary>An id that an event brings into the world.</summary>
/// <param name="Kind">One of <see cref="IdKind"/>.</param>
/// <param name="Id">The caller's slug or a UUIDv7.</param>
public readonly record struct NewId(string Kind, string Id);

/// <summary>An event as the log holds it.</summary>
/// <param name="Position">Its place in the tenant's order of recording: 1, 2, 3…</param>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="RecordedAt">When the ledger learned of it (system time); never earlier than its predecessor's.</param>
public sealed record Recorded(long Position, long Version, Instant RecordedAt, ILedgerEvent Data);

/// <summary>The state of one stream, folded from its events in order; holds only what decisions and views look at.</summary>
public interface IState<TSelf>
    where TSelf : IState<TSelf>
{
    /// <summary>The first part of its streams' names.</summary>
    static abstract string Kind { get; }

    static abstract TSelf Empty { get; }

    TSelf Apply(Recorded recorded);
}
