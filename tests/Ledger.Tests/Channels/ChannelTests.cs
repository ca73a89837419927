using Ledger.Channels;
using Ledger.Commands;
using Ledger.Log;
using Ledger.People;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Channels;

public class ChannelTests
{
    [Fact]
    public void A_channel_is_one_row_that_follows_its_acts()
    {
        Row(Entered("channel-1")).ShouldBe(new ChannelRow(
            "channel-1", Office, ChannelKind.WechatGroup, ChannelState.Active, Wang, Given.RecordedAt, null, null,
            """{"channelId":"channel-1","unitId":"office","kind":"wechat-group","name":"Work group","custodianId":"wang","tenOrMoreMembers":true,"status":"active","version":1}"""));
        Row(Entered("channel-1"), new ChannelFiled("channel-1", Office, "no. 1", Li, April1),
                new CustodianChanged("channel-1", Office, Wang, Li, May1), Retired("channel-1", June1))
            .ShouldBe(new ChannelRow("channel-1", Office, ChannelKind.WechatGroup, ChannelState.Retired, Li, Given.RecordedAt, April1, June1,
                """{"channelId":"channel-1","unitId":"office","kind":"wechat-group","name":"Work group","custodianId":"li","tenOrMoreMembers":true,"filedOn":"2025-04-01","filingNo":"no. 1","retiredOn":"2025-06-01","status":"retired","version":4}"""));
        ChannelsProjection.Rows(Channel.Empty).ShouldBeEmpty();
    }

    [Fact]
    public void A_custodian_who_leaves_still_has_the_channels_in_use()
    {
        var given = Founded.And(Entered("channel-1"), Entered("channel-2"), Entered("channel-3"), Retired("channel-2", May1),
            new CustodianChanged("channel-3", Office, Wang, Li, May1));

        var decision = given.When(new OfficeHolderLeft(Wang, June1));

        Then.Text(decision.StillHeld).ShouldBe("""{"cells":[],"channels":["channel-1"],"incidents":[],"seats":[],"tasks":[]}""");
    }

    [Fact]
    public void Channels_in_use_are_retired_with_their_unit()
    {
        var given = Founded.And(Entered("channel-1"), Entered("channel-2"), Retired("channel-2", May1), Entered("channel-3", School));

        var decision = given.When(new DissolveUnit(Office, June1, "merged"));

        decision.ShouldRecord(Office, new UnitDissolved(Office, June1, "merged", ParentId: Bureau),
            new ChannelRetired("channel-1", Office, "merged", June1, Office));
    }

    [Fact]
    public void What_was_done_with_a_channel_on_the_last_day_or_later_keeps_the_unit()
    {
        var given = Founded.And(Entered("channel-1"), new ChannelFiled("channel-1", Office, "no. 1", Li, June1));

        given.When(new DissolveUnit(Office, June1, "merged")).ShouldRefuse("unit-in-use", "dissolvedOn", new
        {
            children = Array.Empty<string>(),
            unsettled = Array.Empty<DatedAct>(),
            actsOnOrAfter = new[] { new DatedAct("channel", "channel-1", June1) },
        });
    }

    private static ChannelRow Row(params ILedgerEvent[] events) =>
        ChannelsProjection.Rows(Given.Nothing.And(events).State<Channel>(Channel.Stream("channel-1"))).Single();
}
