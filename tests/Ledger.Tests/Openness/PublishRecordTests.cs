using Ledger.Openness;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Openness;

public class PublishRecordTests
{
    [Fact]
    public void A_unit_makes_a_decision_public() => Founded.When(Publishing() with { Basis = Notice })
        .ShouldCreate("record-1", Published() with { Basis = Notice });

    [Fact]
    public void It_appears_in_a_channel_of_the_unit_that_is_in_use_on_that_day()
    {
        var through = Publishing() with { ChannelId = "channel-1" };

        Founded.When(through).ShouldNotKnow("channel", "channel-1", "channelId");
        Founded.And(Entered("channel-1")).When(through).ShouldCreate("record-1", Published() with { ChannelId = "channel-1" });
        Founded.And(Entered("channel-1", School)).When(through)
            .ShouldRefuse("channel-of-another-unit", "channelId", new { channelId = "channel-1", UnitId = School });
        Founded.And(Entered("channel-1"), Retired("channel-1", May1)).When(through)
            .ShouldRefuse("already-retired", "channelId", new { RetiredOn = May1 });
        Founded.And(Entered("channel-1"), Retired("channel-1", May1.PlusDays(1))).When(through).Refusal.ShouldBeNull();
    }

    [Fact]
    public void An_id_left_out_is_made() => Founded.When(Publishing() with { RecordId = null }).Id.ShouldBe("made-1");

    [Fact]
    public void An_id_is_never_used_twice() => Founded.AndThen(Publishing()).When(Publishing())
        .ShouldFindTaken("openness-record", "record-1", "recordId");

    [Fact]
    public void The_unit_must_be_known() => Founded.When(Publishing() with { UnitId = "elsewhere" })
        .ShouldNotKnow("unit", "elsewhere", "unitId");

    [Fact]
    public void It_is_published_while_the_unit_exists_and_not_after_the_day_of_recording_nor_before_the_decision()
    {
        Founded.When(Publishing() with { PublishedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "publishedOn", NotThere(Office, TooEarly));
        Founded.When(Publishing() with { PublishedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "publishedOn", new { today = Given.Today });
        Founded.When(Publishing() with { DecidedOn = June1 })
            .ShouldRefuse("date-too-early", "publishedOn", new { earliest = June1 });
        Founded.When(Publishing() with { DecidedOn = May1 }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_record_is_one_row_with_the_days_between_and_its_date_holds_its_unit()
    {
        var state = Given.Nothing.And(Published()).State<OpennessRecord>(OpennessRecord.Stream("record-1"));

        OpennessProjection.Rows(state).Single().ShouldBe(new OpennessRow("record-1", Office, OpennessKind.Accounts, April1, May1,
            """{"recordId":"record-1","unitId":"office","kind":"accounts","title":"Budget","decidedOn":"2025-04-01","publishedOn":"2025-05-01","daysBetween":30}"""));
        OpennessProjection.Rows(OpennessRecord.Empty).ShouldBeEmpty();
        ActsOf(state).ShouldBe(["openness-record 2025-05-01"]);
    }

    private static PublishRecord Publishing() => new(Office, OpennessKind.Accounts, "Budget", April1, May1, "record-1");

    private static RecordPublished Published() => new("record-1", Office, OpennessKind.Accounts, "Budget", April1, May1);
}
