using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.LeadingGroups;

/// <summary>Ends a group.</summary>
/// <param name="DissolvedOn">First day without it, a date of the tenant's zone; after its start.</param>
public sealed record DissolveLeadingGroup([Id] string GroupId, LocalDate DissolvedOn, [Text] string Reason, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        if (known.Group(GroupId) is not { } group)
            return Refusal.Unknown(IdKind.Group, GroupId, "groupId");
        if (group.DissolvedOn is { } already)
            return new Refusal("already-dissolved", "groupId", new { DissolvedOn = already });
        if (DissolvedOn <= group.EffectiveFrom)
            return new Refusal("end-not-after-start", "dissolvedOn", new { group.EffectiveFrom });
        return Decision.Record(GroupId, new LeadingGroupDissolved(GroupId, group.UnitId, DissolvedOn, Reason, Basis: Basis));
    }
}

/// <summary>A group is no more from <paramref name="DissolvedOn"/> on. Stored as leading_group_dissolved.v1.</summary>
/// <param name="CausedByUnitId">The unit whose dissolution ended it.</param>
public sealed record LeadingGroupDissolved(
    string GroupId, string UnitId, LocalDate DissolvedOn, string Reason, string? CausedByUnitId = null, Basis? Basis = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => LeadingGroup.Stream(GroupId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => DissolvedOn;
}
