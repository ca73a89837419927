using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Accountability;

public sealed class CasesAndAssessmentsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Fact]
    public async Task A_case_is_told_with_the_duty_that_was_not_done() => (await li.Get("/api/accountability-cases?asOf=1990-01-01")).Has("items", """
        [{"caseId":"acc-1","unitId":"planning","personId":"wang","taskId":"tsk-1","findingId":"fnd-1","form":"提醒谈话","ground":"任务未按时完成",
          "cause":"计划编制启动过晚","decidedOn":"2025-06-10","liftedOn":"2025-12-10","version":2}]
        """);

    [Fact]
    public async Task A_measure_is_not_lifted_before_that_was_known()
    {
        var lifted = (await li.Get("/api/units/planning/timeline?type=accountability_lifted.v1")).Is(200).Json["items"]![0]!;

        async Task<string?> Then(long position) =>
            (string?)(await li.Get($"/api/accountability-cases?knownAt=%23{position}")).Is(200).Json["items"]![0]!["liftedOn"];
        (await Then((long)lifted["position"]! - 1)).ShouldBeNull();
        (await Then((long)lifted["position"]!)).ShouldBe("2025-12-10");
    }

    [Fact]
    public async Task An_assessment_is_told_with_its_counts_or_the_rules_fixed() => (await li.Get("/api/assessments?asOf=1990-01-01")).Has("items", """
        [{"assessmentId":"ass-1","unitId":"planning","byUnitId":"city","period":"2025","status":"published","rulesMet":7,"rulesTotal":9,
          "recordedOn":"2025-12-26","publishedOn":"2025-12-30","version":2},
         {"assessmentId":"ass-2","unitId":"planning","byUnitId":"city","period":"2026","status":"opened","ruleCodes":["A1","B1","C4"],
          "openedOn":"2025-12-26","version":1}]
        """);

    [Fact]
    public async Task An_assessment_goes_from_its_rules_to_its_result_as_known()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "RecordAssessment");
        (await own.Post("/api/assessments/open", """
            {"assessmentId":"ass-3","unitId":"planning","byUnitId":"city","period":"2025","ruleCodes":["A1","B1"],"openedOn":"2025-01-10"}
            """)).Is(201);
        (await own.Post("/api/assessments", """
            {"assessmentId":"ass-3","unitId":"planning","byUnitId":"city","period":"2025","rulesMet":1,"rulesTotal":2,"recordedOn":"2025-12-20"}
            """)).Is(200).Has("version", "2");
        var last = (long)(await own.Post("/api/assessments/ass-3/publish", """{"publishedOn":"2025-12-21"}""")).Is(200).Json["position"]!;

        async Task<string> Then(long position)
        {
            var items = (await own.Get($"/api/assessments?knownAt=%23{position}")).Is(200).Json["items"]!.AsArray();
            return string.Join(' ', items.Select(a => $"{a!["status"]} {a["ruleCodes"]?.ToJsonString()} {a["rulesMet"]} {a["recordedOn"]} {a["publishedOn"]}"));
        }

        (await Then(last - 3)).ShouldBe("");
        (await Then(last - 2)).ShouldBe("opened [\"A1\",\"B1\"]   ");
        (await Then(last - 1)).ShouldBe("recorded [\"A1\",\"B1\"] 1 2025-12-20 ");
        (await Then(last)).ShouldBe("published [\"A1\",\"B1\"] 1 2025-12-20 2025-12-21");
        (await own.Post("/api/assessments", """
            {"assessmentId":"ass-3","unitId":"planning","byUnitId":"city","period":"2025","rulesMet":2,"rulesTotal":2,"recordedOn":"2025-12-20"}
            """)).Is(409, "id-exists");
    }

    [Theory]
    [InlineData("/api/accountability-cases", "caseId", "acc-1", "accountability_recorded.v1")]
    [InlineData("/api/obligations", "obligationId", "obl-1", "obligation_adopted.v1")]
    public async Task They_stand_by_unit_from_the_moment_they_were_recorded(string path, string member, string id, string type)
    {
        var act = (await li.Get($"/api/units/planning/timeline?type={type}")).Is(200).Json["items"]![0]!;

        (await li.Get($"{path}?knownAt=%23{act["position"]}")).Is(200).Items(member).ShouldBe(id);
        (await li.Get($"{path}?knownAt=%23{(long)act["position"]! - 1}")).Is(200).Items(member).ShouldBe("");
        (await li.Get($"{path}?unit=planning")).Is(200).Items(member).ShouldBe(id);
        (await li.Get($"{path}?unit=city")).Is(200).Items(member).ShouldBe("");
        (await li.Get($"{path}?unit=city&subtree=true")).Is(200).Items(member).ShouldBe(id);
        (await li.Get($"{path}?unit=nowhere")).Is(404, "unknown-id");
    }

    [Fact]
    public async Task An_assessment_stands_in_the_timelines_of_both_units() =>
        (await li.Get("/api/units/city/timeline?type=assessment_recorded.v1")).Is(200).Items("position").Length.ShouldBePositive();
}
