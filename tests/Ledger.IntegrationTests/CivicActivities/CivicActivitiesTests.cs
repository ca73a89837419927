using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.CivicActivities;

public sealed class CivicActivitiesTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("activities", "activityId", "act-1", "2025-03-12"), InlineData("honours", "honourId", "hon-1", "2025-06-28")]
    public async Task A_list_holds_them_as_known_by_unit_and_day(string path, string member, string id, string on)
    {
        foreach (var query in new[] { "", "unit=planning", "unit=city&subtree=true", "asOf=1990-01-01", $"from={on}&to={on}" })
            (await li.Get($"/api/{path}?{query}")).Is(200).Items(member).ShouldBe(id, query);
        foreach (var query in new[] { "unit=city", "from=2025-06-29", "to=2025-03-11" })
            (await li.Get($"/api/{path}?{query}")).Is(200).Items(member).ShouldBe("", query);
        (await li.Get($"/api/{path}?unit=nowhere")).Is(404, "unknown-id");
    }

    [Theory]
    [InlineData("activities", "activity_held.v1",
        """[{"activityId":"act-1","unitId":"planning","title":"义务植树","kind":"志愿服务","heldOn":"2025-03-12","areaId":"publicity"}]""")]
    [InlineData("honours", "honour_received.v1",
        """[{"honourId":"hon-1","unitId":"planning","title":"文明单位","awardedBy":"示例市","receivedOn":"2025-06-28"}]""")]
    public async Task Each_is_told_whole_from_the_moment_it_was_recorded(string path, string type, string items)
    {
        var position = (long)(await li.Get($"/api/units/planning/timeline?type={type}")).Is(200).Json["items"]![0]!["position"]!;

        (await li.Get($"/api/{path}?knownAt=%23{position}")).Is(200).Has("items", items);
        (await li.Get($"/api/{path}?knownAt=%23{position - 1}")).Is(200).Has("items", "[]");
    }
}
