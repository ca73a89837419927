using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;

namespace Ledger.IntegrationTests.Obligations;

/// <summary>What has become of the rules that the sample year adopts.</summary>
public sealed class ChecksTests(SampleYear service) : IClassFixture<SampleYear>
{
    private const string YearEnd = "knownAt=2025-12-31T15:59:59Z";

    private readonly Client inspector = service.As("inspector");

    [Theory]
    // A late entry heals the county's breach, a correction makes it again and the school's late entry heals its own.
    [InlineData("B1", "period=2025-H1&knownAt=2025-06-30T15:59:59Z", "open: centre county school-a village")]
    [InlineData("B1", "period=2025-H1&knownAt=2025-06-30T16:00:00Z", "breached: centre county school-a village")]
    [InlineData("B1", "period=2025-H1&knownAt=2025-07-08T00:00:00Z", "breached: school-a village")]
    [InlineData("B1", "period=2025-H1&knownAt=2025-07-31T00:00:00Z", "breached: county village")]
    // The date asked decides what is still open, whenever it became known.
    [InlineData("B1", "period=2025-H1&asOf=2025-06-30&knownAt=2025-07-31T00:00:00Z", "open: county village")]
    [InlineData("B2", YearEnd, "breached: planning/2025-08 planning/2025-11")]
    [InlineData("B2", "knownAt=2025-08-31T15:59:59Z", "open: planning/2025-08")]
    [InlineData("B7", YearEnd, "")]
    [InlineData("B7", "period=2025-H2&knownAt=2025-08-01T00:00:00Z", "open: audit")]
    [InlineData("C3", YearEnd, "breached: ins-03 ins-06 ins-10")]
    [InlineData("C4", YearEnd, "breached: fnd-05-2 fnd-06-2")]
    [InlineData("D1", YearEnd, "breached: school-b village")]
    [InlineData("D1", "knownAt=2025-01-31T15:59:59Z", "open: school-b village")]
    [InlineData("D2", YearEnd, "breached: league school-b village")]
    [InlineData("E1", "asOf=2026-01-01&period=2025&" + YearEnd, "breached: centre league")]
    [InlineData("E1", YearEnd, "open: centre league")]
    [InlineData("F2", "period=2025&" + YearEnd, "")]
    [InlineData("F2", "knownAt=2025-06-30T15:59:59Z", "open: institute")]
    public async Task A_rule_is_met_open_or_breached_as_known_then(string rule, string query, string unmet)
    {
        var checks = await Checks(rule, query);

        checks.ShouldNotBeEmpty();
        string.Join("; ", checks.Where(c => (string)c["state"]! != "met").GroupBy(c => (string)c["state"]!)
            .Select(g => $"{g.Key}: {string.Join(' ', g.Select(What).Order(StringComparer.Ordinal))}")).ShouldBe(unmet);

        string What(JsonNode c) => (string?)c["subject"]?["id"] ?? (rule == "B2" ? $"{c["unitId"]}/{c["period"]}" : (string)c["unitId"]!);
    }

    [Fact]
    public async Task A_check_tells_what_it_rests_on() =>
        (await inspector.Get("/api/obligations/B1/checks?unit=planning&period=2025-H1&asOf=2026-01-01&knownAt=2025-03-12T00:47:23Z")).Has("items", """
        [{"obligationId":"obl-special-half-year","ruleCode":"B1","unitId":"planning","period":"2025-H1","state":"met","dueOn":"2025-06-30",
          "evidence":[{"type":"meeting","id":"mtg-planning-special-2025-01"},{"type":"meeting","id":"mtg-planning-special-2025-02"}],
          "detail":{"zh":"召开 2 次，应不少于 1 次","en":"2 held, 1 owed"}}]
        """);

    [Theory]
    [InlineData("B1")]
    [InlineData("B2")]
    [InlineData("C3")]
    [InlineData("C4")]
    [InlineData("E1")]
    public async Task Pages_of_any_length_give_the_same(string rule)
    {
        var whole = (await Checks(rule, YearEnd)).Select(c => c.ToJsonString()).ToList();
        whole.Count.ShouldBeGreaterThan(2);

        foreach (var limit in new[] { 1, 2, 7 })
        {
            var paged = new List<string>();
            for (string? cursor = null, next = ""; next is not null; cursor = next)
            {
                var page = (await inspector.Get($"/api/obligations/{rule}/checks?limit={limit}&" + (cursor is null ? YearEnd : $"cursor={cursor}"))).Is(200).Json;
                page["items"]!.AsArray().Count.ShouldBeInRange(1, limit);
                paged.AddRange(page["items"]!.AsArray().Select(c => c!.ToJsonString()));
                next = (string?)page["next"];
            }

            paged.ShouldBe(whole);
        }
    }

