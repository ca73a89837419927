using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;

namespace Ledger.IntegrationTests.UnitState;

public sealed class UnitStateTests(SampleYear service) : IClassFixture<SampleYear>
{
    private readonly Client inspector = service.As("inspector");

    [Theory]
    [InlineData("asOf=2025-06-20&knownAt=%23536")]
    [InlineData("asOf=2025-12-31&knownAt=%23672")]
    public async Task Each_part_is_what_its_own_read_gives(string clocks)
    {
        var state = (await inspector.Get($"/api/units/planning/at?{clocks}")).Is(200).Json;

        var unit = (await inspector.Get($"/api/units/planning?{clocks}")).Is(200).Json.AsObject();
        foreach (var stamp in new[] { "contract", "asOf", "knownAt", "position" })
            unit.Remove(stamp);
        Same(state["unit"], unit);
        Same(state["cells"], (await inspector.Get($"/api/matrix?unit=planning&{clocks}")).Is(200).Json["cells"]);
        foreach (var (part, path) in new[] { ("groups", "leading-groups"), ("people", "people"), ("tasks", "tasks"), ("meetings", "meetings") })
            Same(state[part], (await inspector.Get($"/api/{path}?unit=planning&limit=200&{clocks}")).Is(200).Json["items"]);
    }

    [Fact]
    public async Task A_unit_that_is_not_known_yet_is_404() =>
        (await inspector.Get("/api/units/planning/at?knownAt=%235")).Is(404, "unknown-id");

    private static void Same(JsonNode? actual, JsonNode? expected) =>
        JsonNode.DeepEquals(actual, expected).ShouldBeTrue($"want {expected?.ToJsonString()}\ngot {actual?.ToJsonString()}");
}
