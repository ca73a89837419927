using System.Globalization;
using System.Text.RegularExpressions;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Timeline;
using Ledger.Units;
using NodaTime;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Timeline;

public sealed partial class SentencesTests
{
    private static readonly LocalDate March1 = new(2025, 3, 1);
    private static readonly LocalDate June20 = new(2025, 6, 20);
    private static readonly LocalDateTime June30 = new(2025, 6, 30, 15, 30);
    private static readonly Basis Order = new("示例市发〔2025〕1号");
    private static readonly LevelLabels Labels = new("总负责人", "分管责任人", "岗位责任人");
    private static readonly Words Words = new(
        id => id == "training" ? ("队伍培训", "Training") : ("理论学习", "Theory study"), Labels);

    private static readonly Dictionary<Type, (ILedgerEvent Data, string Zh, string En)> Examples = new(
        Units().Concat(People()).Concat(Groups()).Concat(Assignments()).Concat(Meetings()).Concat(Tasks())
            .Concat(Inspections()).Concat(Channels()).Concat(Further())
            .Select(e => KeyValuePair.Create(e.Data.GetType(), e)));

    public static TheoryData<string> Types => [.. LedgerCatalogue.Events.Types.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Types))]
    public void Every_event_reads_as_a_sentence_in_both_languages(string alias)
    {
        var (data, zh, en) = Examples[LedgerCatalogue.Events.Types[alias]];

        Sentences.Of(data, Words).ShouldBe(new Sentence(zh, en));
    }

    [Fact]
    public void No_sentence_depends_on_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "ar-SA", "th-TH", "de-DE", "zh-CN" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                foreach (var (data, zh, en) in Examples.Values)
                    Sentences.Of(data, Words).ShouldBe(new Sentence(zh, en), culture);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Codes_of_closed_lists_read_as_words()
    {
        // Ids of one letter, so that two letters in a Chinese sentence are a code.
        var held = Held() with { ChairId = "p", Attendees = ["p"] };
        var said = Enum.GetValues<MeetingKind>().Select(k => Of(held with { Kind = k }))
            .Concat(Enum.GetValues<AgendaKind>().Select(k => Of(held with { Agenda = [k] })))
            .Concat(Enum.GetValues<GroupRole>().Select(r => Of(new GroupMemberChanged("g", "u", "p", r, March1))))
            .Concat(Enum.GetValues<PostCategory>().Select(c => Of(new OfficeHolderRegistered("p", "u", "局长", c, March1))))
            .Concat(Enum.GetValues<Level>().Select(l => Of(new LeaderAssigned("a", "u", "training", l, "p", March1))));

        foreach (var sentence in said)
        {
            sentence.Zh.ShouldNotMatch("[A-Za-z]{2,}", sentence.Zh);
            sentence.En.ShouldNotMatch("[a-z]-(on|reports|in-charge|head|affairs|staff(?! meeting))", sentence.En);
            sentence.En.ShouldNotMatch("[a-z][A-Z]|First|Leading |Direct", sentence.En);
        }
    }

    [Fact]
    public void A_label_is_the_unit_s_own_in_Chinese_alone()
    {
        var said = Of(new LeaderAssigned("a", "u", "training", Level.Direct, "p", March1));

        said.Zh.ShouldContain("“队伍培训”岗位责任人");
        said.En.ShouldContain("Training (directly responsible)");
        CjkText().IsMatch(said.En).ShouldBeFalse();
    }

    [Fact]
    public void A_unit_is_registered_with_its_own_labels_not_those_of_the_timeline_s_unit()
    {
        var others = Words with { Labels = LevelLabels.Default };

        Sentences.Of(Examples[typeof(UnitRegistered)].Data, others).Zh.ShouldBe(Examples[typeof(UnitRegistered)].Zh);
    }

    [Fact]
    public void A_basis_is_cited_with_what_its_text_does_not_say()
    {
        var full = Order with { Number = "〔2025〕1号", Title = "责任分工", Date = March1 };

        var said = Of(new LeaderAssigned("a", "u", "training", Level.First, "p", March1, full));

        said.Zh.ShouldEndWith("依据：示例市发〔2025〕1号（《责任分工》，2025年3月1日）。");
        said.En.ShouldEndWith("Basis: 示例市发〔2025〕1号 (“责任分工”, 1 March 2025).");
    }

    [Fact]
    public void What_ends_with_its_unit_names_the_unit_as_the_cause()
    {
        Of(new MeetingCancelled("mtg-1", "village", "机构改革", "village")).ShouldBe(new Sentence(
            "会议 mtg-1 取消。起因：单位 village 撤销。事由：机构改革。",
            "Meeting mtg-1 was cancelled. Cause: unit village was dissolved. Reason: 机构改革."));
        Of(new LeadingGroupDissolved("grp-1", "village", March1, "机构改革", "village")).ShouldBe(new Sentence(
            "自2025年3月1日起，领导小组 grp-1 撤销。起因：单位 village 撤销。事由：机构改革。",
            "Leading group grp-1 was dissolved with effect from 1 March 2025. Cause: unit village was dissolved. Reason: 机构改革."));
    }

    [Fact]
    public void An_end_and_a_leaving_can_be_taken_back()
    {
        var assignment = new AssignmentChanges(EndsOn: new Optional<LocalDate?>(null));
        Of(new AssignmentCorrected("cor-1", "asg-1", "u", "training", Level.First, "li", assignment, "误登")).ShouldBe(new Sentence(
            "更正 li 的“队伍培训”总负责人分工（asg-1）：撤回终止。事由：误登。",
            "Assignment asg-1 of li to Training (first-responsible) was corrected: the end was taken back. Reason: 误登."));

        var leaving = new OfficeHolderChanges(LeftOn: new Optional<LocalDate?>(null));
        Of(new OfficeHolderCorrected("li", "u", "cor-2", leaving, "误登")).ShouldBe(new Sentence(
            "更正 li 的任职登记：撤回离任。事由：误登。",
            "The record of li in office was corrected: the leaving of office was taken back. Reason: 误登."));
    }

    [Fact]
    public void A_free_text_stays_on_one_line_and_ends_once() =>
        Of(new TaskCancelled("tsk-1", "u", "与另一任务重复。\n已合并。")).Zh.ShouldBe("任务 tsk-1 取消。事由：与另一任务重复。 已合并。");

    [Fact]
    public void A_large_meeting_is_counted()
    {
        var said = Of(Held() with { Attendees = [.. Enumerable.Range(1, 15).Select(i => $"p-{i}")] });

        said.Zh.ShouldContain("p-11、p-12等15人。");
        said.En.ShouldContain("p-11, p-12 and 3 more.");
    }

    [Fact]
    public void A_task_names_what_it_was_raised_from()
    {
        var raised = (TaskRaised)Examples[typeof(TaskRaised)].Data with { ResolutionId = null };

        Of(raised with { FindingId = "fnd-1" }).Zh.ShouldContain("来源：检查发现的问题 fnd-1（整改）。");
        Of(raised with { PlanId = "pln-1" }).En.ShouldContain("raised from plan pln-1.");
    }

    private static Sentence Of(ILedgerEvent data) => Sentences.Of(data, Words);

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex CjkText();
}
