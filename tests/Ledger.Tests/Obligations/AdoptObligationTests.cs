using Ledger.Log;
using Ledger.Meetings;
using Ledger.Obligations;
using Ledger.Reports;
using Ledger.Units;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Obligations;

public class AdoptObligationTests
{
    private static readonly RuleParameters HalfYearly = new(MeetingKind.Special, Period: "half-year", Minimum: 1);

    [Fact]
    public void A_rule_binds_units_from_a_day_on_that_may_lie_ahead()
    {
        Founded.When(Adopting() with { EffectiveFrom = August1, Basis = Notice }).ShouldCreate("obligation-1",
            new ObligationAdopted("obligation-1", RuleCode.B1, [Office, School], August1, HalfYearly, Notice));
        Units(Founded.When(Adopting()).Events[0]).ShouldBe([Office, School]);
    }

    [Fact]
    public void An_id_left_out_is_made() => Founded.When(Adopting() with { ObligationId = null }).Id.ShouldBe("made-1");

    [Fact]
    public void The_same_rule_may_be_adopted_again() =>
        Founded.AndThen(Adopting()).When(Adopting() with { ObligationId = "obligation-2" }).Refusal.ShouldBeNull();

    [Fact]
    public void An_id_is_never_used_twice() => Founded.AndThen(Adopting()).When(Adopting())
        .ShouldFindTaken("obligation", "obligation-1", "obligationId");

    [Fact]
    public void Every_unit_is_known_and_exists_on_that_day()
    {
        Founded.When(Adopting() with { UnitIds = [Office, "elsewhere"] }).ShouldNotKnow("unit", "elsewhere", "unitIds");
        Founded.And(new UnitDissolved(School, June1, "merged")).When(Adopting() with { EffectiveFrom = June1 })
            .ShouldRefuse("unit-not-in-existence", "effectiveFrom", NotThere(School, June1, June1));
    }

    [Fact]
    public void A_rule_binds_somebody_and_nobody_twice()
    {
        Founded.When(Adopting() with { UnitIds = [] }).ShouldRefuse("no-unit-bound", "unitIds");
        Founded.When(Adopting() with { UnitIds = [Office, Office] }).ShouldRefuse("listed-twice", "unitIds", new { value = Office });
    }

    [Theory]
    [InlineData(RuleCode.D1, null, "2025-H1", ReportKind.AnnualPlan)]
    [InlineData(RuleCode.D2, null, "2025", ReportKind.HalfYearSummary)]
    [InlineData(RuleCode.D2, ReportKind.AnnualSummary, "2025-H2", ReportKind.AnnualSummary)]
    public void A_report_is_owed_for_a_period_for_which_it_can_be_made(RuleCode rule, ReportKind? kind, string period, ReportKind owed) =>
        Founded.When(Adopting() with { RuleCode = rule, Parameters = new(ReportKind: kind, Period: period, DueOn: July1) })
            .ShouldRefuse("period-does-not-fit", "parameters.period", new { kind = owed });

    [Fact]
    public void A_holiday_is_named_once_and_there_is_an_end_to_them()
    {
        AdoptObligation Of(IReadOnlyList<LocalDate> holidays) =>
            Adopting() with { RuleCode = RuleCode.B7, Parameters = new(Holidays: holidays) };

        Founded.When(Of([.. Enumerable.Range(0, 1000).Select(May1.PlusDays)])).Refusal.ShouldBeNull();
        Founded.When(Of([May1, June1, May1])).ShouldRefuse("listed-twice", "parameters.holidays", new { value = May1 });
        Founded.When(Of([.. Enumerable.Range(0, 1001).Select(May1.PlusDays)])).Refusal!.Code.ShouldBe("rule-parameter");
    }

    [Fact]
    public void A_reminder_has_a_day_before_the_holiday_to_be_given_on() => Founded
        .When(Adopting() with { RuleCode = RuleCode.B7, Parameters = new(Holidays: [August1], WithinDaysBefore: 0) })
        .Refusal!.Field.ShouldBe("parameters.withinDaysBefore");

    [Fact]
    public void An_obligation_is_one_row_and_one_for_each_unit()
    {
        var state = Founded.AndThen(Adopting()).State<Obligation>(Obligation.Stream("obligation-1"));

        ObligationsProjection.Rows(state).Single().ShouldBe(new ObligationRow("obligation-1", RuleCode.B1, March1,
            """{"obligationId":"obligation-1","ruleCode":"B1","unitIds":["office","school"],"effectiveFrom":"2025-03-01","parameters":{"meetingKind":"special","period":"half-year","minimum":1},"version":1}"""));
        ObligationsProjection.UnitRows(state).ShouldBe([new("obligation-1", Office), new("obligation-1", School)]);
        ObligationsProjection.Rows(Obligation.Empty).ShouldBeEmpty();
    }

    [Fact]
    public void It_does_not_keep_a_unit_from_ending() => Founded.AndThen(Adopting() with { EffectiveFrom = August1 })
        .When(new DissolveUnit(School, July1, "merged")).Refusal.ShouldBeNull();

    private static IEnumerable<string> Units(ILedgerEvent data) => data.UnitIds;

    private static AdoptObligation Adopting() => new(RuleCode.B1, [Office, School], March1, HalfYearly, "obligation-1");
}
