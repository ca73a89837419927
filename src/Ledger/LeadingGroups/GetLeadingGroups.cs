using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;
using Npgsql;

namespace Ledger.LeadingGroups;

/// <summary>Leading groups with who is what in them on a date; in lists from their start until they are dissolved, by
/// id always once known.</summary>
public static class GetLeadingGroups
{
    private const string Sql = """
        select g.group_id, g.unit_id, g.purpose, g.effective_from, g.dissolved_on, g.basis, g.version, coalesce((
            select json_agg(json_build_object('personId', m.person_id, 'role', m.role, 'since', m.since)
                order by array_position(array['head', 'deputy', 'member'], m.role), m.person_id)
            from ledger.group_member m where m.tenant_id = $1 and m.group_id = g.group_id
                and m.known_from <= $2 and m.known_to > $2 and m.valid_from <= $3 and m.valid_to > $3), '[]')
        from ledger.leading_group g
        where g.tenant_id = $1 and g.known_from <= $2 and g.known_to > $2 {filter}
        order by g.group_id
        """;

    private const string AtWork = "and g.effective_from <= $3 and coalesce(g.dissolved_on > $3, true)";

    public static readonly ReadRoute List = new("/api/leading-groups", "ListLeadingGroups", "The leading groups at work on a date",
        typeof(Page<GroupContent>),
        [QueryParameter.Unit, QueryParameter.Subtree, QueryParameter.Word("purpose", "Only groups of this purpose.", "responsibility")],
        ReadList);

    public static readonly ReadRoute One = new(
        "/api/leading-groups/{groupId}", "GetLeadingGroup", "One leading group", typeof(GroupContent), [], ReadOne);

    /// <summary>The groups at work in a set of units; null for the whole tenant.</summary>
    public static Task<List<GroupContent>> Of(ReadSession session, string[]? units, CancellationToken cancellation) =>
        session.Query(Sql.Replace("{filter}", AtWork + (units is null ? "" : " and g.unit_id = any($4)"), StringComparison.Ordinal), Row,
            cancellation, [units ?? []]);

    private static async Task<Reading> ReadOne(ReadSession session, CancellationToken cancellation)
    {
        var groupId = session.Question.Path("groupId");
        var found = await session.Query(Sql.Replace("{filter}", "and g.group_id = $4", StringComparison.Ordinal), Row, cancellation, groupId);
        return Reading.Of(found, Refusal.Unknown(IdKind.Group, groupId, "groupId"));
    }

    private static async Task<Reading> ReadList(ReadSession session, CancellationToken cancellation)
    {
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var purpose = session.Question.Text("purpose");
        var filter = AtWork + " and ($4::text is null or g.group_id > $4)"
            + (units is null ? "" : " and g.unit_id = any($5)") + (purpose is null ? "" : " and g.purpose = $6");
        return new(await session.Page(Sql.Replace("{filter}", filter, StringComparison.Ordinal), Row, g => [g.GroupId], cancellation,
            session.Question.After?[0], units ?? [], purpose));
    }

    private static GroupContent Row(NpgsqlDataReader r) => new(
        r.GetString(0), r.GetString(1), r.GetString(2), r.Date(3), r.DateOrNull(4),
        r.IsDBNull(5) ? null : r.Json<Basis>(5), r.Json<IReadOnlyList<MemberContent>>(7), r.GetInt64(6));
}

/// <summary>A leading group as it is on the question's date.</summary>
/// <param name="EffectiveFrom">First day of the group.</param>
/// <param name="DissolvedOn">First day without it, when an end is known.</param>
public sealed record GroupContent(
    string GroupId, string UnitId, string Purpose, LocalDate EffectiveFrom, LocalDate? DissolvedOn, Basis? Basis,
    IReadOnlyList<MemberContent> Members, long Version);

/// <param name="Since">Start of the present role.</param>
public sealed record MemberContent(string PersonId, GroupRole Role, LocalDate Since);
