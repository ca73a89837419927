using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Http;

/// <summary>What the service says of itself: an approved file, so that no change of the contract comes unnoticed.</summary>
public sealed class OpenApiTests(LedgerService service) : IClassFixture<LedgerService>
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every command's example in an order in which each is taken, and between them what the examples take for
    /// granted.</summary>
    private static readonly (string Command, string Path, string? Body)[] InOrder =
    [
        ("DefineArea", "/api/areas", null),
        ("RegisterUnit", "/api/units", """{"unitId":"city","nameZh":"示例市","nameEn":"Sample City","kind":"city","level":1,"parentId":null,"effectiveFrom":"2024-01-01","requiredCells":[]}"""),
        ("RegisterUnit", "/api/units", null),
        ("RegisterOfficeHolder", "/api/people", null),
        ("RegisterOfficeHolder", "/api/people", """{"personId":"wang","unitId":"planning","post":"副局长","postCategory":"leader-in-charge","since":"2024-01-01"}"""),
        ("RegisterOfficeHolder", "/api/people", """{"personId":"zhao","unitId":"planning","post":"科长","postCategory":"section-head","since":"2024-01-01"}"""),
        ("EstablishLeadingGroup", "/api/leading-groups", null),
        ("ChangeGroupMember", "/api/leading-groups/grp-planning/members", null),
        ("AssignLeader", "/api/assignments", null),
        ("ReplaceLeader", "/api/assignments/asg-1/replace", null),
        ("AcceptHandOver", "/api/assignments/asg-1/hand-over", null),
        ("EndAssignment", "/api/assignments/asg-2/end", null),
        ("CorrectAssignment", "/api/assignments/asg-1/correct", null),
        ("VoidAssignment", "/api/assignments/asg-1/void", null),
        ("ScheduleMeeting", "/api/meetings", null),
        ("ScheduleMeeting", "/api/meetings", """{"meetingId":"mtg-2","unitId":"planning","kind":"study","topic":"学习","areaIds":[],"scheduledFor":"2025-06-10T09:00:00","convenedBy":"li"}"""),
        ("RescheduleMeeting", "/api/meetings/mtg-1/reschedule", null),
        ("CancelMeeting", "/api/meetings/mtg-2/cancel", null),
        ("HoldMeeting", "/api/meetings/mtg-1/hold", null),
        ("CorrectMeeting", "/api/meetings/mtg-1/correct", null),
        ("RaiseTask", "/api/tasks", null),
        ("SubmitEvidence", "/api/tasks/tsk-1/evidence", null),
        ("CloseTask", "/api/tasks/tsk-1/close", null),
        ("ReopenTask", "/api/tasks/tsk-1/reopen", null),
        ("ExtendTask", "/api/tasks/tsk-1/extend", null),
        ("ReassignTask", "/api/tasks/tsk-1/reassign", null),
        ("CancelTask", "/api/tasks/tsk-1/cancel", null),
        ("AdoptObligation", "/api/obligations", null),
        ("EndObligation", "/api/obligations/obl-special/end", null),
        ("RecordInspection", "/api/inspections", null),
        ("IssueNotification", "/api/notifications", null),
        ("AcknowledgeNotification", "/api/notifications/ntf-1/acknowledge", null),
        ("RecordAccountability", "/api/accountability-cases", null),
        ("LiftAccountability", "/api/accountability-cases/acc-1/lift", null),
        ("RecordAssessment", "/api/assessments", null),
        ("PublishAssessment", "/api/assessments/ass-1/publish", null),
        ("OpenAssessment", "/api/assessments/open", null),
        ("SubmitReport", "/api/reports", null),
        ("ReturnReport", "/api/reports/rpt-1/return", null),
        ("RecordChannel", "/api/channels", null),
        ("FileChannel", "/api/channels/chn-1/file", null),
        ("ChangeCustodian", "/api/channels/chn-1/custodian", null),
        ("LogReleases", "/api/releases", null),
        ("SubmitItem", "/api/release-items", null),
        ("ReturnItem", "/api/release-items/itm-1/return", null),
        ("ApproveItem", "/api/release-items/itm-1/approve", null),
        ("PublishItem", "/api/release-items/itm-1/publish", null),
        ("AdoptPlan", "/api/plans", null),
        ("PublishRecord", "/api/openness-records", null),
        ("OpenIncident", "/api/incidents", null),
        ("AssignIncidentDuty", "/api/incidents/inc-1/duty", null),
        ("CloseIncident", "/api/incidents/inc-1/close", null),
        ("ReviewIncident", "/api/incidents/inc-1/review", null),
        ("CompleteTraining", "/api/trainings", null),
        ("HoldActivity", "/api/activities", null),
        ("ReceiveHonour", "/api/honours", null),
        ("RetireChannel", "/api/channels/chn-1/retire", null),
        ("RenameUnit", "/api/units/planning/rename", null),
        ("MoveUnit", "/api/units/planning/move", null),
        ("ChangeRequiredCells", "/api/units/planning/required-cells", null),
        ("CorrectUnit", "/api/units/planning/correct", null),
        ("ChangePost", "/api/people/zhao/post", null),
        ("CorrectOfficeHolder", "/api/people/li/correct", null),
        ("OfficeHolderLeft", "/api/people/li/leave", null),
        ("DissolveLeadingGroup", "/api/leading-groups/grp-planning/dissolve", null),
        ("DissolveUnit", "/api/units/planning/dissolve", null),
    ];

    [Fact]
    public async Task The_document_is_the_approved_one()
    {
        var folder = Path.Combine(Repository(), "tests", "Ledger.IntegrationTests", "Approved");
        var (approved, received) = (Path.Combine(folder, "openapi.json"), Path.Combine(folder, "openapi.received.json"));
        var document = (await Document()).ToJsonString(Readable) + "\n";

        var same = File.Exists(approved) && await File.ReadAllTextAsync(approved, CancellationToken.None) == document;

        File.Delete(received);
        if (!same)
            await File.WriteAllTextAsync(received, document, CancellationToken.None);
        same.ShouldBeTrue($"The contract changed. If it should, move {received} to {Path.GetFileName(approved)}.");
    }

    [Fact]
    public async Task It_is_OpenAPI_3_1_and_every_operation_says_what_it_is_for_and_what_it_answers()
    {
        var document = await Document();

        ((string)document["openapi"]!).ShouldStartWith("3.1.");
        document["paths"]!.AsObject().Count.ShouldBeGreaterThan(40);
        foreach (var (name, operation) in Operations(document))
        {
            ((string?)operation["summary"]).ShouldNotBeNullOrWhiteSpace(name);
            ((string?)operation["operationId"]).ShouldNotBeNullOrWhiteSpace(name);
            operation["responses"]!.AsObject().ShouldNotBeEmpty(name);
        }
    }

    [Fact]
    public async Task It_describes_every_route_of_the_service()
    {
        var described = Operations(await Document()).Select(o => o.Name).Where(n => n.Contains(" /api/", StringComparison.Ordinal));

        described.Order().ShouldBe(Routes.All.Select(r => $"{r.Method} {r.Route}".ToUpperInvariant().Split(' ')[0] + " " + r.Route).Distinct().Order());
    }

    [Fact]
    public async Task A_commands_answer_is_described_by_the_status_that_it_has()
    {
        var operations = Operations(await Document()).ToDictionary(o => (string)o.Operation["operationId"]!, o => o.Operation);

        foreach (var act in Acts.Each)
            operations[act.Command]["responses"]!.AsObject().ContainsKey($"{act.Status}").ShouldBeTrue(act.ToString());
    }

    [Fact]
    public async Task Every_commands_example_is_taken()
    {
        var li = service.As("li");
        var examples = Operations(await Document()).ToDictionary(o => (string)o.Operation["operationId"]!,
            o => o.Operation["requestBody"]?["content"]?["application/json"]?["example"]);
        foreach (var (command, path, body) in InOrder)
            (await li.Post(path, body ?? examples[command].ShouldNotBeNull(command).ToJsonString())).Status.ShouldBeOneOf([200, 201], command);

        InOrder.Where(o => o.Body is null).Select(o => o.Command).Order()
            .ShouldBe(LedgerCatalogue.Commands.Entries.Select(c => c.Name).Order());
    }

    [Fact]
    public async Task The_reference_page_is_there_for_everybody()
    {
        var page = (await service.With(token: null).Get("/reference/")).Is(200);

        page.Header("Content-Type").ShouldNotBeNull().ShouldStartWith("text/html");
        page.Text.ShouldContain("Ledger");
        page.Text.ShouldNotContain("https://cdn");
    }

    private async Task<JsonNode> Document() => (await service.With(token: null).Get("/openapi/v1.json")).Is(200).Json;

    private static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Ledger.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("There is no Ledger.sln above the tests.");
        return folder.FullName;
    }
}
