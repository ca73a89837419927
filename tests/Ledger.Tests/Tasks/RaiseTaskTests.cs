using Ledger.Meetings;
using Ledger.People;
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
    public void A_task_follows_from_a_finding_that_is_not_checked_yet()
    {
        var decision = Founded.When(Raising() with { PlanId = null, FindingId = "finding-1" });

        decision.ShouldCreate("task-1", new TaskRaised(
            "task-1", Office, Training, "Renew the register", Li, July1, FindingId: "finding-1"));
    }

    [Fact]
    public void A_task_follows_from_a_plan_and_an_id_left_out_is_made()
    {
        var decision = Founded.When(Raising() with { TaskId = null });

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
