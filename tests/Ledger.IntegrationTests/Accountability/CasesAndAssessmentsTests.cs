using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Accountability;

public sealed class CasesAndAssessmentsTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Fact]
    public async Task A_case_is_told_with_the_duty_that_was_not_done() => (await li.Get("/api/accountability-cases?asOf=1990-01-01")).Has("items", """
        [{"caseId":"acc-1","unitId":"planning","personId":"wang","taskId":"tsk-1","findingId":"fnd-1","form":"提醒谈话","ground":"任务未按时完成",
          "cause":"计划编制启动过晚","decidedOn":"2025-06-10","liftedOn":"2025-12-10"}]
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
    public async Task An_assessment_is_told_with_its_counts() => (await li.Get("/api/assessments?asOf=1990-01-01")).Has("items", """
        [{"assessmentId":"ass-1","unitId":"planning","byUnitId":"city","period":"2025","rulesMet":7,"rulesTotal":9,"recordedOn":"2025-12-26"}]
        """);

    [Theory]
    [InlineData("/api/accountability-cases", "caseId", "acc-1", "accountability_recorded.v1")]
    [InlineData("/api/assessments", "assessmentId", "ass-1", "assessment_recorded.v1")]
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
