using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.IntegrationTests.Import;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Vacancies;

public sealed class VacanciesTests(SampleYear service) : IClassFixture<SampleYear>
{
    private readonly Client inspector = service.As("inspector");

    [Theory]
    [InlineData("%23672")]
    [InlineData("%23389")]
    [InlineData("%23159")]
    public async Task A_vacancy_is_every_day_on_which_the_matrix_shows_nobody(string knownAt)
    {
        var (from, to) = (new LocalDate(2025, 4, 20), new LocalDate(2025, 6, 20));

        var spans = (await Vacancies($"from={Iso(from)}&to={Iso(to)}&limit=200&knownAt={knownAt}")).Json["items"]!.AsArray();

        var told = spans.SelectMany(s => Days(Day(s!["from"]), Day(s["to"])).Select(d => $"{s["unitId"]}/{s["areaId"]}/{s["level"]} {Iso(d)}"));
        var shown = new List<string>();
        foreach (var day in Days(from, to))
            shown.AddRange((await inspector.Get($"/api/matrix?asOf={Iso(day)}&knownAt={knownAt}")).Is(200).Json["cells"]!.AsArray()
                .Where(c => (bool)c!["required"]! && c["holder"] is null)
                .Select(c => $"{c!["unitId"]}/{c["areaId"]}/{c["level"]} {Iso(day)}"));
        told.Order(StringComparer.Ordinal).ShouldBe(shown.Order(StringComparer.Ordinal));
        shown.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Days_count_both_ends_as_cut_at_the_window()
    {
        var item = (await Vacancies("unit=agri&from=2025-05-01&to=2025-05-31")).Json["items"]!.AsArray().Single()!;

        JsonNode.DeepEquals(item, JsonNode.Parse(
            """{"unitId":"agri","areaId":"training","level":"Direct","from":"2025-05-16","to":"2025-05-31","days":16}"""))
            .ShouldBeTrue(item.ToJsonString());
        (await Vacancies("unit=agri&from=2025-05-01&to=2025-05-31&overDays=16")).Items("unitId").ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_give_every_vacancy_once()
    {
        const string window = "from=2025-01-15&to=2025-12-31&knownAt=%23672";
        var all = (await Vacancies(window + "&limit=200")).Json["items"]!.AsArray();
        var paged = new List<string>();
        string? next = null;
        do
        {
            var page = (await Vacancies(window + "&limit=2" + (next is null ? "" : $"&cursor={next}"))).Json;
            paged.AddRange(page["items"]!.AsArray().Select(i => i!.ToJsonString()));
            next = (string?)page["next"];
        }
        while (next is not null);

        paged.ShouldBe(all.Select(i => i!.ToJsonString()));
        paged.Count.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task A_window_that_ends_before_it_starts_is_refused() =>
        (await inspector.Get("/api/vacancies?from=2025-06-01&to=2025-05-01")).Is(400, "window-ends-before-it-starts");

    private async Task<Answer> Vacancies(string query) => (await inspector.Get($"/api/vacancies?{query}")).Is(200);

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to) =>
        Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(from.PlusDays);

    private static LocalDate Day(JsonNode? node) => LocalDatePattern.Iso.Parse((string)node!).Value;

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
