using Ledger.Clocks;
using Ledger.Log;
using Ledger.People;
using Ledger.Reports;
using NodaTime;

namespace Ledger.Obligations.Rules;

/// <summary>Rules on plans, reports and summaries (D).</summary>
internal static class ReportRules
{
    private const int InformationDays = 15;
    private const int SummaryDays = 15;
    private static readonly IReadOnlyList<ReportKind> Summaries = [ReportKind.HalfYearSummary, ReportKind.AnnualSummary];

    public static IReadOnlyList<ObligationRule> All { get; } =
    [
        new(RuleCode.D1, "按时上报年度计划", "The annual plan is in on time", Needs.Reports, Owed(ReportKind.AnnualPlan), InOnTime),
        new(RuleCode.D2, "按时上报半年总结", "The half-year summary is in on time", Needs.Reports, Owed(ReportKind.HalfYearSummary), InOnTime),
        new(RuleCode.D3, "班子成员年度述职", "Each team member gives an annual duty report", Needs.Reports | Needs.People, [], DutyReports),
        new(RuleCode.D4, "总结只报本期事项", "A summary reports only its own period", Needs.Reports, [], OwnPeriod),
        new(RuleCode.D5, "总结不得雷同", "A summary is the unit's own", Needs.Reports, [], OwnWords),
        new(RuleCode.D6, "总结写明问题和下步打算", "Problems and next steps are stated", Needs.Reports,
            [RuleParameter.Word("figure", "problems"), RuleParameter.Word("nextFigure", "nextSteps")], ProblemsStated),
        new(RuleCode.D7, "信息及时报送", "Information is sent up promptly",
            Needs.Reports, [RuleParameter.Days("withinDays", InformationDays)], InformationSent),
        new(RuleCode.D8, "责任写入工作报告、检查和考核", "The duty stands in work report, discipline check and appraisal", Needs.Reports | Needs.Inspections | Needs.Assessments,
            [RuleParameter.Word("areaId", "discipline")], ThreeReferences),
    ];

    private static IReadOnlyList<RuleParameter> Owed(ReportKind kind) =>
        [RuleParameter.Code("reportKind", kind), RuleParameter.PeriodCode("period"), RuleParameter.Date("dueOn")];

    private static IEnumerable<Check> InOnTime(RuleCase asked)
    {
        var (code, due) = (asked.Values.Text("period"), asked.Values.Date("dueOn"));
        if (!asked.Window.Overlaps(CalendarPeriod.Of(code).Days()) || !asked.Unit.Exists.Has(LocalDate.Min(due, asked.AsOf))
            || !asked.IsOwed(due))
            yield break;
        var first = asked.Unit.Reports.Where(r => r.Kind == asked.Values.Code<ReportKind>("reportKind") && r.Period == code).Take(1).ToList();
        var met = first.Any(r => r.SubmittedOn <= due);
        yield return new(asked.StateOf(met, due), met ? "按时上报" : first.Count > 0 ? "逾期上报" : "未上报",
            met ? "In on time" : first.Count > 0 ? "In late" : "Missing")
        { Period = code, DueOn = due, Evidence = Told(first) };
    }

    private static IEnumerable<Check> DutyReports(RuleCase asked)
    {
        foreach (var year in CalendarPeriod.Touching(asked.Window.From, asked.Window.To, (int)Cadence.Year)
            .Where(y => asked.IsOwed(y.Days().Last)))
        {
            var due = year.Days().Last;
            var day = LocalDate.Min(due, LocalDate.Max(asked.AsOf, year.From));
            foreach (var person in asked.Unit.People.Where(p => asked.Unit.Exists.Has(day)
                && p.Category is PostCategory.Head or PostCategory.LeaderInCharge && p.Days.Has(day)))
            {
                var given = asked.Unit.Reports
                    .Where(r => r.Kind == ReportKind.DutyReport && r.PersonId == person.PersonId && r.Period == year.Code)
                    .ToList();
                var met = given.Any(r => r.SubmittedOn <= due);
                yield return new(asked.StateOf(met, due), met ? "已述职" : given.Count > 0 ? "逾期述职" : "未述职",
                    met ? "Duty report given" : given.Count > 0 ? "Duty report given late" : "No duty report")
                { Period = year.Code, Subject = new(IdKind.Person, person.PersonId), DueOn = due, Evidence = Told(given) };
            }
        }
    }

