using Ledger.Log;
using Ledger.People;
using Ledger.Reports;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Reports;

public class SubmitReportTests
{
    private static readonly string Hash = new('c', 64);

    [Fact]
    public void A_report_is_handed_in_with_its_figures_and_items()
    {
        var decision = Founded.When(Submitting() with { Items = [new(1, 3), new(2)], Basis = Notice });

        decision.ShouldCreate("report-1", new ReportSubmitted("report-1", Office, ReportKind.HalfYearSummary, "2025-H1", June1, Hash,
            Figures(), Bureau, Items: [new(1, 3), new(2)], Basis: Notice));
    }

    [Fact]
    public void A_report_concerns_the_unit_that_receives_it_too()
    {
        Units(Founded.When(Submitting()).Events[0]).ShouldBe([Office, Bureau]);
        Units(Founded.When(Submitting() with { ToUnitId = null }).Events[0]).ShouldBe([Office]);
        Units(Founded.When(Submitting() with { ToUnitId = Office }).Events[0]).ShouldBe([Office]);
    }

    [Fact]
    public void An_id_left_out_is_made() => Founded.When(Submitting() with { ReportId = null }).Id.ShouldBe("made-1");

    [Fact]
    public void The_same_content_is_taken_again_under_another_id() =>
        Founded.AndThen(Submitting()).When(Submitting() with { ReportId = "report-2" }).Refusal.ShouldBeNull();

    [Fact]
    public void An_id_is_never_used_twice() => Founded.AndThen(Submitting()).When(Submitting())
        .ShouldFindTaken("report", "report-1", "reportId");

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Submitting() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Submitting() with { ToUnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "toUnitId");
        Founded.When(DutyReport() with { PersonId = "nobody" }).ShouldNotKnow("person", "nobody", "personId");
    }

    [Fact]
    public void A_duty_report_names_its_person_and_no_other_does()
    {
        Founded.When(DutyReport()).Refusal.ShouldBeNull();
        Founded.When(DutyReport() with { PersonId = null })
            .ShouldRefuse("person-with-duty-report-only", "personId", new { Kind = ReportKind.DutyReport });
        Founded.When(Submitting() with { PersonId = Li })
            .ShouldRefuse("person-with-duty-report-only", "personId", new { Kind = ReportKind.HalfYearSummary });
    }

    [Fact]
    public void Whose_duty_report_it_is_is_in_office_on_that_day() => Founded.And(new LeftOffice(Li, Office, June1)).When(DutyReport())
        .ShouldRefuse("holder-not-in-office", "personId", NotInOffice(Li, June1, June1));

    [Theory]
    [InlineData(ReportKind.HalfYearSummary, "2025"), InlineData(ReportKind.HalfYearSummary, "2025-Q1")]
    [InlineData(ReportKind.AnnualPlan, "2025-H1"), InlineData(ReportKind.AnnualSummary, "2025-01")]
    public void The_period_fits_the_kind(ReportKind kind, string period) =>
        Founded.When(Submitting() with { Kind = kind, Period = period }).ShouldRefuse("period-does-not-fit", "period", new { Kind = kind });

    [Theory]
    [InlineData("2025"), InlineData("2025-H1"), InlineData("2025-Q2"), InlineData("2025-06")]
    public void An_information_note_takes_any_period(string period) =>
        Founded.When(Submitting() with { Kind = ReportKind.Information, Period = period }).Refusal.ShouldBeNull();

    [Fact]
    public void Only_a_plan_is_handed_in_before_its_period_has_begun()
    {
        Founded.When(Submitting() with { Kind = ReportKind.AnnualPlan, Period = "2026" }).Refusal.ShouldBeNull();
        Founded.When(Submitting() with { Period = "2025-H2" })
            .ShouldRefuse("period-not-begun", "period", new { From = July1, today = Given.Today });
    }

    [Fact]
    public void It_is_handed_in_while_both_units_exist_and_not_after_the_day_of_recording()
    {
        Founded.And(new UnitDissolved(Bureau, June1, "merged")).When(Submitting())
            .ShouldRefuse("unit-not-in-existence", "submittedOn", NotThere(Bureau, June1, June1));
        Founded.When(Submitting() with { SubmittedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "submittedOn", NotThere(Office, TooEarly));
        Founded.When(Submitting() with { SubmittedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "submittedOn", new { today = Given.Today });
    }

    [Fact]
    public void Items_have_numbers_of_their_own_and_months_of_the_year()
    {
        Founded.When(Submitting() with { Items = [new(1), new(1)] }).ShouldRefuse("listed-twice", "items", new { value = 1 });
        Founded.When(Submitting() with { Items = [new(1, 13)] }).ShouldRefuse("number-out-of-range", "items", new { from = 1, to = 12 });
        Founded.When(Submitting() with { Items = [new(1, 0)] }).ShouldRefuse("number-out-of-range", "items", new { from = 1, to = 12 });
        Founded.When(Submitting() with { Items = [new(0)] })
            .ShouldRefuse("number-out-of-range", "items", new { from = 1, to = int.MaxValue });
    }

    [Fact]
    public void A_report_is_one_row_that_says_which_items_are_dated_outside_its_period()
    {
        var state = Founded.AndThen(Submitting() with { Items = [new(1, 6), new(2), new(3, 7)] }).State<Report>(Report.Stream("report-1"));

        ReportsProjection.Rows(state).Single().ShouldBe(new ReportRow(
            "report-1", Office, null, ReportKind.HalfYearSummary, "2025-H1", June1, Hash, 9,
            $$"""{"reportId":"report-1","unitId":"office","kind":"half-year-summary","period":"2025-H1","toUnitId":"bureau","submittedOn":"2025-06-01","contentSha256":"{{Hash}}","figures":{"specialMeetings":1},"items":[{"no":1,"month":6,"insidePeriod":true},{"no":2},{"no":3,"month":7,"insidePeriod":false}],"position":9,"version":1}"""));
        ReportsProjection.Rows(Report.Empty).ShouldBeEmpty();
        ActsOf(state).ShouldBe(["report 2025-06-01"]);
    }

    [Fact]
    public void A_row_does_not_depend_on_the_order_in_which_figures_were_given()
    {
        var (one, other) = (new Dictionary<string, int> { ["a"] = 1, ["bb"] = 2 }, new Dictionary<string, int> { ["bb"] = 2, ["a"] = 1 });

        Row(one).ShouldBe(Row(other));

        static string Row(Dictionary<string, int> figures) => ReportsProjection.Rows(Given.Nothing.And(Planned() with { Figures = figures })
            .State<Report>(Report.Stream("plan-1"))).Single().Document;
    }

    private static IEnumerable<string> Units(ILedgerEvent data) => data.UnitIds;

    private static Dictionary<string, int> Figures() => new() { ["specialMeetings"] = 1 };

    private static SubmitReport Submitting() =>
        new(Office, ReportKind.HalfYearSummary, "2025-H1", June1, Hash, Figures(), "report-1", Bureau);

    private static SubmitReport DutyReport() => Submitting() with { Kind = ReportKind.DutyReport, Period = "2025", PersonId = Li };
}
