using System.Text.Json.Nodes;
using Ledger.LeadingGroups;
using Ledger.Matrix;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Tests.Views;
using Ledger.Units;
using Ledger.Views;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>The rows of the views after a whole history, asked at both clocks as the readers ask them: known from and to a
/// position, valid from and to a date.</summary>
internal sealed class Believed(IReadOnlyList<Changes> batches)
{
    private readonly TableInMemory<UnitRow> units = TableInMemory<UnitRow>.Of(UnitsProjection.Table, batches);
    private readonly TableInMemory<RequiredCellRow> required = TableInMemory<RequiredCellRow>.Of(UnitsProjection.RequiredCells, batches);
    private readonly TableInMemory<HoldingRow> holdings = TableInMemory<HoldingRow>.Of(ResponsibilityProjection.Table, batches);
    private readonly TableInMemory<CellRow> cells = TableInMemory<CellRow>.Of(ResponsibilityProjection.Cells, batches);
    private readonly TableInMemory<PersonRow> people = TableInMemory<PersonRow>.Of(PeopleProjection.Table, batches);
    private readonly TableInMemory<GroupRow> groups = TableInMemory<GroupRow>.Of(LeadingGroupsProjection.Table, batches);
    private readonly TableInMemory<MemberRow> members = TableInMemory<MemberRow>.Of(LeadingGroupsProjection.Members, batches);
    private readonly TableInMemory<TaskRow> tasks = TableInMemory<TaskRow>.Of(TasksProjection.Table, batches);
    private readonly TableInMemory<MeetingRow> meetings = TableInMemory<MeetingRow>.Of(MeetingsProjection.Table, batches);

    /// <summary>By cell: from and to which positions each row about its holder was known.</summary>
    public IEnumerable<IReadOnlyList<(long From, long To)>> RecordedPeriods() => holdings.Rows
        .GroupBy(r => (r.Row.UnitId, r.Row.AreaId, r.Row.Level))
        .Select(cell => cell.Where(r => r.To < TableChanges<HoldingRow>.Open).Select(r => (r.From, r.To)).ToList());

    /// <summary>The same rows as <see cref="Oracle.State"/>.</summary>
    public Dictionary<string, JsonObject> State(LocalDate date, long position)
    {
        var state = new Dictionary<string, JsonObject>();
        var persons = people.KnownAt(position).Where(p => p.From <= date && date < p.To).ToDictionary(p => p.PersonId);
        var held = holdings.KnownAt(position).Where(h => h.From <= date && date < h.To)
            .ToDictionary(h => (h.UnitId, h.AreaId, h.Level));
        var needed = required.KnownAt(position).Where(r => r.From <= date && date < r.To)
            .Select(r => (r.UnitId, r.AreaId, r.Level)).ToHashSet();
        var versions = cells.KnownAt(position).ToDictionary(c => (c.UnitId, c.AreaId, c.Level), c => c.Version);
        foreach (var cell in needed.Union(held.Keys))
            state.Add($"cell {cell.UnitId}/{cell.AreaId}/{cell.Level}", Oracle.Json(new CellContent(
                cell.UnitId, cell.AreaId, cell.Level, needed.Contains(cell), versions.GetValueOrDefault(cell),
                held.TryGetValue(cell, out var h)
                    ? new(h.PersonId, persons[h.PersonId].Post, null, h.AssignmentId, h.EffectiveFrom, h.EndsOn, persons[h.PersonId].LeftOn)
                    : null)));
        foreach (var u in units.KnownAt(position).Where(u => u.From <= date && date < u.To
            && u.EffectiveFrom <= date && !(u.DissolvedOn <= date)))
            state.Add($"unit {u.UnitId}", Oracle.Json(new UnitContent(u.UnitId, u.NameZh, u.NameEn, u.Kind, (int)u.Level, u.ParentId,
                Parsed<LevelLabels>(u.LevelLabels), Parsed<IReadOnlyList<RequiredCell>>(u.RequiredCells), u.EffectiveFrom, u.DissolvedOn,
                u.Version)));
        foreach (var g in groups.KnownAt(position).Where(g => g.EffectiveFrom <= date && !(g.DissolvedOn <= date)))
            state.Add($"leading-group {g.GroupId}", Oracle.Json(new GroupContent(g.GroupId, g.UnitId, g.Purpose, g.EffectiveFrom,
                g.DissolvedOn, g.Basis is null ? null : Parsed<Basis>(g.Basis), [.. members.KnownAt(position)
                    .Where(m => m.GroupId == g.GroupId && m.From <= date && date < m.To)
                    .OrderBy(m => m.Role).ThenBy(m => m.PersonId, StringComparer.Ordinal)
                    .Select(m => new MemberContent(m.PersonId, m.Role, m.Since))], g.Version)));
        foreach (var p in persons.Values.Where(p => p.InOfficeFrom <= date))
            state.Add($"person {p.PersonId}", Oracle.Json(new PersonContent(
                p.PersonId, p.UnitId, p.Post, p.PostCategory, p.Since, p.LeftOn, null, p.Version)));
        foreach (var t in tasks.KnownAt(position))
            state.Add($"task {t.TaskId}", Oracle.Json(Parsed<TaskDocument>(t.Document) with
            {
                Overdue = t.Status == TaskState.Open && t.DueOn < date,
                OwnerLeftOn = t.Status == TaskState.Open && persons[t.OwnerId].LeftOn is { } left && left <= date ? left : null,
            }));
        foreach (var m in meetings.KnownAt(position))
            state.Add($"meeting {m.MeetingId}", Oracle.Json(Parsed<MeetingDocument>(m.Document)));
        return state;
    }

    private static T Parsed<T>(string json) => System.Text.Json.JsonSerializer.Deserialize<T>(json, LedgerJson.Options)!;
}
