using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.People;
using Ledger.Units;
using NodaTime;

namespace Ledger.IntegrationTests.Reads;

/// <summary>
/// What things mean (docs/architecture.md), worked out by brute force: the recorded facts up to a position, one date, and
/// a loop for each rule. It shares no fold, no row and no query with the service.
/// </summary>
internal sealed class Oracle(IEnumerable<ILedgerEvent> log, LocalDate date)
{
    private readonly List<ILedgerEvent> facts = [.. log];

    /// <summary>Every required cell and every cell that somebody holds.</summary>
    public Dictionary<string, string> Matrix(IReadOnlySet<string>? units = null)
    {
        var cells = new Dictionary<string, string>();
        foreach (var unitId in facts.OfType<UnitRegistered>().Select(u => u.UnitId).Where(u => units?.Contains(u) != false))
            foreach (var areaId in facts.OfType<AreaDefined>().Select(a => a.AreaId))
                foreach (var level in Enum.GetValues<Level>())
                {
                    var required = Exists(unitId) && Required(unitId).Contains(new(areaId, level));
                    var holder = Holder(unitId, areaId, level);
                    if (required || holder is not null)
                        cells.Add($"{unitId}/{areaId}/{level}", Text(new
                        {
                            unitId,
                            areaId,
                            level,
                            required,
                            version = Count($"cell/{unitId}/{areaId}/{level}"),
                            holder,
                        }));
                }

        return cells;
    }

    /// <summary>The units that exist; with <paramref name="root"/> it and those below it.</summary>
    public Dictionary<string, string> Tree(string? root = null)
    {
        var units = Existing().ToDictionary(u => u, Unit);
        if (root is null)
            return units;
        var below = Below(root);
        return units.Where(u => below.Contains(u.Key)).ToDictionary();
    }

    /// <summary>A unit and the existing units below it.</summary>
    public IReadOnlySet<string> Below(string root)
    {
        var below = new HashSet<string> { root };
        while (Existing().FirstOrDefault(u => !below.Contains(u) && Parent(u) is { } parent && below.Contains(parent)) is { } next)
            below.Add(next);
        return below;
    }

    /// <summary>The groups at work.</summary>
    public Dictionary<string, string> Groups() => facts.OfType<LeadingGroupEstablished>()
        .Where(g => g.EffectiveFrom <= date && !(DissolvedOn(g) <= date))
        .ToDictionary(g => g.GroupId, g => Text(new
        {
            groupId = g.GroupId,
            unitId = g.UnitId,
            purpose = g.Purpose,
            effectiveFrom = g.EffectiveFrom,
            dissolvedOn = DissolvedOn(g),
            members = Members(g),
            version = Count($"group/{g.GroupId}"),
        }));

    /// <summary>A row as text that can be compared, whoever wrote it.</summary>
    public static string Text(object row) => Ordered(row as JsonNode ?? JsonSerializer.SerializeToNode(row, Shapes.LedgerJson.Options)!);

    private HolderFacts? Holder(string unitId, string areaId, Level level)
    {
        var inCell = facts.OfType<ICellEvent>().Where(e => (e.UnitId, e.AreaId, e.Level) == (unitId, areaId, level)).ToList();
        HolderFacts? latest = null;
        foreach (var assigning in inCell.Where(e => e is LeaderAssigned or LeaderReplaced))
        {
            var own = inCell.Where(e => e.AssignmentId == assigning.AssignmentId).ToList();
            if (own.Any(e => e is AssignmentVoided))
                continue;
            var now = own.Aggregate(new HolderFacts("", assigning.AssignmentId, default, null, null), (a, e) => e switch
            {
                LeaderAssigned x => a with { PersonId = x.PersonId, EffectiveFrom = x.EffectiveFrom },
                LeaderReplaced x => a with { PersonId = x.PersonId, EffectiveFrom = x.EffectiveFrom },
                AssignmentEnded x => a with { EndsOn = x.EndsOn },
                AssignmentCorrected x => a with
                {
                    PersonId = x.Changes.PersonId.IsGiven ? x.Changes.PersonId.Value : a.PersonId,
                    EffectiveFrom = x.Changes.EffectiveFrom.IsGiven ? x.Changes.EffectiveFrom.Value : a.EffectiveFrom,
                    EndsOn = x.Changes.EndsOn.IsGiven ? x.Changes.EndsOn.Value : a.EndsOn,
                },
                _ => a,
            });
            if (now.EffectiveFrom <= date && (latest is null || now.EffectiveFrom >= latest.EffectiveFrom))
                latest = now;
        }

        return latest is null || latest.EndsOn <= date
            ? null
            : latest with { LeftOn = LeftOn(latest.PersonId) };
    }

