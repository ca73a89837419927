using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Units;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Assignments;

public class VoidAssignmentTests
{
    private static readonly Given LiHolds = Founded.And(Assigned("asg-1", Li, January1));

    [Fact]
    public void An_assignment_is_held_never_to_have_been()
    {
        var decision = LiHolds.When(new VoidAssignment("asg-1", "never was", "void-asg-1", Notice));

        decision.ShouldRecord("asg-1", Voided("asg-1", Li) with { Basis = Notice });
    }

    [Fact]
    public void An_id_left_out_is_made()
    {
        var decision = LiHolds.When(new VoidAssignment("asg-1", "never was"));

        decision.ShouldRecord("asg-1", Voided("asg-1", Li) with { CorrectionId = "made-1" });
    }

    [Fact]
    public void One_that_ended_or_was_replaced_may_be_voided()
    {
        var given = LiHolds.And(Ended("asg-1", Li, March1), Replaced("asg-2", "asg-1", Wang, March1));

        var decision = given.When(new VoidAssignment("asg-1", "never was", "void-asg-1"));

        decision.ShouldRecord("asg-1", Voided("asg-1", Li));
    }

    [Fact]
    public void Whoever_resumes_in_a_unit_that_has_ended_ends_with_it()
    {
        var given = LiHolds.And(Replaced("asg-2", "asg-1", Wang, March1), new UnitDissolved(Office, August1, "merged"),
            new AssignmentEnded("asg-2", Office, Training, Level.First, Wang, August1, "merged", CausedByUnitId: Office));

        var decision = given.When(new VoidAssignment("asg-2", "never was", "void-asg-2"));

        decision.ShouldRecord("asg-2", Voided("asg-2", Wang),
            new AssignmentEnded("asg-1", Office, Training, Level.First, Li, August1, "merged", CausedByUnitId: Office));
    }

    [Fact]
    public void The_assignment_must_be_known()
    {
        var decision = Founded.When(new VoidAssignment("asg-1", "never was"));

        decision.ShouldNotKnow("assignment", "asg-1", "assignmentId");
    }

    [Fact]
    public void A_correction_id_is_never_used_twice()
    {
        var given = LiHolds.And(Assigned("asg-2", Zhang, January1, School)).AndThen(new VoidAssignment("asg-2", "never was", "void-1"));

        var decision = given.When(new VoidAssignment("asg-1", "never was", "void-1"));

        decision.ShouldFindTaken("correction", "void-1", "correctionId");
    }

    [Fact]
    public void An_assignment_is_voided_once()
    {
        var given = LiHolds.And(Voided("asg-1", Li));

        var decision = given.When(new VoidAssignment("asg-1", "never was"));

        decision.ShouldRefuse("already-voided", "assignmentId");
    }
}
