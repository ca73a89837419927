using System.Text;
using System.Text.Json.Nodes;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.Shapes;
using NodaTime;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Commands;

public class CommandReaderTests
{
    private const string Assign =
        """{"unitId":"office","areaId":"training","level":"First","personId":"li","effectiveFrom":"2025-03-01"}""";

    private const string Hold =
        """
        {"heldOn":"2025-03-01","chairId":"li","attendees":["li"],"apologies":[],"agenda":["study"],
         "resolutions":[{"areaId":"training","text":"Renew"}]}
        """;

    private const string Register =
        """{"nameZh":"甲","nameEn":"A","kind":"k","level":1,"parentId":null,"effectiveFrom":"2025-03-01","requiredCells":[]}""";

    private static readonly (string, string) Asg1 = ("assignmentId", "asg-1");
    private static readonly (string, string) Meeting1 = ("meetingId", "meeting-1");

    [Fact]
    public void Members_are_bound_and_those_left_out_are_null()
    {
        Reading.Of<AssignLeader>(Assign).ShouldBe(new AssignLeader("office", "training", Level.First, "li", new(2025, 3, 1)));
    }

    [Fact]
    public void Ids_of_the_route_are_members_too()
    {
        Reading.Of<VoidAssignment>("""{"reason":"never was"}""", Asg1).ShouldBe(new VoidAssignment("asg-1", "never was"));
    }

    [Fact]
    public void Texts_are_trimmed()
    {
        Reading.Of<VoidAssignment>("{\"reason\":\" \\n never was\\u3000\"}", Asg1).Reason.ShouldBe("never was");
    }

    [Fact]
    public void A_basis_is_an_object_or_a_bare_text()
    {
        var basis = """{"text":" Notice ","number":"1","title":"On duties","date":"2025-01-01","sha256":"HASH"}"""
            .Replace("HASH", new('a', 64), StringComparison.Ordinal);

        Reading.Of<AssignLeader>(With(Assign, "basis", "\" Notice \"")).Basis.ShouldBe(new Basis("Notice"));
        Reading.Of<AssignLeader>(With(Assign, "basis", basis)).Basis
            .ShouldBe(new Basis("Notice", "1", "On duties", new LocalDate(2025, 1, 1), new('a', 64)));
    }

    [Fact]
    public void What_may_be_left_out_may_be_null()
    {
        Reading.Of<AssignLeader>(With(Assign, "assignmentId", "null")).AssignmentId.ShouldBeNull();
        Reading.Of<AssignLeader>(With(Assign, "basis", "null")).Basis.ShouldBeNull();
    }

    [Fact]
    public void A_correction_tells_a_member_left_out_from_null()
    {
        Reading.Of<CorrectAssignment>("""{"reason":"r","changes":{"endsOn":null}}""", Asg1).Changes
            .ShouldBe(new AssignmentChanges(EndsOn: (LocalDate?)null));
        Reading.Of<CorrectAssignment>("""{"reason":"r","changes":{}}""", Asg1).Changes.ShouldBe(default);
    }

    [Fact]
    public void A_correction_takes_every_member()
    {
        Reading.Of<CorrectAssignment>(
            """
            {"reason":"r","correctionId":"c","changes":{"personId":"wang","effectiveFrom":"2025-03-01","endsOn":"2025-04-01",
             "basis":"Minutes","unitId":"u","areaId":"a","level":"Direct"}}
            """, Asg1).Changes.ShouldBe(new AssignmentChanges(
                "wang", new LocalDate(2025, 3, 1), (LocalDate?)new LocalDate(2025, 4, 1), new Basis("Minutes"), "u", "a", Level.Direct));
    }

    [Fact]
    public void A_role_must_be_said_and_null_takes_out()
    {
        Reading.Of<ChangeGroupMember>("""{"personId":"li","role":null,"effectiveFrom":"2025-03-01"}""", ("groupId", "g")).Role.ShouldBeNull();
        Reading.Refusal("ChangeGroupMember", """{"personId":"li","effectiveFrom":"2025-03-01"}""", ("groupId", "g"))
            .ShouldBe(("role", "required"));
    }

    [Fact]
    public void Codes_of_several_words_are_read()
    {
        Reading.Of<HoldMeeting>(Hold.Replace("study", "hear-reports", StringComparison.Ordinal), Meeting1).Agenda
            .ShouldBe([AgendaKind.HearReports]);
    }

    [Theory]
    [InlineData("", "not-json")]
    [InlineData("{", "not-json")]
    [InlineData("{} x", "not-json")]
    [InlineData("""{"nameZh":"甲",}""", "not-json")]
    [InlineData("[]", "object")]
    [InlineData("null", "object")]
    [InlineData("\"text\"", "object")]
    [InlineData("""{"nameZh":"a","nameZh":"b"}""", "duplicate-member")]
    [InlineData("""{"basis":{"text":"a","text":"b"}}""", "duplicate-member")]
    [InlineData("""{"nameZh":"\ud800"}""", "not-utf8")]
    [InlineData("""{"\ud800":1}""", "not-utf8")]
    public void What_is_no_object_is_refused_as_a_whole(string text, string rule)
    {
        Reading.Refusal("DefineArea", text).ShouldBe((null, rule));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes("{\"nameZh\":\""), 0xff, .. Encoding.UTF8.GetBytes("\"}")];

