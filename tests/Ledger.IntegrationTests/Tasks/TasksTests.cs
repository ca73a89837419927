using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Tasks;

/// <summary>Wang's training plan tsk-1: raised, closed late, reopened, extended, given to Zhao, cancelled. Chen's tsk-2 is
/// open, due on 31 December 2025.</summary>
public sealed class TasksTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly Client li = service.As("li");

    [Theory]
    [InlineData("", "tsk-1 tsk-2"), InlineData("status=open", "tsk-2"), InlineData("status=cancelled", "tsk-1"), InlineData("status=closed", "")]
    [InlineData("overdue=true&asOf=2025-12-31", ""), InlineData("overdue=true&asOf=2026-01-01", "tsk-2"), InlineData("overdue=false&asOf=2026-01-01", "tsk-1")]
    [InlineData("asOf=1990-01-01", "tsk-1 tsk-2"), InlineData("unit=planning", "tsk-1 tsk-2"), InlineData("unit=city", ""),
        InlineData("unit=city&subtree=true&status=open", "tsk-2")]
    public async Task A_list_holds_the_tasks_as_known_and_the_date_decides_only_what_is_overdue(string query, string tasks) =>
        (await li.Get($"/api/tasks?{query}")).Is(200).Items("taskId").ShouldBe(tasks);

    [Fact]
    public async Task A_task_is_told_as_it_was_known_after_each_act()
    {
        var positions = (await li.Get("/api/units/planning/timeline?limit=200")).Json["items"]!.AsArray()
            .Where(i => (string?)i!["data"]!["taskId"] == "tsk-1" && (string)i["type"]! != "accountability_recorded.v1").Select(i => (Type: (string)i!["type"]!, Position: (long)i["position"]!)).ToList();
        positions.Select(p => p.Type).ShouldBe(["task_raised.v1", "evidence_submitted.v1", "task_closed.v1", "task_reopened.v1",
            "due_date_extended.v1", "task_reassigned.v1", "task_cancelled.v1"]);

        async Task<string> Then(int act)
        {
            var task = (await li.Get($"/api/tasks/tsk-1?asOf=2025-07-01&knownAt=%23{positions[act].Position}")).Is(200).Json;
            return $"{task["status"]} {task["dueOn"]} {task["ownerId"]} {task["overdue"]} {task["evidence"]!.AsArray().Count} "
                + $"{task["closings"]!.AsArray().Count} {task["reopened"]} {task["version"]}";
        }

        (await Then(0)).ShouldBe("open 2025-04-30 wang true 0 0 0 1");
        (await Then(1)).ShouldBe("open 2025-04-30 wang true 1 0 0 2");
        (await Then(2)).ShouldBe("closed 2025-04-30 wang false 1 1 0 3");
        (await Then(3)).ShouldBe("open 2025-06-30 wang true 1 1 1 4");
        (await Then(4)).ShouldBe("open 2025-07-15 wang false 1 1 1 5");
        (await Then(5)).ShouldBe("open 2025-07-15 zhao false 1 1 1 6");
        (await Then(6)).ShouldBe("cancelled 2025-07-15 zhao false 1 1 1 7");
        (await li.Get("/api/tasks/tsk-1")).Has("closings", """[{"closedOn":"2025-05-02","dueOn":"2025-04-30","verifiedBy":"li","late":true}]""")
            .Has("resolutionId", "\"res-1\"");
        (await li.Get($"/api/tasks/tsk-1?knownAt=%23{positions[0].Position - 1}")).Is(404, "unknown-id");
    }

    [Fact]
    public async Task Evidence_may_serve_again_after_a_reopening_and_a_second_closing_is_measured_by_the_due_date_then_in_force()
    {
        var own = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(own, "ExtendTask");

        (await own.Post("/api/tasks/tsk-1/close", """{"closedOn":"2025-06-30","verifiedBy":"li","evidenceIds":["evd-1"]}""")).Is(200);

        (await own.Get("/api/tasks/tsk-1")).Has("closings", """
            [{"closedOn":"2025-05-02","dueOn":"2025-04-30","verifiedBy":"li","late":true},
             {"closedOn":"2025-06-30","dueOn":"2025-06-30","verifiedBy":"li","late":false}]
            """);
    }
}
