using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Commands;

/// <summary>Ids: those that are not there (404), those that are there already (409), those that the ledger makes.</summary>
public sealed class IdTests(SmallBody service) : IClassFixture<SmallBody>
{
    private const string Sha = "d60a5f94fa5abec4e93a6d817add39c3cf16b3a173c0acf8c5bd04064273e56c";

    private readonly Client li = service.As("admin-li");

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task An_unknown_id_in_the_path_is_404_and_named(string command)
    {
        var act = Acts.Of(command);
        if (act.Entry.InPath is not [var member])
            return;
        var body = act.Json;
        foreach (var optional in act.Optional.Split(' '))
            body.Remove(optional);

        var answer = await li.Post(act.Path.Replace(act.Path.Split('/')[3], "LI", StringComparison.Ordinal), body.ToJsonString());

        answer.Is(404, "unknown-id").Json["errors"]!.AsObject().Single().Key.ShouldBe(member);
        ((string)answer.Json["facts"]!["id"]!).ShouldBe("LI");
    }

    [Theory]
    [InlineData("RegisterUnit", "parentId", "\"nowhere\"", "parentId")]
    [InlineData("RegisterUnit", "requiredCells", """[{"areaId":"nothing","level":"First"}]""", "requiredCells")]
    [InlineData("MoveUnit", "parentId", "\"nowhere\"", "parentId")]
    [InlineData("ChangeRequiredCells", "requiredCells", """[{"areaId":"nothing","level":"First"}]""", "requiredCells")]
    [InlineData("RegisterOfficeHolder", "unitId", "\"nowhere\"", "unitId"), InlineData("ChangePost", "unitId", "\"nowhere\"", "unitId")]
    [InlineData("EstablishLeadingGroup", "unitId", "\"nowhere\"", "unitId")]
    [InlineData("EstablishLeadingGroup", "members", """[{"personId":"nobody","role":"head"}]""", "members[0].personId")]
    [InlineData("ChangeGroupMember", "personId", "\"nobody\"", "personId"), InlineData("AssignLeader", "unitId", "\"nowhere\"", "unitId")]
    [InlineData("AssignLeader", "areaId", "\"nothing\"", "areaId"), InlineData("AssignLeader", "personId", "\"nobody\"", "personId")]
    [InlineData("ReplaceLeader", "personId", "\"nobody\"", "personId")]
    [InlineData("CorrectAssignment", "changes", """{"personId":"nobody"}""", "changes.personId")]
    [InlineData("ScheduleMeeting", "unitId", "\"nowhere\"", "unitId"), InlineData("ScheduleMeeting", "areaIds", "[\"nothing\"]", "areaIds")]
    [InlineData("ScheduleMeeting", "convenedBy", "\"nobody\"", "convenedBy"), InlineData("HoldMeeting", "unitId", "\"nowhere\"", "unitId", true)]
    [InlineData("HoldMeeting", "chairId", "\"nobody\"", "chairId", true), InlineData("HoldMeeting", "attendees", "[\"nobody\"]", "attendees", true)]
    [InlineData("HoldMeeting", "apologies", "[\"nobody\"]", "apologies", true), InlineData("HoldMeeting", "areaIds", "[\"nothing\"]", "areaIds", true)]
    [InlineData("HoldMeeting", "resolutions", """[{"areaId":"nothing","text":"x"}]""", "resolutions", true)]
    [InlineData("CorrectMeeting", "changes", """{"chairId":"nobody"}""", "changes.chairId")]
    [InlineData("CorrectMeeting", "changes", """{"attendees":["nobody"]}""", "changes.attendees")]
    [InlineData("CorrectMeeting", "changes", """{"apologies":["nobody"]}""", "changes.apologies")]
    [InlineData("CorrectMeeting", "changes", """{"areaIds":["nothing"]}""", "changes.areaIds")]
    [InlineData("RaiseTask", "unitId", "\"nowhere\"", "unitId"), InlineData("RaiseTask", "areaId", "\"nothing\"", "areaId")]
    [InlineData("RaiseTask", "ownerId", "\"nobody\"", "ownerId"), InlineData("RaiseTask", "resolutionId", "\"nothing\"", "resolutionId")]
    [InlineData("AdoptObligation", "unitIds", "[\"nowhere\"]", "unitIds"), InlineData("RecordInspection", "unitId", "\"nowhere\"", "unitId")]
    [InlineData("RecordInspection", "inspectingUnitId", "\"nowhere\"", "inspectingUnitId")]
    [InlineData("RecordInspection", "areaIds", "[\"nothing\"]", "areaIds"), InlineData("RecordInspection", "checkedTaskIds", "[\"nothing\"]", "checkedTaskIds")]
    [InlineData("RecordInspection", "findings", """[{"areaId":"nothing","severity":"minor","text":"x"}]""", "findings")]
    [InlineData("IssueNotification", "inspectionId", "\"nothing\"", "inspectionId"), InlineData("IssueNotification", "fromUnitId", "\"nowhere\"", "fromUnitId")]
    [InlineData("IssueNotification", "toUnitId", "\"nowhere\"", "toUnitId"), InlineData("RecordAccountability", "unitId", "\"nowhere\"", "unitId")]
    [InlineData("RecordAccountability", "personId", "\"nobody\"", "personId"), InlineData("RecordAccountability", "taskId", "\"nothing\"", "taskId")]
    [InlineData("RecordAccountability", "findingId", "\"nothing\"", "findingId"), InlineData("RecordAssessment", "unitId", "\"nowhere\"", "unitId")]
    [InlineData("RecordAssessment", "byUnitId", "\"nowhere\"", "byUnitId"), InlineData("SubmitReport", "unitId", "\"nowhere\"", "unitId")]
    [InlineData("SubmitReport", "toUnitId", "\"nowhere\"", "toUnitId"), InlineData("SubmitReport", "personId", "\"nobody\"", "personId")]
    [InlineData("SubmitReport", "supersedesReportId", "\"nothing\"", "supersedesReportId")]
    [InlineData("RecordChannel", "unitId", "\"nowhere\"", "unitId"), InlineData("RecordChannel", "custodianId", "\"nobody\"", "custodianId")]
    [InlineData("LogReleases", "unitId", "\"nowhere\"", "unitId"), InlineData("LogReleases", "channelId", "\"nothing\"", "channelId")]
    [InlineData("SubmitItem", "unitId", "\"nowhere\"", "unitId"), InlineData("SubmitItem", "authorId", "\"nobody\"", "authorId")]
    [InlineData("SubmitItem", "channelId", "\"nothing\"", "channelId")]
    [InlineData("AdoptPlan", "unitId", "\"nowhere\"", "unitId"), InlineData("AdoptPlan", "areaIds", "[\"nothing\"]", "areaIds")]
    [InlineData("HoldActivity", "unitId", "\"nowhere\"", "unitId"), InlineData("HoldActivity", "areaId", "\"nothing\"", "areaId")]
    [InlineData("ReceiveHonour", "unitId", "\"nowhere\"", "unitId")]
    [InlineData("CompleteTraining", "unitId", "\"nowhere\"", "unitId"), InlineData("CompleteTraining", "personIds", "[\"nobody\"]", "personIds")]
    [InlineData("OpenIncident", "unitId", "\"nowhere\"", "unitId"), InlineData("OpenIncident", "areaId", "\"nothing\"", "areaId")]
    [InlineData("OpenAssessment", "unitId", "\"nowhere\"", "unitId"), InlineData("OpenAssessment", "byUnitId", "\"nowhere\"", "byUnitId")]
    [InlineData("PublishRecord", "unitId", "\"nowhere\"", "unitId"), InlineData("PublishRecord", "channelId", "\"nothing\"", "channelId")]
    public async Task An_unknown_id_in_the_body_is_404_and_named(
        string command, string member, string value, string field, bool unscheduled = false)
    {
        var act = Acts.Of(command);
        var body = act.Json;
        foreach (var own in new[]
        {
            "unitId", "groupId", "personId", "assignmentId", "meetingId", "taskId", "correctionId", "obligationId", "inspectionId",
            "notificationId", "caseId", "assessmentId", "reportId", "channelId", "releaseLogId", "itemId",
            "planId", "recordId", "incidentId", "trainingId", "activityId", "honourId",
        })
            if (act.IsOptional(own))
                body.Remove(own);
        if (unscheduled)
            (body["unitId"], body["kind"], body["topic"], body["areaIds"], body["resolutions"]) = ("planning", "study", "学习", new JsonArray(), new JsonArray());
        body[member] = JsonNode.Parse(value);

        var answer = await li.Post(unscheduled ? "/api/meetings/m-new/hold" : act.Path, body.ToJsonString());

        answer.Is(404, "unknown-id").Json["errors"]!.AsObject().Single().Key.ShouldBe(field);
    }

