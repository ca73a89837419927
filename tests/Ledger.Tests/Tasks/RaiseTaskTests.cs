using Ledger.Meetings;
using Ledger.People;
using Ledger.Reports;
using Ledger.Tasks;
using Ledger.Units;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Tasks;

public class RaiseTaskTests
{
    [Fact]
    public void A_task_follows_from_a_resolution()
    {
        var given = Founded.And(Held("meeting-1", May1, new Resolution("res-1", Training, "Renew the register")));

        var decision = given.When(Raising() with { PlanId = null, ResolutionId = "res-1", Basis = Notice });

        decision.ShouldCreate("task-1", new TaskRaised(
            "task-1", Office, Training, "Renew the register", Li, July1, ResolutionId: "res-1", Basis: Notice));
    }

    [Fact]
    public void A_task_follows_from_a_finding()
    {
        var given = Founded.And(Inspected("inspection-1", Found("finding-1")));

        var decision = given.When(Raising() with { PlanId = null, FindingId = "finding-1" });

        decision.ShouldCreate("task-1", new TaskRaised(
            "task-1", Office, Training, "Renew the register", Li, July1, FindingId: "finding-1"));
    }

    [Fact]
    public void The_finding_must_be_known() =>
        Founded.When(Raising() with { PlanId = null, FindingId = "finding-1" }).ShouldNotKnow("finding", "finding-1", "findingId");

    [Fact]
    public void The_finding_must_have_been_made_in_the_unit()
    {
        var given = Founded.And(Inspected("inspection-1", Found("finding-1")) with { UnitId = School });

        var decision = given.When(Raising() with { PlanId = null, FindingId = "finding-1" });

        decision.ShouldRefuse("finding-of-another-unit", "findingId", new { InspectionId = "inspection-1", UnitId = School });
    }

    [Fact]
    public void The_plan_must_be_known() => Founded.When(Raising()).ShouldNotKnow("plan", "plan-1", "planId");

    [Fact]
    public void The_plan_must_be_a_plan()
    {
        var decision = Founded.And(Planned(kind: ReportKind.AnnualSummary)).When(Raising());

        decision.ShouldRefuse("not-a-plan", "planId", new { Kind = ReportKind.AnnualSummary });
    }

    [Fact]
    public void A_unit_above_may_have_planned_it()
    {
        var decision = Founded.And(Planned() with { UnitId = Bureau }).When(Raising());

        decision.ShouldCreate("task-1", Raised("task-1"));
    }

    [Fact]
    public void A_task_follows_from_a_plan_and_an_id_left_out_is_made()
    {
        var decision = Founded.And(Planned()).When(Raising() with { TaskId = null });

        decision.ShouldCreate("made-1", Raised("made-1"));
    }

    [Fact]
    public void An_id_is_never_used_twice()
    {
        var given = Founded.And(Raised("task-1"));

        var decision = given.When(Raising());

        decision.ShouldFindTaken("task", "task-1", "taskId");
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("res-1", "finding-1", null)]
    [InlineData("res-1", "finding-1", "plan-1")]
    public void A_task_has_exactly_one_source(string? resolutionId, string? findingId, string? planId)
    {
        var decision = Founded.When(Raising() with { ResolutionId = resolutionId, FindingId = findingId, PlanId = planId });

        decision.ShouldRefuse("exactly-one-source", "resolutionId", new { oneOf = new[] { "resolutionId", "findingId", "planId" } });
    }

    [Fact]
    public void The_resolution_must_be_known()
    {
        var decision = Founded.When(Raising() with { PlanId = null, ResolutionId = "res-1" });

        decision.ShouldNotKnow("resolution", "res-1", "resolutionId");
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(Raising() with { UnitId = "elsewhere" });

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void The_unit_must_exist_on_the_day_of_recording()
    {
        var given = Founded.And(new UnitDissolved(Office, Given.Today, "merged"));

        var decision = given.When(Raising());

        decision.ShouldRefuse("unit-not-in-existence", "unitId",
            new { UnitId = Office, on = Given.Today, EffectiveFrom = January1, DissolvedOn = Given.Today });
    }

    [Fact]
    public void The_area_must_be_known()
    {
        var decision = Founded.When(Raising() with { AreaId = "weather" });

        decision.ShouldNotKnow("area", "weather", "areaId");
    }

    [Fact]
    public void The_owner_must_be_known()
    {
        var decision = Founded.When(Raising() with { OwnerId = "nobody" });

        decision.ShouldNotKnow("person", "nobody", "ownerId");
    }

    [Fact]
    public void The_owner_must_be_in_office_on_the_day_of_recording()
    {
        var given = Founded.And(new LeftOffice(Li, Office, Given.Today));

        var decision = given.When(Raising());

        decision.ShouldRefuse("holder-not-in-office", "ownerId",
            new { personId = Li, on = Given.Today, since = January1, LeftOn = Given.Today });
    }

    private static RaiseTask Raising() => new(Office, Training, "Renew the register", Li, July1, "task-1", PlanId: "plan-1");
}
