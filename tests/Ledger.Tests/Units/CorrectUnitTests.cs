using Ledger.LeadingGroups;
using Ledger.Units;
using NodaTime;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

public class CorrectUnitTests
{
    private static readonly LocalDate Earlier = new(2024, 6, 1);

    [Fact]
    public void What_is_named_is_put_right()
    {
        var changes = new UnitChanges(NameZh: "综合办", LevelLabels: new LevelLabels("甲", "乙", "丙"));

        var decision = Founded.When(new CorrectUnit(Office, changes, "mistyped", "correction-1"));

        decision.ShouldRecord(Office, new UnitCorrected(Office, "correction-1", changes, "mistyped"));
    }

    [Fact]
    public void A_start_moves_to_an_earlier_date_and_an_id_left_out_is_made()
    {
        var decision = Founded.When(new CorrectUnit(Bureau, new(EffectiveFrom: Earlier), "mistyped"));

        decision.ShouldRecord(Bureau, new UnitCorrected(Bureau, "made-1", new(EffectiveFrom: Earlier), "mistyped"));
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(new CorrectUnit("elsewhere", new(NameZh: "甲"), "mistyped"));

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void A_correction_id_is_never_used_twice()
    {
        var given = Founded.And(new UnitCorrected(School, "correction-1", new(NameZh: "甲"), "mistyped"));

        var decision = given.When(new CorrectUnit(Office, new(NameZh: "甲"), "mistyped", "correction-1"));

        decision.ShouldFindTaken("correction", "correction-1", "correctionId");
    }

    [Fact]
    public void A_correction_names_something()
    {
        var decision = Founded.When(new CorrectUnit(Office, default, "mistyped"));

        decision.ShouldRefuse("nothing-to-correct", "changes");
    }

    [Fact]
    public void A_start_does_not_pass_an_assignment()
    {
        var given = Founded.And(Assigned("asg-1", Li, March1));

        var decision = given.When(new CorrectUnit(Office, new(EffectiveFrom: March1.PlusDays(1)), "mistyped"));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom",
            new { earliestAct = March1, Stream = "cell/office/training/First" });
    }

    [Fact]
    public void A_start_does_not_pass_a_child()
    {
        var decision = Founded.When(new CorrectUnit(Bureau, new(EffectiveFrom: March1), "mistyped"));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", new { earliestAct = January1, Stream = "unit/office" });
    }

    [Fact]
    public void A_start_does_not_pass_a_group()
    {
        var given = Founded.And(new LeadingGroupEstablished("group-1", Office, "responsibility", February1, []));

        var decision = given.When(new CorrectUnit(Office, new(EffectiveFrom: March1), "mistyped"));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", new { earliestAct = February1, Stream = "group/group-1" });
    }

    [Fact]
    public void A_start_does_not_pass_a_move()
    {
        var given = Founded.And(new UnitMoved(School, Office, Bureau, February1));

        var decision = given.When(new CorrectUnit(School, new(EffectiveFrom: March1), "mistyped"));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", new { earliestAct = February1, Stream = "unit/school" });
    }

    [Fact]
    public void A_start_does_not_pass_a_move_of_the_first_day()
    {
        var given = Founded.And(new UnitMoved(School, Office, Bureau, January1));

        var decision = given.When(new CorrectUnit(School, new(EffectiveFrom: March1), "mistyped"));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", new { earliestAct = January1, Stream = "unit/school" });
    }

    [Fact]
    public void A_start_moves_up_to_the_first_act()
    {
        var given = Founded.And(Assigned("asg-1", Li, March1));

        var decision = given.When(new CorrectUnit(Office, new(EffectiveFrom: March1), "mistyped"));

        decision.ShouldRecord(Office, new UnitCorrected(Office, "made-1", new(EffectiveFrom: March1), "mistyped"));
    }

    [Fact]
    public void A_start_lies_before_the_end()
    {
        var given = Founded.And(new UnitDissolved(School, March1, "merged"));

        var decision = given.When(new CorrectUnit(School, new(EffectiveFrom: March1), "mistyped"));

        decision.ShouldRefuse("start-not-before-end", "changes.effectiveFrom", new { DissolvedOn = March1 });
    }

    [Fact]
    public void A_start_does_not_lie_before_the_unit_above()
    {
        var decision = Founded.When(new CorrectUnit(Office, new(EffectiveFrom: Earlier), "mistyped"));

        decision.ShouldRefuse("unit-not-in-existence", "changes.effectiveFrom",
            new { UnitId = Bureau, on = Earlier, EffectiveFrom = January1 });
    }
}
