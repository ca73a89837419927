using Ledger.Areas;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.People;
using NodaTime;

namespace Ledger.Obligations.Rules;

/// <summary>Rules on who answers for what (A).</summary>
internal static class ResponsibilityRules
{
    private const int GraceDays = 30;
    private const int RecordingDays = 14;
    private const string ResponsibilityGroup = "responsibility";

    public static IReadOnlyList<ObligationRule> All { get; } =
    [
        new(RuleCode.A1, "单位有领导小组，且有且只有一名组长", "A unit has a leading group with exactly one head", Needs.Groups,
            [RuleParameter.Days("graceDays", GraceDays), RuleParameter.Word("purpose", ResponsibilityGroup)], GroupWithOneHead),
        new(RuleCode.A2, "组长由本单位主要负责人担任", "The head of the group is the head of the unit", Needs.Groups | Needs.People,
            [RuleParameter.Word("purpose", ResponsibilityGroup)], HeadByOffice),
        new(RuleCode.A3, "必设责任单元每天都有责任人", "Every required cell has a holder on every day", Needs.Seats, [], EveryCellHeld),
        new(RuleCode.A4, "各领域的第一责任人为同一人", "The same person is first responsible in all areas", Needs.Seats, [], OneFirstResponsible),
        new(RuleCode.A5, "分管领导对所分管领域负责", "Each leader in charge holds a leading duty", Needs.Seats | Needs.People, [], LeadersHoldDuties),
        new(RuleCode.A6, "责任人变动及时入账", "A change of holder is recorded promptly", Needs.Assignments,
            [RuleParameter.Days("withinDays", RecordingDays)], ChangesRecorded),
        new(RuleCode.A7, "空缺及时补齐", "A vacancy is filled in time", Needs.Seats, [RuleParameter.Days("withinDays", GraceDays)], VacanciesFilled),
        new(RuleCode.A8, "领导小组有文件依据", "The leading group rests on a named document", Needs.Groups, [], GroupsHaveBasis),
    ];

    private static IEnumerable<Check> GroupWithOneHead(RuleCase asked)
    {
        var (unit, purpose) = (asked.Unit, asked.Values.Text("purpose"));
        var due = unit.Exists.From.PlusDays(asked.Values.Number("graceDays"));
        var groups = unit.Groups.Where(g => g.Purpose == purpose).ToList();
        var right = groups.SelectMany(g => unit.Members.Where(m => m.GroupId == g.GroupId && m.Role == GroupRole.Head).ToList()
            .Pieces(g.Days, m => m.Days).Where(p => p.Holding.Count == 1).Select(p => p.Days)).ToList();
        var missing = asked.Past.Without(right);
        var evidence = groups.Select(g => new Reference(IdKind.Group, g.GroupId)).ToList();
        if (asked.Past.IsEmpty)
            yield break;
        if (missing.Count == 0)
            yield return new(CheckState.Met, "组长在任", "There is one head") { DueOn = due, Evidence = evidence };
        else if (asked.AsOf > due && missing.Where(m => m.To > due).ToList() is { Count: > 0 } late)
            yield return new(CheckState.Breached, $"{Told(late)}没有或不止一名组长", $"No head, or more than one: {Told(late)}")
            { DueOn = due, Evidence = evidence };
        else if (right.Any(r => r.Has(asked.Past.Last)))
            yield return new(CheckState.Met, "宽限期内已设组长", "There was a head within the days of grace") { DueOn = due, Evidence = evidence };
        else if (asked.AsOf <= due)
            yield return new(CheckState.Open, "宽限期内", "Within the days of grace") { DueOn = due, Evidence = evidence };
    }

    private static IEnumerable<Check> HeadByOffice(RuleCase asked)
    {
        if (asked.Past.IsEmpty)
            yield break;
        var day = asked.Past.Last;
        foreach (var group in asked.Unit.Groups.Where(g => g.Days.Has(day) && g.Purpose == asked.Values.Text("purpose")))
        {
            var heads = asked.Unit.Members
                .Where(m => m.GroupId == group.GroupId && m.Role == GroupRole.Head && m.Days.Has(day))
                .Select(m => m.PersonId).ToList();
            var met = heads.Any(h => asked.Unit.People
                .Any(p => p.PersonId == h && p.Category == PostCategory.Head && p.Days.Has(day)));
            yield return new(met ? CheckState.Met : CheckState.Breached,
                met ? "组长是主要负责人" : "组长不是主要负责人", met ? "The head is the unit's own" : "The head is not the head of the unit")
            { Subject = new(IdKind.Group, group.GroupId), Evidence = People(heads) };
        }
    }

    private static IEnumerable<Check> EveryCellHeld(RuleCase asked)
    {
        var vacant = Vacancies(asked.Unit, asked.Past).ToList();
        if (asked.Past.IsEmpty)
            yield break;
        if (vacant.Count == 0)
            yield return new(CheckState.Met, "没有空缺", "No cell is vacant");
        foreach (var (cell, days) in vacant.GroupBy(v => v.Cell, v => v.Days).Select(g => (g.Key, g.ToList())))
            yield return new(CheckState.Breached, $"{Told(days)}空缺", $"Vacant: {Told(days)}") { Subject = cell };
    }

