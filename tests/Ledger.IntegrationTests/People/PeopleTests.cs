using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.People;

public sealed class PeopleTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "2025-12-31", "chen li wang zhao"), InlineData("", "2023-12-31", "")]
    [InlineData("unit=housing", "2025-06-30", "zhao"), InlineData("unit=housing", "2025-07-01", "")]
    [InlineData("unit=planning", "2025-07-01", "chen li wang zhao"), InlineData("unit=city&subtree=true", "2025-07-01", "chen li wang zhao")]
    public async Task A_list_holds_everybody_from_the_first_day_in_office_also_after_leaving(string query, string asOf, string people) =>
        (await li.Get($"/api/people?asOf={asOf}&{query}")).Is(200).Items("personId").ShouldBe(people);

    [Fact]
    public async Task A_person_is_told_with_the_post_of_the_date()
    {
        (await li.Get("/api/people/zhao?asOf=2025-06-30")).Is(200).Has("unitId", "\"housing\"").Has("post", "\"科长\"").Has("since", "\"2024-01-01\"");
        (await li.Get("/api/people/zhao?asOf=2025-07-01")).Is(200).Has("unitId", "\"planning\"").Has("post", "\"主任\"")
            .Has("postCategory", "\"department-head\"").Has("since", "\"2025-07-01\"").Has("version", "2");
        (await li.Get("/api/people/zhao?asOf=2020-01-01")).Is(200).Has("unitId", "\"housing\"");
        (await li.Get("/api/people/chen?asOf=2025-01-01")).Is(200).Has("leftOn", "\"2025-07-01\"");
        (await li.Get("/api/people/chen?asOf=2025-01-01&knownAt=%2320")).Is(200).Json.AsObject().ContainsKey("leftOn").ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_comes_only_when_asked_for_and_only_where_one_was_given()
    {
        (await li.Get("/api/people/li")).Text.ShouldNotContain("displayName");
        (await li.Get("/api/people/li?names=true")).Is(200).Has("displayName", "\"李示例\"");
        (await li.Get("/api/people/wang?names=true")).Is(200).Json["displayName"].ShouldBeNull();
        (await li.Get("/api/people?names=true")).Items("displayName").ShouldBe("- 李示例 - -");
    }

    [Fact]
    public async Task No_event_holds_a_name() =>
        (await service.Rows("select seq_id from ledger.mt_events e where e::text like '%李示例%'")).ShouldBeEmpty();

    [Fact]
    public async Task Who_leaves_is_told_what_is_still_held_and_nothing_ends()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "OfficeHolderLeft");

        (await own.Post("/api/people/chen/leave", """{"leftOn":"2025-07-01"}""")).Is(200).Has("stillHeld", """
            {"cells":[{"unitId":"planning","areaId":"publicity","level":"Direct","assignmentId":"asg-4"}],
             "channels":[],"incidents":[],"seats":[{"groupId":"grp-1","role":"member"}],"tasks":["tsk-2"]}
            """);

        (await own.Get("/api/cells/planning/publicity/Direct?asOf=2025-07-01")).Has("holder.personId", "\"chen\"").Has("holder.leftOn", "\"2025-07-01\"");
        (await own.Get("/api/leading-groups/grp-1?asOf=2025-07-01")).Text.ShouldContain("chen");
        (await own.Get("/api/dashboard?unit=planning&asOf=2025-07-01")).Has("unit.heldByLeavers", "1");
        (await own.Get("/api/dashboard?unit=planning&asOf=2025-06-30")).Has("unit.heldByLeavers", "0");
    }

    [Fact]
    public async Task Who_left_may_have_left_on_the_first_day_and_a_leaving_may_be_taken_back()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "EstablishLeadingGroup");

        (await own.Post("/api/people/wang/leave", """{"leftOn":"2024-01-01"}""")).Is(200);
        (await own.Get("/api/people/wang")).Has("leftOn", "\"2024-01-01\"");
        (await own.Post("/api/people/wang/correct", """{"changes":{"leftOn":null},"reason":"误登"}""")).Is(200);

        (await own.Get("/api/people/wang")).Json["leftOn"].ShouldBeNull();
    }
}
