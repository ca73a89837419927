using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;

namespace Ledger.IntegrationTests.Replay;

public sealed class ReplayTests(SampleYear service) : IClassFixture<SampleYear>
{
    private readonly Client inspector = service.As("inspector");

    [Fact]
    public async Task The_steps_are_the_acts_of_the_timeline()
    {
        var answer = (await inspector.Get("/api/units/institute/replay?knownAt=%23672")).Is(200);

        var steps = Steps(answer);
        var timeline = (await inspector.Get("/api/units/institute/timeline?limit=200&knownAt=%23672")).Is(200).Json["items"]!.AsArray();
        answer.Header("Ledger-Position").ShouldBe("672");
        answer.Header("Content-Type").ShouldBe("application/x-ndjson; charset=utf-8");
        steps.Select(s => (long)s["position"]!).ShouldBe(timeline.Select(i => (long)i!["position"]!));
        steps.Select(s => s["summary"]!.ToJsonString()).ShouldBe(timeline.Select(i => i!["summary"]!.ToJsonString()));
        steps.Select(s => s["recordedAt"]!.ToJsonString()).ShouldBe(timeline.Select(i => i!["recordedAt"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_step_tells_what_it_changed()
    {
        var step = Steps((await inspector.Get("/api/units/planning/replay?from=2025-08-14&to=2025-08-14")).Is(200))
            .Single(s => (long)s["position"]! == 537);

        JsonNode.DeepEquals(step["changes"], JsonNode.Parse("""
            [{"what":"cell","id":"planning/web-accounts/Direct",
              "before":[
                {"personId":"planning-05","assignmentId":"asg-planning-web-accounts-direct-1","from":"2025-01-01","to":"2025-07-01"},
                {"personId":"planning-07","assignmentId":"asg-planning-web-accounts-direct-2","from":"2025-07-01","to":null}],
              "after":[
                {"personId":"planning-05","assignmentId":"asg-planning-web-accounts-direct-1","from":"2025-01-01","to":"2025-06-16"},
                {"personId":"planning-07","assignmentId":"asg-planning-web-accounts-direct-2","from":"2025-06-16","to":null}]}]
            """)).ShouldBeTrue(step["changes"]!.ToJsonString());
    }

    [Theory]
    [InlineData("institute", 672)]
    [InlineData("village", 553)]
    [InlineData("city", 672)]
    public async Task The_changes_of_all_steps_together_make_the_state_after_the_last(string unit, long position)
    {
        var rows = new HashSet<string>();
        foreach (var change in Steps((await inspector.Get($"/api/units/{unit}/replay?knownAt=%23{position}")).Is(200))
            .SelectMany(s => s["changes"]!.AsArray()))
        {
            foreach (var row in change!["before"] as JsonArray ?? [])
                rows.Remove($"{change["what"]} {change["id"]} {row!.ToJsonString()}").ShouldBeTrue(change.ToJsonString());
            foreach (var row in change["after"] as JsonArray ?? [])
                rows.Add($"{change["what"]} {change["id"]} {row!.ToJsonString()}").ShouldBeTrue(change.ToJsonString());
        }

        var known = await service.Rows($"""
            select what || ' ' || id || ' ' || row::text as line from ledger.unit_row where tenant_id = 't1' and unit_id = '{unit}'
                and known_from <= {position} and known_to > {position}
            """);
        rows.Select(Canonical).Order().ShouldBe(known.Select(k => Canonical((string)JsonNode.Parse(k)!["line"]!)).Order());
        rows.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_unit_that_is_not_known_is_404() =>
        (await inspector.Get("/api/units/nowhere/replay")).Is(404, "unknown-id");

    private static List<JsonNode> Steps(Answer answer) =>
        [.. answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];

    private static string Canonical(string line)
    {
        var start = line.IndexOf('{', StringComparison.Ordinal);
        return line[..start] + JsonNode.Parse(line[start..])!.ToJsonString();
    }
}
