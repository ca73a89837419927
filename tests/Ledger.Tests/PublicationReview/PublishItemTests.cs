using Ledger.PublicationReview;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.PublicationReview;

public class PublishItemTests
{
    private static readonly Given Waiting = Founded.And(Entered("channel-1"), HandedIn("item-1", "channel-1"));

    private static readonly Given Approved = Waiting.And(Passed("item-1", Li));

    [Fact]
    public void An_approved_item_appears() => Approved.When(Publishing() with { Basis = Notice })
        .ShouldRecord("item-1", Appeared("item-1") with { Basis = Notice });

    [Fact]
    public void What_nobody_approved_does_not_appear() => Waiting.When(Publishing())
        .ShouldRefuse("not-approved", "itemId", new { Status = ItemState.Submitted });

    [Fact]
    public void What_was_returned_does_not_appear_until_it_is_approved_anew()
    {
        var given = Approved.And(GivenBack("item-1"));

        given.When(Publishing()).ShouldRefuse("not-approved", "itemId", new { Status = ItemState.Returned });
        given.And(Passed("item-1", Li)).When(Publishing()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void It_appears_once() => Approved.AndThen(Publishing()).When(Publishing())
        .ShouldRefuse("already-published", "itemId", new { PublishedOn = Given.Today });

    [Fact]
    public void The_item_must_be_known() => Founded.When(Publishing()).ShouldNotKnow("release-item", "item-1", "itemId");

    [Fact]
    public void The_unit_exists_and_the_channel_is_in_use_on_that_day()
    {
        Approved.And(new UnitDissolved(Office, Given.Today, "merged")).When(Publishing())
            .ShouldRefuse("unit-not-in-existence", "publishedOn", NotThere(Office, Given.Today, Given.Today));
        Approved.And(Retired("channel-1", Given.Today)).When(Publishing())
            .ShouldRefuse("already-retired", "itemId", new { RetiredOn = Given.Today });
    }

    [Fact]
    public void It_appears_from_its_first_approval_to_the_day_of_recording()
    {
        Approved.When(Publishing() with { PublishedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "publishedOn", new { today = Given.Today });
        Approved.When(Publishing() with { PublishedOn = May1 })
            .ShouldRefuse("date-too-early", "publishedOn", new { earliest = June1 });
    }

    private static PublishItem Publishing() => new("item-1", Given.Today);
}
