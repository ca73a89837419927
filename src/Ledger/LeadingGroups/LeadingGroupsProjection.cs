using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.LeadingGroups;

/// <summary>Leading groups and who is what in them on each date, as rows.</summary>
public static class LeadingGroupsProjection
{
    public const string Name = "leading-groups";

    public static readonly Table<GroupRow> Table = new("leading_group", 1, true,
        Column.Text<GroupRow>("group_id", r => r.GroupId),
        Column.Text<GroupRow>("unit_id", r => r.UnitId),
        Column.Text<GroupRow>("purpose", r => r.Purpose),
        Column.Date<GroupRow>("effective_from", r => r.EffectiveFrom),
        Column.Date<GroupRow>("dissolved_on", r => r.DissolvedOn),
        Column.Json<GroupRow>("basis", r => r.Basis),
        Column.Number<GroupRow>("version", r => r.Version));

    public static readonly Table<MemberRow> Members = new("group_member", 3, true,
        Column.Text<MemberRow>("group_id", r => r.GroupId),
        Column.Text<MemberRow>("person_id", r => r.PersonId),
        Column.Date<MemberRow>("valid_from", r => r.From),
        Column.Date<MemberRow>("valid_to", r => r.To),
        Column.Text<MemberRow>("unit_id", r => r.UnitId),
        Column.Text<MemberRow>("role", r => Codes.Of(r.Role)),
        Column.Date<MemberRow>("since", r => r.Since));

    public static IEnumerable<GroupRow> Rows(LeadingGroup group) => group.Version == 0
        ? []
        : [new(group.GroupId, group.UnitId, group.Purpose, group.EffectiveFrom, group.DissolvedOn,
            group.Basis is null ? null : JsonSerializer.Serialize(group.Basis, LedgerJson.Options), group.Version)];

    /// <summary>Roles while the group exists; a role that is recorded again goes on, it does not start anew.</summary>
    public static IEnumerable<MemberRow> MemberRows(LeadingGroup group)
    {
        foreach (var personId in group.Roles.Keys)
        {
            MemberRow? open = null;
            foreach (var period in group.RolesOf(personId))
            {
                var (from, to) = (period.From, period.To);
                if (open is not null && open.Role == period.Value && open.To == from)
                {
                    open = open with { To = to };
                    continue;
                }

                if (open is not null)
                    yield return open;
                open = period.Value is { } role ? new(group.GroupId, group.UnitId, personId, role, from, from, to) : null;
            }

            if (open is not null)
                yield return open;
        }
    }
}

public sealed record GroupRow(
    string GroupId, string UnitId, string Purpose, LocalDate EffectiveFrom, LocalDate? DissolvedOn, string? Basis, long Version);

/// <summary>A role over the dates from <paramref name="From"/> to <paramref name="To"/> (exclusive).</summary>
public sealed record MemberRow(
    string GroupId, string UnitId, string PersonId, GroupRole Role, LocalDate Since, LocalDate From, LocalDate To);
