using Ledger.Areas;
using Ledger.HandOvers;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.HandOvers;

public class AcceptHandOverTests
{
    private static readonly Given LiHolds = Founded.And(Assigned("asg-1", Li, January1));

    private static readonly Given WangFollows = LiHolds.And(Replaced("asg-2", "asg-1", Wang, March1));

    [Fact]
    public void Each_side_accepts_once()
    {
        WangFollows.When(By(Li)).ShouldRecord("asg-1", Accepted(HandOverSide.Outgoing, Li));
        var both = WangFollows.AndThen(By(Li));
        both.When(By(Wang) with { Remark = "all there", Basis = Notice }).ShouldRecord("asg-1",
            Accepted(HandOverSide.Incoming, Wang) with { Remark = "all there", Basis = Notice });
        both.When(By(Li)).ShouldRefuse("already-accepted", "personId", new { acceptedOn = April1 });
    }

    [Fact]
    public void Nothing_is_handed_over_while_the_assignment_goes_on() => LiHolds.When(By(Li))
        .ShouldRefuse("still-holder", "assignmentId", new { personId = Li, effectiveFrom = January1 });

    [Fact]
    public void Who_has_no_part_in_it_cannot_accept() => WangFollows.When(By(Zhang))
        .ShouldRefuse("not-part-of-hand-over", "personId", new { outgoing = Li, incoming = Wang });

    [Fact]
    public void Where_nobody_follows_the_outgoing_side_is_alone()
    {
        var ended = LiHolds.And(Ended("asg-1", Li, March1));

        ended.When(By(Li)).Refusal.ShouldBeNull();
        ended.When(By(Wang)).ShouldRefuse("not-part-of-hand-over", "personId", new { outgoing = Li, incoming = (string?)null });
    }

    [Fact]
    public void Who_comes_after_a_vacancy_takes_over()
    {
        var later = LiHolds.And(Ended("asg-1", Li, March1), Assigned("asg-2", Wang, May1));

        later.When(By(Wang)).ShouldRecord("asg-1", Accepted(HandOverSide.Incoming, Wang));
    }

    [Fact]
    public void An_end_that_was_taken_back_leaves_nothing_to_hand_over()
    {
        var again = LiHolds.And(Ended("asg-1", Li, March1), Corrected("asg-1", Li, new(EndsOn: (LocalDate?)null)));

        again.When(By(Li)).ShouldRefuse("still-holder", "assignmentId", new { personId = Li, effectiveFrom = January1 });
    }

    [Fact]
    public void What_never_was_is_not_handed_over()
    {
        Founded.When(By(Li)).ShouldNotKnow("assignment", "asg-1", "assignmentId");
        LiHolds.And(Voided("asg-1", Li)).When(By(Li)).ShouldRefuse("already-voided", "assignmentId");
    }

    [Fact]
    public void Who_is_put_in_the_place_of_one_who_accepted_accepts_as_well()
    {
        var corrected = WangFollows.AndThen(By(Li)).AndThen(By(Wang)).And(Corrected("asg-2", Li, new(Zhang)));

        corrected.When(By(Zhang)).ShouldRecord("asg-1", Accepted(HandOverSide.Incoming, Zhang));
        corrected.When(By(Wang)).ShouldRefuse("not-part-of-hand-over", "personId", new { outgoing = Li, incoming = Zhang });
        corrected.AndThen(By(Zhang)).When(By(Zhang)).ShouldRefuse("already-accepted", "personId", new { acceptedOn = April1 });
    }

    [Fact]
    public void Who_takes_the_post_up_again_accepts_for_both_sides()
    {
        var again = LiHolds.And(Ended("asg-1", Li, March1), Assigned("asg-2", Li, May1));

        again.When(By(Li)).ShouldRecord("asg-1", Accepted(HandOverSide.Outgoing, Li));
        again.AndThen(By(Li)).When(By(Li)).ShouldRecord("asg-1", Accepted(HandOverSide.Incoming, Li));
        again.AndThen(By(Li)).AndThen(By(Li)).When(By(Li))
            .ShouldRefuse("already-accepted", "personId", new { acceptedOn = April1 });
    }

    [Fact]
    public void Nothing_is_accepted_before_the_assignment_began()
    {
        WangFollows.When(By(Li) with { AcceptedOn = January1 }).Refusal.ShouldBeNull();
        WangFollows.When(By(Li) with { AcceptedOn = January1.PlusDays(-1) })
            .ShouldRefuse("date-too-early", "acceptedOn", new { earliest = January1 });
    }

    [Fact]
    public void Nobody_accepts_tomorrow_already() =>
        WangFollows.When(By(Li) with { AcceptedOn = Tomorrow }).Refusal!.Code.ShouldBe("date-in-the-future");

    private static AcceptHandOver By(string personId) => new("asg-1", personId, April1);

    private static HandOverAccepted Accepted(HandOverSide side, string personId) =>
        new("asg-1", Office, Training, Level.First, side, personId, April1);
}
