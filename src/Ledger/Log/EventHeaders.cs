using NodaTime;

namespace Ledger.Log;

/// <summary>What every event carries about how it came here.</summary>
public sealed record EventHeaders(
    string Source, string Command, string RecordedBy, string? IdempotencyKey = null, ImportClaim? Imported = null);

/// <summary>An imported event's own story: the instant its source claims, and the instant the ledger itself took it.
/// A claim never passes for the ledger's own witness.</summary>
public sealed record ImportClaim(Instant ClaimedAt, Instant TakenAt, string? File = null);
