using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.LeadingGroups;

/// <summary>Sets up a unit's standing group for a purpose; a unit may have several.</summary>
/// <param name="GroupId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="Purpose">A short free word, such as <c>responsibility</c>.</param>
/// <param name="EffectiveFrom">First day of the group, a date of the tenant's zone.</param>
public sealed record EstablishLeadingGroup(
    [Id] string UnitId, [Title] string Purpose, LocalDate EffectiveFrom, IReadOnlyList<GroupSeat> Members,
    [Id] string? GroupId = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Group, GroupId);
        var unit = known.UnitRefusal(UnitId, EffectiveFrom, "unitId", "effectiveFrom");
        var members = Members
            .Select((m, i) => known.HolderRefusal(m.PersonId, EffectiveFrom, $"members[{i}].personId"))
            .ToList().FirstOrDefault(r => r is not null);
        var inUnit = known.Unit(UnitId);
        if (exists)
            return Refusal.Exists(IdKind.Group, GroupId!, "groupId");
        if ((unit ?? members) is { } refusal)
            return refusal;
        if (Members.GroupBy(m => m.PersonId).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new Refusal("member-listed-twice", "members", new { PersonId = twice.Key });

        var id = GroupId ?? known.NewId();
        var established = new LeadingGroupEstablished(id, UnitId, Purpose, EffectiveFrom, Members, Basis);
        return inUnit is { DissolvedOn: { } end, DissolvedBecause: { } reason }
            ? Decision.Create(id, established, new LeadingGroupDissolved(id, UnitId, end, reason, UnitId))
            : Decision.Create(id, established);
    }
}

/// <summary>Who is what in the group.</summary>
public sealed record GroupSeat([Id] string PersonId, GroupRole Role);

/// <summary>A group works from <paramref name="EffectiveFrom"/> on (inclusive). Stored as leading_group_established.v1.</summary>
public sealed record LeadingGroupEstablished(
    string GroupId, string UnitId, string Purpose, LocalDate EffectiveFrom, IReadOnlyList<GroupSeat> Members,
    Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => LeadingGroup.Stream(GroupId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    IEnumerable<string> ILedgerEvent.PersonIds => Members.Select(m => m.PersonId);

    LocalDate? ILedgerEvent.EffectiveOn => EffectiveFrom;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Group, GroupId)];
}
