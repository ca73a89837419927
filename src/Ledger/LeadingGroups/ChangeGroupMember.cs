using System.Text.Json.Serialization;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.LeadingGroups;

/// <summary>Gives somebody a role in a group from a date on, or takes them out. A new head displaces nobody.</summary>
/// <param name="Role">Null takes the person out; also taken for one who is not in.</param>
/// <param name="EffectiveFrom">First day of the role, a date of the tenant's zone; before the group's start it counts
/// from there.</param>
public sealed record ChangeGroupMember(
    [Id] string GroupId, [Id] string PersonId, GroupRole? Role, LocalDate EffectiveFrom, [Text] string? Reason = null,
    Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var group = known.Group(GroupId);
        var person = Role is null
            ? known.UnknownPerson([PersonId], "personId")
            : known.HolderRefusal(PersonId, EffectiveFrom, "personId");
        if (group is null)
            return Refusal.Unknown(IdKind.Group, GroupId, "groupId");
        if (person is not null)
            return person;
        if (group.DissolvedOn is { } end && EffectiveFrom >= end)
            return new Refusal("already-dissolved", "effectiveFrom", new { DissolvedOn = end });
        return Decision.Record(GroupId, new GroupMemberChanged(
            GroupId, group.UnitId, PersonId, Role, EffectiveFrom, Reason, Basis));
    }
}

/// <summary>Somebody has a role, or none, from <paramref name="EffectiveFrom"/> on. Stored as group_member_changed.v1.</summary>
public sealed record GroupMemberChanged(
    string GroupId, string UnitId, string PersonId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] GroupRole? Role,
    LocalDate EffectiveFrom, string? Reason = null, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => LeadingGroup.Stream(GroupId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    IEnumerable<string> ILedgerEvent.PersonIds => Role is null ? [] : [PersonId];

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;
}
