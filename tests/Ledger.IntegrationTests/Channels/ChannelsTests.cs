using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Channels;

/// <summary>Planning's website chn-1 was filed and passed from Wang to Li; its work group chn-2, in Chen's care, was retired.</summary>
public sealed class ChannelsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "chn-1 chn-2"), InlineData("status=active", "chn-1"), InlineData("status=retired", "chn-2"), InlineData("unit=city", "")]
    [InlineData("unit=city&subtree=true&status=active", "chn-1"), InlineData("asOf=1990-01-01", "chn-1 chn-2")]
    public async Task A_list_holds_the_channels_as_known_and_no_date_hides_one(string query, string channels) =>
        (await li.Get($"/api/channels?{query}")).Is(200).Items("channelId").ShouldBe(channels);

    [Fact]
    public async Task A_channel_is_told_as_it_was_known_after_each_act()
    {
        var positions = (await li.Get("/api/units/planning/timeline?limit=200")).Json["items"]!.AsArray()
            .Where(i => (string?)i!["data"]!["channelId"] == "chn-1")
            .Select(i => (Type: (string)i!["type"]!, Position: (long)i["position"]!)).Take(3).ToList();
        positions.Select(p => p.Type).ShouldBe(["channel_recorded.v1", "channel_filed.v1", "custodian_changed.v1"]);

        async Task<string> Then(int act)
        {
            var channel = (await li.Get($"/api/channels?knownAt=%23{positions[act].Position}")).Is(200).Json["items"]![0]!;
            return $"{channel["custodianId"]} {channel["filedOn"]} {channel["filingNo"]} {channel["status"]} {channel["version"]}";
        }

        (await Then(0)).ShouldBe("wang   active 1");
        (await Then(1)).ShouldBe("wang 2025-01-15 市备2025-001 active 2");
        (await Then(2)).ShouldBe("li 2025-01-15 市备2025-001 active 3");
        (await li.Get($"/api/channels?knownAt=%23{positions[0].Position - 1}")).Has("items", "[]");
    }

    [Fact]
    public async Task Releases_are_listed_in_order_of_recording_and_the_last_count_of_a_period_holds()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "SubmitItem");
        var before = (await own.Get("/api/releases")).Is(200);
        before.Has("items", """
            [{"releaseLogId":"log-1","unitId":"planning","channelId":"chn-1","kind":"website-update","period":"2025-01","count":4},
             {"releaseLogId":"log-2","unitId":"planning","kind":"press-article","period":"2025-Q1","count":7}]
            """);

        (await own.Post("/api/releases", """
            {"releaseLogId":"log-3","unitId":"planning","channelId":"chn-1","kind":"website-update","period":"2025-01","count":5}
            """)).Is(201).Header("ETag").ShouldBe("\"3\"");

        (await own.Get("/api/releases")).Is(200).Items("releaseLogId").ShouldBe("log-2 log-3");
        (await own.Get("/api/releases?kind=website-update")).Is(200).Items("count").ShouldBe("5");
        (await own.Get("/api/releases?unit=city")).Is(200).Items("count").ShouldBe("");
        (await own.Get("/api/releases?unit=city&subtree=true&limit=1")).Is(200).Items("releaseLogId").ShouldBe("log-2");
        (await own.Get($"/api/releases?knownAt=%23{before.Header("Ledger-Position")}")).Is(200).Items("count").ShouldBe("4 7");
    }

    [Fact]
    public async Task A_custodian_who_leaves_and_a_unit_that_ends_are_told_of_their_channels()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "OfficeHolderLeft");
        (await own.Post("/api/channels", """{"channelId":"chn-3","unitId":"housing","kind":"screen","name":"电子屏","custodianId":"wang","tenOrMoreMembers":false}""")).Is(201);

        (await own.Post("/api/people/wang/leave", """{"leftOn":"2025-12-01"}""")).Is(200).Has("stillHeld.channels", """["chn-3"]""");
        (await own.Post("/api/units/housing/dissolve", """{"dissolvedOn":"2190-01-01","reason":"合并"}""")).Is(200);

        (await own.Get("/api/channels?unit=housing")).Has("items", """
            [{"channelId":"chn-3","unitId":"housing","kind":"screen","name":"电子屏","custodianId":"wang","tenOrMoreMembers":false,"retiredOn":"2190-01-01",
              "status":"retired","version":2}]
            """);
    }
}
