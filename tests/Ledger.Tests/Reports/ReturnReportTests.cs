using Ledger.Reports;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Reports;

public class ReturnReportTests
{
    private static readonly Given HandedIn = Founded.And(Planned() with { ToUnitId = Bureau });

    [Fact]
    public void The_receiving_unit_sends_a_report_back() => HandedIn.When(Returning() with { Basis = Notice })
        .ShouldRecord("plan-1", Returned() with { Basis = Notice });

    [Fact]
    public void A_report_is_sent_back_once() => HandedIn.AndThen(Returning()).When(Returning())
        .ShouldRefuse("already-sent-back", "reportId", new { ReturnedOn = May1 });

    [Fact]
    public void What_has_another_in_its_place_is_not_sent_back() => HandedIn.AndThen(Again()).When(Returning())
        .ShouldRefuse("already-superseded", "reportId", new { SupersededBy = "plan-2" });

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Returning()).ShouldNotKnow("report", "plan-1", "reportId");
        HandedIn.When(Returning() with { ByUnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "byUnitId");
    }

    [Fact]
    public void Only_the_unit_that_received_it_sends_it_back()
    {
        HandedIn.When(Returning() with { ByUnitId = School })
            .ShouldRefuse("not-the-receiving-unit", "byUnitId", new { ToUnitId = Bureau });
        Founded.And(Planned()).When(Returning()).ShouldRefuse("not-the-receiving-unit", "byUnitId", new { });
    }

    [Fact]
    public void It_is_sent_back_between_its_handing_in_and_the_day_of_recording_while_both_units_exist()
    {
        HandedIn.When(Returning() with { ReturnedOn = February1.PlusDays(-1) })
            .ShouldRefuse("date-too-early", "returnedOn", new { earliest = February1 });
        HandedIn.When(Returning() with { ReturnedOn = February1 }).Refusal.ShouldBeNull();
        HandedIn.When(Returning() with { ReturnedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "returnedOn", new { today = Given.Today });
        HandedIn.When(Returning() with { ReturnedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "returnedOn", NotThere(Office, TooEarly));
    }

    [Fact]
    public void A_later_report_of_the_same_kind_takes_its_place_in_one_act()
    {
        HandedIn.AndThen(Returning()).When(Again() with { Basis = Notice }).ShouldCreate("plan-2",
            new ReportSubmitted("plan-2", Office, ReportKind.AnnualPlan, "2025", June1, new('d', 64), new Dictionary<string, int>(),
                Bureau, SupersedesReportId: "plan-1", Basis: Notice),
            new ReportSuperseded("plan-1", Office, "plan-2", June1));
        HandedIn.AndThen(Again()).When(Again() with { ReportId = "plan-3", SupersedesReportId = "plan-2" }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void It_takes_the_place_of_one_report_of_its_own_unit_kind_and_period_and_not_before_that()
    {
        HandedIn.When(Again() with { SupersedesReportId = "nothing" }).ShouldNotKnow("report", "nothing", "supersedesReportId");
        foreach (var other in new[] { Again() with { UnitId = School }, Again() with { Period = "2026" }, Again() with { Kind = ReportKind.AnnualSummary } })
            HandedIn.When(other).ShouldRefuse("differs-from-superseded", "supersedesReportId",
                new { UnitId = Office, Kind = ReportKind.AnnualPlan, Period = "2025" });
        HandedIn.AndThen(Again()).When(Again() with { ReportId = "plan-3" })
            .ShouldRefuse("already-superseded", "supersedesReportId", new { SupersededBy = "plan-2" });
        HandedIn.When(Again() with { SubmittedOn = January1 }).ShouldRefuse("date-too-early", "submittedOn", new { earliest = February1 });
    }

    [Fact]
    public void A_report_shows_what_became_of_it_and_the_date_holds_its_units()
    {
        var state = HandedIn.AndThen(Returning()).AndThen(Again()).State<Report>(Report.Stream("plan-1"));

        var document = ReportsProjection.Rows(state).Single().Document;
        document.ShouldContain("\"returnedOn\":\"2025-05-01\",\"returnReason\":\"No figures\",\"supersededBy\":\"plan-2\"");
        document.ShouldContain($"\"position\":{Founded.Log.Count + 1}");
        ActsOf(state).ShouldBe(["report 2025-02-01", "report 2025-05-01"]);
    }

    private static ReturnReport Returning() => new("plan-1", May1, "No figures", Bureau);

    private static ReportReturned Returned() => new("plan-1", Office, Bureau, May1, "No figures");

    private static SubmitReport Again() => new(Office, ReportKind.AnnualPlan, "2025", June1, new('d', 64),
        new Dictionary<string, int>(), "plan-2", Bureau, SupersedesReportId: "plan-1");
}
