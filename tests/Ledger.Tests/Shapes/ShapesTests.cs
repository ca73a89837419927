using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Meetings;
using Ledger.Shapes;
using Ledger.Tests.Commands;
using NodaTime;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Shapes;

public class ShapesTests
{
    [Fact]
    public void What_a_code_may_be_reads_well_in_both_languages()
    {
        var rule = Rule.OneOf(["minor", "major"]);

        (rule.Zh, rule.En).ShouldBe(("应为以下之一：minor、major", "must be one of: minor, major"));
    }

    private static readonly (string, string) Asg1 = ("assignmentId", "asg-1");

    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("Asg-1.b_C")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void An_id_starts_with_a_letter_or_digit_and_holds_64_characters_at_most(string id)
    {
        Reading.Of<DefineArea>(Area(id)).AreaId.ShouldBe(id);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("-a")]
    [InlineData(".a")]
    [InlineData("_a")]
    [InlineData("a/b")]
    [InlineData("a\\nb")]
    [InlineData("a\\n")]
    [InlineData("é")]
    [InlineData("甲")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void Nothing_else_is_an_id(string id)
    {
        Reading.Refusal("DefineArea", Area(id)).ShouldBe(("areaId", "id"));
    }

    [Theory]
    [InlineData("甲")]
    [InlineData("two\\nlines")]
    [InlineData("two\\r\\nlines")]
    public void A_text_holds_any_characters_and_line_breaks(string reason)
    {
        Reading.Of<VoidAssignment>(Void(reason), Asg1).Reason.ShouldBe(reason.Replace("\\r", "\r").Replace("\\n", "\n"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \\t\\n\\u3000", "empty")]
    [InlineData("a\\tb", "control-character")]
    [InlineData("a\\u0000b", "control-character")]
    [InlineData("a\\u001bb", "control-character")]
    [InlineData("a\\u0085b", "control-character")]
    public void A_text_is_not_empty_and_holds_no_other_control_characters(string reason, string rule)
    {
        Reading.Refusal("VoidAssignment", Void(reason), Asg1).ShouldBe(("reason", rule));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("责")]
    [InlineData("🙂")]
    public void A_text_holds_2000_characters_whatever_their_size(string character)
    {
        Reading.Of<VoidAssignment>(Void(Many(character, 2000)), Asg1).Reason.ShouldBe(Many(character, 2000));
        Reading.Refusal("VoidAssignment", Void(Many(character, 2001)), Asg1).ShouldBe(("reason", "too-long"));
    }

    [Fact]
    public void Spaces_at_the_ends_of_a_text_do_not_count()
    {
        Reading.Of<VoidAssignment>(Void($"  {Many("x", 2000)}  "), Asg1).Reason.Length.ShouldBe(2000);
    }

    [Fact]
    public void A_name_or_title_holds_200_characters()
    {
        Reading.Of<DefineArea>(Named(Many("责", 200))).NameZh.ShouldBe(Many("责", 200));
        Reading.Refusal("DefineArea", Named(Many("责", 201))).ShouldBe(("nameZh", "too-long"));
        Reading.Refusal("DefineArea", Named(" ")).ShouldBe(("nameZh", "empty"));
        Reading.Refusal("DefineArea", Named("a\\tb")).ShouldBe(("nameZh", "control-character"));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF", false)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde", false)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0", false)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg", false)]
    [InlineData("", false)]
    public void A_hash_is_64_lower_case_hexadecimal_digits(string hash, bool taken)
    {
        var text = $$"""{"kind":"k","description":"d","sha256":"{{hash}}","submittedOn":"2025-03-01"}""";

        if (taken)
            Reading.Of<Ledger.Tasks.SubmitEvidence>(text, ("taskId", "task-1")).Sha256.ShouldBe(hash);
        else
            Reading.Refusal("SubmitEvidence", text, ("taskId", "task-1")).ShouldBe(("sha256", "sha256"));
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2024-02-29")]
    [InlineData("2199-12-31")]
    public void A_date_lies_between_1900_and_2199(string date)
    {
        Reading.Of<EndAssignment>(End(date), Asg1).EndsOn.ToString("uuuu-MM-dd", null).ShouldBe(date);
    }

    [Theory]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("-0001-01-01")]
    [InlineData("2025-02-29")]
    [InlineData("2025-13-01")]
    [InlineData("2025-3-1")]
    [InlineData("20250301")]
    [InlineData("2025-03-01T00:00:00")]
    [InlineData(" 2025-03-01")]
    [InlineData("2025-03-01 ")]
    [InlineData("")]
    public void Nothing_else_is_a_date(string date)
    {
        Reading.Refusal("EndAssignment", End(date), Asg1).ShouldBe(("endsOn", "date"));
    }

    [Fact]
    public void A_local_date_time_has_no_offset()
    {
        Reading.Of<ScheduleMeeting>(Schedule("2025-03-01T14:30:00")).ScheduledFor.ShouldBe(new LocalDateTime(2025, 3, 1, 14, 30));
    }

    [Theory]
    [InlineData("2025-03-01T14:30:00Z")]
    [InlineData("2025-03-01T14:30:00+08:00")]
    [InlineData("2025-03-01T14:30")]
    [InlineData("2025-03-01T24:30:00")]
    [InlineData("2025-03-01 14:30:00")]
    [InlineData("2025-03-01")]
    [InlineData("1899-12-31T23:59:59")]
    [InlineData("2200-01-01T00:00:00")]
    public void Nothing_else_is_a_local_date_time(string dateTime)
    {
        Reading.Refusal("ScheduleMeeting", Schedule(dateTime)).ShouldBe(("scheduledFor", "local-date-time"));
    }

    private static string Area(string id) => $$"""{"nameZh":"甲","nameEn":"A","areaId":"{{id}}"}""";

    private static string Named(string name) => $$"""{"nameZh":"{{name}}","nameEn":"A"}""";

    private static string Void(string reason) => $$"""{"reason":"{{reason}}"}""";

    private static string End(string date) => $$"""{"endsOn":"{{date}}","reason":"r"}""";

    private static string Schedule(string dateTime) =>
        $$"""{"unitId":"u","kind":"special","topic":"t","areaIds":[],"scheduledFor":"{{dateTime}}","convenedBy":"li"}""";

    private static string Many(string character, int count) => string.Concat(Enumerable.Repeat(character, count));
}
