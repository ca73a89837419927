using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.HandOvers;

/// <summary>Records that the outgoing or the incoming holder accepts what goes with the post, each once. Whoever a correction
/// puts in the place of one who accepted has not accepted yet.</summary>
/// <param name="AssignmentId">The assignment that ended or was replaced.</param>
/// <param name="PersonId">Its holder, or who holds the cell next.</param>
/// <param name="AcceptedOn">A date of the tenant's zone, from the start of the assignment to the day of recording.</param>
/// <param name="Remark">What either wants to have on record.</param>
public sealed record AcceptHandOver(
    [Id] string AssignmentId, [Id] string PersonId, LocalDate AcceptedOn, [Text] string? Remark = null, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var handOver = known.Stream<HandOver>(HandOver.Stream(AssignmentId));
        if (known.CellOf(AssignmentId) is not { } cell || cell.Find(AssignmentId) is not { } assignment)
            return Refusal.Unknown(IdKind.Assignment, AssignmentId, "assignmentId");
        if (assignment.Voided)
            return new Refusal("already-voided", "assignmentId");
        if (Sides.Of(cell, assignment) is not { } sides)
            return new Refusal("still-holder", "assignmentId", new { assignment.PersonId, assignment.EffectiveFrom });
        var own = sides.SidesOf(PersonId, assignment);
        if (own.Count == 0)
            return new Refusal("not-part-of-hand-over", "personId",
                new { outgoing = assignment.PersonId, incoming = sides.Incoming?.PersonId });
        var given = (handOver?.Accepted ?? []).Where(a => a.PersonId == PersonId && own.Contains(a.Side)).ToList();
        if (given.Count == own.Count)
            return new Refusal("already-accepted", "personId", new { given[^1].AcceptedOn });
        if ((known.InTheFuture(AcceptedOn, "acceptedOn")
            ?? KnownDates.TooEarly(AcceptedOn, assignment.EffectiveFrom, "acceptedOn")) is { } refusal)
            return refusal;
        var side = own.First(s => given.All(a => a.Side != s));
        return Decision.Record(AssignmentId, new HandOverAccepted(
            AssignmentId, cell.UnitId, cell.AreaId, cell.Level, side, PersonId, AcceptedOn, Remark, Basis));
    }
}

/// <summary>The two sides of a hand-over.</summary>
/// <param name="LeavesOn">First day no longer held.</param>
/// <param name="Incoming">Who holds the cell next; null while nobody is recorded.</param>
public sealed record Sides(LocalDate LeavesOn, Assignment? Incoming)
{
    /// <summary>On which sides a person stands: on both, who takes the post up again after a time without it.</summary>
    public IReadOnlyList<HandOverSide> SidesOf(string personId, Assignment outgoing) =>
    [
        .. personId == outgoing.PersonId ? [HandOverSide.Outgoing] : Array.Empty<HandOverSide>(),
        .. personId == Incoming?.PersonId ? [HandOverSide.Incoming] : Array.Empty<HandOverSide>(),
    ];

    /// <summary>Null while the assignment goes on without an end.</summary>
    public static Sides? Of(Cell cell, Assignment assignment)
    {
        var holdings = cell.Holdings();
        var last = holdings.LastOrDefault(h => h.Value.AssignmentId == assignment.AssignmentId);
        var leaves = last?.To ?? assignment.EndsOn ?? assignment.EffectiveFrom;
        return leaves == Forever.End
            ? null
            : new(leaves, holdings
                .FirstOrDefault(h => h.From >= leaves && h.Value.AssignmentId != assignment.AssignmentId)?.Value);
    }
}

/// <summary>A side accepted what goes with a post. Stored as hand_over_accepted.v1.</summary>
public sealed record HandOverAccepted(
    string AssignmentId, string UnitId, string AreaId, Level Level, HandOverSide Side, string PersonId, LocalDate AcceptedOn,
    string? Remark = null, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => HandOver.Stream(AssignmentId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => AcceptedOn;
}
