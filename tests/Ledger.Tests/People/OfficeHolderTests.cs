using Ledger.Log;
using Ledger.People;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.People;

public class OfficeHolderTests
{
    private static readonly Post Director = new(Office, "主任", PostCategory.Head);

    [Fact]
    public void A_person_is_in_office_from_the_first_day_to_the_day_before_the_leaving()
    {
        var li = Of(new LeftOffice(Li, Office, April1));

        li.InOfficeOn(TooEarly).ShouldBeFalse();
        li.InOfficeOn(January1).ShouldBeTrue();
        li.InOfficeOn(April1.PlusDays(-1)).ShouldBeTrue();
        li.InOfficeOn(April1).ShouldBeFalse();
    }

    [Fact]
    public void One_who_left_on_the_first_day_was_never_in_office()
    {
        var li = Of(new LeftOffice(Li, Office, January1));

        li.InOfficeOn(January1).ShouldBeFalse();
    }

    [Fact]
    public void A_post_is_held_until_the_next()
    {
        var li = Of(new PostChanged(Li, School, Office, "校长", PostCategory.Head, March1));

        li.Posts.On(March1.PlusDays(-1))!.Value.ShouldBe(Director);
        li.Posts.On(March1)!.Value.ShouldBe(new Post(School, "校长", PostCategory.Head));
        li.InOfficeFrom.ShouldBe(January1);
    }

    [Fact]
    public void A_correction_concerns_the_post_that_was_recorded_last()
    {
        var li = Of(
            new PostChanged(Li, School, Office, "校长", PostCategory.Head, March1),
            new OfficeHolderCorrected(Li, School, "correction-1", new("副校长", PostCategory.LeaderInCharge, April1), "mistyped"));

        li.Posts.On(March1)!.Value.ShouldBe(Director);
        li.Posts.On(April1)!.Value.ShouldBe(new Post(School, "副校长", PostCategory.LeaderInCharge));
    }

    [Fact]
    public void A_corrected_first_day_is_the_first_day_in_office()
    {
        var li = Of(new OfficeHolderCorrected(Li, Office, "correction-1", new(Since: March1), "mistyped"));

        li.InOfficeFrom.ShouldBe(March1);
        li.Posts.On(March1).ShouldBe(new(March1, Director));
    }

    [Fact]
    public void A_leaving_taken_back_leaves_the_person_in_office()
    {
        var li = Of(
            new LeftOffice(Li, Office, April1),
            new OfficeHolderCorrected(Li, Office, "correction-1", new(LeftOn: (LocalDate?)null), "stays"));

        li.LeftOn.ShouldBeNull();
        li.InOfficeOn(April1).ShouldBeTrue();
        li.Version.ShouldBe(3);
    }

    private static OfficeHolder Of(params ILedgerEvent[] events) => Founded.And(events).State<OfficeHolder>(OfficeHolder.Stream(Li));
}
