using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Duties;

public sealed class DutiesTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Fact]
    public async Task Every_cell_seat_and_open_task_of_a_person_is_there()
    {
        (await li.Get("/api/people/wang/duties?asOf=2025-08-01")).Is(200)
            .Has("personId", "\"wang\"")
            .Has("cells", """[{"unitId":"planning","areaId":"training","level":"First","assignmentId":"asg-2","effectiveFrom":"2025-06-01","endsOn":"2025-09-01"}]""")
            .Has("groups", """[{"groupId":"grp-1","unitId":"planning","purpose":"responsibility","role":"deputy","since":"2025-07-01"}]""")
            .Has("tasks", "[]").Has("channels", "[]");
        (await li.Get("/api/people/li/duties")).Is(200).Json["channels"]!.AsArray().Select(c => (string)c!["channelId"]!).ShouldBe(["chn-1"]);
        var chen = (await li.Get("/api/people/chen/duties?asOf=2026-01-01")).Is(200).Has("groups", "[]");
        ((string)chen.Json["tasks"]![0]!["taskId"]!).ShouldBe("tsk-2");
        ((bool)chen.Json["tasks"]![0]!["overdue"]!).ShouldBeTrue();
        ((string)chen.Json["cells"]![0]!["assignmentId"]!).ShouldBe("asg-4");
    }

    [Fact]
    public async Task A_task_is_its_owners_as_known()
    {
        var reassigned = (long)(await li.Get("/api/units/planning/timeline?type=task_reassigned.v1")).Json["items"]![0]!["position"]!;

        (await li.Get($"/api/people/wang/duties?knownAt=%23{reassigned - 1}")).Json["tasks"]!.AsArray().Count.ShouldBe(1);
        (await li.Get($"/api/people/wang/duties?knownAt=%23{reassigned}")).Has("tasks", "[]");
        (await li.Get($"/api/people/zhao/duties?knownAt=%23{reassigned}")).Json["tasks"]!.AsArray().Count.ShouldBe(1);
    }
}
