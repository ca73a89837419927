using Ledger.LeadingGroups;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>"Per person the latest effectiveFrom ≤ D, ties to the later record; role null is out; changes dated before the
/// group's start show from its start on; since = start of the present role."</summary>
internal sealed partial class Oracle
{
    /// <summary>The groups at work.</summary>
    private IEnumerable<Row> Groups() => Facts.OfType<LeadingGroupEstablished>()
        .Where(g => g.EffectiveFrom <= date && !(DissolvedOn(g) <= date))
        .Select(g => new Row("leading-group", g.GroupId, g.UnitId, new
        {
            groupId = g.GroupId,
            unitId = g.UnitId,
            purpose = g.Purpose,
            effectiveFrom = g.EffectiveFrom,
            dissolvedOn = DissolvedOn(g),
            basis = g.Basis,
            members = Members(g),
            version = Version($"group/{g.GroupId}"),
        }));

    private LocalDate? DissolvedOn(LeadingGroupEstablished g) =>
        Facts.OfType<LeadingGroupDissolved>().SingleOrDefault(d => d.GroupId == g.GroupId)?.DissolvedOn;

    private List<object> Members(LeadingGroupEstablished g) => [..
        from personId in g.Members.Select(m => m.PersonId).Concat(Changes(g).Select(c => c.PersonId)).Distinct()
        let role = Role(g, personId, date)
        where role is not null
        orderby role.Value, personId
        select new { personId, role, since = Since(g, personId, role.Value) }];

    /// <summary>Change by change back to the first day on which the person had the role without a break.</summary>
    private LocalDate Since(LeadingGroupEstablished g, string personId, GroupRole role)
    {
        var starts = Changes(g).Select(c => c.EffectiveFrom).Append(g.EffectiveFrom)
            .Where(d => d <= date).Select(d => LocalDate.Max(d, g.EffectiveFrom)).Distinct().OrderDescending();
        var since = date;
        foreach (var day in starts)
        {
            if (Role(g, personId, day) != role)
                break;
            since = day;
        }

        return since;
    }

    private GroupRole? Role(LeadingGroupEstablished g, string personId, LocalDate day)
    {
        var entries = g.Members.Where(m => m.PersonId == personId).Select(m => (From: g.EffectiveFrom, Value: (GroupRole?)m.Role))
            .Concat(Changes(g).Where(c => c.PersonId == personId).Select(c => (From: c.EffectiveFrom, Value: c.Role))).ToList();
        return InForce(entries, day) is >= 0 and var found ? entries[found].Value : null;
    }

    private IEnumerable<GroupMemberChanged> Changes(LeadingGroupEstablished g) =>
        Facts.OfType<GroupMemberChanged>().Where(c => c.GroupId == g.GroupId);
}
