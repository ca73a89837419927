using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Reads;

/// <summary>Two clocks: what holds on a date, as known at an instant or a position.</summary>
public sealed class ClockTests(LedgerService service) : IClassFixture<LedgerService>
{
    [Fact]
    public async Task An_instant_is_inclusive_and_stands_for_the_last_act_recorded_then()
    {
        var reader = await Recorded("2025-03-01T00:00:00Z", "2025-03-01T00:00:00.000001Z", "2025-03-01T00:00:00.000001Z");

        (await At(reader, "2025-02-28T23:59:59.999999Z")).ShouldBe((0, null));
        (await At(reader, "2025-03-01T00:00:00Z")).ShouldBe((1, "2025-03-01T00:00:00Z"));
        (await At(reader, "2025-03-01T00:00:00.0000009Z")).ShouldBe((1, "2025-03-01T00:00:00Z"));
        (await At(reader, "2025-03-01T00:00:00.000001Z")).ShouldBe((3, "2025-03-01T00:00:00.000001Z"));
        (await At(reader, "2199-12-31T00:00:00Z")).ShouldBe((3, "2025-03-01T00:00:00.000001Z"));
    }

    [Fact]
    public async Task A_position_counts_up_to_it_and_one_inside_an_act_up_to_the_acts_last()
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(li, "DissolveUnit");
        await li.Post("/api/assignments", """{"assignmentId":"a","unitId":"annex","areaId":"training","level":"First","personId":"li","effectiveFrom":"2024-02-01"}""");
        var dissolved = (await li.Post("/api/units/annex/dissolve", """{"dissolvedOn":"2025-12-31","reason":"撤并"}""")).Is(200).Json;
        var last = (long)dissolved["position"]!;
        dissolved["events"]!.AsArray().Count.ShouldBe(2);

