using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Http;

/// <summary>What is malformed is refused before anything is loaded, the member named, and nothing recorded.</summary>
public sealed class MalformedCommandTests(LedgerService service) : IClassFixture<LedgerService>
{
    /// <summary>No member is an array in an array.</summary>
    private const string OfNoType = "[[7]]";

    private readonly Client li = service.As("li");

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task A_member_that_the_command_does_not_have_is_refused_by_name(string command)
    {
        var act = Acts.Of(command);
        var body = act.Json;
        body["nmaeZh"] = "…";

        await Refused(act, body.ToJsonString(), "nmaeZh", "unknown-member");
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task Each_member_that_must_be_given_is_refused_by_name_when_it_is_missing(string command)
    {
        var act = Acts.Of(command);
        foreach (var (member, _) in act.Json.Where(m => !act.IsOptional(m.Key)))
        {
            var body = act.Json;
            body.Remove(member);

            await Refused(act, body.ToJsonString(), member, "required");
        }
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task Each_member_that_must_be_given_is_refused_by_name_when_it_is_null(string command)
    {
        var act = Acts.Of(command);
        foreach (var (member, _) in act.Json.Where(m => !act.IsOptional(m.Key) && m.Key is not ("parentId" or "role")))
        {
            var body = act.Json;
            body[member] = null;

            var answer = await Refused(act, body.ToJsonString(), member);
            ((string)answer.Json["facts"]!["rule"]!).ShouldNotBe("unknown-member");
        }
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task Each_member_of_the_wrong_type_is_refused_by_name(string command)
    {
        var act = Acts.Of(command);
        foreach (var (member, value) in act.Json)
        {
            var body = act.Json;
            body[member] = JsonNode.Parse(OfNoType);

            var answer = await Refused(act, body.ToJsonString(), field: null);
            answer.Json["errors"]!.AsObject().Single().Key.ShouldStartWith(member, Case.Sensitive, $"{value}");
        }
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task An_id_that_stands_in_the_path_does_not_stand_in_the_body(string command)
    {
        var act = Acts.Of(command);
        foreach (var member in act.Entry.InPath)
        {
            var body = act.Json;
            body[member] = act.Path.Split('/')[3];

            await Refused(act, body.ToJsonString(), member, "in-path");
        }
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task A_member_given_twice_is_refused(string command)
    {
        var act = Acts.Of(command);
        var (member, value) = act.Json.First();
        var twice = $$"""{"{{member}}":{{value?.ToJsonString() ?? "null"}},{{act.Json.ToJsonString()[1..]}}""";

        await Refused(act, twice, "$", "duplicate-member");
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task An_id_in_the_path_that_is_no_id_is_refused_by_name(string command)
    {
        var act = Acts.Of(command);
        foreach (var id in new[] { "-li", "l%20i", "%01", "%E5%B8%82", new string('x', 65), "a%2Fb", "%FF" })
            if (act.Entry.InPath is [var member])
                (await li.Post(act.Path.Replace(act.Path.Split('/')[3], id, StringComparison.Ordinal), act.Body))
                    .Is(400, "malformed").Json["errors"]![member].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("", "$", "not-json"), InlineData("{", "$", "not-json"), InlineData("null", "$", "object")]
    [InlineData("[]", "$", "object"), InlineData("\"\"", "$", "object"), InlineData("7", "$", "object")]
    [InlineData("""{"nameZh":"甲","nameEn":"A",}""", "$", "not-json"), InlineData("""{"nameZh":"甲" /* */,"nameEn":"A"}""", "$", "not-json")]
    [InlineData("""{"NameZh":"甲","nameEn":"A"}""", "NameZh", "unknown-member")]
    [InlineData("""{"nameZh":"","nameEn":"A"}""", "nameZh", "empty"), InlineData("""{"nameZh":" \n ","nameEn":"A"}""", "nameZh", "empty")]
    [InlineData("""{"nameZh":"甲\u0000","nameEn":"A"}""", "nameZh", "control-character")]
    [InlineData("""{"nameZh":"\ud800","nameEn":"A"}""", "$", "not-utf8")]
    [InlineData("""{"\ud800":"甲","nameEn":"A"}""", "$", "not-utf8")]
    [InlineData("""{"areaId":"","nameZh":"甲","nameEn":"A"}""", "areaId", "id")]
    [InlineData("""{"areaId":"../x","nameZh":"甲","nameEn":"A"}""", "areaId", "id")]
    [InlineData("""{"nameZh":"甲","nameEn":"A","basis":{"text":"b","date":"2025-02-30"}}""", "basis.date", "date")]
    [InlineData("""{"nameZh":"甲","nameEn":"A","basis":{"text":"b","date":"1899-12-31"}}""", "basis.date", "date")]
    [InlineData("""{"nameZh":"甲","nameEn":"A","basis":{"text":"b","date":"2200-01-01"}}""", "basis.date", "date")]
    [InlineData("""{"nameZh":"甲","nameEn":"A","basis":{"text":"b","date":"2025-01-01T00:00:00Z"}}""", "basis.date", "date")]
    [InlineData("""{"nameZh":"甲","nameEn":"A","basis":{"number":"1"}}""", "basis.text", "required")]
    [InlineData("""{"nameZh":"甲","nameEn":"A","basis":{"text":"b","sha256":"ABC"}}""", "basis.sha256", "sha256")]
    [InlineData("""{"nameZh":"甲","nameEn":"A","basis":{"text":"b","link":"x"}}""", "basis.link", "unknown-member")]
    public async Task A_body_that_is_not_what_it_should_be_is_refused(string body, string? field, string? rule = null) =>
        await Refused(Acts.Of("DefineArea"), body, field, rule);

    [Theory]
    [InlineData("RegisterUnit", "level", "\"2\"", "number"), InlineData("RegisterUnit", "level", "2.5", "number")]
    [InlineData("RegisterUnit", "level", "99999999999", "number"), InlineData("AssignLeader", "level", "0", "one-of")]
    [InlineData("AssignLeader", "level", "\"first\"", "one-of"), InlineData("AssignLeader", "level", "\" First\"", "one-of"), InlineData("AssignLeader", "level", "\"Fourth\"", "one-of")]
    [InlineData("RegisterOfficeHolder", "postCategory", "\"Head\"", "one-of"), InlineData("ScheduleMeeting", "kind", "\"secret\"", "one-of")]
    [InlineData("ScheduleMeeting", "scheduledFor", "\"2025-03-20T14:30:00Z\"", "local-date-time")]
    [InlineData("ScheduleMeeting", "scheduledFor", "\"2025-03-20\"", "local-date-time")]
    [InlineData("ScheduleMeeting", "scheduledFor", "\"9999-03-20T14:30:00\"", "local-date-time")]
    [InlineData("HoldMeeting", "agenda", "[\"think\"]", null), InlineData("HoldMeeting", "backfilled", "\"true\"", "flag")]
    [InlineData("HoldMeeting", "attendees", "[\"li\",\"\"]", null), InlineData("HoldMeeting", "attendees", "[null]", null)]
    [InlineData("HoldMeeting", "resolutions", "[null]", "not-null")]
    [InlineData("RegisterUnit", "requiredCells", "[null]", "not-null"), InlineData("AssignLeader", "level", "\"First,Leading\"", "one-of")]
    [InlineData("EstablishLeadingGroup", "members", "[{\"personId\":\"li\",\"role\":\"chief\"}]", null)]
    [InlineData("EstablishLeadingGroup", "members", "[null]", null), InlineData("HoldMeeting", "agenda", "[null]", null)]
    [InlineData("CorrectAssignment", "changes", "{\"personId\":null}", "not-null")]
    [InlineData("CorrectAssignment", "changes", "{\"effectiveFrom\":null}", "not-null")]
    [InlineData("CorrectUnit", "changes", "{\"levelLabels\":null}", "not-null")]
    [InlineData("CorrectUnit", "changes", "{\"nameDe\":\"x\"}", "unknown-member")]
    [InlineData("CorrectMeeting", "changes", "{\"attendees\":[\"\"]}", null)]
    [InlineData("CorrectMeeting", "changes", "{\"attendees\":[null]}", null)]
    [InlineData("SubmitEvidence", "sha256", "\"00\"", "sha256"), InlineData("CloseTask", "closedOn", "\"0001-01-01\"", "date")]
    [InlineData("CloseTask", "closedOn", "\"9999-12-31\"", "date"), InlineData("CloseTask", "closedOn", "20250101", "date")]
    public async Task A_value_that_breaks_its_shape_is_refused_by_name(string command, string member, string value, string? rule)
    {
        var act = Acts.Of(command);
        var body = act.Json;
        body[member] = JsonNode.Parse(value);

        var answer = await Refused(act, body.ToJsonString(), field: null, rule);

        answer.Json["errors"]!.AsObject().Single().Key.ShouldStartWith(member);
    }

    [Theory, InlineData("nameZh", 200), InlineData("basis", 2000)]
    public async Task A_text_may_be_as_long_as_its_bound_and_no_longer(string member, int max)
    {
        var body = Acts.Of("DefineArea").Json;
        body.Remove("areaId");
        body[member] = new string('长', max);
        (await li.Post("/api/areas", body.ToJsonString())).Is(201);

        body[member] = new string('长', max + 1);
        (await li.Post("/api/areas", body.ToJsonString())).Is(400, "malformed");
    }

    [Fact]
    public async Task A_body_ten_thousand_levels_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"basis":""", 10_000)) + "1" + new string('}', 10_000);

        await Refused(Acts.Of("DefineArea"), deep, "$", "not-json");
    }

    [Fact]
    public async Task A_body_that_is_not_utf_8_is_refused()
    {
        var content = Client.Content([.. "{\"nameZh\":\""u8, 0xC3, 0x28, .. "\",\"nameEn\":\"A\"}"u8], Client.Json);

        var answer = (await li.Send(HttpMethod.Post, "/api/areas", content)).Is(400, "malformed");

        ((string)answer.Json["facts"]!["rule"]!).ShouldBe("not-utf8");
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task A_body_that_is_not_json_by_its_type_is_415(string command)
    {
        var act = Acts.Of(command);
        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "application/x-ndjson", null })
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(act.Body));
            content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

            var answer = (await li.Send(HttpMethod.Post, act.Path, content)).Is(415, "unsupported-media-type");

            ((string)answer.Json["facts"]!["expected"]!).ShouldBe("application/json");
        }
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task An_If_Match_that_is_no_version_is_400(string command)
    {
        var act = Acts.Of(command);
        foreach (var match in new[] { "3", "\"x\"", "\"-1\"", "\"\"", "*", "\"3\", \"4\"", "W/\"3\"", "\"99999999999999999999\"" })
            (await li.Post(act.Path, act.Body, ("If-Match", match)))
                .Is(400, act.Entry.Matches ? "if-match-malformed" : "if-match-not-here");
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task An_If_Match_where_something_is_created_is_400(string command)
    {
        var act = Acts.Of(command);
        var creates = !act.Path.Contains(act.Id, StringComparison.Ordinal) && act.Entry.InPath.Count == 0;
        if (creates && command != "AssignLeader")
            (await li.Post(act.Path, act.Body, ("If-Match", "\"0\""))).Is(400, "if-match-not-here");
        else
            (await li.Post(act.Path, act.Body, ("If-Match", "\"0\""))).Is(404, "unknown-id");
    }

    [Theory, MemberData(nameof(Acts.Commands), MemberType = typeof(Acts))]
    public async Task An_Idempotency_Key_is_a_short_word(string command)
    {
        var act = Acts.Of(command);
        foreach (var key in new[] { "", "  ", new string('k', 201) })
            (await li.Post(act.Path, act.Body, ("Idempotency-Key", key))).Is(400, "idempotency-key-malformed");
    }

    private async Task<Answer> Refused(Act act, string body, string? field, string? rule = null)
    {
        var answer = (await li.Post(act.Path, body)).Is(400, "malformed");

        var problem = answer.Json;
        if (field is not null)
            problem["errors"]!.AsObject().Single().Key.ShouldBe(field, answer.Text);
        if (rule is not null)
            ((string)problem["facts"]!["rule"]!).ShouldBe(rule, answer.Text);
        ((int)problem["status"]!).ShouldBe(400);
        ((string)problem["title"]!).ShouldBe("The request is malformed");
        return answer;
    }
}
