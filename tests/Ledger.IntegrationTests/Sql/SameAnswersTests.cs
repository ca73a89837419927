using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Sql;

/// <summary>What a dashboard reads in <c>ledger_read</c> is what the service answers over HTTP, row by row.</summary>
public sealed class SameAnswersTests(SameAnswers.Year service)
    : SameAnswers(service.Reader, service.As("inspector")), IClassFixture<SameAnswers.Year>
{
    [Theory, MemberData(nameof(Clocks))]
    public async Task The_matrix(string asOf, string knownAt) => Same(
        await AsOf("responsibility", asOf, knownAt),
        (await Get(inspector, "/api/matrix", asOf, knownAt)).Json["cells"]!.AsArray().Select(c =>
        {
            var cell = c!.AsObject();
            var holder = cell["holder"] as JsonObject ?? [];
            return Without(holder.Aggregate(cell, (row, member) => With(row, member.Key, member.Value)), "holder", "version");
        }));

    [Theory, MemberData(nameof(Clocks))]
    public async Task Units_and_people(string asOf, string knownAt)
    {
        Same(await AsOf("units", asOf, knownAt), (await Items(inspector, "/api/units", asOf, knownAt)).Select(u => Without(u, "version")));
        Same(await AsOf("people", asOf, knownAt), (await Items(inspector, "/api/people", asOf, knownAt)).Select(p => Without(p, "version")));
    }

    [Theory, MemberData(nameof(Clocks))]
    public async Task Leading_groups_and_their_members(string asOf, string knownAt)
    {
        var groups = await Items(inspector, "/api/leading-groups", asOf, knownAt);

        Same(await AsOf("leading_groups", asOf, knownAt), groups.Select(g => Without(g, "version", "members")));
        Same(await AsOf("group_members", asOf, knownAt), groups.SelectMany(g => g["members"]!.AsArray().Select(m =>
            With(With(m!.AsObject(), "groupId", g["groupId"]), "unitId", g["unitId"]))));
    }

    [Theory, MemberData(nameof(Clocks))]
    public async Task Tasks(string asOf, string knownAt) => Same(
        await AsOf("tasks", asOf, knownAt),
        (await Items(inspector, "/api/tasks", asOf, knownAt)).Select(t => Without(
            With(t, "late", t["closings"]!.AsArray().Any(c => (bool)c!["late"]!)), "version", "ownerLeftOn")));

    [Theory, MemberData(nameof(Clocks))]
    public async Task Meetings(string asOf, string knownAt) => Same(
        await AsOf("meetings", asOf, knownAt),
        (await Items(inspector, "/api/meetings", asOf, knownAt)).Select(m => Without(
            With(m, "onDate", (string?)m["heldOn"] ?? ((string)m["scheduledFor"]!)[..10]), "version")));

    [Theory, MemberData(nameof(Clocks))]
    public async Task Vacancies(string asOf, string knownAt)
    {
        // Over the whole span of the ledger's dates; what reaches its end has none.
        var ever = (await Items(inspector, "/api/vacancies", asOf, knownAt, "&from=1900-01-01&to=2199-12-31")).Select(Vacancy)
            .Select(v => (string)v["vacantTo"]! == "2199-12-31" ? Without(v, "vacantTo", "days") : v);
        var on = (string)(await Get(inspector, "/api/areas", asOf, knownAt)).Json["asOf"]!;
        Same(await AsOf("vacancies", asOf, knownAt), ever.Where(v => string.CompareOrdinal((string)v["vacantFrom"]!, on) <= 0
            && string.CompareOrdinal((string?)v["vacantTo"] ?? on, on) >= 0));

        Same(
            await reader.Rows("select * from ledger_read.vacancies_between("
                + $"'t1', '2025-04-20', '2025-06-20', {Known(knownAt)})"),
            (await Items(inspector, "/api/vacancies", asOf, knownAt, "&from=2025-04-20&to=2025-06-20")).Select(Vacancy));
    }

    [Theory, InlineData(672), InlineData(300)]
    public async Task The_timeline_of_every_unit(long position)
    {
        var compared = 0;
        foreach (var unitId in (await Items(inspector, "/api/units", "", $"#{position}")).Select(u => (string)u["unitId"]!))
        {
            var told = (await Items(inspector, $"/api/units/{unitId}/timeline", "", $"#{position}"))
                .Select(i => With(With(Without(i, "summary"), "unitId", unitId), "recordedOn", DayInShanghai((string)i["recordedAt"]!)))
                .ToList();

            Same(
                await reader.Rows($"select * from ledger_read.timeline where unit_id = '{unitId}' and position <= {position}"), told);

            compared += told.Count;
        }

        compared.ShouldBeGreaterThan(250);
    }

    [Theory, MemberData(nameof(Clocks))]
    public async Task The_clocks_themselves(string asOf, string knownAt) =>
        Same(await reader.Rows($"select * from ledger_read.clocks({Arguments("t1", asOf, knownAt)})"),
            [await Resolved(inspector, asOf, knownAt)]);

    [Fact]
    public async Task The_clocks_at_every_position_and_instant_of_another_zone_also_inside_an_act()
    {
        var tenant = await service.NewTenant(TemplateDatabase.ZoneOfT2);
        var li = service.As("li", tenant);
        await Acts.RecordBefore(li, "DissolveUnit");
        (await li.Post("/api/assignments", """
            {"unitId":"annex","areaId":"training","level":"First","personId":"li","effectiveFrom":"2024-02-01"}
            """)).Is(201);
        (await li.Post("/api/units/annex/dissolve", """{"dissolvedOn":"2025-12-31","reason":"撤并"}""")).Is(200);
        await using var other = await SqlReader.Of(service, tenant);
        var acts = await other.Rows("select * from ledger_read.act order by first_position");
        acts.ShouldContain(a => (long)a["firstPosition"]! < (long)a["lastPosition"]!);

        foreach (var knownAt in Enumerable.Range(0, (int)(long)acts[^1]["lastPosition"]! + 1).Select(n => $"#{n}")
            .Concat(acts.Select(a => (string)a["recordedAt"]!)))
            Same(await other.Rows($"select * from ledger_read.clocks({Arguments(tenant, "", knownAt)})"),
                [await Resolved(li, "", knownAt)]);
    }

    [Theory]
    [InlineData("responsibility", "responsibility"), InlineData("unit", "units"), InlineData("person", "people")]
    [InlineData("leading_group", "leading_groups"), InlineData("group_member", "group_members"), InlineData("task", "tasks")]
    [InlineData("meeting", "meetings"), InlineData("vacancy", "vacancies")]
    public async Task The_view_of_today_is_what_the_function_says_of_now(string view, string function)
    {
        var today = await reader.Rows($"select * from ledger_read.{view}");

        today.ShouldNotBeEmpty();
        Same(today, await AsOf(function, "", ""));
    }

    [Fact]
    public async Task A_history_names_the_events_that_opened_and_closed_a_row_and_their_instants()
    {
        var rows = await reader.Rows("""
            select * from ledger_read.responsibility_history where unit_id = 'planning' and area_id = 'web-accounts'
            and level = 'Direct'
            """);
        var acts = (await Items(inspector, "/api/units/planning/timeline", "", "")).ToDictionary(i => (long)i["position"]!);

        rows.Count.ShouldBeGreaterThan(3);
        foreach (var row in rows)
        {
            var opened = acts[(long)row["knownFrom"]!];
            (row["openedBy"], row["openedType"], row["recordedFrom"]).ToString()
                .ShouldBe((opened["eventId"], opened["type"], opened["recordedAt"]).ToString());
            var closed = acts.GetValueOrDefault((long)row["knownTo"]!);
            (row["closedBy"], row["closedType"], row["recordedTo"]).ToString()
                .ShouldBe((closed?["eventId"], closed?["type"], closed?["recordedAt"] ?? "infinity").ToString());
        }
    }

    [Fact]
    public async Task A_position_that_is_not_reached_is_refused() =>
        (await reader.Refused("select * from ledger_read.tasks_as_of('t1', null, 673)"))
            .ShouldBe(("22023", "position 673 is not reached yet; the last is 672"));

    /// <summary>A literal without a type could be an instant or a position.</summary>
    [Theory]
    [InlineData("'t1'"), InlineData("'t1', '2025-12-31'"), InlineData("'t1', '2025-12-31', 672")]
    [InlineData("'t1', '2025-12-31', timestamptz '2199-01-01T00:00:00Z'"), InlineData("'t1', '2025-12-31', known_at => '2199-01-01T00:00:00Z'")]
    [InlineData("'t1', known_at => '2199-01-01T00:00:00Z'"), InlineData("'t1', as_of => '2025-12-31', at_position => 672")]
    public async Task Every_way_to_call_a_function_that_is_documented_works(string arguments) =>
        (await reader.Rows($"select * from ledger_read.people_as_of({arguments})")).Count.ShouldBeGreaterThan(50);

    private static async Task<JsonObject> Resolved(Client caller, string asOf, string knownAt)
    {
        var answer = (await Get(caller, "/api/areas", asOf, knownAt)).Json;
        return new()
        {
            ["onDate"] = answer["asOf"]!.DeepClone(),
            ["lastPosition"] = answer["position"]!.DeepClone(),
            ["recordedAt"] = answer["knownAt"]?.DeepClone(),
        };
    }

    private static JsonObject Vacancy(JsonObject vacancy) =>
        Without(With(With(vacancy, "vacantFrom", vacancy["from"]), "vacantTo", vacancy["to"]), "from", "to");

    private static string DayInShanghai(string instant) => LocalDatePattern.Iso.Format(
        InstantPattern.ExtendedIso.Parse(instant).Value.InZone(DateTimeZoneProviders.Tzdb[TemplateDatabase.ZoneOfT1]).Date);
}
