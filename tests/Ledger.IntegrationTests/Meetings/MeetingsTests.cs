using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Meetings;

/// <summary>The special meeting mtg-1, moved to 27 March 2025, held then, corrected to the 28th; the study meeting mtg-2 of
/// 10 June, cancelled.</summary>
public sealed class MeetingsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "mtg-1 mtg-2"), InlineData("kind=special", "mtg-1"), InlineData("status=cancelled", "mtg-2"), InlineData("status=scheduled", "")]
    [InlineData("from=2025-03-28&to=2025-03-28", "mtg-1"), InlineData("to=2025-03-27", ""), InlineData("from=2025-03-29", "mtg-2")]
    [InlineData("from=2025-06-10&to=2025-06-10", "mtg-2"), InlineData("unit=planning&asOf=1990-01-01", "mtg-1 mtg-2"), InlineData("unit=city", "")]
    [InlineData("unit=city&subtree=true", "mtg-1 mtg-2")]
    public async Task A_list_holds_the_meetings_as_known_by_the_date_held_else_scheduled(string query, string meetings) =>
        (await li.Get($"/api/meetings?{query}")).Is(200).Items("meetingId").ShouldBe(meetings);

    [Fact]
    public async Task A_meeting_is_told_whole_with_when_the_ledger_learned_of_it()
    {
        var held = (await li.Get("/api/units/planning/timeline?type=meeting_held.v1")).Json["items"]![0]!;

        (await li.Get("/api/meetings/mtg-1")).Is(200)
            .Has("status", "\"held\"").Has("heldOn", "\"2025-03-28\"").Has("scheduledFor", "\"2025-03-27T14:30:00\"").Has("convenedBy", "\"li\"")
            .Has("topic", "\"听取汇报\"").Has("attendees", """["li","wang"]""").Has("apologies", """["chen"]""")
            .Has("agenda", """["pass-on","hear-reports"]""").Has("backfilled", "true").Has("version", "4").Has("areaIds", """["training"]""")
            .Has("resolutions", """[{"resolutionId":"res-1","areaId":"training","text":"制定全年培训计划"}]""")
            .Has("heldRecordedAt", held["recordedAt"]!.ToJsonString());
        (await li.Get($"/api/meetings/mtg-1?knownAt=%23{(long)held["position"]! - 1}")).Has("status", "\"scheduled\"").Json["heldOn"].ShouldBeNull();
        (await li.Get($"/api/meetings?from=2025-03-27&to=2025-03-27&knownAt=%23{held["position"]}")).Items("meetingId").ShouldBe("mtg-1");
    }

    [Fact]
    public async Task A_meeting_may_be_held_unscheduled_and_its_resolutions_give_rise_to_tasks()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "EstablishLeadingGroup");

        (await own.Post("/api/meetings/m-1/hold", """
            {"heldOn":"2025-05-01","chairId":"li","attendees":["li"],"apologies":[],"agenda":["decide"],"unitId":"planning","kind":"special",
             "topic":"临时会议","areaIds":["training"],"resolutions":[{"resolutionId":"r-1","areaId":"training","text":"甲"}]}
            """)).Is(201).Header("ETag").ShouldBe("\"1\"");
        (await own.Post("/api/tasks", """{"taskId":"t-1","unitId":"planning","resolutionId":"r-1","areaId":"training","ownerId":"wang","title":"t","dueOn":"2025-06-30"}""")).Is(201);

        (await own.Get("/api/meetings/m-1")).Is(200).Has("status", "\"held\"").Json["scheduledFor"].ShouldBeNull();
        (await own.Get("/api/meetings/m-1")).Json["convenedBy"].ShouldBeNull();
    }
}
