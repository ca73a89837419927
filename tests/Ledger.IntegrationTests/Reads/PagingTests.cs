using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Reads;

/// <summary>A list goes on where it stopped, as it was when its first page was asked for.</summary>
public sealed class PagingTests(LedgerService service) : IClassFixture<LedgerService>
{
    private const int Rows = 450;

    [Theory]
    [InlineData("/api/areas", "areaId", "DefineArea", """{"areaId":"x-{i}","nameZh":"甲","nameEn":"A"}""")]
    [InlineData("/api/units", "unitId", "RegisterUnit", """{"unitId":"x-{i}","nameZh":"甲","nameEn":"A","kind":"k","level":3,"parentId":"city","effectiveFrom":"2024-01-01","requiredCells":[]}""")]
    [InlineData("/api/people", "personId", "RegisterOfficeHolder", """{"personId":"x-{i}","unitId":"planning","post":"p","postCategory":"staff","since":"2024-01-01"}""")]
    [InlineData("/api/leading-groups", "groupId", "EstablishLeadingGroup", """{"groupId":"x-{i}","unitId":"planning","purpose":"p","effectiveFrom":"2024-01-01","members":[]}""")]
    [InlineData("/api/meetings", "meetingId", "ScheduleMeeting", """{"meetingId":"x-{i}","unitId":"planning","kind":"study","topic":"t","areaIds":[],"scheduledFor":"2025-01-1{d}T09:00:00","convenedBy":"li"}""")]
    [InlineData("/api/tasks", "taskId", "RaiseTask", """{"taskId":"x-{i}","unitId":"planning","areaId":"training","planId":"plan-2025","ownerId":"li","title":"t","dueOn":"2025-01-1{d}"}""")]
    [InlineData("/api/obligations", "obligationId", "AdoptObligation", """{"obligationId":"x-{i}","ruleCode":"A1","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{}}""")]
    [InlineData("/api/inspections", "inspectionId", "RecordInspection", """{"inspectionId":"x-{i}","unitId":"planning","inspectingUnitId":"city","kind":"superior","inspectedOn":"2025-01-1{d}","areaIds":[],"checkedTaskIds":[],"findings":[]}""")]
    [InlineData("/api/assessments", "assessmentId", "RecordAssessment", """{"assessmentId":"x-{i}","unitId":"planning","byUnitId":"city","period":"2025","rulesMet":1,"rulesTotal":2,"recordedOn":"2025-01-1{d}"}""")]
    [InlineData("/api/reports", "reportId", "SubmitReport", """{"reportId":"x-{i}","unitId":"planning","kind":"information","period":"2025-01","submittedOn":"2025-01-1{d}","contentSha256":"d60a5f94fa5abec4e93a6d817add39c3cf16b3a173c0acf8c5bd04064273e56c","figures":{}}""")]
    [InlineData("/api/channels", "channelId", "RecordChannel", """{"channelId":"x-{i}","unitId":"planning","kind":"screen","name":"n","custodianId":"li","tenOrMoreMembers":false}""")]
    [InlineData("/api/release-items", "itemId", "SubmitItem", """{"itemId":"x-{i}","unitId":"planning","class":"other","title":"t","authorId":"li","submittedOn":"2025-01-1{d}"}""")]
    [InlineData("/api/plans", "planId", "AdoptPlan", """{"planId":"x-{i}","unitId":"planning","title":"t","period":"2025","adoptedOn":"2025-01-1{d}","areaIds":[]}""")]
    [InlineData("/api/activities", "activityId", "HoldActivity", """{"activityId":"x-{i}","unitId":"planning","title":"t","kind":"k","heldOn":"2025-01-1{d}"}""")]
    [InlineData("/api/honours", "honourId", "ReceiveHonour", """{"honourId":"x-{i}","unitId":"planning","title":"t","awardedBy":"a","receivedOn":"2025-01-1{d}"}""")]
    [InlineData("/api/trainings", "trainingId", "CompleteTraining", """{"trainingId":"x-{i}","unitId":"planning","personIds":["li"],"title":"t","completedOn":"2025-01-1{d}"}""")]
    [InlineData("/api/incidents", "incidentId", "OpenIncident", """{"incidentId":"x-{i}","unitId":"planning","kind":"other","title":"t","openedOn":"2025-01-1{d}"}""")]
    [InlineData("/api/openness-records", "recordId", "PublishRecord", """{"recordId":"x-{i}","unitId":"planning","kind":"project","title":"t","decidedOn":"2025-01-10","publishedOn":"2025-01-1{d}"}""")]
    public async Task Every_row_comes_once_and_in_one_order_while_others_write(string path, string id, string command, string body)
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(li, "EstablishLeadingGroup");
        string Body(int i) => body.Replace("{i}", $"{i * 7919 % 9000 + 1000}", StringComparison.Ordinal).Replace("{d}", $"{i % 5}", StringComparison.Ordinal);
        (await li.Import("asOfNow=true", string.Join('\n', Enumerable.Range(0, Rows).Select(i =>
            $$$"""{"at":"2025-01-01T00:00:00Z","actor":"li","command":"{{{command}}}","data":{{{Body(i)}}}}""")))).Is(200);
        var (ids, pages, position, next) = (new List<string>(), 0, "", (string?)null);