    [Theory]
    [InlineData("/api/tasks/tsk-2/close", """{"closedOn":"2025-05-01","verifiedBy":"nobody","evidenceIds":["evd-1"]}""", "verifiedBy")]
    [InlineData("/api/tasks/tsk-2/close", """{"closedOn":"2025-05-01","verifiedBy":"li","evidenceIds":["nothing"]}""", "evidenceIds")]
    [InlineData("/api/tasks/tsk-2/extend", """{"newDueOn":"2199-05-01","approvedBy":"nobody","reason":"r"}""", "approvedBy")]
    [InlineData("/api/tasks/tsk-2/reassign", """{"newOwnerId":"nobody","reason":"r"}""", "newOwnerId")]
    [InlineData("/api/tasks", """{"unitId":"planning","areaId":"training","findingId":"nothing","ownerId":"li","title":"t","dueOn":"2199-05-10"}""", "findingId")]
    [InlineData("/api/tasks", """{"unitId":"planning","areaId":"training","planId":"nothing","ownerId":"li","title":"t","dueOn":"2199-05-10"}""", "planId")]
    [InlineData("/api/reports/rpt-9/return", """{"returnedOn":"2025-12-26","reason":"r","byUnitId":"nowhere"}""", "reportId")]
    [InlineData("/api/notifications/ntf-x/acknowledge", """{"acknowledgedOn":"2025-05-28","byPersonId":"li"}""", "notificationId")]
    [InlineData("/api/channels/chn-1/custodian", """{"custodianId":"nobody","effectiveFrom":"2025-08-01"}""", "custodianId")]
    [InlineData("/api/release-items/itm-2/approve", """{"reviewerId":"li","gates":[],"approvedOn":"2025-08-01"}""", "itemId")]
    [InlineData("/api/meetings/m-unheard/hold", """{"heldOn":"2025-05-01","chairId":"li","attendees":[],"apologies":[],"agenda":[],"resolutions":[]}""", "meetingId")]
    public async Task An_unknown_id_is_404_also_where_the_state_matters(string path, string body, string field) =>
        (await li.Post(path, body)).Is(404, "unknown-id").Json["errors"]!.AsObject().Single().Key.ShouldBe(field);

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task An_id_that_was_given_before_is_409_and_named(string command)
    {
        var act = Acts.Of(command);
        var own = act.Entry.InPath.Count == 0 || act.Json.Any(m => m.Key is "assignmentId" or "evidenceId" or "correctionId");
        if (!own)
            return;

        var answer = await li.Post(act.Path, act.Body);

        var field = act.Json.First(m => act.IsOptional(m.Key) && m.Key.EndsWith("Id", StringComparison.Ordinal)).Key;
        answer.Is(409, "id-exists").Json["errors"]!.AsObject().Single().Key.ShouldBe(field);
        ((string)answer.Json["facts"]!["id"]!).ShouldBe((string)act.Json[field]!);
    }

