using System.Text.Json.Serialization;
using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.HandOvers;

/// <summary>What goes with a post when its holder changes: who has accepted it.</summary>
public sealed record HandOver(string AssignmentId, string UnitId, IReadOnlyList<Acceptance> Accepted, long Version)
    : IState<HandOver>, IConcernsUnit
{
    public static string Kind => "hand-over";

    public static HandOver Empty { get; } = new("", "", [], 0);

    public static string Stream(string assignmentId) => $"hand-over/{assignmentId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) =>
        Accepted.Select(a => new DatedAct(Kind, AssignmentId, a.AcceptedOn));

    public HandOver Apply(Recorded recorded) => recorded.Data switch
    {
        HandOverAccepted e => new(e.AssignmentId, e.UnitId,
            [.. Accepted, new(e.Side, e.PersonId, e.AcceptedOn, recorded.Position)], recorded.Version),
        _ => this,
    };
}

/// <summary>Who of the two accepts.</summary>
public enum HandOverSide
{
    /// <summary>Whose assignment ended or was replaced.</summary>
    [JsonStringEnumMemberName("outgoing")] Outgoing,

    /// <summary>Who holds the cell after.</summary>
    [JsonStringEnumMemberName("incoming")] Incoming,
}

/// <summary>One side's word that it handed over, or took over.</summary>
/// <param name="AcceptedOn">A date of the tenant's zone.</param>
/// <param name="Position">Where it was recorded: the packet as known there is the one that was accepted.</param>
public sealed record Acceptance(HandOverSide Side, string PersonId, LocalDate AcceptedOn, long Position);
