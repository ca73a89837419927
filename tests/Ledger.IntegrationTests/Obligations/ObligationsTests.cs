using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Obligations;

public sealed class ObligationsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Fact]
    public async Task An_obligation_is_told_with_the_units_it_binds_and_its_parameters() => (await li.Get("/api/obligations?unit=housing")).Has("items", """
        [{"obligationId":"obl-1","ruleCode":"B1","unitIds":["planning","housing"],"effectiveFrom":"2025-01-01","endsOn":"2026-07-01",
          "parameters":{"meetingKind":"special","period":"half-year","minimum":1},"basis":{"text":"市发〔2025〕3号"},"version":2}]
        """);

    [Fact]
    public async Task What_was_ended_is_owed_no_more_as_known_since_then()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "EndObligation");
        async Task<string> Checks(string knownAt) => (await own.Get(
            $"/api/obligations/B1/checks?unit=planning&asOf=2026-07-10{knownAt}")).Is(200).Items("period");
        var position = (await own.Get("/api/areas")).Header("Ledger-Position");
        (await Checks("")).ShouldBe("2025-H1 2025-H2 2026-H1 2026-H2");

        (await own.Post("/api/obligations/obl-1/end", """{"endsOn":"2026-06-30","reason":"新办法施行"}""")).Is(200);

        (await Checks("")).ShouldBe("2025-H1 2025-H2");
        (await Checks($"&knownAt=%23{position}")).ShouldBe("2025-H1 2025-H2 2026-H1 2026-H2");
        (await own.Get("/api/units/planning/replay")).Is(200).Text.Split('\n')
            .Count(l => l.Contains("\"what\":\"obligation\"", StringComparison.Ordinal)).ShouldBe(2);
        async Task<string?> EndsOn(string knownAt) => (string?)(await own.Get($"/api/units/planning/obligations?asOf=2026-07-10{knownAt}"))
            .Is(200).Json["rules"]!.AsArray().Single(r => (string)r!["obligationId"]! == "obl-1")!["endsOn"];
        (await EndsOn("")).ShouldBe("2026-06-30");
        (await EndsOn($"&knownAt=%23{position}")).ShouldBeNull();
    }

    [Fact]
    public async Task A_measure_that_was_lifted_has_answered_for_its_finding()
    {
        (await li.Post("/api/obligations", """{"ruleCode":"C9","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{}}""")).Is(201);

        var checks = (await li.Get("/api/obligations/C9/checks?period=2025&asOf=2026-01-01")).Is(200).Json["items"]!.AsArray();

        ((string)checks.Single(c => (string)c!["subject"]!["id"]! == "fnd-1")!["state"]!).ShouldBe("met");
    }

    [Theory]
    [InlineData("""{"ruleCode":"Z1","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{}}""", "ruleCode")]
    [InlineData("""{"ruleCode":"b1","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{}}""", "ruleCode")]
    [InlineData("""{"ruleCode":"B1","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{"opinion":1}}""", "parameters.opinion")]
    [InlineData("""{"ruleCode":"B1","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{"minimum":"1"}}""", "parameters.minimum")]
    [InlineData("""{"ruleCode":"B7","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{"holidays":["2025-02-30"]}}""", "parameters.holidays[0]")]
    [InlineData("""{"ruleCode":"B1","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{"meetingKind":"talk"}}""", "parameters.meetingKind")]
    public async Task Rules_and_their_parameters_are_closed_lists(string body, string field) =>
        (await li.Post("/api/obligations", body)).Is(400, "malformed").Json["errors"]!.AsObject().Single().Key.ShouldBe(field);
}
