using Ledger.IntegrationTests.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Ledger.IntegrationTests.Http;

public sealed class RoutingTests(LedgerService service) : IClassFixture<LedgerService>
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    [Fact]
    public void The_routes_of_these_tests_are_the_routes_of_the_service()
    {
        var served = service.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText}"));

        Routes.All.Select(r => $"{r.Method} {r.Route}").Order().ShouldBe(served.Order());
    }

    [Fact]
    public async Task A_method_that_a_route_does_not_take_is_405_and_says_which_it_takes()
    {
        var li = service.As("li");
        foreach (var route in Routes.All.GroupBy(r => r.Path))
            foreach (var method in Methods.Except(route.Select(r => r.Method.Method)))
            {
                var answer = (await li.Send(new(method), route.Key, null)).Is(405, "method-not-allowed");
                answer.Header("Allow").ShouldNotBeNull().Split(", ").Order()
                    .ShouldBe(route.Select(r => r.Method.Method).Order());
            }
    }

    [Theory, InlineData("/api"), InlineData("/api/unit"), InlineData("/api/units/planning/abolish"), InlineData("/"),
        InlineData("/api/cells/planning/training")]
    public async Task An_address_that_is_none_is_404(string path)
    {
        (await service.As("li").Get(path)).Is(404, "unknown-route");
        (await service.As("li").Post(path, "{}")).Is(404, "unknown-route");
    }

    [Theory, InlineData("zh-CN", "zh-CN"), InlineData("zh", "zh-CN"), InlineData("fr, zh-TW;q=0.5", "zh-CN"),
        InlineData("en-GB, zh;q=0.9", "en"), InlineData("zh;q=0.1, en;q=0.2", "en"), InlineData("fr", "en"), InlineData(null, "en"),
        InlineData(";;;", "en")]
    public async Task A_problem_is_told_in_the_callers_language(string? accepted, string told)
    {
        (string, string)[] headers = accepted is null ? [] : [("Accept-Language", accepted)];

        var answer = (await service.As("li").Get("/api/units/nowhere", headers)).Is(404, "unknown-id");

        answer.Header("Content-Language").ShouldBe(told);
        ((string)answer.Json["title"]!).ShouldBe(told == "en" ? "No such id" : "没有这个编号");
        ((string)answer.Json["detail"]!).ShouldStartWith(told == "en" ? "Nothing of that id" : "本管辖在所问时刻");
    }
}
