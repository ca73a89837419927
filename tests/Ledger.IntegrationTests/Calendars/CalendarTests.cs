using System.Text;
using Ledger.IntegrationTests.Hosting;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Calendars;

/// <summary>A calendar program without a token reads the coming due dates of one unit or person, as long as its address is
/// not revoked.</summary>
public sealed class CalendarTests(ClockedService service) : IClassFixture<ClockedService>
{
    private const int OctetsMax = 75;

    private const string Title = @"修订岗位职责，汇总各科室意见; 报局党组审定, 并抄送示例市责任办公室\备案（附件一至附件十二，共一百二十页）";

    private static readonly LocalDate Due = new(2026, 12, 24);

    [Fact]
    public async Task It_holds_the_due_dates_as_whole_days_that_keep_their_ids()
    {
        var (li, tenant) = await Body();
        var path = await Add(tenant, "--unit", "planning");

        var answer = (await service.With(token: null).Get($"{path}?lang=zh")).Is(200);
        answer.Header("Content-Type").ShouldBe("text/calendar; charset=utf-8");
        answer.Header("Cache-Control")!.Split(", ").ShouldBe(["private", "no-cache"], ignoreOrder: true);
        answer.Text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        answer.Text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= OctetsMax);
        var lines = Lines(answer);
        (lines[0], lines[^1]).ShouldBe(("BEGIN:VCALENDAR", "END:VCALENDAR"));
        lines.ShouldContain("VERSION:2.0");
        var task = Events(lines).Single(e => e["DTSTART;VALUE=DATE"] == "20261224");
        Unescaped(task["SUMMARY"]).ShouldBe(Title);
        task["DTEND;VALUE=DATE"].ShouldBe("20261225");
        task["TRANSP"].ShouldBe("TRANSPARENT");
        Unescaped(task["DESCRIPTION"]).ShouldBe("单位：planning\n任务：a");
        var recorded = (await li.Get("/api/reminders")).Json["knownAt"]!.GetValue<string>();
        task["DTSTAMP"].ShouldBe($"{recorded[..19].Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal)}Z");
        Events(lines).Where(e => e["DTSTART;VALUE=DATE"] == "20261231").Select(e => Unescaped(e["SUMMARY"])).Single()
            .ShouldEndWith("：召开 0 次，应不少于 1 次");

