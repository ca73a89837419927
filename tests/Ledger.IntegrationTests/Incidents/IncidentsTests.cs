using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Incidents;

/// <summary>Planning's incident inc-1 was opened on 14 July 2025, in Wang's care from then on, closed on the 16th, reviewed on
/// the 20th.</summary>
public sealed class IncidentsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "inc-1"), InlineData("status=reviewed", "inc-1"), InlineData("status=open", ""), InlineData("unit=city", "")]
    [InlineData("unit=city&subtree=true", "inc-1"), InlineData("asOf=1990-01-01", "inc-1")]
    public async Task A_list_holds_the_incidents_as_known_and_no_date_hides_one(string query, string incidents) =>
        (await li.Get($"/api/incidents?{query}")).Is(200).Items("incidentId").ShouldBe(incidents);

    [Fact]
    public async Task An_incident_is_told_whole() => (await li.Get("/api/incidents?asOf=2025-07-15")).Is(200).Has("items", """
        [{"incidentId":"inc-1","unitId":"planning","kind":"weather","title":"防汛值守","openedOn":"2025-07-14","areaId":"training",
          "status":"reviewed","onDuty":"wang","roster":[{"personId":"wang","from":"2025-07-14"}],"closedOn":"2025-07-16",
          "measures":"排除积水","review":{"reviewedOn":"2025-07-20","chairId":"li","lessons":"提前检查泵站"},"version":4}]
        """);

    [Theory]
    [InlineData("2025-07-13", null), InlineData("2025-07-14", "wang"), InlineData("2025-07-16", "wang"), InlineData("2025-07-17", null)]
    public async Task Who_was_on_duty_follows_the_date_asked_about(string asOf, string? onDuty) =>
        ((string?)(await li.Get($"/api/incidents?asOf={asOf}")).Is(200).Json["items"]![0]!["onDuty"]).ShouldBe(onDuty);

    [Fact]
    public async Task An_incident_is_told_as_it_was_known_after_each_act()
    {
        var positions = new List<long>();
        foreach (var type in new[] { "incident_opened.v1", "incident_duty_assigned.v1", "incident_closed.v1", "incident_reviewed.v1" })
            positions.Add((long)(await li.Get($"/api/units/planning/timeline?type={type}")).Is(200).Json["items"]![0]!["position"]!);

        async Task<string> Then(long position)
        {
            var items = (await li.Get($"/api/incidents?asOf=2025-07-15&knownAt=%23{position}")).Is(200).Json["items"]!.AsArray();
            return string.Join(' ', items.Select(i => $"{i!["status"]} {i["onDuty"]} {i["version"]}"));
        }

        (await Then(positions[0] - 1)).ShouldBe("");
        (await Then(positions[0])).ShouldBe("open  1");
        (await Then(positions[1])).ShouldBe("open wang 2");
        (await Then(positions[2])).ShouldBe("closed wang 3");
        (await Then(positions[3])).ShouldBe("reviewed wang 4");
        (await li.Get($"/api/people/wang/duties?knownAt=%23{positions[1]}")).Is(200).Json["incidents"]!.AsArray()
            .Select(i => (string)i!["incidentId"]!).ShouldBe(["inc-1"]);
        (await li.Get($"/api/people/wang/duties?knownAt=%23{positions[2]}")).Is(200).Json["incidents"]!.AsArray().ShouldBeEmpty();
        (await li.Get("/api/incidents?unit=nowhere")).Is(404, "unknown-id");
    }

    [Fact]
    public async Task An_open_incident_keeps_its_unit_from_being_dissolved()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "RenameUnit");
        (await own.Post("/api/incidents", """
            {"incidentId":"inc-2","unitId":"housing","kind":"outage","title":"停电","openedOn":"2025-07-14"}
            """)).Is(201);

        (await own.Post("/api/units/housing/dissolve", """{"dissolvedOn":"2190-01-01","reason":"合并"}""")).Is(422, "unit-in-use")
            .Has("facts.unsettled", """[{"kind":"incident","id":"inc-2","on":"2025-07-14"}]""");
    }
}
