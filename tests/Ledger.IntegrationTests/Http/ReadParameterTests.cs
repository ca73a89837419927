using System.Text;
using Ledger.IntegrationTests.Hosting;
using Ledger.Reads;

namespace Ledger.IntegrationTests.Http;

/// <summary>A misspelt question is refused: it would be answered as another one.</summary>
public sealed class ReadParameterTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task A_parameter_that_the_read_does_not_have_is_400_by_name(string name)
    {
        foreach (var unknown in new[] { "asof", "Unit", "units", "tenant", "" })
        {
            var answer = (await li.Get($"{Routes.PathOf(Routes.Read(name))}?{unknown}=planning")).Is(400, "query-malformed");

            answer.Json["errors"]!.AsObject().Single().Key.ShouldBe(unknown);
            ((string)answer.Json["facts"]!["rule"]!).ShouldBe("unknown-parameter");
        }
    }

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task A_parameter_of_a_wrong_value_is_400_by_name(string name)
    {
        var route = Routes.Read(name);
        foreach (var parameter in route.AllParameters.Where(p => p.Name != "cursor"))
            foreach (var wrong in Wrong(parameter))
            {
                var answer = (await li.Get($"{Routes.PathOf(route)}?{parameter.Name}={wrong}")).Is(400, "query-malformed");

                answer.Json["errors"]!.AsObject().Single().Key.ShouldBe(parameter.Name);
            }
    }

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task A_parameter_given_twice_is_400_by_name(string name) =>
        (await li.Get($"{Routes.PathOf(Routes.Read(name))}?asOf=2025-01-01&asOf=2025-01-01")).Is(400, "query-malformed")
            .Json["errors"]!["asOf"].ShouldNotBeNull();

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task A_parameter_as_described_is_taken(string name)
    {
        var route = Routes.Read(name);

        foreach (var parameter in route.AllParameters.Where(p => p.Name is not ("cursor" or "area" or "knownAt")))
            (await li.Get($"{Routes.PathOf(route)}?{parameter.Name}={Uri.EscapeDataString(parameter.Example)}"))
                .Status.ShouldBe(200, parameter.Name);
    }

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task A_position_that_is_not_reached_is_422(string name)
    {
        var answer = (await li.Get($"{Routes.PathOf(Routes.Read(name))}?knownAt=%23100000")).Is(422, "position-not-reached");

        answer.Json["errors"]!.AsObject().Single().Key.ShouldBe("knownAt");
        ((long)answer.Json["facts"]!["asked"]!).ShouldBe(100_000);
        ((long)answer.Json["facts"]!["last"]!).ShouldBeGreaterThan(0);
    }

    [Theory, MemberData(nameof(Routes.Reads), MemberType = typeof(Routes))]
    public async Task An_id_that_is_unknown_or_no_id_is_404(string name)
    {
        var route = Routes.Read(name).Route;
        if (!route.Contains('{', StringComparison.Ordinal))
            return;

        foreach (var id in new[] { "nobody", "PLANNING", "%E5%B8%82", "-", "%01", "a%2Fb", "'; select 1; --", new string('x', 500), "%EF%BF%BE" })
            (await li.Get(Filled(route, id))).Is(404, "unknown-id");
    }

    [Fact]
    public async Task A_level_that_is_none_is_404_and_the_levels_told()
    {
        var answer = (await li.Get("/api/cells/planning/training/first")).Is(404, "unknown-id");

        string.Join(' ', answer.Json["facts"]!["oneOf"]!.AsArray().Select(l => (string)l!)).ShouldBe("First Leading Direct");
    }

    [Theory]
    [InlineData("x"), InlineData("%00"), InlineData("e30"), InlineData("bnVsbA"), InlineData("W10"), InlineData("=="), InlineData("")]
    public async Task A_cursor_that_is_none_is_400(string cursor)
    {
        foreach (var route in LedgerReads.Routes.Where(r => r.IsList))
            (await li.Get($"{Routes.PathOf(route)}?cursor={cursor}")).Is(400, "cursor-malformed");
    }

    [Fact]
    public async Task A_cursor_goes_on_with_its_own_question_only()
    {
        var next = (string)(await li.Get("/api/units?limit=1")).Is(200).Json["next"]!;

        (await li.Get($"/api/units?limit=3&cursor={next}")).Is(200);
        (await li.Get($"/api/units?parent=city&cursor={next}")).Is(400, "cursor-malformed");
    }

    /// <summary>Cursors that pass as such, filled by somebody who means harm.</summary>
    [Theory]
    [InlineData("[]"), InlineData("[\"x\"]"), InlineData("[\"\",\"\"]"), InlineData("[null]"), InlineData("[\"9999-99-99\",\"x\"]")]
    [InlineData("[\"a\",\"b\",\"c\"]"), InlineData("[\"\\u0000\",\"b\"]")]
    public async Task A_forged_cursor_is_400_or_an_answer_and_never_a_failure(string after)
    {
        foreach (var route in LedgerReads.Routes.Where(r => r.IsList))
            foreach (var clocks in new[] { "2025-01-01 40", "2025-01-01 -5", "2025-01-01 9999999", "0001-01-01 3", "9999-12-31 3" })
            {
                var real = await CursorOf(route);
                var (asOf, position) = (clocks.Split(' ')[0], clocks.Split(' ')[1]);
                var forged = Encode($$"""{"asOf":"{{asOf}}","position":{{position}},"after":{{after}},"of":"{{real}}"}""");

                var answer = await li.Get($"{Routes.PathOf(route)}?limit=1&cursor={forged}");

                answer.Status.ShouldBeOneOf([200, 400, 404, 422], $"{route.Name} {after} {clocks}\n{answer.Text}");
            }
    }

    /// <summary>The hash by which a cursor knows the question of <paramref name="route"/>; it is no secret.</summary>
    private async Task<string> CursorOf(ReadRoute route)
    {
        var next = (string?)(await li.Get($"{Routes.PathOf(route)}?limit=1&asOf=2025-10-01")).Is(200).Json["next"];
        if (next is null)
            return "";
        var padded = next.Replace('-', '+').Replace('_', '/') + new string('=', (4 - next.Length % 4) % 4);
        return (string)System.Text.Json.Nodes.JsonNode.Parse(Convert.FromBase64String(padded))!["of"]!;
    }

    private static string Encode(string cursor) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(cursor)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Filled(string route, string id) =>
        string.Join('/', route.Split('/').Select(s => s is "{level}" ? "First" : s.StartsWith('{') ? id : s));

    private static string[] Wrong(QueryParameter parameter) => parameter.Name switch
    {
        "asOf" or "againstAsOf" or "from" or "to" => ["2025-02-30", "2025-1-1", "1899-12-31", "2200-01-01", "today", "2025-01-01T00:00:00Z", ""],
        "overDays" => ["-1", "x", "1.5", "", "200000"],
        "knownAt" or "againstKnownAt" => ["2025-01-01", "2025-01-01T00:00:00", "2025-01-01T00:00:00%2B08:00", "%23", "%23-1", "%23x", "17", "",
            "%2399999999999999999999", "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z"],
        "names" or "subtree" or "overdue" => ["yes", "True", "1", ""],
        "period" => ["2025-H3", "2025-13", "25", "2025-h1", "2200", ""],
        "year" => ["2025-H1", "25", "2200", "year", ""],
        "limit" => ["0", "201", "-1", "x", "1.5", "", "99999999999"],
        "unit" or "parent" or "area" or "person" => ["", "a%20b", "%E5%B8%82", "-x"],
        "kind" or "status" or "source" or "lacks" => ["Special", "none", "special,study", ""],
        "purpose" or "type" => ["", "%00", new string('x', 201)],
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter.Name, "No wrong values for this parameter."),
    };
}
