using Ledger.Channels;
using Ledger.People;
using Ledger.Units;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Channels;

public class ChangeCustodianTests
{
    private static readonly Given Registered = Founded.And(Entered("channel-1"));

    [Fact]
    public void A_channel_passes_to_another_custodian() => Registered.When(Changing() with { Basis = Notice })
        .ShouldRecord("channel-1", new CustodianChanged("channel-1", Office, Wang, Li, May1, Notice));

    [Fact]
    public void A_change_is_not_dated_before_the_last_one()
    {
        var given = Registered.AndThen(Changing());

        given.When(new ChangeCustodian("channel-1", Wang, April1)).ShouldRefuse("date-too-early", "effectiveFrom", new { earliest = May1 });
        given.When(new ChangeCustodian("channel-1", Wang, May1)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_change_to_come_is_not_recorded() => Registered.When(Changing() with { EffectiveFrom = Tomorrow })
        .ShouldRefuse("date-in-the-future", "effectiveFrom", new { today = Given.Today });

    [Fact]
    public void The_custodian_is_not_asked_twice() => Registered.When(Changing() with { CustodianId = Wang })
        .ShouldRefuse("already-custodian", "custodianId");

    [Fact]
    public void A_channel_out_of_use_needs_no_custodian() => Registered.And(Retired("channel-1", May1)).When(Changing())
        .ShouldRefuse("already-retired", "channelId", new { RetiredOn = May1 });

    [Fact]
    public void The_unit_exists_on_that_day() => Registered.And(new UnitDissolved(Office, May1, "merged")).When(Changing())
        .ShouldRefuse("unit-not-in-existence", "effectiveFrom", NotThere(Office, May1, May1));

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Changing()).ShouldNotKnow("channel", "channel-1", "channelId");
        Registered.When(Changing() with { CustodianId = "nobody" }).ShouldNotKnow("person", "nobody", "custodianId");
    }

    [Fact]
    public void The_custodian_is_in_office_on_that_day() => Registered.And(new LeftOffice(Li, Office, March1)).When(Changing())
        .ShouldRefuse("holder-not-in-office", "custodianId", NotInOffice(Li, May1, March1));

    private static ChangeCustodian Changing() => new("channel-1", Li, May1);
}
