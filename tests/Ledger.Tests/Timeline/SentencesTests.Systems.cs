using Ledger.Accountability;
using Ledger.Assessments;
using Ledger.Channels;
using Ledger.Inspections;
using Ledger.Log;
using Ledger.Notifications;
using Ledger.Obligations;
using Ledger.PublicationReview;
using Ledger.Releases;
using Ledger.Reports;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Timeline;

/// <summary>The examples of what is owed, inspected, reported, registered and reviewed.</summary>
public sealed partial class SentencesTests
{
    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Inspections() =>
    [
        (new ObligationAdopted("obl-1", RuleCode.B1, ["planning", "agri"], March1, new(), Order),
            "自2025年3月1日起，规则 B1“每半年至少召开一次专题会议”对单位 planning、agri 生效（义务 obl-1）。依据：示例市发〔2025〕1号。",
            "Rule B1 “At least one special meeting every half-year” was put in force for units planning and agri with effect from 1 March 2025 (obligation obl-1). "
            + "Basis: 示例市发〔2025〕1号."),
        (new ObligationEnded("obl-1", RuleCode.B1, ["planning", "agri"], June20, "新办法施行", Order),
            "自2025年6月20日起，规则 B1 对单位 planning、agri 不再有效（义务 obl-1）。事由：新办法施行。依据：示例市发〔2025〕1号。",
            "Rule B1 is no longer in force for units planning and agri from 20 June 2025 on (obligation obl-1). "
            + "Reason: 新办法施行. Basis: 示例市发〔2025〕1号."),
        (Inspected(),
            "2025年6月20日，单位 city 检查单位 planning（ins-1）。责任领域：“队伍培训”。查看任务：tsk-1。"
            + "发现问题：“没有台账”（fnd-1，队伍培训，较重）。",
            "Unit city inspected unit planning (ins-1) on 20 June 2025. Areas: Training. Tasks checked: tsk-1. "
            + "Findings: “没有台账” (fnd-1, Training, major)."),
        (new NotificationIssued("ntf-1", "ins-1", "city", "planning", "限期整改", June20),
            "2025年6月20日，单位 city 就检查 ins-1 向单位 planning 发出“限期整改”（ntf-1）。",
            "Unit city sent unit planning a notification of inspection ins-1 on 20 June 2025: “限期整改” (ntf-1)."),
        (new NotificationAcknowledged("ntf-1", "city", "planning", June20, "li"),
            "2025年6月20日，li 代单位 planning 签收通报 ntf-1。",
            "li acknowledged notification ntf-1 for unit planning on 20 June 2025."),
        (new AccountabilityRecorded("acc-1", "planning", "li", "提醒谈话", "任务未按时完成", "启动过晚。", June20, "tsk-1", "fnd-1", Order),
            "2025年6月20日，决定对 li 予以“提醒谈话”（acc-1），涉及任务 tsk-1、检查发现的问题 fnd-1。"
            + "情形：任务未按时完成。原因：启动过晚。依据：示例市发〔2025〕1号。",
            "li was called to account on 20 June 2025: “提醒谈话” (acc-1), over task tsk-1 and finding fnd-1. "
            + "Ground: 任务未按时完成. Cause: 启动过晚. Basis: 示例市发〔2025〕1号."),
        (new AssessmentRecorded("ass-1", "planning", "city", "2025", 7, 9, June20),
            "2025年6月20日，单位 city 对单位 planning 的2025年考核（ass-1）：9 项规则中达到 7 项。",
            "Unit city assessed unit planning for 2025 on 20 June 2025 (ass-1): 7 of 9 rules were met."),
    ];

    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Channels() =>
    [
        (new ReportSubmitted("rpt-1", "planning", ReportKind.DutyReport, "2025", June20, new('a', 64),
                new Dictionary<string, int> { ["lectures"] = 2, ["specialMeetings"] = 1 }, "city", "li"),
            "2025年6月20日，单位 planning 向单位 city 报送 li 的述职报告（2025年，rpt-1）。所报数字：lectures 2、specialMeetings 1。",
            "Unit planning submitted the duty report of li for 2025 to unit city on 20 June 2025 (rpt-1). "
            + "Figures: lectures 2 and specialMeetings 1."),
        (new ChannelRecorded("chn-1", "planning", ChannelKind.WechatGroup, "工作群01", "li", true, Order),
            "登记微信工作群“工作群01”（chn-1），十人及以上，由 li 管理。依据：示例市发〔2025〕1号。",
            "The WeChat work group “工作群01” (chn-1) was entered in the register, used by ten people or more, "
            + "in the care of li. Basis: 示例市发〔2025〕1号."),
        (new ChannelFiled("chn-1", "planning", "市备2025-001", "li", June20),
            "2025年6月20日，阵地 chn-1 完成备案，备案号“市备2025-001”，由 li 批准。",
            "Channel chn-1 was filed on 20 June 2025 under no. “市备2025-001”, approved by li."),
        (new CustodianChanged("chn-1", "planning", "li", "wang", June20),
            "自2025年6月20日起，阵地 chn-1 的管理人由 li 改为 wang。",
            "Channel chn-1 passed from li to wang with effect from 20 June 2025."),
        (new ChannelRetired("chn-1", "planning", "机构改革", June20, "planning"),
            "自2025年6月20日起，阵地 chn-1 停用。起因：单位 planning 撤销。事由：机构改革。",
            "Channel chn-1 is out of use from 20 June 2025 on. Cause: unit planning was dissolved. Reason: 机构改革."),
        (new ReleasesLogged("log-1", "planning", ReleaseKind.WebsiteUpdate, "2025-03", 5, "chn-1"),
            "2025年3月网站更新，阵地 chn-1：5 条（log-1）。",
            "Count of website updates for March 2025 through channel chn-1: 5 (log-1)."),
        (new ItemSubmitted("itm-1", "planning", ItemClass.Business, "规划公示简讯", "li", June20, "chn-1"),
            "2025年6月20日，li 提交稿件“规划公示简讯”（itm-1，业务信息）送审，拟由阵地 chn-1 发布。",
            "li submitted the item “规划公示简讯” (itm-1, business information) for review for channel chn-1 on 20 June 2025."),
        (new ItemApproved("itm-1", "planning", "wang", [ReviewGate.Picture, ReviewGate.Wording], June20),
            "2025年6月20日，wang 审核通过稿件 itm-1。把关：图片关、文字关。",
            "wang approved item itm-1 on 20 June 2025. Gates: picture and wording."),
        (new ItemReturned("itm-1", "planning", "wang", ReviewGate.Work, June20),
            "2025年6月20日，wang 退回稿件 itm-1，未过作品关。",
            "wang returned item itm-1 on 20 June 2025; gate not passed: work."),
        (new ItemPublished("itm-1", "planning", June20, Order),
            "2025年6月20日，稿件 itm-1 发布。依据：示例市发〔2025〕1号。",
            "Item itm-1 was published on 20 June 2025. Basis: 示例市发〔2025〕1号."),
    ];

