using Ledger.Assessments;
using Ledger.Clocks;
using Ledger.People;
using Ledger.Reports;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>Group D, with the zero-report of E: plans, reports, summaries.</summary>
internal sealed partial class Oracle
{
    private IEnumerable<Told> D1(Asked asked) => InOnTime(asked, ReportKind.AnnualPlan);

    private IEnumerable<Told> D2(Asked asked) => InOnTime(asked, ReportKind.HalfYearSummary);

    private IEnumerable<Told> D3(Asked asked) =>
        from year in Periods(asked, 12)
        from category in new[] { PostCategory.Head, PostCategory.LeaderInCharge }
        from person in On(Judging(year)).InOffice(asked.UnitId, category)
        let met = ReportsOf(asked.UnitId).Any(r => r.Kind == ReportKind.DutyReport && r.PersonId == person && r.Period == year.Code
            && r.SubmittedOn <= LastOf(year))
        select new Told(Judged(met, LastOf(year)), person, LastOf(year), year.Code);

    private IEnumerable<Told> D4(Asked asked) => Summaries(asked).Select(r => new Told(Kept((r.Items ?? []).All(i =>
        i.Month is not { } month || Within(CalendarPeriod.Of(r.Period), new(CalendarPeriod.Of(r.Period).From.Year, month, 1)))), r.ReportId, null, r.Period));

    private IEnumerable<Told> D5(Asked asked) => ReportsOf(asked.UnitId).Where(r => asked.Has(r.SubmittedOn)).Select(r => new Told(
        Kept(Facts.OfType<ReportSubmitted>().First(same => same.ContentSha256 == r.ContentSha256) == r), r.ReportId));

    private IEnumerable<Told> D6(Asked asked) => Summaries(asked).Select(r => new Told(
        Kept(r.Figures.GetValueOrDefault("problems") > 0 && r.Figures.GetValueOrDefault("nextSteps") > 0), r.ReportId, null, r.Period));

    private IEnumerable<Told> D7(Asked asked) =>
        from r in ReportsOf(asked.UnitId)
        where r.Kind == ReportKind.Information && asked.Has(r.SubmittedOn)
        let due = LastOf(CalendarPeriod.Of(r.Period)).PlusDays(asked.Given.WithinDays!.Value)
        select new Told(Kept(r.SubmittedOn <= due), r.ReportId, due, r.Period);

    private IEnumerable<Told> D8(Asked asked) =>
        from year in Periods(asked, 12)
        let due = new LocalDate(year.From.Year + 1, 1, 15)
        let summary = ReportsOf(asked.UnitId).Any(r => r.Kind == ReportKind.AnnualSummary && r.Period == year.Code)
        let check = Inspections.Any(i => i.UnitId == asked.UnitId && i.AreaIds.Contains(asked.Given.AreaId!) && Within(year, i.InspectedOn))
        let assessment = Facts.OfType<AssessmentRecorded>().Any(a => a.UnitId == asked.UnitId && a.Period == year.Code)
        select new Told(Judged(summary && check && assessment, due), null, due, year.Code);

    private IEnumerable<Told> E4(Asked asked) =>
        from year in Periods(asked, 12)
        let due = LastOf(year).PlusDays(asked.Given.WithinDays!.Value)
        let stated = ReportsOf(asked.UnitId).Any(r => r.Kind == ReportKind.AnnualSummary && r.Period == year.Code
            && r.Figures.ContainsKey("accountabilityCases"))
        select new Told(Judged(stated, due), null, due, year.Code);

    /// <summary>The first one recorded counts.</summary>
    private IEnumerable<Told> InOnTime(Asked asked, ReportKind kind)
    {
        var (owed, due) = (CalendarPeriod.Of(asked.Given.Period!), asked.Given.DueOn!.Value);
        if (asked.From < owed.To && owed.From <= asked.To && On(LocalDate.Min(due, date)).Exists(asked.UnitId) && asked.Owes(due))
            yield return new(Judged(ReportsOf(asked.UnitId).FirstOrDefault(r => r.Kind == kind && r.Period == owed.Code)?.SubmittedOn <= due, due),
                null, due, owed.Code);
    }

    private IEnumerable<ReportSubmitted> ReportsOf(string unitId) => Facts.OfType<ReportSubmitted>().Where(r => r.UnitId == unitId);

    private IEnumerable<ReportSubmitted> Summaries(Asked asked) => ReportsOf(asked.UnitId)
        .Where(r => r.Kind is ReportKind.HalfYearSummary or ReportKind.AnnualSummary && asked.Has(r.SubmittedOn));
}