    [Theory]
    [InlineData("another cell", "/api/assignments", """{"assignmentId":"asg-1","unitId":"housing","areaId":"training","level":"Direct","personId":"li","effectiveFrom":"2025-03-01"}""", "assignmentId")]
    [InlineData("a replacement", "/api/assignments/asg-4/replace", """{"assignmentId":"asg-2","personId":"li","effectiveFrom":"2025-05-01"}""", "assignmentId")]
    [InlineData("another meeting", "/api/meetings/m-unscheduled/hold", """{"heldOn":"2025-05-01","chairId":"li","attendees":[],"apologies":[],"agenda":[],"resolutions":[{"resolutionId":"res-1","areaId":"training","text":"x"}],"unitId":"planning","kind":"study","topic":"学习","areaIds":[]}""", "resolutions")]
    [InlineData("a correction elsewhere", "/api/assignments/asg-4/correct", """{"correctionId":"cor-4","changes":{"personId":"li"},"reason":"r"}""", "correctionId")]
    [InlineData("a correction elsewhere", "/api/assignments/asg-4/void", """{"correctionId":"cor-5","reason":"r"}""", "correctionId")]
    [InlineData("a correction elsewhere", "/api/units/city/correct", """{"correctionId":"cor-1","changes":{"nameEn":"x"},"reason":"r"}""", "correctionId")]
    [InlineData("a correction elsewhere", "/api/people/li/correct", """{"correctionId":"cor-2","changes":{"post":"x"},"reason":"r"}""", "correctionId")]
    [InlineData("a correction elsewhere", "/api/meetings/mtg-1/correct", """{"correctionId":"cor-1","changes":{"topic":"x"},"reason":"r"}""", "correctionId")]
    [InlineData("another task", "/api/tasks/tsk-2/evidence", $$"""{"evidenceId":"evd-1","kind":"k","description":"d","sha256":"{{Sha}}","submittedOn":"2025-05-01"}""", "evidenceId")]
    public async Task An_id_that_stands_in(string place, string path, string body, string field) =>
        (await li.Post(path, body)).Is(409, "id-exists").Json["errors"]!.AsObject().Single().Key.ShouldBe(field, place);

