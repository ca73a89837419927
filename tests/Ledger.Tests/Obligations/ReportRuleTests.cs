using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.People;
using Ledger.Reports;
using Shouldly;
using Xunit;
using static Ledger.Tests.Obligations.Asking;

namespace Ledger.Tests.Obligations;

public sealed class ReportRuleTests
{
    private static ReportFact Report(string id, ReportKind kind, string period, string submitted, string? person = null, string content = "c",
        string[]? figures = null, params int[] outside) =>
        new(id, School, person, kind, period, Day(submitted), $"{content}-{id}", (figures ?? ["problems", "nextSteps"]).ToDictionary(f => f, _ => 1), outside);

    private static Asking Reports(params ReportFact[] reports) => new Asking().With(u => u.Reports.AddRange(reports));

    [Fact]
    public void D1_the_first_submission_decides_whether_the_plan_is_late()
    {
        RuleParameters plan = new(Period: "2025", DueOn: Day("2025-01-31"));

        Reports(Report("r", ReportKind.AnnualPlan, "2025", "2025-01-31"), Report("s", ReportKind.AnnualPlan, "2025", "2025-03-01")).Ask(RuleCode.D1, plan).ShouldBe(["met 2025"]);
        Reports(Report("r", ReportKind.AnnualPlan, "2025", "2025-02-01"), Report("s", ReportKind.AnnualPlan, "2025", "2025-01-31")).Ask(RuleCode.D1, plan).ShouldBe(["breached 2025"]);
        Reports(Report("r", ReportKind.AnnualPlan, "2024", "2025-01-31")).Ask(RuleCode.D1, plan, asOf: "2025-01-31").ShouldBe(["open 2025"]);
        Reports().Ask(RuleCode.D1, plan, asOf: "2025-02-01").ShouldBe(["breached 2025"]);
        Reports().Ask(RuleCode.D1, plan, from: "2026-01-01", to: "2027-01-01").ShouldBeEmpty();
    }

    [Fact]
    public void D1_a_unit_owes_no_plan_that_was_due_before_it_began_or_is_due_after_its_end()
    {
        RuleParameters plan = new(Period: "2025", DueOn: Day("2025-01-31"));

        Reports().With(u => u.Exists = Days("2025-02-01")).Ask(RuleCode.D1, plan).ShouldBeEmpty();
        Reports().With(u => u.Exists = Days("2025-01-31")).Ask(RuleCode.D1, plan).ShouldBe(["breached 2025"]);
        Reports().With(u => u.Exists = Days("2024-01-01", "2025-01-31")).Ask(RuleCode.D1, plan).ShouldBeEmpty();
        Reports().With(u => u.Exists = Days("2024-01-01", "2025-01-31")).Ask(RuleCode.D1, plan, asOf: "2025-01-30").ShouldBe(["open 2025"]);
    }

    [Fact]
    public void D2_the_half_year_summary_by_its_date() =>
        Reports(Report("r", ReportKind.HalfYearSummary, "2025-H1", "2025-07-15")).Ask(RuleCode.D2, new(Period: "2025-H1", DueOn: Day("2025-07-15")), asOf: "2025-08-01")
            .ShouldBe(["met 2025-H1"]);

    [Fact]
    public void D3_each_team_member_reports_on_the_duty()
    {
        var reports = Reports(Report("r", ReportKind.DutyReport, "2025", "2025-12-31", "li"), Report("s", ReportKind.DutyReport, "2024", "2025-01-05", "wang"))
            .With(u => u.People.AddRange([new("li", PostCategory.Head, Always), new("wang", PostCategory.LeaderInCharge, Always),
                new("left", PostCategory.LeaderInCharge, Days("2025-01-01", "2025-12-31")), new("clerk", PostCategory.Staff, Always)]));

        reports.Ask(RuleCode.D3, asOf: "2026-01-01").ShouldBe(["met li 2025", "breached wang 2025"]);
        reports.Ask(RuleCode.D3, asOf: "2025-12-30").ShouldBe(["met li 2025", "open wang 2025", "open left 2025"]);
        reports.With(u => u.Reports.Add(Report("t", ReportKind.DutyReport, "2025", "2026-01-01", "wang"))).Why(RuleCode.D3, asOf: "2026-01-01")
            .ShouldBe(["已述职 / Duty report given", "逾期述职 / Duty report given late"]);
    }

    [Fact]
    public void D3_nobody_reports_for_a_unit_that_is_no_more() => new Asking()
        .With(u => u.Exists = Days("2025-01-01", "2025-12-31")).With(u => u.People.Add(new("li", PostCategory.Head, Always)))
        .Ask(RuleCode.D3, asOf: "2026-01-01").ShouldBeEmpty();

