using Ledger.Assignments;
using Ledger.Log;
using NodaTime;

namespace Ledger.BecameEffective;

/// <summary>A start takes effect when its assignment holds the cell from that day on; an end, when its assignment held the
/// cell until the day before.</summary>
internal static class CellEffects
{
    public static IEnumerable<Effect> On(LocalDate day, IReadOnlyList<Recorded> known)
    {
        var cell = Cell.Empty;
        var starts = new Dictionary<string, Dating<ICellEvent>>();
        var ends = new Dictionary<string, Dating<AssignmentEnded>>();
        foreach (var recorded in known)
        {
            cell = cell.Apply(recorded);
            switch (recorded.Data)
            {
                case LeaderAssigned or LeaderReplaced:
                    var start = (ICellEvent)recorded.Data;
                    starts[start.AssignmentId] = new(recorded.Position, start);
                    break;
                case AssignmentEnded e:
                    ends[e.AssignmentId] = new(recorded.Position, e);
                    break;
                case AssignmentCorrected e:
                    if (e.Changes.EffectiveFrom.IsGiven)
                        starts[e.AssignmentId] = starts[e.AssignmentId].MovedBy(recorded);
                    if (e.Changes.EndsOn.IsGiven)
                        ends[e.AssignmentId] = ends[e.AssignmentId].MovedBy(recorded);
                    break;
            }
        }

        if (cell.HolderOn(day.PlusDays(-1)) is { } last && last.EndsOn == day)
        {
            var (position, act) = ends[last.AssignmentId];
            yield return new(position, act with { PersonId = last.PersonId, EndsOn = day }, [last.PersonId]);
        }

        if (cell.HolderOn(day) is { } holder && holder.EffectiveFrom == day)
        {
            var (position, act) = starts[holder.AssignmentId];
            yield return new(position, Corrected(act, holder), [holder.PersonId]);
        }
    }

    private static ICellEvent Corrected(ICellEvent act, Assignment now) => act switch
    {
        LeaderAssigned e => e with { PersonId = now.PersonId, EffectiveFrom = now.EffectiveFrom, Basis = now.Basis },
        LeaderReplaced e => e with { PersonId = now.PersonId, EffectiveFrom = now.EffectiveFrom, Basis = now.Basis },
        _ => act,
    };
}
