using Ledger.Clocks;
using Ledger.People;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.People;

public class PeopleProjectionTests
{
    [Fact]
    public void Each_post_is_a_row_and_the_first_reaches_back()
    {
        var li = Founded
            .And(new PostChanged(Li, School, Office, "校长", PostCategory.Head, March1), new LeftOffice(Li, School, August1))
            .State<OfficeHolder>(OfficeHolder.Stream(Li));

        PeopleProjection.Rows(li).ShouldBe([
            new PersonRow(Li, Forever.Start, March1, Office, "主任", PostCategory.Head, January1, January1, August1, 3),
            new PersonRow(Li, March1, Forever.End, School, "校长", PostCategory.Head, March1, January1, August1, 3)]);
    }

    [Fact]
    public void Somebody_of_whom_nothing_is_recorded_is_no_row()
    {
        PeopleProjection.Rows(OfficeHolder.Empty).ShouldBeEmpty();
    }
}
