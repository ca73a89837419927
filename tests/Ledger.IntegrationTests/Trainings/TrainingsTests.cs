using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Trainings;

/// <summary>Li and Chen completed trn-1 on 20 May 2025; Chen left on 1 July.</summary>
public sealed class TrainingsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "trn-1"), InlineData("person=li", "trn-1"), InlineData("person=wang", ""), InlineData("unit=city", "")]
    [InlineData("unit=city&subtree=true", "trn-1"), InlineData("asOf=1990-01-01", "trn-1"), InlineData("from=2025-05-20&to=2025-05-20", "trn-1")]
    [InlineData("from=2025-05-21", ""), InlineData("to=2025-05-19", "")]
    public async Task A_list_holds_the_trainings_as_known(string query, string trainings) =>
        (await li.Get($"/api/trainings?{query}")).Is(200).Items("trainingId").ShouldBe(trainings);

    [Fact]
    public async Task A_training_is_told_whole_from_the_moment_it_was_recorded()
    {
        var position = await Position();

        (await li.Get($"/api/trainings?knownAt=%23{position}")).Is(200).Has("items", """
            [{"trainingId":"trn-1","unitId":"planning","personIds":["li","chen"],"title":"春季轮训","completedOn":"2025-05-20"}]
            """);
        (await li.Get($"/api/trainings?knownAt=%23{position - 1}")).Is(200).Items("trainingId").ShouldBe("");
        (await li.Get("/api/trainings?unit=nowhere")).Is(404, "unknown-id");
    }

    [Theory]
    [InlineData("asOf=2025-05-19", "chen li wang zhao"), InlineData("asOf=2025-05-20", "wang zhao"), InlineData("asOf=2025-12-31", "wang zhao")]
    [InlineData("asOf=2026-03-01&year=2025", "wang zhao"), InlineData("asOf=2026-03-01", "li wang zhao"), InlineData("asOf=2024-06-01", "chen li wang zhao")]
    [InlineData("asOf=2023-06-01", ""), InlineData("asOf=2025-06-30&unit=housing", "zhao"), InlineData("asOf=2025-07-01&unit=housing", "")]
    public async Task Who_has_none_in_the_year_so_far_is_listed_while_in_office(string query, string people) =>
        (await li.Get($"/api/trainings/missing?{query}")).Is(200).Items("personId").ShouldBe(people);

    [Fact]
    public async Task Who_has_none_is_told_with_the_post_of_that_day_as_known()
    {
        var position = await Position();

        (await li.Get($"/api/trainings/missing?asOf=2025-06-01&knownAt=%23{position}")).Is(200).Items("personId").ShouldBe("wang zhao");
        (await li.Get($"/api/trainings/missing?asOf=2025-06-01&knownAt=%23{position - 1}")).Is(200).Items("personId").ShouldBe("chen li wang zhao");
        (await li.Get("/api/trainings/missing?asOf=2025-06-30&unit=housing")).Has("items", """
            [{"personId":"zhao","unitId":"housing","post":"科长","postCategory":"section-head","since":"2024-01-01"}]
            """);
        (await li.Get("/api/trainings/missing?unit=nowhere")).Is(404, "unknown-id");
    }

    private async Task<long> Position() =>
        (long)(await li.Get("/api/units/planning/timeline?type=training_completed.v1")).Is(200).Json["items"]![0]!["position"]!;
}