        do
        {
            var page = (await li.Get(path + "?limit=200" + (next is null ? "" : $"&cursor={next}"))).Is(200);
            ids.AddRange(page.Json["items"]!.AsArray().Select(i => (string)i![id]!));
            position = pages++ == 0 ? page.Header("Ledger-Position")! : position;
            page.Header("Ledger-Position").ShouldBe(position);
            next = (string?)page.Json["next"];
            (await li.Post(path, Body(Rows + pages))).Is(201);
        }
        while (next is not null);

        pages.ShouldBe(3);
        ids.Count(i => i.StartsWith("x-", StringComparison.Ordinal)).ShouldBe(Rows);
        ids.Distinct().Count().ShouldBe(ids.Count);
        if (id is not ("meetingId" or "taskId" or "inspectionId" or "assessmentId" or "reportId" or "planId" or "recordId" or "incidentId" or "trainingId"
            or "activityId" or "honourId"))
            ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.ShouldBe(await Ids(li, $"{path}?limit=7&knownAt=%23{position}", id));
    }

    [Fact]
    public async Task A_timeline_is_paged_in_order_of_recording()
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.Record(li);

        var all = (await li.Get("/api/units/planning/timeline?limit=200")).Json["items"]!.AsArray().Select(i => $"{i!["position"]}").ToList();

        all.Count.ShouldBeGreaterThan(30);
        (await Ids(li, "/api/units/planning/timeline?limit=4", "position")).ShouldBe(all);
        (await Ids(li, "/api/units/planning/timeline?limit=1&type=task_raised.v1", "position")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_page_is_a_hundred_rows_when_nothing_is_said()
    {
        var li = service.As("li", await service.NewTenant());
        (await li.Import("", string.Join('\n', Enumerable.Range(100, 201).Select(i => Import.ImportTests.Area($"a-{i}", Import.ImportTests.At(i)))))).Is(200);

        (await li.Get("/api/areas")).Json["items"]!.AsArray().Count.ShouldBe(100);
        (await li.Get("/api/areas?limit=1")).Json["items"]!.AsArray().Count.ShouldBe(1);
        var most = (await li.Get("/api/areas?limit=200")).Json;
        most["items"]!.AsArray().Count.ShouldBe(200);
        most["next"].ShouldNotBeNull();
        (await li.Get("/api/areas?limit=200&cursor=" + most["next"])).Json.AsObject().ContainsKey("next").ShouldBeFalse();
    }

    [Fact]
    public async Task A_cursor_keeps_both_clocks_whatever_is_sent_beside_it()
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.Record(li);
        var first = (await li.Get("/api/units?limit=1&asOf=2025-06-30&knownAt=%238")).Is(200).Json;

        var second = (await li.Get($"/api/units?limit=1&asOf=2020-01-01&knownAt=%235&cursor={first["next"]}")).Is(200).Json;

        ((string)second["asOf"]!, (long)second["position"]!).ShouldBe(("2025-06-30", 8));
    }

    private static async Task<List<string>> Ids(Client reader, string path, string id)
    {
        var (ids, next) = (new List<string>(), (string?)null);
        do
        {
            JsonNode page = (await reader.Get(path + (next is null ? "" : $"&cursor={next}"))).Is(200).Json;
            ids.AddRange(page["items"]!.AsArray().Select(i => i![id]!.ToString()));
            next = (string?)page["next"];
        }
        while (next is not null);
        return ids;
    }
}
