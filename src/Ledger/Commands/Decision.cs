using Ledger.Log;

namespace Ledger.Commands;

/// <summary>What a command leads to: events to append, or one refusal; never both.</summary>
public sealed record Decision
{
    private Decision()
    {
    }

    /// <summary>The id that the receipt names.</summary>
    public string Id { get; private init; } = "";

    /// <summary>In order; the first event's stream is the one whose version the receipt gives.</summary>
    public IReadOnlyList<ILedgerEvent> Events { get; private init; } = [];

    /// <summary>True when the id exists from this command on (201).</summary>
    public bool Creates { get; private init; }

    public Refusal? Refusal { get; private init; }

    /// <summary>Assignments that lose days by this act.</summary>
    public IReadOnlyList<Displaced>? Displaced { get; init; }

    /// <summary>What a leaver still holds.</summary>
    public object? StillHeld { get; init; }

    /// <summary>A name for the directory; never part of an event.</summary>
    public PersonName? Name { get; init; }

    public static Decision Create(string id, params IReadOnlyList<ILedgerEvent> events) =>
        new() { Id = id, Events = events, Creates = true };

    public static Decision Record(string id, params IReadOnlyList<ILedgerEvent> events) =>
        new() { Id = id, Events = events };

    public static implicit operator Decision(Refusal refusal) => new() { Refusal = refusal };

    public static Decision FromRefusal(Refusal refusal) => refusal;
}

/// <summary>An assignment of which another act takes days.</summary>
public sealed record Displaced(string AssignmentId, string PersonId, NodaTime.LocalDate EffectiveFrom);

public sealed record PersonName(string PersonId, string DisplayName);
