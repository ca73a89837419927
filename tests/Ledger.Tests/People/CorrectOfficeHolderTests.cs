using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.People;
using NodaTime;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.People;

public class CorrectOfficeHolderTests
{
    [Fact]
    public void What_is_named_is_put_right()
    {
        var changes = new OfficeHolderChanges("副主任", PostCategory.LeaderInCharge, March1);

        var decision = Founded.When(new CorrectOfficeHolder(Li, changes, "mistyped", "correction-1", Notice));

        decision.ShouldRecord(Li, new OfficeHolderCorrected(Li, Office, "correction-1", changes, "mistyped", Notice, January1));
    }

    [Fact]
    public void A_leaving_is_taken_back_and_an_id_left_out_is_made()
    {
        var given = Founded.And(new LeftOffice(Li, Office, March1));

        var decision = given.When(new CorrectOfficeHolder(Li, new(LeftOn: (LocalDate?)null), "stays"));

        decision.ShouldRecord(Li, new OfficeHolderCorrected(Li, Office, "made-1", new(LeftOn: (LocalDate?)null), "stays", PostSince: January1));
    }

    [Fact]
    public void A_post_starts_while_its_unit_exists()
    {
        var decision = Founded.When(new CorrectOfficeHolder(Li, new(Since: TooEarly), "mistyped"));

        decision.ShouldRefuse("unit-not-in-existence", "changes.since", new
        {
            UnitId = Office,
            on = TooEarly,
            EffectiveFrom = January1,
            DissolvedOn = (LocalDate?)null,
        });
    }

    [Fact]
    public void The_post_in_force_is_meant_and_not_one_to_come()
    {
        var given = Founded.And(new PostChanged(Li, School, Office, "校长", PostCategory.Head, August1.PlusYears(9)));

        var decision = given.When(new CorrectOfficeHolder(Li, new("副主任"), "mistyped"));

        decision.ShouldRecord(Li, new OfficeHolderCorrected(Li, Office, "made-1", new("副主任"), "mistyped", PostSince: January1));
    }

    [Fact]
    public void A_seat_in_a_group_starts_in_office()
    {
        var given = Founded.And(new LeadingGroupEstablished("group-1", Office, "responsibility", February1, [new(Li, GroupRole.Head)]));

        var decision = given.When(new CorrectOfficeHolder(Li, new(Since: March1), "mistyped"));

        decision.ShouldRefuse("assignment-outside-office", "changes.since", new { duty = new DatedAct("leading-group", "group-1", February1) });
    }

    [Fact]
    public void The_person_must_be_known()
    {
        var decision = Founded.When(new CorrectOfficeHolder("nobody", new("甲"), "mistyped"));

        decision.ShouldNotKnow("person", "nobody", "personId");
    }

    [Fact]
    public void A_correction_id_is_never_used_twice()
    {
        var given = Founded.And(new OfficeHolderCorrected(Wang, Office, "correction-1", new("甲"), "mistyped"));

        var decision = given.When(new CorrectOfficeHolder(Li, new("甲"), "mistyped", "correction-1"));

        decision.ShouldFindTaken("correction", "correction-1", "correctionId");
    }

    [Fact]
    public void A_correction_names_something()
    {
        var decision = Founded.When(new CorrectOfficeHolder(Li, default, "mistyped"));

        decision.ShouldRefuse("nothing-to-correct", "changes");
    }

    [Fact]
    public void Only_one_who_left_has_a_leaving_to_correct()
    {
        var decision = Founded.When(new CorrectOfficeHolder(Li, new(LeftOn: (LocalDate?)March1), "mistyped"));

        decision.ShouldRefuse("not-left", "changes.leftOn");
    }

    [Fact]
    public void A_leaving_does_not_move_before_the_first_day()
    {
        var given = Founded.And(new LeftOffice(Li, Office, March1));

        var decision = given.When(new CorrectOfficeHolder(Li, new(LeftOn: (LocalDate?)TooEarly), "mistyped"));

        decision.ShouldRefuse("left-before-start", "changes.leftOn", new { since = January1, LeftOn = TooEarly });
    }

    [Fact]
    public void A_leaving_moves_up_to_the_first_day()
    {
        var given = Founded.And(new LeftOffice(Li, Office, March1));

        var decision = given.When(new CorrectOfficeHolder(Li, new(LeftOn: (LocalDate?)January1), "mistyped"));

        decision.ShouldRecord(Li, new OfficeHolderCorrected(Li, Office, "made-1", new(LeftOn: (LocalDate?)January1), "mistyped", PostSince: January1));
    }

    [Fact]
    public void A_first_day_does_not_move_after_the_leaving()
    {
        var given = Founded.And(new LeftOffice(Li, Office, March1));

        var decision = given.When(new CorrectOfficeHolder(Li, new(Since: April1), "mistyped"));

        decision.ShouldRefuse("left-before-start", "changes.since", new { since = April1, LeftOn = March1 });
    }

    [Fact]
    public void A_first_day_does_not_pass_an_assignment()
    {
        var given = Founded.And(Assigned("asg-1", Li, February1));

        var decision = given.When(new CorrectOfficeHolder(Li, new(Since: March1), "mistyped"));

        decision.ShouldRefuse("assignment-outside-office", "changes.since", new { duty = new DatedAct("assignment", "asg-1", February1) });
    }

    [Fact]
    public void A_leaving_does_not_move_before_an_assignment()
    {
        var given = Founded.And(Assigned("asg-1", Li, February1), new LeftOffice(Li, Office, March1));

        var decision = given.When(new CorrectOfficeHolder(Li, new(LeftOn: (LocalDate?)February1), "mistyped"));

        decision.ShouldRefuse("assignment-outside-office", "changes.leftOn", new { duty = new DatedAct("assignment", "asg-1", February1) });
    }

    [Fact]
    public void Voided_assignments_and_those_of_others_do_not_matter()
    {
        var given = Founded.And(
            Assigned("asg-1", Li, February1), Voided("asg-1", Li),
            Assigned("asg-2", Li, February1), Corrected("asg-2", Wang, new(PersonId: Wang)));

        var decision = given.When(new CorrectOfficeHolder(Li, new(Since: March1), "mistyped"));

        decision.ShouldRecord(Li, new OfficeHolderCorrected(Li, Office, "made-1", new(Since: March1), "mistyped", PostSince: January1));
    }
}
