using System.Text.Json.Serialization;
using NodaTime;

namespace Ledger.Commands;

/// <summary>The ledger's word that an act is recorded.</summary>
/// <param name="Id">The id that the command names or created.</param>
/// <param name="Version">Of that id's stream (an assignment's is its cell's); send it back as <c>If-Match</c>.</param>
/// <param name="Position">The act's last position in the tenant's order of recording.</param>
/// <param name="RecordedAt">When the ledger learned of it (system time, UTC).</param>
/// <param name="Displaced">Assignments that lose days by this act.</param>
/// <param name="StillHeld">What an office-holder who left still holds.</param>
public sealed record Receipt(
    string Id,
    long Version,
    long Position,
    IReadOnlyList<ReceiptEvent> Events,
    Instant RecordedAt,
    IReadOnlyList<Displaced>? Displaced = null,
    object? StillHeld = null)
{
    /// <summary>True when the command created the id: HTTP answers 201.</summary>
    [JsonIgnore]
    public bool Created { get; init; }
}

/// <summary>One appended event.</summary>
public sealed record ReceiptEvent(Guid Id, string Type, long Position);