        (await li.Post("/api/tasks/a/extend", """{"newDueOn":"2026-12-28","approvedBy":"li","reason":"工作量"}""")).Is(200);
        var moved = Events(Lines((await service.With(token: null).Get($"{path}?lang=en")).Is(200))).Single(e => e["UID"] == task["UID"]);
        moved["DTSTART;VALUE=DATE"].ShouldBe("20261228");
        Unescaped(moved["DESCRIPTION"]).ShouldStartWith("unit: planning");
    }

    [Fact]
    public async Task It_is_the_same_as_long_as_nothing_is_recorded()
    {
        var (_, tenant) = await Body();
        var path = await Add(tenant, "--person", "wang");
        var first = (await service.With(token: null).Get(path)).Is(200);

        (await service.With(token: null).Get(path)).Text.ShouldBe(first.Text);
        (await service.With(token: null).Get(path, ("If-None-Match", first.Header("ETag")!))).Is(304);
        Events(Lines(first)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_and_a_revoked_address_are_told_as_any_that_is_not_there()
    {
        var (_, tenant) = await Body();
        var path = await Add(tenant, "--unit", "planning", "--subtree");
        var anybody = service.With(token: null);
        (await anybody.Get(path)).Is(200);
        (await anybody.Get($"{path}?lang=fr")).Is(400, "query-malformed");
        var (_, listed) = await HostProcess.Run(service, "calendar", "list");
        listed.ShouldNotContain(path.Split('/')[^1][..^4]);
        var id = listed.Split('\n').Single(l => l.Contains($"tenant {tenant},", StringComparison.Ordinal)).Split(' ')[0];

        (await HostProcess.Run(service, "calendar", "revoke", id)).Code.ShouldBe(0);

        var gone = (await anybody.Get(path)).Is(404, "unknown-route");
        var never = (await anybody.Get($"/calendar/{new string('x', 43)}.ics?lang=fr")).Is(404, "unknown-route");
        WithoutTrace(gone).ShouldBe(WithoutTrace(never));
        (await HostProcess.Run(service, "calendar", "list")).Text.ShouldContain("revoked");
        (await HostProcess.Run(service, "calendar", "revoke", "nobodys")).Code.ShouldBe(1);
        foreach (var wrong in new[] { new[] { "--unit", "nobodys" }, ["--person", "nobody"], [], ["--person", "wang", "--unit", "planning"], ["--person", "wang", "--subtree"] })
            (await HostProcess.Run(service, ["calendar", "add", "--tenant", tenant, .. wrong])).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_of_another_tenant_or_of_another_unit_is_in_it()
    {
        var (_, tenant) = await Body();
        var (_, other) = await Body("他处");
        var mine = Lines((await service.With(token: null).Get(await Add(tenant, "--unit", "city", "--subtree"))).Is(200));
        var theirs = Lines((await service.With(token: null).Get(await Add(other, "--unit", "city", "--subtree"))).Is(200));

        mine.ShouldNotContain(l => l.Contains("他处", StringComparison.Ordinal) || l.Contains($"@{other}.", StringComparison.Ordinal));
        theirs.ShouldContain(l => l.Contains("他处", StringComparison.Ordinal));
        Events(Lines((await service.With(token: null).Get(await Add(tenant, "--unit", "city"))).Is(200))).ShouldBeEmpty();
    }

    private static string WithoutTrace(Answer answer)
    {
        var json = answer.Json.AsObject();
        json.Remove("traceId");
        return $"{string.Join('\n', answer.Headers.Where(h => h.Key is not ("Date" or "Content-Length")).Select(h => $"{h.Key}: {h.Value}"))}\n{json}";
    }

    /// <summary>The content lines, unfolded.</summary>
    private static string[] Lines(Answer answer) =>
        answer.Text.Replace("\r\n ", "", StringComparison.Ordinal).TrimEnd().Split("\r\n");

    private static List<Dictionary<string, string>> Events(string[] lines) => [.. string.Join('\n', lines)
        .Split("BEGIN:VEVENT\n").Skip(1).Select(e => e.Split("\nEND:VEVENT")[0].Split('\n')
            .ToDictionary(l => l[..l.IndexOf(':', StringComparison.Ordinal)], l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..]))];

    private static string Unescaped(string text) => text.Replace(@"\\", "\0", StringComparison.Ordinal).Replace(@"\n", "\n", StringComparison.Ordinal)
        .Replace(@"\,", ",", StringComparison.Ordinal).Replace(@"\;", ";", StringComparison.Ordinal).Replace('\0', '\\');

    /// <returns>The path that the command line tells.</returns>
    private async Task<string> Add(string tenant, params string[] options)
    {
        var (code, text) = await HostProcess.Run(service, ["calendar", "add", "--tenant", tenant, .. options]);
        code.ShouldBe(0, text);
        return text.Split("Path ")[1].Trim();
    }

    /// <summary>A tenant in which Wang has a task, and Planning owes a meeting this year, on 17 December 2026.</summary>
    private async Task<(Client Li, string Tenant)> Body(string title = Title)
    {
        await service.SetTo(Instant.FromUtc(2026, 12, 17, 2, 0));
        var tenant = await service.NewTenant();
        var li = service.As("li", tenant);
        await Acts.RecordBefore(li, "EstablishLeadingGroup");
        (await li.Post("/api/tasks", $$"""
            {"taskId":"a","unitId":"planning","planId":"plan-2025","areaId":"training","ownerId":"wang",
             "title":{{System.Text.Json.JsonSerializer.Serialize(title)}},"dueOn":"{{LocalDatePattern.Iso.Format(Due)}}"}
            """)).Is(201);
        (await li.Post("/api/obligations", """
            {"obligationId":"obl","ruleCode":"B1","unitIds":["planning"],"effectiveFrom":"2026-01-01",
             "parameters":{"meetingKind":"special","period":"year","minimum":1}}
            """)).Is(201);
        return (li, tenant);
    }
}
