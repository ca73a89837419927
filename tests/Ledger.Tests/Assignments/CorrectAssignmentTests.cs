using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Assignments;

public class CorrectAssignmentTests
{
    private static readonly Given LiHolds = Founded.And(Assigned("asg-1", Li, February1));

    [Fact]
    public void An_end_taken_back_in_a_unit_that_has_ended_is_the_units_end()
    {
        var given = Founded.And(Assigned("asg-1", Li, January1), new UnitDissolved(Office, August1, "merged"),
            new AssignmentEnded("asg-1", Office, Training, Level.First, Li, August1, "merged", CausedByUnitId: Office));
        var changes = new AssignmentChanges(EndsOn: new Optional<LocalDate?>(null));

        var decision = given.When(new CorrectAssignment("asg-1", changes, "mistyped", "correct-asg-1"));

        decision.ShouldRecord("asg-1", Corrected("asg-1", Li, changes),
            new AssignmentEnded("asg-1", Office, Training, Level.First, Li, August1, "merged", CausedByUnitId: Office));
    }

    [Fact]
    public void What_is_named_is_put_right()
    {
        var changes = new AssignmentChanges(Wang, March1, Basis: Notice);

        var decision = LiHolds.When(new CorrectAssignment("asg-1", changes, "mistyped", "correction-1", new Basis("Minutes")));

        decision.ShouldRecord("asg-1", new AssignmentCorrected(
            "correction-1", "asg-1", Office, Training, Level.First, Wang, changes, "mistyped", new Basis("Minutes")));
        decision.Displaced.ShouldBeNull();
    }

    [Fact]
    public void An_id_left_out_is_made()
    {
        var decision = LiHolds.When(Correcting(new(EffectiveFrom: March1)));

        decision.ShouldRecord("asg-1", By("made-1", Li, new(EffectiveFrom: March1)));
    }

    [Fact]
    public void An_assignment_is_corrected_again_and_again()
    {
        var given = LiHolds.And(Corrected("asg-1", Wang, new(PersonId: Wang)));

        var decision = given.When(Correcting(new(EffectiveFrom: March1)));

        decision.ShouldRecord("asg-1", By("made-1", Wang, new(EffectiveFrom: March1)));
    }

    [Fact]
    public void A_start_moved_before_others_names_those_who_lose_days()
    {
        var given = Founded.And(Assigned("asg-0", Wang, January1), Replaced("asg-1", "asg-0", Li, February1));

        var decision = given.When(Correcting(new(EffectiveFrom: January1.PlusDays(10))));

        decision.ShouldRecord("asg-1", By("made-1", Li, new(EffectiveFrom: January1.PlusDays(10))) with
        {
            Displaced = [new("asg-0", Wang, January1)],
        });
        decision.Displaced.ShouldBe([new Displaced("asg-0", Wang, January1)]);
    }

    [Fact]
    public void A_start_moved_after_others_names_those_who_lose_days()
    {
        var given = LiHolds.And(Replaced("asg-2", "asg-1", Wang, March1));

        var decision = given.When(Correcting(new(EffectiveFrom: April1)));

        decision.ShouldRecord("asg-1", By("made-1", Li, new(EffectiveFrom: April1)) with { Displaced = [new("asg-2", Wang, March1)] });
    }

    [Fact]
    public void A_start_moved_onto_that_of_a_later_record_displaces_nobody()
    {
        var given = LiHolds.And(Replaced("asg-2", "asg-1", Wang, March1));

        var decision = given.When(Correcting(new(EffectiveFrom: March1)));

        decision.ShouldRecord("asg-1", By("made-1", Li, new(EffectiveFrom: March1)));
        decision.Displaced.ShouldBeNull();
    }

    [Fact]
    public void An_end_is_moved()
    {
        var given = LiHolds.And(Ended("asg-1", Li, March1));

        var decision = given.When(Correcting(new(EndsOn: (LocalDate?)April1)));

        decision.ShouldRecord("asg-1", By("made-1", Li, new(EndsOn: (LocalDate?)April1)));
    }

    [Fact]
    public void An_end_is_taken_back()
    {
        var given = LiHolds.And(Ended("asg-1", Li, March1));

        var decision = given.When(Correcting(new(EndsOn: (LocalDate?)null)));

        decision.ShouldRecord("asg-1", By("made-1", Li, new(EndsOn: (LocalDate?)null)));
    }

    [Fact]
    public void A_basis_is_put_right_even_when_the_holder_is_out_of_office_by_now()
    {
        var given = LiHolds.And(new LeftOffice(Li, Office, January1));

        var decision = given.When(Correcting(new(Basis: Notice)));

        decision.ShouldRecord("asg-1", By("made-1", Li, new(Basis: Notice)));
    }

