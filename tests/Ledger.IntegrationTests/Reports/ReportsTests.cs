using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Reports;

public sealed class ReportsTests(LedgerService service) : IAsyncLifetime, IClassFixture<LedgerService>
{
    private const string Hash = "d60a5f94fa5abec4e93a6d817add39c3cf16b3a173c0acf8c5bd04064273e56c";

    private Client li = null!;

    public async ValueTask InitializeAsync()
    {
        li = service.As("li", await service.NewTenant());
        await Acts.Record(li);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", "plan-2025"), InlineData("kind=annual-plan", "plan-2025"), InlineData("kind=information", ""), InlineData("period=2025", "plan-2025")]
    [InlineData("period=2025-H1", ""), InlineData("unit=city", ""), InlineData("unit=city&subtree=true", "plan-2025"), InlineData("asOf=1990-01-01", "plan-2025")]
    public async Task A_list_holds_the_reports_as_known(string query, string reports) =>
        (await li.Get($"/api/reports?{query}")).Is(200).Items("reportId").ShouldBe(reports);

    [Fact]
    public async Task A_report_is_told_whole() => (await li.Get("/api/reports")).Is(200).Has("items", $$"""
        [{"reportId":"plan-2025","unitId":"planning","kind":"annual-plan","period":"2025","toUnitId":"city","submittedOn":"2025-01-17",
          "contentSha256":"{{Hash}}","sameContentAs":[],"figures":{"trainingDays":{"claimed":4} },
          "items":[{"no":1,"month":3,"insidePeriod":true},{"no":2}],"returnedOn":"2025-02-10","returnReason":"缺少培训安排","basis":{"text":"市发〔2025〕2号"},"version":2 }]
        """);

    [Fact]
    public async Task A_unit_that_reports_to_nobody_says_so() =>
        (await Submit("r-top", "information", "2025", "{}", hash: new('e', 64), to: "null")).Is(201);

    [Fact]
    public async Task Beside_each_claim_stands_what_the_ledger_counts_for_the_period_as_known()
    {
        const string claims = """
            {"specialMeetings":2,"studySessions":0,"lectures":1,"pressArticles":7,"websiteUpdates":4,"groupsFiled":0,"idleGroupsRetired":1,
             "accountabilityCases":1,"reflectionPapers":22}
            """;
        var first = (await Submit("r-year", "annual-summary", "2025", claims)).Is(201).Json["position"];
        await Submit("r-half", "half-year-summary", "2025-H1", claims);

        (await Figures("r-year")).ShouldBe("accountabilityCases 1=1 groupsFiled 0=0 idleGroupsRetired 1=1 lectures 1≠0 pressArticles 7=7 "
            + "reflectionPapers 22? specialMeetings 2≠1 studySessions 0=0 websiteUpdates 4=4");
        (await Figures("r-half")).ShouldBe("accountabilityCases 1=1 groupsFiled 0=0 idleGroupsRetired 1≠0 lectures 1≠0 pressArticles 7=7 "
            + "reflectionPapers 22? specialMeetings 2≠1 studySessions 0=0 websiteUpdates 4=4");

        (await li.Post("/api/meetings/m-late/hold", """
            {"heldOn":"2025-09-01","chairId":"li","attendees":["li"],"apologies":[],"agenda":[],"resolutions":[],"unitId":"planning","kind":"special",
             "topic":"补录","areaIds":[]}
            """)).Is(201);
        (await li.Post("/api/releases", """{"unitId":"planning","channelId":"chn-1","kind":"website-update","period":"2025-01","count":5}""")).Is(201);
        (await li.Post("/api/releases", """{"unitId":"planning","channelId":"chn-1","kind":"website-update","period":"2025-09","count":3}""")).Is(201);
        (await Figures("r-year")).ShouldContain("specialMeetings 2=2 studySessions 0=0 websiteUpdates 4≠8");
        (await Figures("r-half")).ShouldContain("specialMeetings 2≠1 studySessions 0=0 websiteUpdates 4≠5");
        (await Figures("r-year", $"?knownAt=%23{first}")).ShouldContain("specialMeetings 2≠1 studySessions 0=0 websiteUpdates 4=4");
    }

    [Fact]
    public async Task Equal_contents_are_found_across_units_and_kinds_as_known()
    {
        var (one, other) = (new string('a', 64), new string('b', 64));
        await Submit("r-1", "information", "2025", "{}", hash: one);
        var first = (await Submit("r-2", "information", "2025", "{}", unit: "housing", hash: one)).Is(201).Json["position"];
        await Submit("r-3", "information", "2025", "{}", hash: other);
        await Submit("r-4", "half-year-summary", "2025-H1", "{}", hash: one);

        (await Same("")).ShouldBe("plan-2025: r-1:r-2,r-4 r-2:r-1,r-4 r-3: r-4:r-1,r-2");
        (await Same($"?knownAt=%23{first}")).ShouldBe("plan-2025: r-1:r-2 r-2:r-1");
        (await Same("?unit=housing")).ShouldBe("r-2:r-1,r-4");
    }

    [Fact]
    public async Task A_report_shows_what_became_of_it_as_known()
    {
        var first = (await Submit("r-a", "information", "2025", "{}")).Is(201).Json["position"];
        var back = (await li.Post("/api/reports/r-a/return", """{"returnedOn":"2025-12-27","reason":"数字有误","byUnitId":"city"}""")).Is(200).Json["position"];
        (await Submit("r-b", "information", "2025", "{}", more: ",\"supersedesReportId\":\"r-a\"")).Is(201);

        async Task<string> Then(string query) => string.Join(' ', (await li.Get($"/api/reports?kind=information{query}")).Is(200).Json["items"]!.AsArray()
            .Select(r => $"{r!["reportId"]}:{r["returnedOn"]}{r["returnReason"]}:{r["supersededBy"]}:{r["supersedesReportId"]}"));
        (await Then($"&knownAt=%23{first}")).ShouldBe("r-a:::");
        (await Then($"&knownAt=%23{back}")).ShouldBe("r-a:2025-12-27数字有误::");
        (await Then("&asOf=1990-01-01")).ShouldBe("r-a:2025-12-27数字有误:r-b: r-b:::r-a");
    }

    private Task<Answer> Submit(
        string id, string kind, string period, string figures, string unit = "planning", string? hash = null, string to = "\"city\"", string more = "") =>
        li.Post("/api/reports", $$"""
            {"reportId":"{{id}}","unitId":"{{unit}}","kind":"{{kind}}","period":"{{period}}","submittedOn":"2025-12-26","toUnitId":{{to}},
             "contentSha256":"{{hash ?? new string('f', 64)}}","figures":{{figures}}{{more}}}
            """);

    private async Task<string> Figures(string id, string query = "") => string.Join(' ', (await li.Get("/api/reports" + query)).Is(200).Json["items"]!
        .AsArray().Single(r => (string)r!["reportId"]! == id)!["figures"]!.AsObject().OrderBy(f => f.Key, StringComparer.Ordinal).Select(f =>
            $"{f.Key} {f.Value!["claimed"]}" + (f.Value["ledger"] is { } ledger ? $"{((bool)f.Value["match"]! ? "=" : "≠")}{ledger}" : "?")));

    private async Task<string> Same(string query) => string.Join(' ', (await li.Get("/api/reports" + query)).Is(200).Json["items"]!.AsArray()
        .Select(r => $"{r!["reportId"]}:{string.Join(',', r["sameContentAs"]!.AsArray())}"));
}
