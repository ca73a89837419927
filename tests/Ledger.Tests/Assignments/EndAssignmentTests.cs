using Ledger.Assignments;
using NodaTime;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Assignments;

public class EndAssignmentTests
{
    private static readonly Given LiHolds = Founded.And(Assigned("asg-1", Li, January1));

    [Fact]
    public void An_assignment_ends_on_the_first_day_without_it()
    {
        var decision = LiHolds.When(new EndAssignment("asg-1", August1, "retired", Notice));

        decision.ShouldRecord("asg-1", Ended("asg-1", Li, August1) with { Basis = Notice });
    }

    [Fact]
    public void The_shortest_lasts_one_day()
    {
        var decision = LiHolds.When(new EndAssignment("asg-1", January1.PlusDays(1), "retired"));

        decision.ShouldRecord("asg-1", Ended("asg-1", Li, January1.PlusDays(1)));
    }

    [Fact]
    public void One_that_was_replaced_may_be_ended()
    {
        var given = LiHolds.And(Replaced("asg-2", "asg-1", Wang, February1));

        var decision = given.When(new EndAssignment("asg-1", March1, "retired"));

        decision.ShouldRecord("asg-1", Ended("asg-1", Li, March1));
    }

    [Fact]
    public void One_whose_end_was_taken_back_may_be_ended()
    {
        var given = LiHolds.And(Ended("asg-1", Li, March1), Corrected("asg-1", Li, new(EndsOn: (LocalDate?)null)));

        var decision = given.When(new EndAssignment("asg-1", April1, "retired"));

        decision.ShouldRecord("asg-1", Ended("asg-1", Li, April1));
    }

    [Fact]
    public void The_assignment_must_be_known()
    {
        var decision = Founded.When(new EndAssignment("asg-1", March1, "retired"));

        decision.ShouldNotKnow("assignment", "asg-1", "assignmentId");
    }

    [Fact]
    public void An_assignment_ends_once()
    {
        var given = LiHolds.And(Ended("asg-1", Li, March1));

        var decision = given.When(new EndAssignment("asg-1", April1, "retired"));

        decision.ShouldRefuse("already-ended", "assignmentId", new { EndsOn = March1 });
    }

    [Fact]
    public void A_voided_assignment_does_not_end()
    {
        var given = LiHolds.And(Voided("asg-1", Li));

        var decision = given.When(new EndAssignment("asg-1", March1, "retired"));

        decision.ShouldRefuse("already-voided", "assignmentId");
    }

    [Fact]
    public void An_assignment_does_not_end_on_its_first_day()
    {
        var decision = LiHolds.When(new EndAssignment("asg-1", January1, "retired"));

        decision.ShouldRefuse("end-not-after-start", "endsOn", new { EffectiveFrom = January1 });
    }

    [Fact]
    public void The_start_that_counts_is_the_corrected_one()
    {
        var given = LiHolds.And(Corrected("asg-1", Li, new(EffectiveFrom: March1)));

        var decision = given.When(new EndAssignment("asg-1", February1, "retired"));

        decision.ShouldRefuse("end-not-after-start", "endsOn", new { EffectiveFrom = March1 });
    }
}