    [Fact]
    public async Task Left_out_the_period_goes_from_the_start_of_the_obligation_to_the_day_of_asking()
    {
        (await Checks("B2", "asOf=2025-03-05&" + YearEnd)).Select(c => (string)c["period"]!).ShouldBe(["2025-01", "2025-02", "2025-03"]);
        (await Checks("B2", "period=2025-Q1&asOf=2025-12-31&" + YearEnd)).Select(c => (string)c["period"]!)
            .ShouldBe(["2025-01", "2025-02", "2025-03"]);
        (await Checks("B2", "period=2024&" + YearEnd)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Units_are_asked_alone_or_with_all_below_them()
    {
        (await Checks("B1", "period=2025-H1&unit=league&" + YearEnd)).Select(Unit).ShouldBe(["league"]);
        (await Checks("B1", "period=2025-H1&unit=league&subtree=true&" + YearEnd)).Select(Unit).ShouldBe(["institute", "league"]);
        (await Checks("F2", "period=2025&unit=league&" + YearEnd)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_known_is_refused()
    {
        (await inspector.Get("/api/obligations/Z1/checks")).Is(404, "unknown-id").Has("facts", """{"kind":"rule","id":"Z1"}""");
        (await inspector.Get("/api/obligations/b1/checks")).Is(404, "unknown-id");
        (await inspector.Get("/api/obligations/B1/checks?unit=nowhere")).Is(404, "unknown-id");
        (await inspector.Get("/api/obligations/B1/checks?period=2025-H3")).Is(400, "query-malformed");
        (await inspector.Get("/api/units/nowhere/obligations")).Is(404, "unknown-id");
    }

    [Theory]
    [InlineData("planning", YearEnd)]
    [InlineData("county", "period=2025-H1&knownAt=2025-07-31T00:00:00Z")]
    [InlineData("institute", "asOf=2026-02-01&" + YearEnd)]
    public async Task A_units_sheet_is_what_the_rules_lists_say_of_it(string unit, string query)
    {
        var sheet = (await inspector.Get($"/api/units/{unit}/obligations?{query}")).Is(200).Json;

        var rules = sheet["rules"]!.AsArray();
        rules.Count.ShouldBeGreaterThan(5);
        foreach (var rule in rules)
        {
            var listed = await Checks((string)rule!["ruleCode"]!, $"unit={unit}&{query}");
            rule["checks"]!.AsArray().Select(c => c!.ToJsonString()).ShouldBe(listed.Select(c => c.ToJsonString()));
            foreach (var state in new[] { "met", "open", "breached" })
                ((int)rule["counts"]![state]!).ShouldBe(listed.Count(c => (string)c["state"]! == state));
        }
    }

    [Theory]
    [InlineData("/api/obligations/B1/checks")]
    [InlineData("/api/obligations/C4/checks")]
    [InlineData("/api/units/county/obligations")]
    [InlineData("/api/instructions")]
    [InlineData("/api/assignments/asg-planning-release-review-leading-1/hand-over")]
    public async Task The_same_bytes_come_again_whatever_was_recorded_since(string path)
    {
        var tenant = await service.NewTenant();
        var clerk = service.As("admin-city", tenant);
        var lines = System.Text.Encoding.UTF8.GetString(SampleYear.Commands).Split('\n');
        (await clerk.Import("", string.Join('\n', lines[..500]))).Is(200);
        var then = (await clerk.Get(path)).Is(200);
        var clocks = $"asOf={then.Json["asOf"]}&knownAt=%23{then.Json["position"]}";
        var before = (await clerk.Get($"{path}?{clocks}")).Is(200).Text;

        (await clerk.Import("", string.Join('\n', lines))).Is(200);

        (await clerk.Get($"{path}?{clocks}")).Is(200).Text.ShouldBe(before);
    }

    private async Task<IReadOnlyList<JsonNode>> Checks(string rule, string query)
    {
        var page = (await inspector.Get($"/api/obligations/{rule}/checks?limit=200&{query}")).Is(200).Json;
        page["next"].ShouldBeNull();
        return [.. page["items"]!.AsArray().Select(c => c!)];
    }

    private static string Unit(JsonNode check) => (string)check["unitId"]!;
}
