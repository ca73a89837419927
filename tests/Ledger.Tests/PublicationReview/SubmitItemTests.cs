using Ledger.People;
using Ledger.PublicationReview;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.PublicationReview;

public class SubmitItemTests
{
    private static readonly Given Registered = Founded.And(Entered("channel-1"));

    [Fact]
    public void An_item_is_handed_in_for_a_channel() => Registered.When(Submitting() with { ChannelId = "channel-1", Basis = Notice })
        .ShouldCreate("item-1", HandedIn("item-1", "channel-1") with { Basis = Notice });

    [Fact]
    public void A_channel_may_be_left_out_and_an_id_left_out_is_made() => Founded.When(Submitting() with { ItemId = null })
        .ShouldCreate("made-1", HandedIn("made-1"));

    [Fact]
    public void An_id_is_never_used_twice() => Founded.And(HandedIn("item-1")).When(Submitting())
        .ShouldFindTaken("release-item", "item-1", "itemId");

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Submitting() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Submitting() with { AuthorId = "nobody" }).ShouldNotKnow("person", "nobody", "authorId");
        Founded.When(Submitting() with { ChannelId = "channel-1" }).ShouldNotKnow("channel", "channel-1", "channelId");
    }

    [Fact]
    public void The_author_is_in_office_on_that_day() => Founded.And(new LeftOffice(Wang, Office, May1)).When(Submitting())
        .ShouldRefuse("holder-not-in-office", "authorId", NotInOffice(Wang, May1, May1));

    [Fact]
    public void The_channel_is_the_unit_s_own_and_in_use_on_that_day()
    {
        var given = Founded.And(Entered("channel-1"), Entered("channel-2", School), Retired("channel-1", May1));

        given.When(Submitting() with { ChannelId = "channel-2" })
            .ShouldRefuse("channel-of-another-unit", "channelId", new { channelId = "channel-2", UnitId = School });
        given.When(Submitting() with { ChannelId = "channel-1" })
            .ShouldRefuse("already-retired", "channelId", new { RetiredOn = May1 });
        given.When(Submitting() with { ChannelId = "channel-1", SubmittedOn = May1.PlusDays(-1) }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void It_is_handed_in_while_the_unit_exists_and_not_after_the_day_of_recording()
    {
        Founded.When(Submitting() with { SubmittedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "submittedOn", NotThere(Office, TooEarly));
        Founded.When(Submitting() with { SubmittedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "submittedOn", new { today = Given.Today });
    }

    private static SubmitItem Submitting() => new(Office, ItemClass.Other, "News of the office", Wang, May1, "item-1");
}
