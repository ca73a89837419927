using Ledger.Channels;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Channels;

public class RetireChannelTests
{
    private static readonly Given Registered = Founded.And(Entered("channel-1"));

    [Fact]
    public void A_channel_is_taken_out_of_use() => Registered.When(Retiring() with { Basis = Notice })
        .ShouldRecord("channel-1", Retired("channel-1", May1) with { Basis = Notice });

    [Fact]
    public void A_channel_is_taken_out_of_use_once() => Registered.AndThen(Retiring()).When(Retiring())
        .ShouldRefuse("already-retired", "channelId", new { RetiredOn = May1 });

    [Fact]
    public void It_is_not_taken_out_of_use_before_what_was_done_with_it()
    {
        Registered.And(new ChannelFiled("channel-1", Office, "no. 1", Li, June1)).When(Retiring())
            .ShouldRefuse("date-too-early", "retiredOn", new { earliest = June1 });
        Registered.And(new CustodianChanged("channel-1", Office, Wang, Li, June1)).When(Retiring())
            .ShouldRefuse("date-too-early", "retiredOn", new { earliest = June1 });
    }

    [Fact]
    public void The_channel_must_be_known() => Founded.When(Retiring()).ShouldNotKnow("channel", "channel-1", "channelId");

    [Fact]
    public void It_is_retired_while_the_unit_exists_and_not_after_the_day_of_recording()
    {
        Registered.When(Retiring() with { RetiredOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "retiredOn", NotThere(Office, TooEarly));
        Registered.When(Retiring() with { RetiredOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "retiredOn", new { today = Given.Today });
    }

    private static RetireChannel Retiring() => new("channel-1", "idle", May1);
}