    [Fact]
    public void D4_a_summary_reports_its_own_period() => Reports(
            Report("own", ReportKind.AnnualSummary, "2025", "2025-06-01"), Report("others", ReportKind.HalfYearSummary, "2025-H1", "2025-06-01", outside: [3, 5]),
            Report("plan", ReportKind.AnnualPlan, "2025", "2025-06-01", outside: [1]))
        .Ask(RuleCode.D4).ShouldBe(["met own 2025", "breached others 2025-H1"]);

    [Fact]
    public void D5_a_report_repeats_no_earlier_one()
    {
        var (first, again) = (Report("r", ReportKind.AnnualSummary, "2024", "2025-01-05") with { Content = "same" }, Report("s", ReportKind.AnnualSummary, "2025", "2025-06-01") with { Content = "same" });

        Reports(first, again).And(f => f.ReportsOfContent["same"] = [first, again]).Ask(RuleCode.D5).ShouldBe(["met r", "breached s"]);
    }

    [Fact]
    public void D6_problems_and_next_steps_are_stated() => Reports(
            Report("both", ReportKind.AnnualSummary, "2025", "2025-06-01"), Report("one", ReportKind.AnnualSummary, "2025", "2025-06-01") with { Figures = new Dictionary<string, int> { ["problems"] = 2, ["nextSteps"] = 0 } })
        .Ask(RuleCode.D6).ShouldBe(["met both 2025", "breached one 2025"]);

    [Fact]
    public void D7_information_is_sent_within_days_of_its_period() => Reports(
            Report("in-time", ReportKind.Information, "2025-01", "2025-02-15"), Report("late", ReportKind.Information, "2025-01", "2025-02-16"))
        .Ask(RuleCode.D7).ShouldBe(["met in-time 2025-01", "breached late 2025-01"]);

    [Fact]
    public void D8_work_report_check_and_appraisal()
    {
        var two = Reports(Report("r", ReportKind.AnnualSummary, "2025", "2026-01-10")).With(u => u.Assessments.Add(new("a", Bureau, "2025", Day("2025-12-26"))));

        two.Ask(RuleCode.D8, asOf: "2026-01-15").ShouldBe(["open 2025"]);
        two.Ask(RuleCode.D8, asOf: "2026-01-16").ShouldBe(["breached 2025"]);
        two.With(u => u.Inspected.Add(new("i", School, Bureau, true, Day("2025-05-01"), ["discipline"], [], [], []))).Ask(RuleCode.D8, asOf: "2026-01-16").ShouldBe(["met 2025"]);
    }

    [Fact]
    public void E4_a_unit_without_cases_says_so()
    {
        Reports(Report("r", ReportKind.AnnualSummary, "2025", "2026-01-10", figures: ["accountabilityCases"])).Ask(RuleCode.E4, asOf: "2026-02-01").ShouldBe(["met 2025"]);
        Reports(Report("r", ReportKind.AnnualSummary, "2025", "2026-01-10")).Ask(RuleCode.E4, asOf: "2026-02-01").ShouldBe(["breached 2025"]);
        Reports().Ask(RuleCode.E4, asOf: "2026-01-31").ShouldBe(["open 2025"]);
    }

    public static TheoryData<RuleCode, RuleParameters, string, string> Unfit => new()
    {
        { RuleCode.D1, new(Period: "2025"), "dueOn", "required" }, { RuleCode.D1, new(Period: "2025-H3", DueOn: Day("2025-01-31")), "period", "period" },
        { RuleCode.B1, new(Minimum: 0), "minimum", "between" }, { RuleCode.B1, new(Period: "fortnight"), "period", "one-of" },
        { RuleCode.B1, new(Study: 3), "study", "not-taken" }, { RuleCode.B7, new(Holidays: []), "holidays", "empty" },
        { RuleCode.C3, new(WithinDays: -1), "withinDays", "between" }, { RuleCode.F2, new(Study: 5), "lecture", "required" },
        { RuleCode.A3, new(WithinDays: 1), "withinDays", "not-taken" },
    };

    [Theory, MemberData(nameof(Unfit))]
    public void Parameters_fit_their_rule(RuleCode code, RuleParameters given, string field, string rule)
    {
        var broken = RuleValues.Broken(RuleCatalogue.Of(code), given).ShouldNotBeNull();

        (broken.Field, broken.Rule.Code).ShouldBe((field, rule));
    }

    [Fact]
    public void Every_rule_can_be_adopted_by_its_own_code()
    {
        RuleCatalogue.All.Select(r => r.Code).ShouldBe(Enum.GetValues<RuleCode>(), ignoreOrder: true);
        foreach (var parameter in RuleCatalogue.All.SelectMany(r => r.Parameters).Select(p => p.Name).Distinct())
            typeof(RuleParameters).GetProperties().Select(p => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name)).ShouldContain(parameter);
    }
}