    [Theory]
    [InlineData("/api/areas", "/api/areas", """{"nameZh":"甲","nameEn":"A"}""")]
    [InlineData("/api/units", "/api/units/{id}", """{"nameZh":"甲","nameEn":"A","kind":"office","level":3,"parentId":"city","effectiveFrom":"2024-01-01","requiredCells":[]}""")]
    [InlineData("/api/people", "/api/people/{id}", """{"unitId":"planning","post":"科员","postCategory":"staff","since":"2024-01-01"}""")]
    [InlineData("/api/leading-groups", "/api/leading-groups/{id}", """{"unitId":"planning","purpose":"p","effectiveFrom":"2025-01-01","members":[]}""")]
    [InlineData("/api/assignments", "/api/assignments/{id}", """{"unitId":"city","areaId":"training","level":"First","personId":"li","effectiveFrom":"2025-01-01"}""")]
    [InlineData("/api/meetings", "/api/meetings/{id}", """{"unitId":"planning","kind":"study","topic":"学习","areaIds":[],"scheduledFor":"2025-05-10T09:00:00","convenedBy":"li"}""")]
    [InlineData("/api/tasks", "/api/tasks/{id}", """{"unitId":"planning","areaId":"training","planId":"plan-2025","ownerId":"li","title":"t","dueOn":"2025-05-10"}""")]
    public async Task An_id_left_out_is_made_and_found_again(string path, string read, string body)
    {
        var receipt = (await li.Post(path, body)).Is(201).Json;

        Guid.Parse((string)receipt["id"]!).Version.ShouldBe(7);
        (await li.Get(read.Replace("{id}", (string)receipt["id"]!, StringComparison.Ordinal))).Is(200);
        (await li.Post(path, body)).Status.ShouldBe(path == "/api/assignments" ? 422 : 201);
    }

    [Fact]
    public async Task Ids_left_out_of_resolutions_corrections_and_evidence_are_made()
    {
        var held = (await li.Post("/api/meetings/m-made/hold", """
            {"heldOn":"2025-05-01","chairId":"li","attendees":[],"apologies":[],"agenda":[],"unitId":"planning","kind":"study","topic":"学习",
             "areaIds":[],"resolutions":[{"areaId":"training","text":"甲"},{"areaId":"training","text":"乙"}]}
            """)).Is(201).Json;
        var made = (await li.Get("/api/meetings/m-made")).Is(200).Json["resolutions"]!.AsArray().Select(r => (string)r!["resolutionId"]!).ToList();
        var task = (string)(await li.Post("/api/tasks", $$"""
            {"unitId":"planning","areaId":"training","resolutionId":"{{made[1]}}","ownerId":"li","title":"t","dueOn":"2025-05-10"}
            """)).Is(201).Json["id"]!;
        var evidence = (await li.Post($"/api/tasks/{task}/evidence", $$"""
            {"kind":"k","description":"d","sha256":"{{Sha}}","submittedOn":"2025-05-01"}
            """)).Is(201).Json;

        ((string)held["id"]!).ShouldBe("m-made");
        made.Distinct().Count().ShouldBe(2);
        Guid.Parse((string)evidence["id"]!).Version.ShouldBe(7);
        (await li.Post("/api/meetings/m-made/correct", """{"changes":{"topic":"学习二"},"reason":"r"}""")).Is(200);
    }
}
