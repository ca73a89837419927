using System.Text.Json.Serialization;
using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.LeadingGroups;

/// <summary>A unit's standing group for a purpose. Each person's roles have effective dates of their own.</summary>
/// <param name="EffectiveFrom">First day of the group, a date of the tenant's zone.</param>
/// <param name="DissolvedOn">First day without it; null while no end is recorded.</param>
/// <param name="Roles">By person, in order of recording; a null role is out.</param>
/// <param name="LastActOn">The latest date that an act of its stream carries, its end left out.</param>
public sealed record LeadingGroup(
    string GroupId, string UnitId, string Purpose, LocalDate EffectiveFrom, LocalDate? DissolvedOn, Basis? Basis,
    IReadOnlyDictionary<string, Effective<GroupRole?>> Roles, LocalDate LastActOn, long Version)
    : IState<LeadingGroup>, IConcernsUnit, IGivesDuty
{
    public static string Kind => "group";

    public static LeadingGroup Empty { get; } = new(
        "", "", "", Forever.Start, null, null, new Dictionary<string, Effective<GroupRole?>>(), Forever.Start, 0);

    public static string Stream(string groupId) => $"group/{groupId}";

    /// <summary>The role of a person on a date; null for none. A change dated before the group's start counts from it.</summary>
    public GroupRole? RoleOn(string personId, LocalDate date) =>
        date >= EffectiveFrom && (DissolvedOn is null || date < DissolvedOn) && Roles.TryGetValue(personId, out var roles)
            ? roles.On(date)?.Value
            : null;

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) =>
        [new(IdKind.Group, GroupId, EffectiveFrom), new(IdKind.Group, GroupId, LastActOn)];

    IEnumerable<ILedgerEvent> IConcernsUnit.EndWithUnit(string unitId, LocalDate dissolvedOn, string reason) =>
        DissolvedOn is null || DissolvedOn > dissolvedOn
            ? [new LeadingGroupDissolved(GroupId, UnitId, dissolvedOn, reason, unitId)]
            : [];

    Duty? IGivesDuty.DutyFrom(string personId, LocalDate from) =>
        RolesOf(personId).FirstOrDefault(r => r.Value is not null && r.To > from) is { Value: { } role }
            ? new("seats", new HeldSeat(GroupId, role))
            : null;

    IEnumerable<DatedAct> IGivesDuty.StartsOf(string personId) => RolesOf(personId).Where(r => r.Value is not null)
        .Select(r => new DatedAct(IdKind.Group, GroupId, r.From));

    /// <summary>A person's roles over the time of the group; a null role is out.</summary>
    public IEnumerable<Period<GroupRole?>> RolesOf(string personId) =>
        from period in Roles.GetValueOrDefault(personId, Effective<GroupRole?>.None).Periods()
        let start = LocalDate.Max(period.From, EffectiveFrom)
        let end = LocalDate.Min(period.To, DissolvedOn ?? Forever.End)
        where start < end
        select new Period<GroupRole?>(start, end, period.Value);

    public LeadingGroup Apply(Recorded recorded) => Fold(recorded.Data) with { Version = recorded.Version };

    private LeadingGroup Fold(ILedgerEvent data) => data switch
    {
        LeadingGroupEstablished e => new(e.GroupId, e.UnitId, e.Purpose, e.EffectiveFrom, null, e.Basis,
            e.Members.ToDictionary(m => m.PersonId, m => Effective<GroupRole?>.None.With(e.EffectiveFrom, m.Role)),
            e.EffectiveFrom, 0),
        GroupMemberChanged e => this with
        {
            LastActOn = LocalDate.Max(LastActOn, e.EffectiveFrom),
            Roles = new Dictionary<string, Effective<GroupRole?>>(Roles)
            {
                [e.PersonId] = Roles.GetValueOrDefault(e.PersonId, Effective<GroupRole?>.None).With(e.EffectiveFrom, e.Role),
            },
        },
        LeadingGroupDissolved e => this with { DissolvedOn = e.DissolvedOn },
        _ => this,
    };
}

/// <summary>A seat that somebody who left still has.</summary>
public sealed record HeldSeat(string GroupId, GroupRole Role);

/// <summary>What somebody is in a leading group.</summary>
public enum GroupRole
{
    [JsonStringEnumMemberName("head")] Head,
    [JsonStringEnumMemberName("deputy")] Deputy,
    [JsonStringEnumMemberName("member")] Member,
}

public static class KnownGroups
{
    public static LeadingGroup? Group(this Known known, string groupId) =>
        known.Stream<LeadingGroup>(LeadingGroup.Stream(groupId));
}
