using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Openness;

public sealed class OpennessTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "rec-1"), InlineData("kind=decision", "rec-1"), InlineData("kind=project", ""), InlineData("unit=city", "")]
    [InlineData("unit=city&subtree=true", "rec-1"), InlineData("asOf=1990-01-01", "rec-1"), InlineData("from=2025-04-18&to=2025-04-18", "rec-1")]
    [InlineData("from=2025-04-19", ""), InlineData("to=2025-04-17", "")]
    public async Task A_list_holds_the_records_as_known(string query, string records) =>
        (await li.Get($"/api/openness-records?{query}")).Is(200).Items("recordId").ShouldBe(records);

    [Fact]
    public async Task A_record_is_told_with_the_days_since_the_decision_from_the_moment_it_was_recorded()
    {
        var act = (await li.Get("/api/units/planning/timeline?type=record_published.v1")).Is(200).Json["items"]![0]!;

        (await li.Get($"/api/openness-records?knownAt=%23{act["position"]}")).Is(200).Has("items", """
            [{"recordId":"rec-1","unitId":"planning","kind":"decision","title":"规划许可结果公示","decidedOn":"2025-04-10",
              "publishedOn":"2025-04-18","daysBetween":8,"channelId":"chn-1"}]
            """);
        (await li.Get($"/api/openness-records?knownAt=%23{(long)act["position"]! - 1}")).Is(200).Items("recordId").ShouldBe("");
        (await li.Get("/api/openness-records?unit=nowhere")).Is(404, "unknown-id");
    }

    [Fact]
    public async Task A_rule_asks_whether_decisions_were_made_public_in_time()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "OpenIncident");
        (await own.Post("/api/obligations", """
            {"obligationId":"obl-7","ruleCode":"G7","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{"withinDays":7}}
            """)).Is(201);
        (await own.Post("/api/openness-records", """
            {"recordId":"rec-2","unitId":"planning","kind":"accounts","title":"公示","decidedOn":"2025-04-10","publishedOn":"2025-04-17"}
            """)).Is(201);
        var last = (long)(await own.Post("/api/openness-records", """
            {"recordId":"rec-3","unitId":"planning","kind":"project","title":"公示","decidedOn":"2025-04-10","publishedOn":"2025-06-17"}
            """)).Is(201).Json["position"]!;

        async Task<string> Then(long position) => string.Join(' ', (await own.Get($"/api/obligations/G7/checks?asOf=2025-12-31&knownAt=%23{position}"))
            .Is(200).Json["items"]!.AsArray().Select(c => $"{c!["subject"]!["id"]} {c["state"]}").Order(StringComparer.Ordinal));
        (await Then(last)).ShouldBe("rec-1 breached rec-2 met");
        (await Then(last - 2)).ShouldBe("rec-1 breached");
    }
}