    private LocalDate? LeftOn(string personId) => facts.Aggregate((LocalDate?)null, (left, fact) => fact switch
    {
        LeftOffice e when e.PersonId == personId => e.LeftOn,
        OfficeHolderCorrected e when e.PersonId == personId && e.Changes.LeftOn.IsGiven => e.Changes.LeftOn.Value,
        _ => left,
    });

    private string Unit(string unitId)
    {
        var registered = facts.OfType<UnitRegistered>().Single(u => u.UnitId == unitId);
        var (nameZh, nameEn) = Latest(facts.OfType<UnitRenamed>().Where(r => r.UnitId == unitId)
            .Select(r => (r.EffectiveFrom, (r.NameZh, r.NameEn))).Prepend((registered.EffectiveFrom, (registered.NameZh, registered.NameEn))));
        return Text(new
        {
            unitId,
            nameZh,
            nameEn,
            parentId = Parent(unitId),
            requiredCells = Required(unitId),
            effectiveFrom = registered.EffectiveFrom,
            dissolvedOn = facts.OfType<UnitDissolved>().SingleOrDefault(d => d.UnitId == unitId)?.DissolvedOn,
            version = Count($"unit/{unitId}"),
        });
    }

    private string? Parent(string unitId) => Latest(facts.OfType<UnitMoved>().Where(m => m.UnitId == unitId)
        .Select(m => (m.EffectiveFrom, m.ParentId)).Prepend(Registered(unitId, u => u.ParentId)));

    private IReadOnlyList<RequiredCell> Required(string unitId) => Latest(facts.OfType<RequiredCellsChanged>().Where(r => r.UnitId == unitId)
        .Select(r => (r.EffectiveFrom, r.RequiredCells)).Prepend(Registered(unitId, u => u.RequiredCells)));

    private (LocalDate, T) Registered<T>(string unitId, Func<UnitRegistered, T> of)
    {
        var registered = facts.OfType<UnitRegistered>().Single(u => u.UnitId == unitId);
        return (registered.EffectiveFrom, of(registered));
    }

    /// <summary>The latest start on or before the date wins, ties go to the later record.</summary>
    private T Latest<T>(IEnumerable<(LocalDate From, T Value)> history) =>
        history.Where(h => h.From <= date).Aggregate((best, next) => next.From >= best.From ? next : best).Value;

    private IEnumerable<string> Existing() => facts.OfType<UnitRegistered>().Select(u => u.UnitId).Where(Exists);

    private bool Exists(string unitId) => facts.OfType<UnitRegistered>().Any(u => u.UnitId == unitId && u.EffectiveFrom <= date)
        && !facts.OfType<UnitDissolved>().Any(d => d.UnitId == unitId && d.DissolvedOn <= date);

    private LocalDate? DissolvedOn(LeadingGroupEstablished g) =>
        facts.OfType<LeadingGroupDissolved>().SingleOrDefault(d => d.GroupId == g.GroupId)?.DissolvedOn;

    private List<object> Members(LeadingGroupEstablished g) => [..
        from personId in g.Members.Select(m => m.PersonId).Concat(Changes(g).Select(c => c.PersonId)).Distinct()
        let role = Role(g, personId, date)
        where role is not null
        orderby role.Value, personId
        select new { personId, role, since = Since(g, personId, role.Value) }];

    /// <summary>Day by day back to the first on which the person had the role without a break.</summary>
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
        GroupRole? role = g.Members.FirstOrDefault(m => m.PersonId == personId)?.Role;
        var from = g.Members.Any(m => m.PersonId == personId) ? g.EffectiveFrom : LocalDate.MinIsoValue;
        foreach (var change in Changes(g).Where(c => c.PersonId == personId && c.EffectiveFrom <= day))
            if (change.EffectiveFrom >= from)
                (role, from) = (change.Role, change.EffectiveFrom);
        return role;
    }

    private IEnumerable<GroupMemberChanged> Changes(LeadingGroupEstablished g) =>
        facts.OfType<GroupMemberChanged>().Where(c => c.GroupId == g.GroupId);

    private int Count(string stream) => facts.Count(f => f.Stream == stream);

    private static string Ordered(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Join(',', members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => $"{m.Key}:{Ordered(m.Value)}")) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Ordered)) + "]",
        null => "null",
        _ => node.ToJsonString(),
    };

    private sealed record HolderFacts(string PersonId, string AssignmentId, LocalDate EffectiveFrom, LocalDate? EndsOn, LocalDate? LeftOn);
}