        (await At(li, $"%23{last - 2}")).Position.ShouldBe(last - 2);
        (await At(li, $"%23{last - 1}")).Position.ShouldBe(last);
        (await At(li, $"%23{last}")).Position.ShouldBe(last);
        (await li.Get($"/api/assignments/a?knownAt=%23{last - 2}")).Json["endsOn"].ShouldBeNull();
        ((string)(await li.Get($"/api/assignments/a?knownAt=%23{last - 1}")).Json["endsOn"]!).ShouldBe("2025-12-31");
        (await li.Get($"/api/areas?knownAt=%23{last + 1}")).Is(422, "position-not-reached");
    }

    [Fact]
    public async Task Before_the_first_act_lists_are_empty_and_ids_unknown()
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.Record(li);

        foreach (var clock in new[] { "%230", "2020-01-01T00:00:00Z" })
            foreach (var route in LedgerReads.Routes.Where(r => r.Lines is null))
            {
                var answer = await li.Get($"{Routes.PathOf(route)}?knownAt={clock}");
                if (route.Route.Contains('{', StringComparison.Ordinal) && !route.Route.Contains("{ruleCode}", StringComparison.Ordinal))
                {
                    answer.Is(404, "unknown-id");
                    continue;
                }

                var content = answer.Is(200).Json;
                ((long)content["position"]!).ShouldBe(0);
                content["knownAt"].ShouldBeNull();
                content.AsObject().ContainsKey("knownAt").ShouldBeTrue();
                if (route.IsList)
                    content["items"]!.AsArray().ShouldBeEmpty();
            }
    }

    [Theory]
    [InlineData(TemplateDatabase.ZoneOfT1, "2025-03-01T15:59:59Z", "2025-03-01"), InlineData(TemplateDatabase.ZoneOfT1, "2025-03-01T16:00:00Z", "2025-03-02")]
    [InlineData(TemplateDatabase.ZoneOfT2, "2025-03-02T04:59:59Z", "2025-03-01"), InlineData(TemplateDatabase.ZoneOfT2, "2025-03-02T05:00:00Z", "2025-03-02")]
    [InlineData(TemplateDatabase.ZoneOfT2, "2025-07-02T03:59:59Z", "2025-07-01"), InlineData(TemplateDatabase.ZoneOfT2, "2025-07-02T04:00:00Z", "2025-07-02")]
    public async Task AsOf_left_out_is_the_date_of_knownAt_in_the_tenants_zone(string zone, string instant, string date)
    {
        var reader = await Recorded([instant], zone);

        foreach (var route in LedgerReads.Routes.Where(r => r.Lines is null && !r.Route.Contains('{', StringComparison.Ordinal)))
        {
            ((string)(await reader.Get($"{route.Route}?knownAt={instant}")).Is(200).Json["asOf"]!).ShouldBe(date);
            ((string)(await reader.Get($"{route.Route}?knownAt=%231")).Is(200).Json["asOf"]!).ShouldBe(date);
            ((string)(await reader.Get($"{route.Route}?knownAt={instant}&asOf=2020-02-29")).Is(200).Json["asOf"]!).ShouldBe("2020-02-29");
        }
    }

    [Fact]
    public async Task An_answer_says_both_its_clocks_and_the_same_question_at_them_gives_the_same_bytes_for_ever_on_any_node()
    {
        var tenant = await service.NewTenant();
        var li = service.As("li", tenant);
        var answers = new Dictionary<string, string>();
        foreach (var act in Acts.All)
        {
            (await li.Post(act.Path, act.Body)).Is(act.Status);
            foreach (var route in LedgerReads.Routes.Where(r => r.Lines is null))
            {
                var answer = await li.Get(Routes.PathOf(route));
                if (answer.Status != 200)
                    continue;
                var content = answer.Json;
                ((int)content["contract"]!).ShouldBe(1);
                answer.Header("Ledger-Position").ShouldBe($"{content["position"]}");
                answers[$"{Routes.PathOf(route)}?asOf={content["asOf"]}&knownAt=%23{content["position"]}"] = answer.Text;
            }
        }

        var cold = service.StartNode()("li", tenant);
        foreach (var (question, answer) in answers)
        {
            (await li.Get(question)).Text.ShouldBe(answer, question);
            (await cold.Get(question)).Text.ShouldBe(answer, question);
        }

        answers.Count.ShouldBeGreaterThan(400);
    }

    [Fact]
    public async Task An_act_dated_ahead_takes_effect_by_the_date_and_was_known_before()
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(li, "EstablishLeadingGroup");
        (await li.Post("/api/units/city/rename", """{"nameZh":"新市","nameEn":"New City","effectiveFrom":"2190-01-01"}""")).Is(200);

        ((string)(await li.Get("/api/units/city?asOf=2189-12-31")).Json["nameEn"]!).ShouldBe("Sample City");
        ((string)(await li.Get("/api/units/city?asOf=2190-01-01")).Json["nameEn"]!).ShouldBe("New City");
        ((string)(await li.Get("/api/units/city?asOf=2190-01-01&knownAt=%235")).Json["nameEn"]!).ShouldBe("Sample City");
    }

    private async Task<Client> Recorded(params string[] instants) => await Recorded(instants, TemplateDatabase.ZoneOfT1);

    /// <summary>A tenant in which an area was recorded at each of the instants.</summary>
    private async Task<Client> Recorded(string[] instants, string zone)
    {
        var li = service.As("li", await service.NewTenant(zone));
        (await li.Import("", string.Join('\n', instants.Select((at, i) =>
            $$$"""{"at":"{{{at}}}","actor":"li","command":"DefineArea","data":{"areaId":"a-{{{i}}}","nameZh":"甲","nameEn":"A"}}""")))).Is(200);
        return li;
    }

    private static async Task<(long Position, string? KnownAt)> At(Client reader, string knownAt)
    {
        JsonNode answer = (await reader.Get($"/api/areas?limit=200&knownAt={knownAt}")).Is(200).Json;
        return ((long)answer["position"]!, (string?)answer["knownAt"]);
    }
}
