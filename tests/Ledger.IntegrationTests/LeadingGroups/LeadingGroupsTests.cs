using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.LeadingGroups;

/// <summary>The group of planning: Li its head and Chen a member from 1 January 2025, Wang a deputy from 1 July, dissolved
/// on 31 December.</summary>
public sealed class LeadingGroupsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "2025-01-01", "grp-1"), InlineData("", "2024-12-31", ""), InlineData("", "2025-12-30", "grp-1"), InlineData("", "2025-12-31", "")]
    [InlineData("purpose=responsibility", "2025-01-01", "grp-1"), InlineData("purpose=Responsibility", "2025-01-01", "")]
    [InlineData("unit=planning", "2025-01-01", "grp-1"), InlineData("unit=city", "2025-01-01", ""), InlineData("unit=city&subtree=true", "2025-01-01", "grp-1")]
    public async Task A_list_holds_the_groups_at_work_on_the_date(string query, string asOf, string groups) =>
        (await li.Get($"/api/leading-groups?asOf={asOf}&{query}")).Is(200).Items("groupId").ShouldBe(groups);

    [Fact]
    public async Task Members_have_the_role_of_the_date_since_its_start()
    {
        (await li.Get("/api/leading-groups/grp-1?asOf=2025-06-30")).Is(200).Has("members", """
            [{"personId":"li","role":"head","since":"2025-01-01"},{"personId":"chen","role":"member","since":"2025-01-01"}]
            """).Has("basis", """{"text":"规划局党组〔2025〕1号","date":"2024-12-30"}""");
        (await li.Get("/api/leading-groups/grp-1?asOf=2025-07-01")).Is(200).Has("members", """
            [{"personId":"li","role":"head","since":"2025-01-01"},{"personId":"wang","role":"deputy","since":"2025-07-01"},
             {"personId":"chen","role":"member","since":"2025-01-01"}]
            """);
        (await li.Get("/api/leading-groups/grp-1?asOf=2024-12-31")).Is(200).Has("members", "[]");
        (await li.Get("/api/leading-groups/grp-1?asOf=2025-12-31")).Is(200).Has("members", "[]").Has("dissolvedOn", "\"2025-12-31\"");
    }

    [Fact]
    public async Task A_new_head_displaces_nobody_a_null_role_is_out_and_a_change_before_the_start_shows_from_it()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "ChangeGroupMember");
        foreach (var change in new[]
        {
            """{"personId":"wang","role":"head","effectiveFrom":"2024-06-01"}""",
            """{"personId":"chen","role":null,"effectiveFrom":"2025-03-01"}""",
            """{"personId":"zhao","role":null,"effectiveFrom":"2025-03-01"}""",
            """{"personId":"li","role":"head","effectiveFrom":"2025-04-01"}""",
        })
            (await own.Post("/api/leading-groups/grp-1/members", change)).Is(200);

        (await own.Get("/api/leading-groups/grp-1?asOf=2025-05-01")).Has("members", """
            [{"personId":"li","role":"head","since":"2025-01-01"},{"personId":"wang","role":"head","since":"2025-01-01"}]
            """);
        (await own.Get("/api/leading-groups/grp-1?asOf=2025-02-28")).Text.ShouldContain("chen");
        (await own.Get("/api/leading-groups/grp-1?asOf=2024-07-01")).Has("members", "[]");
    }
}