    [Fact]
    public void A_self_inspection_names_its_unit_once_and_its_aspects() =>
        Of(Inspected() with
        {
            InspectingUnitId = "planning",
            Kind = InspectionKind.Self,
            Aspects = [InspectionAspect.Organisation, InspectionAspect.Team],
            CheckedTaskIds = [],
            Findings = [],
        }).ShouldBe(new(
            "2025年6月20日，单位 planning 开展自检自查（ins-1）。责任领域：“队伍培训”。检查方面：组织领导、队伍建设。查看任务：无。发现问题：无。",
            "Unit planning inspected itself (ins-1) on 20 June 2025. Areas: Training. Aspects: organisation and team. Tasks checked: none. "
            + "Findings: none."));

    [Fact]
    public void A_case_names_the_duty_that_was_not_done()
    {
        var both = (AccountabilityRecorded)Examples[typeof(AccountabilityRecorded)].Data;

        Of(both with { FindingId = null }).Zh.ShouldContain("（acc-1），涉及任务 tsk-1。");
        Of(both with { TaskId = null }).En.ShouldContain("(acc-1), over finding fnd-1. ");
    }

    [Theory]
    [InlineData("2025-H1", "2025年上半年", "the first half of 2025"), InlineData("2025-H2", "2025年下半年", "the second half of 2025")]
    [InlineData("2025-Q3", "2025年第3季度", "quarter 3 of 2025"), InlineData("2025-12", "2025年12月", "December 2025")]
    [InlineData("2025", "2025年", "2025")]
    public void A_period_reads_as_words(string period, string zh, string en)
    {
        var said = Of(new ReleasesLogged("log-1", "planning", ReleaseKind.PressArticle, period, 5));

        said.ShouldBe(new($"{zh}报刊稿件：5 条（log-1）。", $"Count of press articles for {en}: 5 (log-1)."));
    }

    [Fact]
    public void A_report_without_receiver_person_and_figures_says_no_more_than_it_is() =>
        Of(new ReportSubmitted("r", "u", ReportKind.AnnualPlan, "2025", June20, new('a', 64), new Dictionary<string, int>())).ShouldBe(new(
            "2025年6月20日，单位 u 报送年度工作计划（2025年，r）。",
            "Unit u submitted the annual work plan for 2025 on 20 June 2025 (r)."));

    [Fact]
    public void Codes_of_the_lists_of_inspections_reports_channels_and_reviews_read_as_words()
    {
        var report = new ReportSubmitted(
            "r", "u", ReportKind.DutyReport, "2025", June20, new('a', 64), new Dictionary<string, int>());
        var said = Enum.GetValues<ReportKind>().Select(k => Of(report with { Kind = k }))
            .Concat(Enum.GetValues<InspectionAspect>().Select(a => Of(new InspectionRecorded("i", "u", "u", InspectionKind.Self, June20, [], [], [], [a]))))
            .Concat(Enum.GetValues<Severity>().Select(s => Of(new InspectionRecorded("i", "u", "u", InspectionKind.Self, June20, [], [],
                [new("f", "training", s, "台账")]))))
            .Concat(Enum.GetValues<ReleaseKind>().Select(k => Of(new ReleasesLogged("l", "u", k, "2025", 1))))
            .Concat(Enum.GetValues<ItemClass>().Select(c => Of(new ItemSubmitted("i", "u", c, "简讯", "p", June20))))
            .Concat(Enum.GetValues<ReviewGate>().Select(g => Of(new ItemReturned("i", "u", "p", g, June20))));

        foreach (var sentence in said)
        {
            sentence.Zh.ShouldNotMatch("[A-Za-z]{2,}", sentence.Zh);
            sentence.En.ShouldNotMatch("[a-z]-(plan|year-|summary|report|update|article)", sentence.En);
        }

        foreach (var kind in Enum.GetValues<ChannelKind>())
            Of(new ChannelRecorded("c", "u", kind, "群", "p", false)).Zh.ShouldNotMatch("[a-z]{2,}");
    }

    private static InspectionRecorded Inspected() => new("ins-1", "planning", "city", InspectionKind.Superior, June20, ["training"], ["tsk-1"],
        [new("fnd-1", "training", Severity.Major, "没有台账")]);
}
