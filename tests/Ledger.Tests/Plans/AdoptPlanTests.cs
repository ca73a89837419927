using Ledger.Plans;
using Ledger.Tasks;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Plans;

public class AdoptPlanTests
{
    [Fact]
    public void A_unit_adopts_a_plan() => Founded.When(Adopting() with { Basis = Notice })
        .ShouldCreate("plan-2", Adopted() with { Basis = Notice });

    [Fact]
    public void A_plan_may_be_for_a_period_that_has_not_begun_and_for_no_area()
    {
        Founded.When(Adopting() with { Period = "2026" }).Refusal.ShouldBeNull();
        Founded.When(Adopting() with { AreaIds = [] }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void An_id_left_out_is_made() => Founded.When(Adopting() with { PlanId = null }).Id.ShouldBe("made-1");

    [Fact]
    public void An_id_is_never_used_twice() => Founded.AndThen(Adopting()).When(Adopting()).ShouldFindTaken("plan", "plan-2", "planId");

    [Fact]
    public void What_it_names_must_be_known_and_each_area_once()
    {
        Founded.When(Adopting() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Adopting() with { AreaIds = [Training, "nothing"] }).ShouldNotKnow("area", "nothing", "areaIds");
        Founded.When(Adopting() with { AreaIds = [Training, Training] }).ShouldRefuse("listed-twice", "areaIds", new { value = Training });
    }

    [Fact]
    public void It_is_adopted_while_the_unit_exists_and_not_after_the_day_of_recording()
    {
        Founded.When(Adopting() with { AdoptedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "adoptedOn", NotThere(Office, TooEarly));
        Founded.When(Adopting() with { AdoptedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "adoptedOn", new { today = Given.Today });
    }

    [Fact]
    public void A_task_follows_from_an_adopted_plan_also_of_another_unit()
    {
        var raising = new RaiseTask(School, Training, "Sort the archive", Zhang, July1, "task-1", PlanId: "plan-2");

        Founded.AndThen(Adopting()).When(raising).Refusal.ShouldBeNull();
        Founded.When(raising).ShouldNotKnow("plan", "plan-2", "planId");
    }

    [Fact]
    public void A_plan_is_one_row_and_its_date_holds_its_unit()
    {
        var state = Given.Nothing.And(Adopted()).State<Plan>(Plan.Stream("plan-2"));

        PlansProjection.Rows(state).Single().ShouldBe(new PlanRow("plan-2", Office, "2025-H2", May1,
            """{"planId":"plan-2","unitId":"office","title":"Training","period":"2025-H2","adoptedOn":"2025-05-01","areaIds":["training"]}"""));
        PlansProjection.Rows(Plan.Empty).ShouldBeEmpty();
        Founded.AndThen(Adopting()).When(new DissolveUnit(Office, May1, "merged")).ShouldRefuse("unit-in-use", "dissolvedOn", new
        {
            children = Array.Empty<string>(),
            unsettled = Array.Empty<string>(),
            actsOnOrAfter = new[] { new { Kind = "plan", Id = "plan-2", On = May1 } },
        });
    }

    private static AdoptPlan Adopting() => new(Office, "Training", "2025-H2", May1, [Training], "plan-2");

    private static PlanAdopted Adopted() => new("plan-2", Office, "Training", "2025-H2", May1, [Training]);
}