    private static IEnumerable<Check> OneFirstResponsible(RuleCase asked)
    {
        if (asked.Past.IsEmpty)
            yield break;
        var first = (from h in asked.Unit.Holdings
                     from r in asked.Unit.Required
                     where h.Level == Level.First && r.Level == Level.First && r.AreaId == h.AreaId && r.Days.Overlaps(h.Days)
                     select h with { Days = h.Days.And(r.Days) }).ToList();
        var several = first.Pieces(asked.Past, h => h.Days)
            .Where(p => p.Holding.Select(h => h.PersonId).Distinct().Skip(1).Any()).ToList();
        var days = several.Select(s => s.Days).Joined();
        var people = several.SelectMany(s => s.Holding.Select(h => h.PersonId)).Distinct().Order(StringComparer.Ordinal);
        yield return days.Count == 0
            ? new(CheckState.Met, "第一责任人为同一人", "One person is first responsible")
            : new(CheckState.Breached, $"{Told(days)}第一责任人不止一人", $"Several are first responsible: {Told(days)}")
            { Evidence = People(people) };
    }

    private static IEnumerable<Check> LeadersHoldDuties(RuleCase asked)
    {
        if (asked.Past.IsEmpty)
            yield break;
        var day = asked.Past.Last;
        foreach (var leader in asked.Unit.People.Where(p => p.Category == PostCategory.LeaderInCharge && p.Days.Has(day)))
        {
            var cells = asked.Unit.Holdings
                .Where(h => h.Level == Level.Leading && h.PersonId == leader.PersonId && h.Days.Has(day)).ToList();
            yield return new(cells.Count > 0 ? CheckState.Met : CheckState.Breached,
                cells.Count > 0 ? "有分管领域" : "没有分管领域", cells.Count > 0 ? "Holds a leading duty" : "Holds no leading duty")
            {
                Subject = new(IdKind.Person, leader.PersonId),
                Evidence = [.. cells.Select(c => new Reference(IdKind.Assignment, c.AssignmentId))],
            };
        }
    }

    private static IEnumerable<Check> ChangesRecorded(RuleCase asked)
    {
        foreach (var one in asked.Unit.Assignments.Where(a => asked.Window.Has(a.EffectiveFrom)))
        {
            var due = one.EffectiveFrom.PlusDays(asked.Values.Number("withinDays"));
            var late = Math.Max(0, Period.DaysBetween(one.EffectiveFrom, one.RecordedOn));
            yield return new(one.RecordedOn <= due ? CheckState.Met : CheckState.Breached,
                $"生效后 {late} 天入账", $"Recorded {late} days after it began")
            { Subject = new(IdKind.Assignment, one.AssignmentId), DueOn = due };
        }
    }

    private static IEnumerable<Check> VacanciesFilled(RuleCase asked)
    {
        var past = new DaySpan(asked.Unit.Exists.From, LocalDate.Min(asked.Unit.Exists.To, asked.AsOf.PlusDays(1)));
        foreach (var (cell, days) in Vacancies(asked.Unit, past).Where(v => v.Days.Overlaps(asked.Window)))
        {
            var due = days.From.PlusDays(asked.Values.Number("withinDays"));
            var filled = days.To <= asked.AsOf;
            yield return new(
                filled ? days.To <= due ? CheckState.Met : CheckState.Breached : asked.StateOf(false, due),
                $"自 {Told(days.From)} 起空缺 {days.Days} 天", $"Vacant for {days.Days} days from {Told(days.From)}")
            { Subject = cell, DueOn = due };
        }
    }

    private static IEnumerable<Check> GroupsHaveBasis(RuleCase asked) => asked.Unit.Groups
        .Where(g => g.Days.Overlaps(asked.Past)).Select(g => new Check(g.HasBasis ? CheckState.Met : CheckState.Breached,
            g.HasBasis ? "有依据" : "没有依据", g.HasBasis ? "Rests on a document" : "No document is named")
        { Subject = new(IdKind.Group, g.GroupId) });

    private static IEnumerable<(Reference Cell, DaySpan Days)> Vacancies(UnitFacts unit, DaySpan within)
    {
        var held = unit.Holdings.ToLookup(h => (h.AreaId, h.Level), h => h.Days);
        foreach (var seat in unit.Required.GroupBy(r => (r.AreaId, r.Level)))
            foreach (var required in seat.Select(s => s.Days.And(within)).Joined())
                foreach (var days in required.Without(held[seat.Key]))
                    yield return (new("cell", $"{unit.UnitId}/{seat.Key.AreaId}/{seat.Key.Level}"), days);
    }

    private static List<Reference> People(IEnumerable<string> ids) => [.. ids.Select(p => new Reference(IdKind.Person, p))];

    private static string Told(IEnumerable<DaySpan> days) =>
        string.Join(", ", days.Select(d => d.Days == 1 ? Told(d.From) : $"{Told(d.From)}–{Told(d.Last)}"));

    private static string Told(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
