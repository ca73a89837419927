using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.PublicationReview;

public sealed class ReleaseItemsTests(LedgerService service) : IAsyncLifetime, IClassFixture<LedgerService>
{
    private Client li = null!;

    public async ValueTask InitializeAsync()
    {
        li = service.As("li", await service.NewTenant());
        await Acts.Record(li);
        foreach (var (path, body) in new[]
        {
            ("/api/areas", """{"areaId":"release-review","nameZh":"信息发布审核","nameEn":"Release review"}"""),
            ("/api/people", """{"personId":"sun","unitId":"planning","post":"党务干部","postCategory":"party-affairs","since":"2024-01-01"}"""),
            ("/api/assignments", """{"assignmentId":"a-rr","unitId":"planning","areaId":"release-review","level":"Leading","personId":"zhao","effectiveFrom":"2025-01-01"}"""),
        })
            (await li.Post(path, body)).Is(201);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("", "itm-1"), InlineData("status=published", "itm-1"), InlineData("status=approved", ""), InlineData("unit=city", "")]
    [InlineData("unit=city&subtree=true", "itm-1"), InlineData("asOf=1990-01-01", "itm-1")]
    public async Task A_list_holds_the_items_as_known(string query, string items) =>
        (await li.Get($"/api/release-items?{query}")).Is(200).Items("itemId").ShouldBe(items);

    [Fact]
    public async Task An_item_is_told_whole() => (await li.Get("/api/release-items")).Is(200).Has("items", """
        [{"itemId":"itm-1","unitId":"planning","class":"other","title":"规划公示简讯","channelId":"chn-1","authorId":"wang","submittedOn":"2025-05-12",
          "status":"published","approvals":[{"reviewerId":"li","gates":["picture","wording","work"],"approvedOn":"2025-05-14"}],
          "returns":[{"reviewerId":"li","gate":"wording","returnedOn":"2025-05-13"}],"publishedOn":"2025-05-15","chainComplete":false,"version":4}]
        """);

    [Fact]
    public async Task Business_information_takes_the_leader_in_charge_of_release_review_as_known_of_that_day()
    {
        await Submit("b-1", "business");
        (await Complete("b-1")).ShouldBe(false);
        var right = await Approve("b-1", "zhao");
        (await Complete("b-1")).ShouldBe(true);
        await Submit("b-2", "business");
        await Approve("b-2", "li");
        (await Complete("b-2")).ShouldBe(false);

        (await li.Post("/api/assignments/a-rr/correct", """{"changes":{"effectiveFrom":"2025-05-15"},"reason":"文件日期"}""")).Is(200);

        (await Complete("b-1")).ShouldBe(false);
        (await Complete("b-1", $"&knownAt=%23{right}")).ShouldBe(true);
    }

    [Fact]
    public async Task Other_information_takes_the_head_and_a_party_affairs_officer_of_the_unit()
    {
        await Submit("o-1", "other");
        await Approve("o-1", "li");
        (await Complete("o-1")).ShouldBe(false);
        await Approve("o-1", "sun");
        (await Complete("o-1")).ShouldBe(true);
        await Submit("o-2", "other");
        await Approve("o-2", "sun");
        await Approve("o-2", "zhao");
        (await Complete("o-2")).ShouldBe(false);
    }

    [Fact]
    public async Task All_three_gates_are_ticked_and_what_came_before_a_return_counts_no_longer()
    {
        await Submit("g-1", "business");
        await Approve("g-1", "zhao", """["picture","wording"]""");
        (await Complete("g-1")).ShouldBe(false);
        await Approve("g-1", "li", """["work"]""");
        (await Complete("g-1")).ShouldBe(true);

        (await li.Post("/api/release-items/g-1/return", """{"reviewerId":"li","gate":"work","returnedOn":"2025-05-14"}""")).Is(200);

        (await Complete("g-1")).ShouldBe(false);
        await Approve("g-1", "zhao");
        (await Complete("g-1")).ShouldBe(true);
    }

    [Fact]
    public async Task Who_turns_out_to_have_been_out_of_office_did_not_approve_as_head()
    {
        await Submit("o-3", "other");
        await Approve("o-3", "li");
        var right = await Approve("o-3", "sun");

        (await li.Post("/api/people/li/leave", """{"leftOn":"2025-05-14"}""")).Is(200);

        (await Complete("o-3")).ShouldBe(false);
        (await Complete("o-3", $"&knownAt=%23{right}")).ShouldBe(true);
    }

    [Fact]
    public async Task Who_turns_out_to_have_been_out_of_office_did_not_approve_as_leader_in_charge()
    {
        await Submit("b-3", "business");
        var right = await Approve("b-3", "zhao");

        (await li.Post("/api/people/zhao/leave", """{"leftOn":"2025-05-14"}""")).Is(200);

        (await Complete("b-3")).ShouldBe(false);
        (await Complete("b-3", $"&knownAt=%23{right}")).ShouldBe(true);
    }

    [Fact]
    public async Task Gates_ticked_before_a_return_are_no_evidence_of_a_published_item()
    {
        await Submit("g-2", "business");
        await Approve("g-2", "zhao");
        (await li.Post("/api/release-items/g-2/return", """{"reviewerId":"li","gate":"work","returnedOn":"2025-05-14"}""")).Is(200);
        await Approve("g-2", "zhao", """["picture"]""");
        (await li.Post("/api/release-items/g-2/publish", """{"publishedOn":"2025-05-14"}""")).Is(200);
        (await li.Post("/api/obligations", """{"ruleCode":"G6","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{}}""")).Is(201);

        var check = (await li.Get("/api/obligations/G6/checks")).Is(200).Json["items"]!.AsArray().Single(c => (string)c!["subject"]!["id"]! == "g-2")!;

        ((string)check["state"]!, (string)check["detail"]!["en"]!).ShouldBe(("breached", "Missing: wording, work"));
    }

    private async Task Submit(string id, string kind) => (await li.Post("/api/release-items", $$"""
        {"itemId":"{{id}}","unitId":"planning","class":"{{kind}}","title":"简讯","authorId":"wang","submittedOn":"2025-05-12"}
        """)).Is(201);

    private async Task<string> Approve(string id, string by, string gates = """["picture","wording","work"]""") =>
        (await li.Post($"/api/release-items/{id}/approve", $$"""{"reviewerId":"{{by}}","gates":{{gates}},"approvedOn":"2025-05-14"}""")).Is(200)
            .Json["position"]!.ToString();

    private async Task<bool> Complete(string id, string query = "") => (bool)(await li.Get($"/api/release-items?limit=200{query}")).Is(200)
        .Json["items"]!.AsArray().Single(i => (string)i!["itemId"]! == id)!["chainComplete"]!;
}