        Reading.Refusal("DefineArea", text).ShouldBe((null, "not-utf8"));
    }

    [Fact]
    public void Ten_thousand_levels_are_refused()
    {
        Reading.Refusal("DefineArea", new string('[', 10_000)).ShouldBe((null, "not-json"));
    }

    [Theory]
    [InlineData("foo", "1")]
    [InlineData("UnitId", "\"office\"")]
    [InlineData("stream", "\"office\"")]
    public void An_unknown_member_is_named(string member, string value)
    {
        Reading.Refusal("AssignLeader", With(Assign, member, value)).ShouldBe((member, "unknown-member"));
    }

    [Fact]
    public void An_id_of_the_route_is_left_out_of_the_body()
    {
        Reading.Refusal("VoidAssignment", """{"reason":"r","assignmentId":"asg-1"}""", Asg1).ShouldBe(("assignmentId", "in-path"));
    }

    [Fact]
    public void An_id_of_the_route_has_its_shape_too()
    {
        Reading.Refusal("VoidAssignment", """{"reason":"r"}""", ("assignmentId", "a/b")).ShouldBe(("assignmentId", "id"));
    }

    [Theory]
    [InlineData("unitId")]
    [InlineData("areaId")]
    [InlineData("level")]
    [InlineData("personId")]
    [InlineData("effectiveFrom")]
    public void A_missing_member_is_named(string member)
    {
        Reading.Refusal("AssignLeader", Without(Assign, member)).ShouldBe((member, "required"));
    }

    [Theory]
    [InlineData("unitId")]
    [InlineData("level")]
    [InlineData("effectiveFrom")]
    public void A_null_where_none_may_stand_is_named(string member)
    {
        Reading.Refusal("AssignLeader", Set(Assign, member, "null")).ShouldBe((member, "not-null"));
    }

    [Theory]
    [InlineData("unitId", "5", "text")]
    [InlineData("unitId", "{}", "text")]
    [InlineData("level", "0", "one-of")]
    [InlineData("level", "\"first\"", "one-of")]
    [InlineData("level", "\"Third\"", "one-of")]
    [InlineData("level", "\"First,Direct\"", "one-of")]
    [InlineData("level", "\"0\"", "one-of")]
    [InlineData("effectiveFrom", "20250301", "date")]
    [InlineData("basis", "5", "wrong-type")]
    [InlineData("basis", "[]", "wrong-type")]
    public void A_member_of_another_type_is_named(string member, string value, string rule)
    {
        Reading.Refusal("AssignLeader", Set(Assign, member, value)).ShouldBe((member, rule));
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("true")]
    public void A_number_is_a_whole_number_not_in_quotes(string value)
    {
        Reading.Refusal("RegisterUnit", Set(Register, "level", value)).ShouldBe(("level", "number"));
    }

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("1")]
    public void A_flag_is_true_or_false(string value)
    {
        Reading.Refusal("HoldMeeting", With(Hold, "backfilled", value), Meeting1).ShouldBe(("backfilled", "flag"));
    }

    [Theory]
    [InlineData("""{"text":""}""", "basis.text", "empty")]
    [InlineData("""{"text":null}""", "basis.text", "not-null")]
    [InlineData("""{"number":"1"}""", "basis.text", "required")]
    [InlineData("""{"text":"a","sha256":"x"}""", "basis.sha256", "sha256")]
    [InlineData("""{"text":"a","date":"1 March"}""", "basis.date", "date")]
    [InlineData("""{"text":"a","foo":1}""", "basis.foo", "unknown-member")]
    public void A_member_of_a_basis_is_named_with_its_path(string basis, string field, string rule)
    {
        Reading.Refusal("AssignLeader", With(Assign, "basis", basis)).ShouldBe((field, rule));
    }

    [Theory]
    [InlineData("null", "changes", "not-null")]
    [InlineData("[]", "changes", "wrong-type")]
    [InlineData("""{"foo":1}""", "changes.foo", "unknown-member")]
    [InlineData("""{"effectiveFrom":"1 March"}""", "changes.effectiveFrom", "date")]
    [InlineData("""{"effectiveFrom":null}""", "changes.effectiveFrom", "not-null")]
    [InlineData("""{"endsOn":""}""", "changes.endsOn", "date")]
    [InlineData("""{"personId":"a b"}""", "changes.personId", "id")]
    [InlineData("""{"personId":null}""", "changes.personId", "not-null")]
    [InlineData("""{"level":"Third"}""", "changes.level", "one-of")]
    [InlineData("""{"basis":{"text":""}}""", "changes.basis.text", "empty")]
    [InlineData("""{"basis":null}""", "changes.basis", "not-null")]
    public void A_member_of_a_correction_is_named_with_its_path(string changes, string field, string rule)
    {
        Reading.Refusal("CorrectAssignment", $$"""{"reason":"r","changes":{{changes}}}""", Asg1).ShouldBe((field, rule));
    }

    [Theory]
    [InlineData("CorrectUnit", "unitId", """{"levelLabels":{"First":"a","Leading":"b"}}""", "changes.levelLabels.Direct", "required")]
    [InlineData("CorrectUnit", "unitId", """{"nameZh":" "}""", "changes.nameZh", "empty")]
    [InlineData("CorrectMeeting", "meetingId", """{"agenda":["study","chat"]}""", "changes.agenda[1]", "one-of")]
    [InlineData("CorrectMeeting", "meetingId", """{"attendees":["li","a b"]}""", "changes.attendees[1]", "id")]
    [InlineData("CorrectMeeting", "meetingId", """{"attendees":null}""", "changes.attendees", "not-null")]
    [InlineData("CorrectOfficeHolder", "personId", """{"postCategory":"boss"}""", "changes.postCategory", "one-of")]
    public void A_member_deep_in_a_correction_is_named_with_its_path(
        string command, string idName, string changes, string field, string rule)
    {
        Reading.Refusal(command, $$"""{"reason":"r","changes":{{changes}}}""", (idName, "x")).ShouldBe((field, rule));
    }

    [Theory]
    [InlineData("attendees", """["li","a b"]""", "attendees[1]", "id")]
    [InlineData("attendees", """["li",null]""", "attendees[1]", "not-null")]
    [InlineData("attendees", "\"li\"", "attendees", "wrong-type")]
    [InlineData("agenda", """["study","chat"]""", "agenda[1]", "one-of")]
    [InlineData("agenda", "{}", "agenda", "wrong-type")]
    [InlineData("agenda", "null", "agenda", "not-null")]
    [InlineData("resolutions", "[null]", "resolutions[0]", "not-null")]
    [InlineData("resolutions", """["Renew"]""", "resolutions[0]", "wrong-type")]
    [InlineData("resolutions", """[{"areaId":"a","text":"t"},{"areaId":"a"}]""", "resolutions[1].text", "required")]
    [InlineData("resolutions", """[{"areaId":"a","text":"t","x":1}]""", "resolutions[0].x", "unknown-member")]
    [InlineData("resolutions", """[{"areaId":"a","text":""}]""", "resolutions[0].text", "empty")]
    public void An_entry_of_a_list_is_named_with_its_index(string member, string value, string field, string rule)
    {
        Reading.Refusal("HoldMeeting", Set(Hold, member, value), Meeting1).ShouldBe((field, rule));
    }

    [Fact]
    public void A_list_holds_a_thousand_entries_and_no_more()
    {
        static string Attendees(int count) => $"[{string.Join(',', Enumerable.Repeat("\"li\"", count))}]";

        Reading.Of<HoldMeeting>(Set(Hold, "attendees", Attendees(1000)), Meeting1).Attendees.Count.ShouldBe(1000);
        Reading.Refusal("HoldMeeting", Set(Hold, "attendees", Attendees(1001)), Meeting1)
            .ShouldBe(("attendees", "too-many"));
    }

    [Fact]
    public void The_same_members_have_one_hash_whatever_their_order_and_space()
    {
        var one = CommandReader.Hash(Reading.Of<VoidAssignment>("""{"reason":"r","correctionId":"c"}""", Asg1));

        CommandReader.Hash(Reading.Of<VoidAssignment>("""{ "correctionId":"c", "reason":" r " }""", Asg1)).ShouldBe(one);
        CommandReader.Hash(Reading.Of<VoidAssignment>("""{"reason":"s","correctionId":"c"}""", Asg1)).ShouldNotBe(one);
        CommandReader.Hash(Reading.Of<VoidAssignment>("""{"reason":"r","correctionId":"c"}""", ("assignmentId", "asg-2"))).ShouldNotBe(one);
    }

    [Fact]
    public void Commands_of_the_same_members_have_hashes_of_their_own()
    {
        CommandReader.Hash(new CancelMeeting("x", "r")).ShouldNotBe(CommandReader.Hash(new Ledger.Tasks.CancelTask("x", "r")));
    }

    [Fact]
    public void A_name_of_a_person_is_left_out_of_the_hash()
    {
        var li = new Ledger.People.RegisterOfficeHolder("office", "主任", Ledger.People.PostCategory.Head, new(2025, 1, 1), "li", "李一");

        CommandReader.Hash(li with { DisplayName = "李二" }).ShouldBe(CommandReader.Hash(li));
        CommandReader.Hash(li with { DisplayName = null }).ShouldBe(CommandReader.Hash(li));
        CommandReader.Hash(li with { Post = "副主任" }).ShouldNotBe(CommandReader.Hash(li));
    }

    private static string Set(string json, string member, string value)
    {
        var members = JsonNode.Parse(json)!.AsObject();
        members[member] = JsonNode.Parse(value);
        return members.ToJsonString();
    }

    private static string With(string json, string member, string value) => $"{json.TrimEnd()[..^1]},\"{member}\":{value}}}";

    private static string Without(string json, string member)
    {
        var members = JsonNode.Parse(json)!.AsObject();
        members.Remove(member).ShouldBeTrue(member);
        return members.ToJsonString();
    }
}
