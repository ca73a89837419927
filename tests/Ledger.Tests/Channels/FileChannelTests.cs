using Ledger.Channels;
using Ledger.People;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Channels;

public class FileChannelTests
{
    private static readonly Given Registered = Founded.And(Entered("channel-1"));

    [Fact]
    public void A_channel_is_filed_after_approval() => Registered.When(Filing() with { Basis = Notice })
        .ShouldRecord("channel-1", new ChannelFiled("channel-1", Office, "no. 1", Li, April1, Notice));

    [Fact]
    public void A_channel_is_filed_once() => Registered.AndThen(Filing()).When(Filing() with { FilingNo = "no. 2" })
        .ShouldRefuse("already-filed", "channelId", new { FiledOn = April1, FilingNo = "no. 1" });

    [Fact]
    public void A_channel_out_of_use_is_not_filed() => Registered.And(Retired("channel-1", May1)).When(Filing())
        .ShouldRefuse("already-retired", "channelId", new { RetiredOn = May1 });

    [Fact]
    public void What_it_names_must_be_known()
    {
        Founded.When(Filing()).ShouldNotKnow("channel", "channel-1", "channelId");
        Registered.When(Filing() with { ApprovedBy = "nobody" }).ShouldNotKnow("person", "nobody", "approvedBy");
    }

    [Fact]
    public void Who_approves_is_in_office_on_that_day() => Registered.And(new LeftOffice(Li, Office, March1)).When(Filing())
        .ShouldRefuse("holder-not-in-office", "approvedBy", NotInOffice(Li, April1, March1));

    [Fact]
    public void It_is_filed_while_the_unit_exists_and_not_after_the_day_of_recording()
    {
        Registered.When(Filing() with { FiledOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "filedOn", NotThere(Office, TooEarly));
        Registered.When(Filing() with { FiledOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "filedOn", new { today = Given.Today });
    }

    private static FileChannel Filing() => new("channel-1", "no. 1", Li, April1);
}
