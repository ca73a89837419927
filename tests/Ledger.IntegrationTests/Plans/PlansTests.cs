using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Plans;

public sealed class PlansTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "pln-1"), InlineData("period=2025", "pln-1"), InlineData("period=2026", ""), InlineData("unit=city", "")]
    [InlineData("unit=city&subtree=true", "pln-1"), InlineData("asOf=1990-01-01", "pln-1")]
    public async Task A_list_holds_the_plans_as_known_and_no_date_hides_one(string query, string plans) =>
        (await li.Get($"/api/plans?{query}")).Is(200).Items("planId").ShouldBe(plans);

    [Fact]
    public async Task A_plan_is_told_whole_from_the_moment_it_was_recorded()
    {
        var act = (await li.Get("/api/units/planning/timeline?type=plan_adopted.v1")).Is(200).Json["items"]![0]!;

        (await li.Get($"/api/plans?knownAt=%23{act["position"]}")).Is(200).Has("items", """
            [{"planId":"pln-1","unitId":"planning","title":"培训工作计划","period":"2025","adoptedOn":"2025-01-20",
              "areaIds":["training","publicity"],"basis":{"text":"市发〔2025〕2号"}}]
            """);
        (await li.Get($"/api/plans?knownAt=%23{(long)act["position"]! - 1}")).Is(200).Items("planId").ShouldBe("");
        (await li.Get("/api/plans?unit=nowhere")).Is(404, "unknown-id");
    }

    [Fact]
    public async Task A_task_can_be_raised_from_it()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "RenameUnit");

        (await own.Post("/api/tasks", """
            {"taskId":"tsk-9","unitId":"housing","planId":"pln-1","areaId":"training","ownerId":"zhao","title":"轮训","dueOn":"2199-05-10"}
            """)).Is(201);
    }
}
