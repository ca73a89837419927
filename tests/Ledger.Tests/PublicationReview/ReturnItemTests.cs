using Ledger.People;
using Ledger.PublicationReview;
using Ledger.Units;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.PublicationReview;

public class ReturnItemTests
{
    private static readonly Given Waiting = Founded.And(HandedIn("item-1"));

    [Fact]
    public void A_reviewer_gives_an_item_back() => Waiting.When(Returning() with { Basis = Notice })
        .ShouldRecord("item-1", GivenBack("item-1") with { Basis = Notice });

    [Fact]
    public void An_approved_item_is_given_back_too() => Waiting.And(Passed("item-1", Zhang)).When(Returning())
        .ShouldRecord("item-1", GivenBack("item-1"));

    [Fact]
    public void What_was_given_back_is_not_given_back_again() => Waiting.AndThen(Returning()).When(Returning())
        .ShouldRefuse("already-returned", "itemId", new { ReturnedOn = June1 });

    [Fact]
    public void The_author_does_not_review() => Waiting.When(Returning() with { ReviewerId = Wang })
        .ShouldRefuse("reviewer-is-author", "reviewerId", new { AuthorId = Wang });

    [Fact]
    public void A_published_item_is_no_longer_reviewed() =>
        Waiting.And(Passed("item-1", Zhang), Appeared("item-1")).When(Returning())
            .ShouldRefuse("already-published", "itemId", new { PublishedOn = Given.Today });

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Returning()).ShouldNotKnow("release-item", "item-1", "itemId");
        Waiting.When(Returning() with { ReviewerId = "nobody" }).ShouldNotKnow("person", "nobody", "reviewerId");
    }

    [Fact]
    public void The_reviewer_is_in_office_on_that_day() => Waiting.And(new LeftOffice(Li, Office, June1)).When(Returning())
        .ShouldRefuse("holder-not-in-office", "reviewerId", NotInOffice(Li, June1, June1));

    [Fact]
    public void The_unit_exists_on_that_day() => Waiting.And(new UnitDissolved(Office, June1, "merged")).When(Returning())
        .ShouldRefuse("unit-not-in-existence", "returnedOn", NotThere(Office, June1, June1));

    [Fact]
    public void It_is_given_back_from_the_last_act_to_the_day_of_recording()
    {
        Waiting.When(Returning() with { ReturnedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "returnedOn", new { today = Given.Today });
        Waiting.And(Passed("item-1", Zhang)).When(Returning() with { ReturnedOn = May1 })
            .ShouldRefuse("date-too-early", "returnedOn", new { earliest = June1 });
    }

    private static ReturnItem Returning() => new("item-1", Li, ReviewGate.Wording, June1);
}
