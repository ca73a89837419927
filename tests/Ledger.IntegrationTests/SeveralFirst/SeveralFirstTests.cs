using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;
using NodaTime.Text;

namespace Ledger.IntegrationTests.SeveralFirst;

public sealed class SeveralFirstTests(SampleYear service) : IClassFixture<SampleYear>
{
    private readonly Client inspector = service.As("inspector");

    [Theory]
    [InlineData("2025-01-15", "2025-04-15", "2025-03-01T00:00:00Z")]
    [InlineData("2025-01-15", "2025-04-15", "%23672")]
    [InlineData("2025-06-20", "2025-09-15", "%23300")]
    public async Task A_day_is_told_when_the_matrix_shows_more_than_one_first_responsible(string from, string to, string knownAt)
    {
        var items = (await Ask($"from={from}&to={to}&limit=200&knownAt={knownAt}")).Json["items"]!.AsArray();

        var told = items.SelectMany(i => Days((string)i!["from"]!, (string)i["to"]!).SelectMany(d => i["seats"]!.AsArray()
            .Select(s => $"{i["unitId"]} {d} {s!["areaId"]} {s["personId"]}")));
        var shown = new List<string>();
        foreach (var day in Days(from, to))
        {
            var cells = (await inspector.Get($"/api/matrix?asOf={day}&knownAt={knownAt}")).Is(200).Json["cells"]!.AsArray()
                .Where(c => (bool)c!["required"]! && (string)c["level"]! == "First" && c["holder"] is not null);
            foreach (var unit in cells.GroupBy(c => (string)c!["unitId"]!)
                .Where(u => u.Select(c => (string)c!["holder"]!["personId"]!).Distinct().Count() > 1))
                shown.AddRange(unit.Select(c => $"{unit.Key} {day} {c!["areaId"]} {c["holder"]!["personId"]}"));
        }

        told.Order(StringComparer.Ordinal).ShouldBe(shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_believed_before_a_correction_can_still_be_asked()
    {
        var before = (await Ask("unit=audit&from=2025-02-01&to=2025-02-10&knownAt=2025-03-01T00:00:00Z")).Json["items"]!.AsArray().Single()!;

        ((string)before["from"]!, (string)before["to"]!, (int)before["days"]!).ShouldBe(("2025-02-01", "2025-02-10", 10));
        before["seats"]!.AsArray().Single(s => (string)s!["personId"]! == "audit-02")!["areaId"]!.ToString().ShouldBe("discipline");
        (await Ask("unit=audit&from=2025-02-01&to=2025-02-10")).Items("unitId").ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_change_of_a_seat_begins_a_new_span_and_pages_give_every_span_once()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "EstablishLeadingGroup");
        (await own.Post("/api/units/planning/required-cells", """
            {"requiredCells":[{"areaId":"training","level":"First"},{"areaId":"publicity","level":"First"}],"effectiveFrom":"2025-01-01"}
            """)).Is(200);
        foreach (var (area, person, from) in new[]
        {
            ("training", "li", "2025-03-01"), ("publicity", "wang", "2025-03-01"), ("publicity", "li", "2025-05-01"), ("publicity", "chen", "2025-07-01"),
        })
        {
            var holder = (await own.Get($"/api/cells/planning/{area}/First?asOf={from}")).Is(200).Json["holder"]?["assignmentId"];
            (await own.Post(holder is null ? "/api/assignments" : $"/api/assignments/{holder}/replace",
                $$"""{"unitId":"planning","areaId":"{{area}}","level":"First","personId":"{{person}}","effectiveFrom":"{{from}}"}""")).Is(201);
        }

        const string first = """{"unitId":"planning","from":"2025-03-01","to":"2025-04-30","days":61,"seats":[{"areaId":"publicity","personId":"wang"},{"areaId":"training","personId":"li"}]}""";
        const string second = """{"unitId":"planning","from":"2025-07-01","to":"2025-07-31","days":31,"seats":[{"areaId":"publicity","personId":"chen"},{"areaId":"training","personId":"li"}]}""";

        var page = (await own.Get("/api/several-first?from=2025-01-01&to=2025-07-31&limit=1")).Is(200).Json;
        page["items"]!.AsArray().Select(i => i!.ToJsonString()).ShouldBe([first]);
        var last = (await own.Get($"/api/several-first?from=2025-01-01&to=2025-07-31&limit=1&cursor={page["next"]}")).Is(200).Json;
        last["items"]!.AsArray().Select(i => i!.ToJsonString()).ShouldBe([second]);
        last.AsObject().ContainsKey("next").ShouldBeFalse();
    }

    [Fact]
    public async Task A_window_that_ends_before_it_starts_is_refused() =>
        (await inspector.Get("/api/several-first?from=2025-06-01&to=2025-05-01")).Is(400, "window-ends-before-it-starts");

    private async Task<Answer> Ask(string query) => (await inspector.Get($"/api/several-first?{query}")).Is(200);

    private static IEnumerable<string> Days(string from, string to)
    {
        var last = LocalDatePattern.Iso.Parse(to).Value;
        for (var day = LocalDatePattern.Iso.Parse(from).Value; day <= last; day = day.PlusDays(1))
            yield return LocalDatePattern.Iso.Format(day);
    }
}
