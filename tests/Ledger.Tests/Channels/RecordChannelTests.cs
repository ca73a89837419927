using Ledger.Channels;
using Ledger.People;
using Ledger.Units;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Channels;

public class RecordChannelTests
{
    [Fact]
    public void A_channel_is_entered_with_its_custodian() => Founded.When(Recording() with { Basis = Notice })
        .ShouldCreate("channel-1", Entered("channel-1") with { Basis = Notice });

    [Fact]
    public void An_id_left_out_is_made() => Founded.When(Recording() with { ChannelId = null })
        .ShouldCreate("made-1", Entered("made-1"));

    [Fact]
    public void An_id_is_never_used_twice() => Founded.And(Entered("channel-1")).When(Recording())
        .ShouldFindTaken("channel", "channel-1", "channelId");

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Recording() with { UnitId = "elsewhere" }).ShouldNotKnow("unit", "elsewhere", "unitId");
        Founded.When(Recording() with { CustodianId = "nobody" }).ShouldNotKnow("person", "nobody", "custodianId");
    }

    [Fact]
    public void The_custodian_is_in_office_on_the_day_of_recording() =>
        Founded.And(new LeftOffice(Wang, Office, Given.Today)).When(Recording())
            .ShouldRefuse("holder-not-in-office", "custodianId", NotInOffice(Wang, Given.Today, Given.Today));

    [Fact]
    public void The_unit_exists_and_has_no_recorded_end()
    {
        Founded.And(new UnitDissolved(Office, Given.Today, "merged")).When(Recording())
            .ShouldRefuse("unit-not-in-existence", "unitId", NotThere(Office, Given.Today, Given.Today));
        Founded.And(new UnitDissolved(Office, July1, "merged")).When(Recording())
            .ShouldRefuse("unit-ends", "unitId", new { UnitId = Office, DissolvedOn = July1 });
    }

    private static RecordChannel Recording() => new(Office, ChannelKind.WechatGroup, "Work group", Wang, true, "channel-1");
}