    private static IEnumerable<ReportFact> Summarised(RuleCase asked) =>
        asked.Unit.Reports.Where(r => Summaries.Contains(r.Kind) && asked.Window.Has(r.SubmittedOn));

    private static IEnumerable<Check> OwnPeriod(RuleCase asked) =>
        from report in Summarised(asked)
        let outside = string.Join(", ", report.Outside)
        select new Check(report.Outside.Count == 0 ? CheckState.Met : CheckState.Breached,
            report.Outside.Count == 0 ? "均在本期内" : $"不在本期内的事项：{outside}",
            report.Outside.Count == 0 ? "All within the period" : $"Outside the period: items {outside}")
        { Subject = new(IdKind.Report, report.ReportId), Period = report.Period };

    private static IEnumerable<Check> OwnWords(RuleCase asked)
    {
        foreach (var report in asked.Unit.Reports.Where(r => asked.Window.Has(r.SubmittedOn)))
        {
            var before = (asked.Facts.ReportsOfContent.GetValueOrDefault(report.Content) ?? [])
                .TakeWhile(r => r.ReportId != report.ReportId).ToList();
            yield return new(before.Count == 0 ? CheckState.Met : CheckState.Breached,
                before.Count == 0 ? "内容未见重复" : "内容与先前报告相同",
                before.Count == 0 ? "Not seen before" : "The same content as an earlier report")
            { Subject = new(IdKind.Report, report.ReportId), Evidence = Told(before) };
        }
    }

    private static IEnumerable<Check> ProblemsStated(RuleCase asked) =>
        from report in Summarised(asked)
        let met = States(report, asked.Values.Text("figure")) && States(report, asked.Values.Text("nextFigure"))
        select new Check(met ? CheckState.Met : CheckState.Breached, met ? "已写明" : "缺问题或下步打算",
            met ? "Both stated" : "Problems or next steps are missing")
        { Subject = new(IdKind.Report, report.ReportId), Period = report.Period };

    private static bool States(ReportFact report, string figure) => report.Figures.GetValueOrDefault(figure) > 0;

    private static IEnumerable<Check> InformationSent(RuleCase asked)
    {
        foreach (var report in asked.Unit.Reports.Where(r => r.Kind == ReportKind.Information && asked.Window.Has(r.SubmittedOn)))
        {
            var due = CalendarPeriod.Of(report.Period).Days().Last.PlusDays(asked.Values.Number("withinDays"));
            yield return new(report.SubmittedOn <= due ? CheckState.Met : CheckState.Breached,
                report.SubmittedOn <= due ? "及时报送" : "逾期报送", report.SubmittedOn <= due ? "Sent in time" : "Sent late")
            { Subject = new(IdKind.Report, report.ReportId), Period = report.Period, DueOn = due };
        }
    }

    private static IEnumerable<Check> ThreeReferences(RuleCase asked) => Recurring.Each(asked, Cadence.Year, year =>
    {
        // The report and the assessment of a year come in during the next.
        var due = year.Days().Last.PlusDays(SummaryDays);
        var report = asked.Unit.Reports.Where(r => r.Kind == ReportKind.AnnualSummary && r.Period == year.Code).Take(1).ToList();
        var check = asked.Unit.Inspected
            .Where(i => year.Days().Has(i.InspectedOn) && i.AreaIds.Contains(asked.Values.Text("areaId"))).Take(1).ToList();
        var assessment = asked.Unit.Assessments.Where(a => a.Period == year.Code).Take(1).ToList();
        var there = report.Count + check.Count + assessment.Count;
        return new(asked.StateOf(there == 3, due), $"三项中有 {there} 项", $"{there} of 3")
        {
            DueOn = due,
            Evidence = [.. Told(report), .. check.Select(c => new Reference(IdKind.Inspection, c.InspectionId)),
                .. assessment.Select(a => new Reference(IdKind.Assessment, a.AssessmentId))],
        };
    });

    private static List<Reference> Told(IEnumerable<ReportFact> reports) =>
        [.. reports.Select(r => new Reference(IdKind.Report, r.ReportId))];
}
