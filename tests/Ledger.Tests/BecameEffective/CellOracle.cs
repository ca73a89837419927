using Ledger.Assignments;
using Ledger.Log;
using NodaTime;

namespace Ledger.Tests.BecameEffective;

/// <summary>
/// The contract's own words about a cell (section 2), read off the recorded events for one date and one position:
/// "On D as known at K: among its assignments not voided that start on or before D (corrections known at K applied), the
/// one with the latest start holds it, ties going to the later assigning event (a correction never changes that rank); if
/// its end is on or before D the cell is vacant and does not fall back." Slow, and shares no code with what it checks.
/// </summary>
internal static class CellOracle
{
    /// <summary>Who holds the cell; null when it is vacant.</summary>
    public static Holder? On(LocalDate date, IEnumerable<Recorded> known)
    {
        var candidates = new List<Candidate>();
        foreach (var recorded in known)
        {
            switch (recorded.Data)
            {
                case LeaderAssigned e:
                    candidates.Add(new() { Id = e.AssignmentId, Person = e.PersonId, Start = e.EffectiveFrom, Rank = recorded.Position });
                    break;
                case LeaderReplaced e:
                    candidates.Add(new() { Id = e.AssignmentId, Person = e.PersonId, Start = e.EffectiveFrom, Rank = recorded.Position });
                    break;
                case AssignmentEnded e:
                    candidates.Single(c => c.Id == e.AssignmentId).End = e.EndsOn;
                    break;
                case AssignmentVoided e:
                    candidates.RemoveAll(c => c.Id == e.AssignmentId);
                    break;
                case AssignmentCorrected e:
                    Correct(candidates.Single(c => c.Id == e.AssignmentId), e.Changes);
                    break;
                default:
                    break;
            }
        }

        var started = candidates.Where(c => c.Start <= date).ToList();
        if (started.Count == 0)
            return null;
        var latestStart = started.Max(c => c.Start);
        var holder = started.Where(c => c.Start == latestStart).MaxBy(c => c.Rank)!;
        return holder.End is { } end && end <= date ? null : new(holder.Id, holder.Person, holder.Start, holder.End);
    }

    private static void Correct(Candidate candidate, AssignmentChanges changes)
    {
        if (changes.PersonId.IsGiven)
            candidate.Person = changes.PersonId.Value;
        if (changes.EffectiveFrom.IsGiven)
            candidate.Start = changes.EffectiveFrom.Value;
        if (changes.EndsOn.IsGiven)
            candidate.End = changes.EndsOn.Value;
    }

    public sealed record Holder(string AssignmentId, string PersonId, LocalDate EffectiveFrom, LocalDate? EndsOn);

    private sealed class Candidate
    {
        public required string Id { get; init; }

        public required string Person { get; set; }

        public required LocalDate Start { get; set; }

        public LocalDate? End { get; set; }

        public required long Rank { get; init; }
    }
}
