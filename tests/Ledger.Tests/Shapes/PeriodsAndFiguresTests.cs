using System.Text.Json.Nodes;
using Ledger.Commands;
using Ledger.Releases;
using Ledger.Reports;
using Ledger.Tests.Commands;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Shapes;

public class PeriodsAndFiguresTests
{
    [Theory]
    [InlineData("1900"), InlineData("2025"), InlineData("2025-H1"), InlineData("2025-H2"), InlineData("2025-Q1"), InlineData("2025-Q4")]
    [InlineData("2025-01"), InlineData("2025-12"), InlineData("2199-12")]
    public void A_period_is_a_year_a_half_year_a_quarter_or_a_month(string period) =>
        Reading.Of<LogReleases>(Log(period)).Period.ShouldBe(period);

    [Theory]
    [InlineData(""), InlineData("25"), InlineData("1899"), InlineData("2200"), InlineData("2025-"), InlineData("2025-H0"), InlineData("2025-H3")]
    [InlineData("2025-Q0"), InlineData("2025-Q5"), InlineData("2025-00"), InlineData("2025-13"), InlineData("2025-1"), InlineData("2025-h1")]
    [InlineData("2025-01-01"), InlineData(" 2025"), InlineData("2025\\n"), InlineData("２０２５")]
    public void Nothing_else_is_a_period(string period) => Reading.Refusal("LogReleases", Log(period)).ShouldBe(("period", "period"));

    [Fact]
    public void Figures_are_whole_numbers_by_name_and_their_order_says_nothing()
    {
        var one = Reading.Of<SubmitReport>(Report("""{"specialMeetings":1,"lectures":0}"""));
        var other = Reading.Of<SubmitReport>(Report("""{"lectures":0,"specialMeetings":1}"""));

        one.Figures.ShouldBe(new Dictionary<string, int> { ["lectures"] = 0, ["specialMeetings"] = 1 }, ignoreOrder: true);
        CommandReader.Hash(one).ShouldBe(CommandReader.Hash(other));
        Reading.Of<SubmitReport>(Report("{}")).Figures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"a b":1}""", "id"), InlineData("""{"":1}""", "id"), InlineData("""{"特":1}""", "id")]
    [InlineData("[]", "object"), InlineData("1", "object")]
    public void Nothing_else_is_a_figure(string figures, string rule)
    {
        var (field, code) = Reading.Refusal("SubmitReport", Report(figures));

        (field, code).ShouldBe(("figures", rule));
    }

    [Theory]
    [InlineData("-1"), InlineData("1000000001"), InlineData("99999999999"), InlineData("1.5"), InlineData("\"1\""), InlineData("{}")]
    public void The_figure_at_fault_is_named(string value) =>
        Reading.Refusal("SubmitReport", Report($$"""{"a":1,"specialMeetings":{{value}}}""")).ShouldBe(("figures.specialMeetings", "between"));

    [Fact]
    public void A_report_claims_a_hundred_figures_at_most()
    {
        var many = new JsonObject(Enumerable.Range(0, 101).Select(i => KeyValuePair.Create<string, JsonNode?>($"f{i}", i)));
        Reading.Refusal("SubmitReport", Report(many.ToJsonString())).ShouldBe(("figures", "too-many"));
    }

    private static string Log(string period) =>
        $$"""{"unitId":"office","kind":"website-update","period":"{{period}}","count":4,"channelId":null}""";

    private static string Report(string figures) => $$"""
        {"unitId":"office","kind":"information","period":"2025","submittedOn":"2025-06-01","contentSha256":"{{new string('c', 64)}}","figures":{{figures}}}
        """;
}
