using Ledger.Assignments;
using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.Units;
using NodaTime;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

public class CorrectUnitTests
{
    private static readonly LocalDate Earlier = new(2024, 6, 1);
    private static readonly Given WithCounter = Founded.And(
        new UnitRegistered("counter", "窗口", "Counter", "branch", 2, Bureau, January1, LevelLabels.Default, []));

    [Fact]
    public void What_is_named_is_put_right()
    {
        var changes = new UnitChanges(NameZh: "综合办", LevelLabels: new LevelLabels("甲", "乙", "丙"));

        var decision = Founded.When(new CorrectUnit(Office, changes, "mistyped", "correction-1", Notice));

        decision.ShouldRecord(Office, new UnitCorrected(Office, "correction-1", changes, "mistyped", Notice, January1));
    }

    [Fact]
    public void A_start_moves_to_an_earlier_date_and_an_id_left_out_is_made()
    {
        var decision = Founded.When(new CorrectUnit(Bureau, new(EffectiveFrom: Earlier), "mistyped"));

        decision.ShouldRecord(Bureau, new UnitCorrected(Bureau, "made-1", new(EffectiveFrom: Earlier), "mistyped", NameFrom: January1));
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
        var given = WithCounter.And(Assigned("asg-1", Li, March1, "counter"));

        var decision = given.When(Starting("counter", March1.PlusDays(1)));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", Act("assignment", "asg-1", March1));
    }

    [Fact]
    public void A_start_does_not_pass_a_post_taken_up()
    {
        var decision = Founded.When(Starting(School, March1));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", Act("person", Zhang, January1));
    }

    [Fact]
    public void A_start_does_not_pass_a_child()
    {
        var decision = Founded.When(Starting(Bureau, March1));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", Act("unit", Office, January1));
    }

    [Fact]
    public void A_start_does_not_pass_a_group()
    {
        var given = WithCounter.And(new LeadingGroupEstablished("group-1", "counter", "responsibility", February1, []));

        var decision = given.When(Starting("counter", March1));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", Act("leading-group", "group-1", February1));
    }

    [Fact]
    public void A_start_does_not_pass_a_meeting()
    {
        var given = WithCounter.And(Held("meeting-1", February1) with { UnitId = "counter" });

        var decision = given.When(Starting("counter", March1));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", Act("meeting", "meeting-1", February1));
    }

    [Fact]
    public void A_start_does_not_pass_a_move()
    {
        var given = WithCounter.And(new UnitMoved("counter", Office, Bureau, February1));

        var decision = given.When(Starting("counter", March1));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", Act("unit", "counter", February1));
    }

    [Fact]
    public void A_start_does_not_pass_a_move_of_the_first_day()
    {
        var given = WithCounter.And(new UnitMoved("counter", Office, Bureau, January1));

        var decision = given.When(Starting("counter", March1));

        decision.ShouldRefuse("act-before-start", "changes.effectiveFrom", Act("unit", "counter", January1));
    }

    [Fact]
    public void A_start_moves_up_to_the_first_act()
    {
        var given = WithCounter.And(Assigned("asg-1", Li, March1, "counter"));

        var decision = given.When(Starting("counter", March1));

        decision.ShouldRecord("counter", new UnitCorrected("counter", "made-1", new(EffectiveFrom: March1), "mistyped", NameFrom: January1));
    }

    [Fact]
    public void A_voided_assignment_does_not_hold_the_start()
    {
        var given = WithCounter.And(Assigned("asg-1", Li, February1, "counter")).AndThen(new VoidAssignment("asg-1", "never was"));

        var decision = given.When(Starting("counter", March1));

        decision.ShouldRecord("counter", new UnitCorrected("counter", "made-1", new(EffectiveFrom: March1), "mistyped", NameFrom: January1));
    }

    [Fact]
    public void A_start_lies_before_the_end()
    {
        var given = WithCounter.And(new UnitDissolved("counter", March1, "merged"));

        var decision = given.When(Starting("counter", March1));

        decision.ShouldRefuse("start-not-before-end", "changes.effectiveFrom", new { DissolvedOn = March1 });
    }

    [Fact]
    public void A_start_does_not_lie_before_the_unit_above()
    {
        var decision = Founded.When(new CorrectUnit(Office, new(EffectiveFrom: Earlier), "mistyped"));

        decision.ShouldRefuse("unit-not-in-existence", "changes.effectiveFrom",
            new { UnitId = Bureau, on = Earlier, EffectiveFrom = January1 });
    }

    private static CorrectUnit Starting(string unitId, LocalDate on) => new(unitId, new(EffectiveFrom: on), "mistyped");

    private static object Act(string kind, string id, LocalDate on) => new { earliestAct = new DatedAct(kind, id, on) };
}
