using Ledger.Assessments;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Assessments;

public class RecordAssessmentTests
{
    [Fact]
    public void A_unit_above_counts_the_rules_met() => Founded.When(Recording() with { Basis = Notice })
        .ShouldCreate("assessment-1", Recorded() with { Basis = Notice });

    [Fact]
    public void An_id_left_out_is_made() => Founded.When(Recording() with { AssessmentId = null })
        .ShouldCreate("made-1", Recorded() with { AssessmentId = "made-1" });

    [Fact]
    public void An_id_is_never_used_twice() => Founded.AndThen(Recording()).When(Recording())
        .ShouldFindTaken("assessment", "assessment-1", "assessmentId");

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Recording() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Recording() with { ByUnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "byUnitId");
    }

    [Theory]
    [InlineData(School), InlineData(Office)]
    public void Only_a_unit_above_assesses(string byUnitId) => Founded.When(Recording() with { ByUnitId = byUnitId })
        .ShouldRefuse("not-above-the-unit", "byUnitId", new { unitId = Office, on = June1, above = new[] { Bureau } });

    [Fact]
    public void It_is_recorded_while_both_units_exist_and_not_after_the_day_of_recording()
    {
        Founded.When(Recording() with { RecordedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "recordedOn", NotThere(Office, TooEarly));
        Founded.When(Recording() with { RecordedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "recordedOn", new { today = Given.Today });
    }

    [Fact]
    public void The_period_has_begun() => Founded.When(Recording() with { Period = "2025-H2" })
        .ShouldRefuse("period-not-begun", "period", new { From = July1, today = Given.Today });

    [Theory]
    [InlineData(0, 0, "rulesTotal", 1, 1000), InlineData(0, 1001, "rulesTotal", 1, 1000)]
    [InlineData(-1, 9, "rulesMet", 0, 9), InlineData(10, 9, "rulesMet", 0, 9)]
    public void No_more_rules_are_met_than_there_are(int met, int total, string field, int from, int to) =>
        Founded.When(Recording() with { RulesMet = met, RulesTotal = total })
            .ShouldRefuse("number-out-of-range", field, new { from, to });

    [Fact]
    public void An_assessment_is_one_row_and_its_date_holds_its_units()
    {
        var state = Given.Nothing.And(Recorded()).State<Assessment>(Assessment.Stream("assessment-1"));

        AssessmentsProjection.Rows(state).Single().ShouldBe(new AssessmentRow("assessment-1", Office, null, June1,
            """{"assessmentId":"assessment-1","unitId":"office","byUnitId":"bureau","period":"2025","status":"recorded","rulesMet":7,"rulesTotal":9,"recordedOn":"2025-06-01","version":1}"""));
        AssessmentsProjection.Rows(Assessment.Empty).ShouldBeEmpty();
        ActsOf(state, Bureau).ShouldBe(["assessment 2025-06-01"]);
    }

    private static RecordAssessment Recording() => new(Office, Bureau, "2025", 7, 9, June1, "assessment-1");

    private static AssessmentRecorded Recorded() => new("assessment-1", Office, Bureau, "2025", 7, 9, June1);
}