    [Fact]
    public void The_assignment_must_be_known()
    {
        var decision = Founded.When(Correcting(new(PersonId: Wang)));

        decision.ShouldNotKnow("assignment", "asg-1", "assignmentId");
    }

    [Fact]
    public void A_correction_id_is_never_used_twice()
    {
        var given = LiHolds.And(new UnitCorrected(School, "correction-1", new(NameZh: "甲"), "mistyped"));

        var decision = given.When(Correcting(new(PersonId: Wang)) with { CorrectionId = "correction-1" });

        decision.ShouldFindTaken("correction", "correction-1", "correctionId");
    }

    [Theory]
    [InlineData(School, null, null)]
    [InlineData(null, Archives, null)]
    [InlineData(null, null, Level.Direct)]
    public void The_cell_is_never_corrected(string? unitId, string? areaId, Level? level)
    {
        var changes = new AssignmentChanges(
            UnitId: unitId is null ? default : new Optional<string>(unitId),
            AreaId: areaId is null ? default : new Optional<string>(areaId),
            Level: level is null ? default : new Optional<Level>(level.Value));

        var decision = LiHolds.When(Correcting(changes));

        decision.ShouldRefuse("void-and-assign", "changes", new { UnitId = Office, AreaId = Training, Level = Level.First });
    }

    [Fact]
    public void A_correction_names_something()
    {
        var decision = LiHolds.When(Correcting(default));

        decision.ShouldRefuse("nothing-to-correct", "changes");
    }

    [Fact]
    public void A_voided_assignment_is_not_corrected()
    {
        var given = LiHolds.And(Voided("asg-1", Li));

        var decision = given.When(Correcting(new(PersonId: Wang)));

        decision.ShouldRefuse("already-voided", "assignmentId");
    }

    [Fact]
    public void Only_one_that_was_ended_has_an_end_to_correct()
    {
        var decision = LiHolds.When(Correcting(new(EndsOn: (LocalDate?)April1)));

        decision.ShouldRefuse("not-ended", "changes.endsOn");
    }

    [Fact]
    public void A_start_lies_before_the_end()
    {
        var given = LiHolds.And(Ended("asg-1", Li, March1));

        var decision = given.When(Correcting(new(EffectiveFrom: March1)));

        decision.ShouldRefuse("start-not-before-end", "changes.effectiveFrom", new { EffectiveFrom = March1, EndsOn = March1 });
    }

    [Fact]
    public void An_end_lies_after_the_start()
    {
        var given = LiHolds.And(Ended("asg-1", Li, March1));

        var decision = given.When(Correcting(new(EndsOn: (LocalDate?)February1)));

        decision.ShouldRefuse("start-not-before-end", "changes.endsOn", new { EffectiveFrom = February1, EndsOn = February1 });
    }

    [Fact]
    public void The_new_holder_must_be_known()
    {
        var decision = LiHolds.When(Correcting(new(PersonId: "nobody")));

        decision.ShouldNotKnow("person", "nobody", "changes.personId");
    }

    [Fact]
    public void The_new_holder_must_be_in_office_on_the_start()
    {
        var given = LiHolds.And(new LeftOffice(Wang, Office, February1));

        var decision = given.When(Correcting(new(PersonId: Wang)));

        decision.ShouldRefuse("holder-not-in-office", "changes.personId",
            new { personId = Wang, on = February1, since = January1, LeftOn = February1 });
    }

    [Fact]
    public void The_holder_must_be_in_office_on_the_new_start()
    {
        var given = LiHolds.And(new LeftOffice(Li, Office, April1));

        var decision = given.When(Correcting(new(EffectiveFrom: April1)));

        decision.ShouldRefuse("holder-not-in-office", "changes.effectiveFrom",
            new { personId = Li, on = April1, since = January1, LeftOn = April1 });
    }

    [Fact]
    public void The_unit_must_exist_on_the_new_start()
    {
        var given = LiHolds.And(new UnitDissolved(Office, April1, "merged"));

        var decision = given.When(Correcting(new(EffectiveFrom: April1)));

        decision.ShouldRefuse("unit-not-in-existence", "changes.effectiveFrom",
            new { UnitId = Office, on = April1, EffectiveFrom = January1, DissolvedOn = April1 });
    }

    private static CorrectAssignment Correcting(AssignmentChanges changes) => new("asg-1", changes, "mistyped");

    private static AssignmentCorrected By(string correctionId, string personId, AssignmentChanges changes) =>
        Corrected("asg-1", personId, changes) with { CorrectionId = correctionId };
}
