using Ledger.Accountability;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Accountability;

public class RecordAccountabilityTests
{
    private static readonly Given Undone = Founded.And(Raised("task-1"), Inspected("inspection-1", Found("finding-1")));

    [Fact]
    public void An_office_holder_answers_for_a_task_not_done() => Undone.When(Recording() with { Basis = Notice })
        .ShouldCreate("case-1", Recorded() with { Basis = Notice });

    [Fact]
    public void A_finding_names_the_duty_as_well_and_an_id_left_out_is_made() =>
        Undone.When(Recording() with { CaseId = null, TaskId = null, FindingId = "finding-1" })
            .ShouldCreate("made-1", Recorded() with { CaseId = "made-1", TaskId = null, FindingId = "finding-1" });

    [Fact]
    public void There_is_no_case_without_a_duty_that_was_not_done() => Undone.When(Recording() with { TaskId = null })
        .ShouldRefuse("duty-not-named", "taskId", new { oneOf = new[] { "taskId", "findingId" } });

    [Fact]
    public void An_id_is_never_used_twice() => Undone.AndThen(Recording()).When(Recording())
        .ShouldFindTaken("accountability-case", "case-1", "caseId");

    [Fact]
    public void What_it_names_must_be_known()
    {
        Undone.When(Recording() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Undone.When(Recording() with { PersonId = "nobody" }).ShouldNotKnow("person", "nobody", "personId");
        Undone.When(Recording() with { TaskId = "task-2" }).ShouldNotKnow("task", "task-2", "taskId");
        Undone.When(Recording() with { FindingId = "finding-2" }).ShouldNotKnow("finding", "finding-2", "findingId");
    }

    [Fact]
    public void The_duty_is_one_of_the_unit()
    {
        Undone.And(Raised("task-2", School)).When(Recording() with { TaskId = "task-2" })
            .ShouldRefuse("task-of-another-unit", "taskId", new { taskId = "task-2", UnitId = School });
        Undone.And(Inspected("inspection-2", Found("finding-2")) with { UnitId = School })
            .When(Recording() with { FindingId = "finding-2" })
            .ShouldRefuse("finding-of-another-unit", "findingId", new { InspectionId = "inspection-2", UnitId = School });
    }

    [Fact]
    public void It_is_decided_while_the_unit_exists_and_not_after_the_day_of_recording()
    {
        Undone.When(Recording() with { DecidedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "decidedOn", NotThere(Office, TooEarly));
        Undone.When(Recording() with { DecidedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "decidedOn", new { today = Given.Today });
    }

    [Fact]
    public void What_an_inspection_found_is_not_answered_for_before_it()
    {
        var found = Recording() with { FindingId = "finding-1" };

        Undone.When(found with { DecidedOn = May1 }).Refusal.ShouldBeNull();
        Undone.When(found with { DecidedOn = May1.PlusDays(-1) })
            .ShouldRefuse("date-too-early", "decidedOn", new { earliest = May1 });
    }

    [Fact]
    public void A_case_is_one_row_and_its_date_holds_its_unit()
    {
        var state = Given.Nothing.And(Recorded()).State<AccountabilityCase>(AccountabilityCase.Stream("case-1"));

        AccountabilityProjection.Rows(state).Single().ShouldBe(new CaseRow("case-1", Office, Li, June1,
            """{"caseId":"case-1","unitId":"office","personId":"li","taskId":"task-1","form":"reminder","ground":"Not done in time","cause":"Begun too late","decidedOn":"2025-06-01","version":1}"""));
        AccountabilityProjection.Rows(AccountabilityCase.Empty).ShouldBeEmpty();
        ActsOf(state).ShouldBe(["accountability-case 2025-06-01"]);
    }

    private static RecordAccountability Recording() =>
        new(Office, Li, "reminder", "Not done in time", "Begun too late", June1, "case-1", "task-1");

    private static AccountabilityRecorded Recorded() =>
        new("case-1", Office, Li, "reminder", "Not done in time", "Begun too late", June1, "task-1");
}
