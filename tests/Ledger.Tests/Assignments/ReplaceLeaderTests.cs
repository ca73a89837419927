using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.People;
using Ledger.Units;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Assignments;

public class ReplaceLeaderTests
{
    private static readonly Given LiHolds = Founded.And(Assigned("asg-1", Li, January1));

    [Fact]
    public void Another_takes_over_and_the_one_who_loses_days_is_named()
    {
        var decision = LiHolds.When(new ReplaceLeader(
            "asg-1", Wang, March1, "asg-2", Office, Training, Level.First, "rotation", Notice));

        decision.ShouldCreate("asg-2", new LeaderReplaced(
            "asg-2", "asg-1", Office, Training, Level.First, Wang, March1, "rotation", Notice, [new("asg-1", Li, January1)]));
        decision.Displaced.ShouldBe([new Displaced("asg-1", Li, January1)]);
    }

    [Fact]
    public void An_id_left_out_is_made()
    {
        var decision = LiHolds.When(new ReplaceLeader("asg-1", Wang, March1));

        decision.ShouldCreate("made-1", Replaced("made-1", "asg-1", Wang, March1) with { Displaced = [new("asg-1", Li, January1)] });
    }

    [Fact]
    public void Somebody_is_replaced_from_their_very_first_day()
    {
        var decision = LiHolds.When(By(Wang, January1));

        decision.ShouldCreate("asg-2", Replaced("asg-2", "asg-1", Wang, January1) with { Displaced = [new("asg-1", Li, January1)] });
    }

    [Fact]
    public void Somebody_is_replaced_on_the_day_after_their_last_and_nobody_loses_a_day()
    {
        var given = LiHolds.And(Ended("asg-1", Li, March1));

        var decision = given.When(By(Wang, March1));

        decision.ShouldCreate("asg-2", Replaced("asg-2", "asg-1", Wang, March1));
        decision.Displaced.ShouldBeNull();
    }

    [Fact]
    public void A_holder_before_a_later_one_is_replaced_for_the_days_between()
    {
        var given = LiHolds.And(Replaced("asg-9", "asg-1", Zhang, August1));

        var decision = given.When(By(Wang, March1));

        decision.ShouldCreate("asg-2", Replaced("asg-2", "asg-1", Wang, March1) with { Displaced = [new("asg-1", Li, January1)] });
    }

    [Fact]
    public void A_successor_who_starts_on_the_same_day_is_displaced_by_the_later_record()
    {
        var given = LiHolds.And(Replaced("asg-9", "asg-1", Zhang, March1));

        var decision = given.When(By(Wang, March1));

        decision.ShouldCreate("asg-2", Replaced("asg-2", "asg-1", Wang, March1) with { Displaced = [new("asg-9", Zhang, March1)] });
    }

    [Fact]
    public void An_assignment_id_is_never_used_twice()
    {
        var given = LiHolds.And(Assigned("asg-2", Zhang, January1, School));

        var decision = given.When(By(Wang, March1));

        decision.ShouldFindTaken("assignment", "asg-2", "assignmentId");
    }

    [Fact]
    public void The_one_replaced_must_be_known()
    {
        var decision = Founded.When(By(Wang, March1));

        decision.ShouldNotKnow("assignment", "asg-1", "replacesAssignmentId");
    }

    [Theory]
    [InlineData(School, null, null)]
    [InlineData(null, Archives, null)]
    [InlineData(null, null, Level.Direct)]
    public void A_unit_area_or_level_that_is_given_must_be_that_of_the_one_replaced(string? unitId, string? areaId, Level? level)
    {
        var decision = LiHolds.When(By(Wang, March1) with { UnitId = unitId, AreaId = areaId, Level = level });

        decision.ShouldRefuse("another-cell", "replacesAssignmentId", new { UnitId = Office, AreaId = Training, Level = Level.First });
    }

    [Fact]
    public void The_person_must_be_known()
    {
        var decision = LiHolds.When(By("nobody", March1));

        decision.ShouldNotKnow("person", "nobody", "personId");
    }

    [Fact]
    public void The_person_must_be_in_office_on_that_day()
    {
        var given = LiHolds.And(new LeftOffice(Wang, Office, March1));

        var decision = given.When(By(Wang, March1));

        decision.ShouldRefuse("holder-not-in-office", "personId",
            new { personId = Wang, on = March1, since = January1, LeftOn = March1 });
    }

    [Fact]
    public void The_unit_must_exist_on_that_day()
    {
        var given = LiHolds.And(new UnitDissolved(Office, March1, "merged"));

        var decision = given.When(By(Wang, March1));

        decision.ShouldRefuse("unit-not-in-existence", "effectiveFrom",
            new { UnitId = Office, on = March1, EffectiveFrom = January1, DissolvedOn = March1 });
    }

    [Fact]
    public void One_who_holds_the_cell_neither_on_that_day_nor_the_day_before_is_not_replaced()
    {
        var given = LiHolds.And(Replaced("asg-9", "asg-1", Zhang, March1));

        var decision = given.When(By(Wang, March1.PlusDays(1)));

        decision.ShouldRefuse("not-the-holder", "replacesAssignmentId",
            new { Voided = false, EffectiveFrom = January1, Holder = "asg-9", PersonId = Zhang, Since = March1 });
    }

    [Fact]
    public void One_who_ended_before_the_day_before_is_not_replaced()
    {
        var given = LiHolds.And(Ended("asg-1", Li, March1));

        var decision = given.When(By(Wang, March1.PlusDays(1)));

        decision.ShouldRefuse("not-the-holder", "replacesAssignmentId",
            new { Voided = false, EffectiveFrom = January1, EndsOn = March1 });
    }

    [Fact]
    public void One_who_has_not_started_yet_is_not_replaced()
    {
        var given = Founded.And(Assigned("asg-1", Li, August1));

        var decision = given.When(By(Wang, July1));

        decision.ShouldRefuse("not-the-holder", "replacesAssignmentId", new { Voided = false, EffectiveFrom = August1 });
    }

    [Fact]
    public void A_voided_assignment_is_not_replaced()
    {
        var given = LiHolds.And(Voided("asg-1", Li));

        var decision = given.When(By(Wang, March1));

        decision.ShouldRefuse("not-the-holder", "replacesAssignmentId", new { Voided = true, EffectiveFrom = January1 });
    }

    [Fact]
    public void A_replacement_recorded_after_the_end_of_the_unit_ends_with_it()
    {
        var given = LiHolds.And(new UnitDissolved(Office, May1, "merged"), Ended("asg-1", Li, May1));

        var decision = given.When(By(Wang, March1));

        decision.ShouldCreate("asg-2",
            Replaced("asg-2", "asg-1", Wang, March1) with { Displaced = [new("asg-1", Li, January1)] },
            new AssignmentEnded("asg-2", Office, Training, Level.First, Wang, May1, "merged", CausedByUnitId: Office));
    }

    private static ReplaceLeader By(string personId, LocalDate from) => new("asg-1", personId, from, "asg-2");
}
