using Ledger.Log;
using Ledger.PublicationReview;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.PublicationReview;

public class ReleaseItemsProjectionTests
{
    [Fact]
    public void An_item_is_one_row()
    {
        Row(HandedIn("item-1")).ShouldBe(new ItemRow("item-1", Office, ItemClass.Other, ItemState.Submitted, null, AllGates: false, "[]",
            """{"itemId":"item-1","unitId":"office","class":"other","title":"News of the office","authorId":"wang","submittedOn":"2025-05-01","status":"submitted","approvals":[],"returns":[],"chainComplete":false,"version":1}"""));
        ReleaseItemsProjection.Rows(ReleaseItem.Empty).ShouldBeEmpty();
    }

    [Fact]
    public void Approvals_before_a_return_are_told_and_count_no_longer()
    {
        var row = Row(HandedIn("item-1"), Passed("item-1", Li), GivenBack("item-1"), Passed("item-1", Zhang), Appeared("item-1"));

        row.InForce.ShouldBe("""[{"reviewerId":"zhang","gates":["picture","wording","work"],"approvedOn":"2025-06-01"}]""");
        row.Document.ShouldContain(
            """ "approvals":[{"reviewerId":"li","gates":["picture","wording","work"],"approvedOn":"2025-06-01"},{"reviewerId":"zhang", """.Trim());
        row.Document.ShouldContain(
            """ "returns":[{"reviewerId":"li","gate":"wording","returnedOn":"2025-06-01"}],"publishedOn":"2025-06-15", """.Trim());
        (row.Status, row.PublishedOn).ShouldBe((ItemState.Published, Given.Today));
    }

    [Fact]
    public void All_gates_are_those_of_the_approvals_that_count_together()
    {
        var wording = Passed("item-1", Li) with { Gates = [ReviewGate.Wording, ReviewGate.Picture] };
        var work = Passed("item-1", Zhang) with { Gates = [ReviewGate.Work] };

        Row(HandedIn("item-1"), wording).AllGates.ShouldBeFalse();
        Row(HandedIn("item-1"), wording, work).AllGates.ShouldBeTrue();
        Row(HandedIn("item-1"), wording, GivenBack("item-1"), work).AllGates.ShouldBeFalse();
    }

    [Fact]
    public void An_approval_dated_after_the_publication_does_not_count()
    {
        var wording = Passed("item-1", Li) with { Gates = [ReviewGate.Wording, ReviewGate.Picture] };
        var work = Passed("item-1", Zhang) with { Gates = [ReviewGate.Work], ApprovedOn = Given.Today };
        var (before, after) = (Appeared("item-1") with { PublishedOn = Given.Today.PlusDays(-1) }, Appeared("item-1"));

        Row(HandedIn("item-1"), wording, work, before).AllGates.ShouldBeFalse();
        Row(HandedIn("item-1"), wording, work, before).InForce
            .ShouldBe("""[{"reviewerId":"li","gates":["wording","picture"],"approvedOn":"2025-06-01"}]""");
        Row(HandedIn("item-1"), wording, work, after).AllGates.ShouldBeTrue();
    }

    [Fact]
    public void Its_dates_hold_its_unit() => ActsOf(
            Given.Nothing.And(HandedIn("item-1"), GivenBack("item-1"), Passed("item-1", Li), Appeared("item-1"))
                .State<ReleaseItem>(ReleaseItem.Stream("item-1"))).Distinct().Order()
        .ShouldBe(["release-item 2025-05-01", "release-item 2025-06-01", "release-item 2025-06-15"]);

    private static ItemRow Row(params ILedgerEvent[] events) =>
        ReleaseItemsProjection.Rows(Given.Nothing.And(events).State<ReleaseItem>(ReleaseItem.Stream("item-1"))).Single();
}
