using Ledger.Areas;
using Ledger.Assignments;
using Ledger.People;
using Ledger.Units;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Assignments;

public class AssignLeaderTests
{
    [Fact]
    public void A_holder_takes_up_a_cell_that_nobody_holds()
    {
        var decision = Founded.When(new AssignLeader(Office, Training, Level.First, Li, March1, "asg-1", Notice));

        decision.ShouldCreate("asg-1", new LeaderAssigned("asg-1", Office, Training, Level.First, Li, March1, Notice));
        decision.Displaced.ShouldBeNull();
    }

    [Fact]
    public void An_id_left_out_is_made()
    {
        var decision = Founded.When(new AssignLeader(Office, Training, Level.First, Li, March1));

        decision.ShouldCreate("made-1", Assigned("made-1", Li, March1));
    }

    [Fact]
    public void A_cell_of_another_level_is_another_cell()
    {
        var given = Founded.And(Assigned("asg-1", Li, January1));

        var decision = given.When(new AssignLeader(Office, Training, Level.Leading, Wang, March1, "asg-2"));

        decision.ShouldCreate("asg-2", new LeaderAssigned("asg-2", Office, Training, Level.Leading, Wang, March1));
    }

    [Fact]
    public void A_held_cell_names_who_holds_it_since_when()
    {
        var given = Founded.And(Assigned("asg-1", Li, January1), Ended("asg-1", Li, April1));

        var decision = given.When(ToTraining(Wang, April1.PlusDays(-1)));

        decision.ShouldRefuse("cell-held", "effectiveFrom",
            new { PersonId = Li, AssignmentId = "asg-1", Since = January1, EndsOn = April1 });
    }

    [Fact]
    public void A_cell_is_free_from_the_day_on_which_its_holder_ends()
    {
        var given = Founded.And(Assigned("asg-1", Li, January1), Ended("asg-1", Li, April1));

        var decision = given.When(ToTraining(Wang, April1));

        decision.ShouldCreate("asg-2", Assigned("asg-2", Wang, April1));
    }

    [Fact]
    public void Before_a_later_assignment_a_cell_is_free_and_nobody_is_displaced()
    {
        var given = Founded.And(Assigned("asg-1", Li, August1));

        var decision = given.When(ToTraining(Wang, March1));

        decision.ShouldCreate("asg-2", Assigned("asg-2", Wang, March1));
        decision.Displaced.ShouldBeNull();
    }

    [Fact]
    public void An_assignment_id_is_never_used_twice_not_even_in_another_cell()
    {
        var given = Founded.And(Assigned("asg-1", Li, January1));

        var decision = given.When(new AssignLeader(School, Archives, Level.Direct, Zhang, March1, "asg-1"));

        decision.ShouldFindTaken("assignment", "asg-1", "assignmentId");
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(ToTraining(Li, March1) with { UnitId = "elsewhere" });

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void The_area_must_be_known()
    {
        var decision = Founded.When(ToTraining(Li, March1) with { AreaId = "weather" });

        decision.ShouldNotKnow("area", "weather", "areaId");
    }

    [Fact]
    public void The_person_must_be_known()
    {
        var decision = Founded.When(ToTraining("nobody", March1));

        decision.ShouldNotKnow("person", "nobody", "personId");
    }

    [Fact]
    public void The_unit_must_exist_on_that_day()
    {
        var decision = Founded.When(ToTraining(Li, TooEarly));

        decision.ShouldRefuse("unit-not-in-existence", "effectiveFrom",
            new { UnitId = Office, on = TooEarly, EffectiveFrom = January1 });
    }

    [Fact]
    public void Nobody_is_assigned_before_they_are_in_office()
    {
        var given = Founded.And(new OfficeHolderRegistered("chen", Office, "科长", PostCategory.SectionHead, March1));

        var decision = given.When(ToTraining("chen", March1.PlusDays(-1)));

        decision.ShouldRefuse("holder-not-in-office", "personId",
            new { personId = "chen", on = March1.PlusDays(-1), since = March1 });
    }

    [Fact]
    public void Nobody_is_assigned_on_the_day_they_left()
    {
        var given = Founded.And(new LeftOffice(Li, Office, March1));

        var decision = given.When(ToTraining(Li, March1));

        decision.ShouldRefuse("holder-not-in-office", "personId",
            new { personId = Li, on = March1, since = January1, LeftOn = March1 });
    }

    [Fact]
    public void Somebody_is_assigned_on_their_last_day_in_office()
    {
        var given = Founded.And(new LeftOffice(Li, Office, March1));

        var decision = given.When(ToTraining(Li, March1.PlusDays(-1)));

        decision.ShouldCreate("asg-2", Assigned("asg-2", Li, March1.PlusDays(-1)));
    }

    [Fact]
    public void An_assignment_recorded_after_the_end_of_its_unit_ends_with_it()
    {
        var given = Founded.And(new UnitDissolved(Office, May1, "merged"));

        var decision = given.When(ToTraining(Li, March1));

        decision.ShouldCreate("asg-2", Assigned("asg-2", Li, March1),
            new AssignmentEnded("asg-2", Office, Training, Level.First, Li, May1, "merged", CausedByUnitId: Office));
    }

    [Fact]
    public void An_assignment_that_another_takes_over_before_the_end_of_the_unit_is_not_ended_again()
    {
        var given = Founded.And(
            Assigned("asg-1", Wang, April1),
            new UnitDissolved(Office, May1, "merged"),
            Ended("asg-1", Wang, May1));

        var decision = given.When(ToTraining(Li, March1));

        decision.ShouldCreate("asg-2", Assigned("asg-2", Li, March1));
    }

    private static AssignLeader ToTraining(string personId, LocalDate from) =>
        new(Office, Training, Level.First, personId, from, "asg-2");
}
