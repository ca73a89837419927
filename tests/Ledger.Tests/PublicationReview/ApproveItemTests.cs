using Ledger.People;
using Ledger.PublicationReview;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.PublicationReview;

public class ApproveItemTests
{
    private static readonly Given Waiting = Founded.And(HandedIn("item-1"));

    [Fact]
    public void A_reviewer_lets_an_item_pass() => Waiting.When(Approving() with { Basis = Notice })
        .ShouldRecord("item-1", Passed("item-1", Li) with { Basis = Notice });

    [Fact]
    public void A_second_reviewer_lets_it_pass_too() => Waiting.AndThen(Approving()).When(Approving() with { ReviewerId = Zhang })
        .ShouldRecord("item-1", Passed("item-1", Zhang));

    [Fact]
    public void The_same_reviewer_is_not_asked_twice() => Waiting.AndThen(Approving()).When(Approving())
        .ShouldRefuse("already-approved", "reviewerId", new { ApprovedOn = June1 });

    [Fact]
    public void The_same_reviewer_may_add_a_gate_that_was_left_out()
    {
        var partly = Waiting.AndThen(Approving() with { Gates = [ReviewGate.Wording] });
        var whole = Approving() with { Gates = [ReviewGate.Wording, ReviewGate.Picture] };

        partly.When(whole).Refusal.ShouldBeNull();
        partly.AndThen(whole).When(Approving() with { Gates = [ReviewGate.Picture] })
            .ShouldRefuse("already-approved", "reviewerId", new { ApprovedOn = June1 });
        partly.When(Approving() with { Gates = [] }).ShouldRefuse("already-approved", "reviewerId", new { ApprovedOn = June1 });
    }

    [Fact]
    public void After_a_return_the_same_reviewer_is_asked_anew() =>
        Waiting.And(Passed("item-1", Li), GivenBack("item-1")).When(Approving()).ShouldRecord("item-1", Passed("item-1", Li));

    [Fact]
    public void Nobody_approves_an_item_of_their_own() => Waiting.When(Approving() with { ReviewerId = Wang })
        .ShouldRefuse("reviewer-is-author", "reviewerId", new { AuthorId = Wang });

    [Fact]
    public void A_published_item_is_no_longer_reviewed() =>
        Waiting.And(Passed("item-1", Zhang), Appeared("item-1")).When(Approving())
            .ShouldRefuse("already-published", "itemId", new { PublishedOn = Given.Today });

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Approving()).ShouldNotKnow("release-item", "item-1", "itemId");
        Waiting.When(Approving() with { ReviewerId = "nobody" }).ShouldNotKnow("person", "nobody", "reviewerId");
    }

    [Fact]
    public void The_reviewer_is_in_office_on_that_day() => Waiting.And(new LeftOffice(Li, Office, June1)).When(Approving())
        .ShouldRefuse("holder-not-in-office", "reviewerId", NotInOffice(Li, June1, June1));

    [Fact]
    public void The_unit_exists_on_that_day() => Waiting.And(new UnitDissolved(Office, June1, "merged")).When(Approving())
        .ShouldRefuse("unit-not-in-existence", "approvedOn", NotThere(Office, June1, June1));

    [Fact]
    public void A_gate_is_ticked_once() => Waiting.When(Approving() with { Gates = [ReviewGate.Work, ReviewGate.Work] })
        .ShouldRefuse("listed-twice", "gates", new { value = ReviewGate.Work });

    [Fact]
    public void It_is_approved_from_its_submission_or_last_return_to_the_day_of_recording()
    {
        Waiting.When(Approving() with { ApprovedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "approvedOn", new { today = Given.Today });
        Waiting.When(Approving() with { ApprovedOn = April1 }).ShouldRefuse("date-too-early", "approvedOn", new { earliest = May1 });
        Waiting.And(GivenBack("item-1")).When(Approving() with { ApprovedOn = May1 })
            .ShouldRefuse("date-too-early", "approvedOn", new { earliest = June1 });
    }

    private static ApproveItem Approving() =>
        new("item-1", Li, [ReviewGate.Picture, ReviewGate.Wording, ReviewGate.Work], June1);
}
