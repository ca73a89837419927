using Ledger.Assessments;
using Ledger.Obligations;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Assessments;

public class OpenedAssessmentTests
{
    private static readonly Given Begun = Founded.AndThen(Opening());
    private static readonly Given Counted = Begun.AndThen(Recording());

    [Fact]
    public void An_assessment_is_opened_with_its_rules() => Founded.When(Opening() with { Basis = Notice })
        .ShouldCreate("assessment-1", Opened() with { Basis = Notice });

    [Fact]
    public void It_may_be_opened_for_a_period_that_has_not_begun() =>
        Founded.When(Opening() with { Period = "2026" }).Refusal.ShouldBeNull();

    [Fact]
    public void An_id_left_out_is_made_and_none_is_used_twice()
    {
        Founded.When(Opening() with { AssessmentId = null }).Id.ShouldBe("made-1");
        Begun.When(Opening()).ShouldFindTaken("assessment", "assessment-1", "assessmentId");
        Counted.When(Recording()).ShouldFindTaken("assessment", "assessment-1", "assessmentId");
    }

    [Fact]
    public void Rules_are_fixed_each_once()
    {
        Founded.When(Opening() with { RuleCodes = [] }).ShouldRefuse("no-rule-fixed", "ruleCodes");
        Founded.When(Opening() with { RuleCodes = [RuleCode.B1, RuleCode.B1] })
            .ShouldRefuse("listed-twice", "ruleCodes", new { value = RuleCode.B1 });
    }

    [Fact]
    public void Only_a_unit_above_opens_one_while_both_exist_and_not_after_the_day_of_recording()
    {
        Founded.When(Opening() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Opening() with { ByUnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "byUnitId");
        Founded.When(Opening() with { ByUnitId = School })
            .ShouldRefuse("not-above-the-unit", "byUnitId", new { unitId = Office, on = April1, above = new[] { Bureau } });
        Founded.When(Opening() with { OpenedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "openedOn", NotThere(Office, TooEarly));
        Founded.When(Opening() with { OpenedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "openedOn", new { today = Given.Today });
    }

    [Fact]
    public void A_result_is_recorded_once_on_what_was_opened() => Begun.When(Recording()).ShouldRecord("assessment-1",
        new AssessmentRecorded("assessment-1", Office, Bureau, "2025", 1, 2, May1, Opened: true));

    [Fact]
    public void A_result_goes_by_what_was_fixed_beforehand()
    {
        Founded.AndThen(Opening() with { UnitId = School }).When(Recording())
            .ShouldRefuse("differs-from-opening", "unitId", new { UnitId = School });
        Begun.When(Recording() with { Period = "2024" }).ShouldRefuse("differs-from-opening", "period", new { Period = "2025" });
        Begun.When(Recording() with { RulesTotal = 3 }).ShouldRefuse("differs-from-opening", "rulesTotal",
            new { RulesTotal = 2, RuleCodes = new[] { RuleCode.B1, RuleCode.C4 } });
        Begun.When(Recording() with { RecordedOn = March1 }).ShouldRefuse("date-too-early", "recordedOn", new { earliest = April1 });
    }

    [Fact]
    public void A_result_is_recorded_by_the_unit_that_opened_the_assessment() => Founded
        .And(new Ledger.Units.UnitRegistered("section", "科", "Section", "section", 3, Office, January1, Ledger.Units.LevelLabels.Default, []))
        .AndThen(Opening() with { UnitId = "section" }).When(Recording() with { UnitId = "section", ByUnitId = Office })
        .ShouldRefuse("differs-from-opening", "byUnitId", new { ByUnitId = Bureau });

    [Fact]
    public void A_result_is_published_once()
    {
        Counted.When(Publishing() with { Basis = Notice }).ShouldRecord("assessment-1",
            new AssessmentPublished("assessment-1", Office, Bureau, June1, Notice));
        Counted.AndThen(Publishing()).When(Publishing())
            .ShouldRefuse("result-already-published", "assessmentId", new { PublishedOn = June1 });
    }

    [Fact]
    public void There_is_a_result_before_it_is_published()
    {
        Founded.When(Publishing()).ShouldNotKnow("assessment", "assessment-1", "assessmentId");
        Begun.When(Publishing()).ShouldRefuse("result-not-recorded", "assessmentId", new { OpenedOn = April1 });
    }

    [Fact]
    public void It_is_published_between_the_result_and_the_day_of_recording_while_both_units_exist()
    {
        Counted.When(Publishing() with { PublishedOn = April1 }).ShouldRefuse("date-too-early", "publishedOn", new { earliest = May1 });
        Counted.When(Publishing() with { PublishedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "publishedOn", new { today = Given.Today });
        Counted.When(Publishing() with { PublishedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "publishedOn", NotThere(Office, TooEarly));
    }

    [Fact]
    public void An_assessment_is_one_row_from_its_opening_on_and_its_dates_hold_its_units()
    {
        var state = Counted.AndThen(Publishing()).State<Assessment>(Assessment.Stream("assessment-1"));

        AssessmentsProjection.Rows(Begun.State<Assessment>(Assessment.Stream("assessment-1"))).Single().ShouldBe(new AssessmentRow(
            "assessment-1", Office, April1, null,
            """{"assessmentId":"assessment-1","unitId":"office","byUnitId":"bureau","period":"2025","status":"opened","ruleCodes":["B1","C4"],"openedOn":"2025-04-01","version":1}"""));
        AssessmentsProjection.Rows(state).Single().ShouldBe(new AssessmentRow("assessment-1", Office, April1, May1,
            """{"assessmentId":"assessment-1","unitId":"office","byUnitId":"bureau","period":"2025","status":"published","ruleCodes":["B1","C4"],"openedOn":"2025-04-01","rulesMet":1,"rulesTotal":2,"recordedOn":"2025-05-01","publishedOn":"2025-06-01","version":3}"""));
        ActsOf(state, Bureau).ShouldBe(["assessment 2025-04-01", "assessment 2025-05-01", "assessment 2025-06-01"]);
    }

    private static OpenAssessment Opening() => new(Office, Bureau, "2025", [RuleCode.B1, RuleCode.C4], April1, "assessment-1");

    private static AssessmentOpened Opened() => new("assessment-1", Office, Bureau, "2025", [RuleCode.B1, RuleCode.C4], April1);

    private static RecordAssessment Recording() => new(Office, Bureau, "2025", 1, 2, May1, "assessment-1");

    private static PublishAssessment Publishing() => new("assessment-1", June1);
}
