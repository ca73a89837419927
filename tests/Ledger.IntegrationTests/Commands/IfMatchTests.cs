using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Commands;

/// <summary>If-Match speaks of the stream of the id that a command names; an assignment's is its cell's, but that of
/// its hand-over is its own.</summary>
public sealed class IfMatchTests(LedgerService service) : IClassFixture<LedgerService>
{
    private const string Stale = "\"999\"";

    [Fact]
    public async Task Every_command_on_something_that_exists_takes_its_version_and_refuses_a_stale_one()
    {
        var li = service.As("admin-li");
        var streams = new Dictionary<string, long>();

        foreach (var act in Acts.All)
        {
            if (!act.Entry.Matches)
            {
                (await li.Post(act.Path, act.Body)).Is(act.Status);
                continue;
            }

            var stream = StreamOf(act);
            var facts = (await li.Post(act.Path, act.Body, ("If-Match", Stale))).Is(412, "precondition-failed").Json["facts"]!;
            ((long)facts["expected"]!).ShouldBe(999);
            ((long)facts["actual"]!).ShouldBe(streams.GetValueOrDefault(stream, (long)facts["actual"]!), act.ToString());
            var receipt = (await li.Post(act.Path, act.Body, ("If-Match", $"\"{facts["actual"]}\""))).Is(act.Status).Json;
            streams[stream] = (long)receipt["version"]!;
            streams[stream].ShouldBe((long)facts["actual"]! + 1, act.ToString());
        }

        streams.Keys.Select(s => s.Split('/')[0]).Distinct().Order()
            .ShouldBe(["accountability-cases", "assessments", "assignments", "channels", "hand-over", "incidents", "leading-groups", "meetings", "notifications",
                "obligations", "people", "release-items", "reports", "tasks", "units"]);
    }

    [Fact]
    public async Task A_stale_version_is_told_what_was_recorded_since()
    {
        var tenant = await service.NewTenant();
        var li = service.As("admin-li", tenant);
        await Acts.Record(li);
        var seen = (await li.Post("/api/units/city/rename", """{"nameZh":"甲市","nameEn":"A","effectiveFrom":"2025-01-01"}""")).Is(200);
        var wangs = (await service.As("admin-wang", tenant).Post("/api/units/city/rename", """{"nameZh":"乙市","nameEn":"B","effectiveFrom":"2025-02-01"}""")).Is(200);

        var answer = await li.Post("/api/units/city/rename", """{"nameZh":"丙市","nameEn":"C","effectiveFrom":"2025-03-01"}""",
            ("If-Match", seen.Header("ETag")!), ("Accept-Language", "zh-CN"));

        answer.Is(412, "precondition-failed");
        ((string)answer.Json["title"]!).ShouldBe("您看到之后又有了新的记录");
        var since = answer.Json["facts"]!["changedSince"]!.AsArray().Single()!;
        ((string)since["actor"]!).ShouldBe("admin-wang");
        ((string)since["type"]!).ShouldBe("unit_renamed.v1");
        ((long)since["position"]!).ShouldBe((long)wangs.Json["position"]!);
        ((long)since["version"]!).ShouldBe((long)wangs.Json["version"]!);
        ((string)since["recordedAt"]!).ShouldBe((string)wangs.Json["recordedAt"]!);
        ((string)(await li.Get("/api/units/city?asOf=2025-03-01")).Json["nameEn"]!).ShouldBe("B");
    }

    [Fact]
    public async Task A_version_that_a_read_gives_is_the_one_that_a_command_takes()
    {
        var tenant = await service.NewTenant();
        var li = service.As("admin-li", tenant);
        await Acts.Record(li);

        foreach (var (read, command, body) in new[]
        {
            ("/api/units/housing", "/api/units/housing/rename", """{"nameZh":"甲","nameEn":"A","effectiveFrom":"2025-01-01"}"""),
            ("/api/people/wang", "/api/people/wang/post", """{"unitId":"planning","post":"p","postCategory":"head","since":"2025-01-01"}"""),
            ("/api/leading-groups/grp-1", "/api/leading-groups/grp-1/members", """{"personId":"wang","role":null,"effectiveFrom":"2025-08-01"}"""),
            ("/api/assignments/asg-4", "/api/assignments/asg-4/end", """{"endsOn":"2025-10-01","reason":"r"}"""),
            ("/api/cells/planning/publicity/Direct", "/api/assignments/asg-4/void", """{"reason":"r"}"""),
            ("/api/cells/city/training/First", "/api/assignments", """{"unitId":"city","areaId":"training","level":"First","personId":"li","effectiveFrom":"2025-01-01"}"""),
            ("/api/meetings/mtg-1", "/api/meetings/mtg-1/correct", """{"changes":{"topic":"t"},"reason":"r"}"""),
            ("/api/tasks/tsk-2", "/api/tasks/tsk-2/cancel", """{"reason":"r"}"""),
        })
        {
            var version = (long)(await li.Get(read)).Is(200).Json["version"]!;

            var answer = await li.Post(command, body, ("If-Match", $"\"{version}\""));

            answer.Status.ShouldBeOneOf(200, 201);
            ((long)(await li.Get(read)).Json["version"]!).ShouldBe((long)answer.Json["version"]!);
        }
    }

    /// <summary>The stream that an act concerns, as its path says; all assignments of the acts' first cell are one.</summary>
    private static string StreamOf(Act act) => act.Command switch
    {
        "AssignLeader" => $"assignments/{act.Json["areaId"]}/{act.Json["level"]}",
        "AcceptHandOver" => $"hand-over/{act.Id}",
        _ when act.Path.StartsWith("/api/assignments/asg-1/", StringComparison.Ordinal)
            || act.Path.StartsWith("/api/assignments/asg-2/", StringComparison.Ordinal) => "assignments/training/First",
        _ when act.Path.StartsWith("/api/assignments/asg-3/", StringComparison.Ordinal) => "assignments/publicity/First",
        _ => string.Join('/', act.Path.Split('/')[2..4]),
    };
}
