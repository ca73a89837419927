using Ledger.LeadingGroups;
using Ledger.Log;
using NodaTime;

namespace Ledger.BecameEffective;

/// <summary>A group takes effect on its first day with those who are in it then, its end on its first day of absence, and
/// a change of role on its own day while the group exists. A change dated before the group's first day takes effect as
/// part of the group.</summary>
internal static class GroupEffects
{
    public static IEnumerable<Effect> On(LocalDate day, IReadOnlyList<Recorded> known)
    {
        var group = LeadingGroup.Empty;
        Dating<LeadingGroupEstablished>? established = null;
        Dating<LeadingGroupDissolved>? dissolved = null;
        // The last recorded for a person and a day is the one that holds.
        var changes = new Dictionary<string, Dating<GroupMemberChanged>>();
        foreach (var recorded in known)
        {
            group = group.Apply(recorded);
            switch (recorded.Data)
            {
                case LeadingGroupEstablished e:
                    established = new(recorded.Position, e);
                    break;
                case GroupMemberChanged e when e.EffectiveFrom == day:
                    changes[e.PersonId] = new(recorded.Position, e);
                    break;
                case LeadingGroupDissolved e:
                    dissolved = new(recorded.Position, e);
                    break;
            }
        }

        if (group.DissolvedOn == day)
            yield return new(dissolved!.Position, dissolved.Act, []);
        if (day < group.EffectiveFrom || group.DissolvedOn <= day)
            yield break;
        if (group.EffectiveFrom == day)
        {
            var members = group.Roles.Keys.Select(id => (Id: id, Role: group.RoleOn(id, day)))
                .Where(m => m.Role is not null).Select(m => new GroupSeat(m.Id, m.Role!.Value)).ToList();
            yield return new(
                established!.Position, established.Act with { Members = members }, [.. members.Select(m => m.PersonId)]);
        }

        foreach (var (personId, change) in changes)
            yield return new(change.Position, change.Act, [personId]);
    }
}
