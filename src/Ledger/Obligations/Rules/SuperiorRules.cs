using Ledger.Log;
using Ledger.Reports;
using NodaTime;

namespace Ledger.Obligations.Rules;

/// <summary>Rules on inspection, assessment and accountability (E).</summary>
internal static class SuperiorRules
{
    private const int CaseDays = 30;
    private const int AssessmentDays = 31;

    public static IReadOnlyList<ObligationRule> All { get; } =
    [
        new(RuleCode.E1, "一级抓一级：每年检查下级", "Each unit directly below is inspected every year", Needs.Inspections,
            [RuleParameter.Code("period", Cadence.Year), RuleParameter.Count("minimum", 1)], ChildrenInspected),
        new(RuleCode.E2, "年终考核下级", "Each unit directly below is assessed for the year", Needs.Assessments,
            [RuleParameter.Days("withinDays", AssessmentDays)], ChildrenAssessed),
        new(RuleCode.E3, "严重问题有问责", "A serious finding opens an accountability case", Needs.Inspections | Needs.Cases,
            [RuleParameter.Days("withinDays", CaseDays)], SeriousFindingsAnswered),
        new(RuleCode.E4, "无问责案件实行零报告", "A unit without cases states 0", Needs.Reports,
            [RuleParameter.Word("figure", "accountabilityCases"), RuleParameter.Days("withinDays", AssessmentDays)], ZeroReported),
    ];

    private static IEnumerable<Check> ChildrenInspected(RuleCase asked)
    {
        var cadence = asked.Values.Code<Cadence>("period");
        foreach (var (child, period) in Children(asked, cadence))
        {
            var made = asked.Facts.Unit(child).Inspected
                .Where(i => i.BySuperior && i.InspectingUnitId == asked.Unit.UnitId && period.Days().Has(i.InspectedOn)).ToList();
            yield return new(asked.StateOf(made.Count >= asked.Values.Number("minimum"), period.Days().Last),
                $"检查 {made.Count} 次", $"Inspected {made.Count} times")
            {
                Period = period.Code,
                Subject = new(IdKind.Unit, child),
                DueOn = period.Days().Last,
                Evidence = [.. made.Select(i => new Reference(IdKind.Inspection, i.InspectionId))],
            };
        }
    }

    private static IEnumerable<Check> ChildrenAssessed(RuleCase asked)
    {
        foreach (var (child, year) in Children(asked, Cadence.Year))
        {
            var due = year.Days().Last.PlusDays(asked.Values.Number("withinDays"));
            var made = asked.Facts.Unit(child).Assessments
                .Where(a => a.ByUnitId == asked.Unit.UnitId && a.Period == year.Code).ToList();
            var met = made.Any(a => a.RecordedOn <= due);
            yield return new(asked.StateOf(met, due), met ? "已考核" : made.Count > 0 ? "逾期考核" : "未考核",
                met ? "Assessed" : made.Count > 0 ? "Assessed late" : "Not assessed")
            {
                Period = year.Code,
                Subject = new(IdKind.Unit, child),
                DueOn = due,
                Evidence = [.. made.Select(a => new Reference(IdKind.Assessment, a.AssessmentId))],
            };
        }
    }

    private static IEnumerable<Check> SeriousFindingsAnswered(RuleCase asked)
    {
        foreach (var inspection in asked.Unit.Inspecting.Where(i => asked.Window.Has(i.InspectedOn)))
            foreach (var finding in inspection.Findings.Where(f => f.IsSerious))
            {
                var due = inspection.InspectedOn.PlusDays(asked.Values.Number("withinDays"));
                var cases = asked.Facts.CasesOfFinding.GetValueOrDefault(finding.FindingId) ?? [];
                var met = cases.Any(c => c.DecidedOn <= due);
                yield return new(asked.StateOf(met, due), met ? "已问责" : cases.Count > 0 ? "逾期问责" : "未问责",
                    met ? "A case was opened" : cases.Count > 0 ? "A case was opened late" : "No case")
                {
                    Subject = new(IdKind.Finding, finding.FindingId),
                    DueOn = due,
                    Evidence = [.. cases.Select(c => new Reference(IdKind.Case, c.CaseId))],
                };
            }
    }

    private static IEnumerable<Check> ZeroReported(RuleCase asked) => Recurring.Each(asked, Cadence.Year, year =>
    {
        var due = year.Days().Last.PlusDays(asked.Values.Number("withinDays"));
        var stated = asked.Unit.Reports.Where(r => r.Kind == ReportKind.AnnualSummary && r.Period == year.Code
            && r.Figures.ContainsKey(asked.Values.Text("figure"))).ToList();
        return new(asked.StateOf(stated.Count > 0, due), stated.Count > 0 ? "已报告" : "年度总结未报告此项",
            stated.Count > 0 ? "Stated" : "The annual summary does not state it")
        { DueOn = due, Evidence = [.. stated.Select(r => new Reference(IdKind.Report, r.ReportId))] };
    });

    /// <summary>The units below on the last day of each period that is asked; while it runs, on the day of asking.</summary>
    private static IEnumerable<(string UnitId, Clocks.CalendarPeriod Period)> Children(RuleCase asked, Cadence cadence)
    {
        foreach (var period in Clocks.CalendarPeriod.Touching(asked.Window.From, asked.Window.To, (int)cadence)
            .Where(p => asked.IsOwed(p.Days().Last)))
        {
            var day = LocalDate.Min(period.Days().Last, LocalDate.Max(asked.AsOf, period.From));
            foreach (var child in asked.Unit.Children.Where(c => c.Days.Has(day)).Select(c => c.UnitId).Distinct())
                yield return (child, period);
        }
    }
}
