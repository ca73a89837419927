using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Matrix;

public sealed class MatrixTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Fact]
    public async Task It_shows_every_required_cell_and_every_cell_that_somebody_holds_on_the_date()
    {
        (await li.Get("/api/matrix?unit=planning&asOf=2025-03-20")).Is(200).Has("cells", """
            [{"unitId":"planning","areaId":"publicity","level":"Direct","required":true,"version":1,"holder":
               {"personId":"chen","post":"科员","assignmentId":"asg-4","effectiveFrom":"2025-03-01","leftOn":"2025-07-01"}},
             {"unitId":"planning","areaId":"training","level":"First","required":true,"version":4,"holder":
               {"personId":"li","post":"党组书记、局长","assignmentId":"asg-1","effectiveFrom":"2025-03-15"}}]
            """);
        (await li.Get("/api/matrix?unit=planning&asOf=2025-03-14")).Is(200).Has("cells", """
            [{"unitId":"planning","areaId":"publicity","level":"Direct","required":true,"version":1,"holder":
               {"personId":"chen","post":"科员","assignmentId":"asg-4","effectiveFrom":"2025-03-01","leftOn":"2025-07-01"}},
             {"unitId":"planning","areaId":"training","level":"First","required":true,"version":4,"holder":null}]
            """);
    }

    [Fact]
    public async Task A_vacancy_a_change_of_required_cells_and_a_leaver_show_on_their_days()
    {
        (await li.Get("/api/matrix?unit=planning&asOf=2025-09-01")).Is(200).Has("cells", """
            [{"unitId":"planning","areaId":"publicity","level":"Direct","required":false,"version":1,"holder":
               {"personId":"chen","post":"科员","assignmentId":"asg-4","effectiveFrom":"2025-03-01","leftOn":"2025-07-01"}},
             {"unitId":"planning","areaId":"training","level":"First","required":true,"version":4,"holder":null},
             {"unitId":"planning","areaId":"training","level":"Leading","required":true,"version":0,"holder":null}]
            """);
        (await li.Get("/api/matrix?unit=planning&asOf=2025-08-31&area=training")).Is(200).Has("cells", """
            [{"unitId":"planning","areaId":"training","level":"First","required":true,"version":4,"holder":
               {"personId":"wang","post":"副局长","assignmentId":"asg-2","effectiveFrom":"2025-06-01","endsOn":"2025-09-01"}},
             {"unitId":"planning","areaId":"training","level":"Leading","required":true,"version":0,"holder":null}]
            """);
    }

    [Fact]
    public async Task What_was_known_before_a_correction_and_before_a_voiding_is_still_what_was_known_then()
    {
        var corrected = await PositionOf("assignment_corrected.v1");
        var voided = await PositionOf("assignment_voided.v1");

        (await Holder("training", "2025-03-10", corrected - 1)).ShouldBe("li");
        (await Holder("training", "2025-03-10", corrected)).ShouldBeNull();
        (await Holder("publicity", "2025-03-10", voided - 1)).ShouldBe("wang");
        (await Holder("publicity", "2025-03-10", voided)).ShouldBeNull();
    }

    [Fact]
    public async Task A_cell_tells_its_history_in_order_of_recording()
    {
        var answer = (await li.Get("/api/cells/planning/training/First")).Is(200);
        foreach (var item in answer.Json["history"]!.AsArray())
        {
            ((string)item!["actor"]!).ShouldBe("admin-li");
            item["recordedAt"].ShouldNotBeNull();
        }

        var acts = answer.Json;
        foreach (var item in acts["history"]!.AsArray())
            foreach (var own in new[] { "position", "recordedAt", "actor" })
                item!.AsObject().Remove(own);
        (answer with { Bytes = System.Text.Encoding.UTF8.GetBytes(acts.ToJsonString()) }).Has("history", """
            [{"assignmentId":"asg-1","what":"assigned","personId":"li","effectiveFrom":"2025-03-01","basis":{"text":"示例市责任分工(2025)"}},
             {"assignmentId":"asg-2","what":"replaced","personId":"wang","effectiveFrom":"2025-06-01","replacesAssignmentId":"asg-1","reason":"分工调整"},
             {"assignmentId":"asg-2","what":"ended","personId":"wang","endsOn":"2025-09-01","reason":"岗位轮换"},
             {"assignmentId":"asg-1","what":"corrected","personId":"li","correctionId":"cor-1","changes":{"effectiveFrom":"2025-03-15"},"reason":"任职文件日期为3月15日"}]
            """).Has("holder", "null").Has("version", "4").Has("required", "true");
    }

    [Fact]
    public async Task A_cell_that_nobody_ever_held_is_empty_and_one_of_unknown_unit_or_area_is_404()
    {
        (await li.Get("/api/cells/city/training/Leading")).Is(200).Has("holder", "null").Has("history", "[]").Has("version", "0").Has("required", "false");
        (await li.Get("/api/cells/nowhere/training/First")).Is(404, "unknown-id").Has("errors", """{"unitId":["No such id"]}""");
        (await li.Get("/api/cells/city/nothing/First")).Is(404, "unknown-id").Has("errors", """{"areaId":["No such id"]}""");
    }

    [Fact]
    public async Task An_assignment_is_told_as_known_with_its_cell_on_the_date()
    {
        (await li.Get("/api/assignments/asg-1?asOf=2025-07-01")).Is(200)
            .Has("effectiveFrom", "\"2025-03-15\"").Has("personId", "\"li\"").Has("voided", "false").Has("version", "4")
            .Has("cell.holder.assignmentId", "\"asg-2\"");
        (await li.Get("/api/assignments/asg-2")).Is(200).Has("replacesAssignmentId", "\"asg-1\"").Has("endsOn", "\"2025-09-01\"");
        (await li.Get("/api/assignments/asg-3")).Is(200).Has("voided", "true");
        (await li.Get($"/api/assignments/asg-2?knownAt=%23{await PositionOf("leader_replaced.v1") - 1}")).Is(404, "unknown-id");
    }

    [Fact]
    public async Task Names_of_persons_come_only_when_asked_for()
    {
        (await li.Get("/api/matrix?asOf=2025-04-01")).Text.ShouldNotContain("李示例");
        (await li.Get("/api/matrix?asOf=2025-04-01&names=false")).Text.ShouldNotContain("displayName");

        var named = (await li.Get("/api/matrix?asOf=2025-04-01&names=true&area=training&unit=planning")).Is(200);

        ((string)named.Json["cells"]![0]!["holder"]!["displayName"]!).ShouldBe("李示例");
        (await li.Get("/api/cells/planning/training/First?asOf=2025-04-01&names=true")).Has("holder.displayName", "\"李示例\"");
    }

    [Fact]
    public async Task A_receipt_tells_whose_days_an_act_takes()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "AssignLeader");
        (await own.Post("/api/assignments", Assign("a-1", "li", "2025-01-01"))).Is(201).Json["displaced"].ShouldBeNull();
        (await own.Post("/api/assignments", Assign("a-3", "chen", "2024-06-01"))).Is(201).Json["displaced"].ShouldBeNull();

        (await own.Post("/api/assignments/a-1/replace", """{"assignmentId":"a-2","personId":"wang","effectiveFrom":"2025-06-01"}""")).Is(201)
            .Has("displaced", """[{"assignmentId":"a-1","personId":"li","effectiveFrom":"2025-01-01"}]""");
        (await own.Post("/api/assignments/a-2/correct", """{"changes":{"effectiveFrom":"2024-09-01"},"reason":"r"}""")).Is(200)
            .Has("displaced", """[{"assignmentId":"a-3","personId":"chen","effectiveFrom":"2024-06-01"}]""");
        (await own.Post("/api/assignments/a-1/void", """{"reason":"r"}""")).Is(200).Json["displaced"].ShouldBeNull();
    }

    private async Task<long> PositionOf(string type) =>
        (long)(await li.Get($"/api/units/planning/timeline?type={type}")).Is(200).Json["items"]![0]!["position"]!;

    private async Task<string?> Holder(string area, string asOf, long position) =>
        (string?)(await li.Get($"/api/cells/planning/{area}/First?asOf={asOf}&knownAt=%23{position}")).Is(200).Json["holder"]?["personId"];

    private static string Assign(string id, string person, string from) => $$"""
        {"assignmentId":"{{id}}","unitId":"housing","areaId":"training","level":"First","personId":"{{person}}","effectiveFrom":"{{from}}"}
        """;
}
