using Ledger.IntegrationTests.Hosting;
using Ledger.Reads;

namespace Ledger.IntegrationTests.Access;

/// <summary>Two bodies in one ledger: t1 has recorded a year, t2 asks for it on every route.</summary>
public sealed class TenantTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client stranger = service.As("admin-li", "t2");

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task No_read_shows_another_tenants_rows(string name)
    {
        var route = Routes.Read(name);

        var answer = await stranger.Get(Routes.PathOf(route) + "?names=true");

        if (NamesSomethingRecorded(route))
        {
            answer.Is(404, "unknown-id");
            return;
        }

        answer.Is(200).Header("Ledger-Position").ShouldBe("0");
        answer.Text.ShouldNotContain("planning");
        answer.Text.ShouldNotContain("li");
        if (route.IsList)
            answer.Json["items"]!.AsArray().ShouldBeEmpty();
    }

    /// <summary>A rule's code is of a list that all tenants share.</summary>
    private static bool NamesSomethingRecorded(ReadRoute route) =>
        route.Route.Replace("{ruleCode}", "", StringComparison.Ordinal).Contains('{', StringComparison.Ordinal);

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task No_filter_finds_another_tenants_unit(string name)
    {
        var route = Routes.Read(name);

        foreach (var parameter in route.Parameters.Where(p => p.Name is "unit" or "parent" or "area"))
            if (!NamesSomethingRecorded(route))
                (await stranger.Get($"{Routes.PathOf(route)}?{parameter.Name}={(parameter.Name == "area" ? "training" : "planning")}"))
                    .Is(404, "unknown-id");
    }

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task No_read_reaches_another_tenants_positions(string name) =>
        (await stranger.Get(Routes.PathOf(Routes.Read(name)) + "?knownAt=%231")).Is(422, "position-not-reached");

    [Fact]
    public async Task Both_tenants_may_use_the_same_ids_and_each_reads_its_own()
    {
        var (t1, t2) = (service.As("admin-li"), service.As("admin-li", await service.NewTenant()));
        await Acts.Record(t2);
        (await t2.Post("/api/units/city/rename", """{"nameZh":"另一市","nameEn":"Other City","effectiveFrom":"2024-01-01"}""")).Is(200);

        ((string)(await t1.Get("/api/units/city")).Is(200).Json["nameEn"]!).ShouldBe("Sample City");
        ((string)(await t2.Get("/api/units/city")).Is(200).Json["nameEn"]!).ShouldBe("Other City");
        foreach (var route in LedgerReads.Routes.Where(r => r.Name is not ("ListUnits" or "GetUnit" or "GetTimeline" or "Export")))
        {
            var path = Routes.PathOf(route) + "?asOf=2025-10-01";
            Clockless((await t2.Get(path)).Is(200)).ShouldBe(Clockless((await t1.Get(path)).Is(200)));
        }
    }

    /// <summary>The answer without what is each tenant's own: positions and instants.</summary>
    private static string Clockless(Answer answer) => System.Text.RegularExpressions.Regex.Replace(
        answer.Text, """("(againstPosition|position)":\d+|"(againstKnownAt|knownAt|recordedAt|heldRecordedAt|raisedAt)":"[^"]*")""", "");
}
