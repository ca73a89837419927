using Ledger.Accountability;
using Ledger.Assessments;
using Ledger.CivicActivities;
using Ledger.Incidents;
using Ledger.Log;
using Ledger.Obligations;
using Ledger.Openness;
using Ledger.Plans;
using Ledger.Reports;
using Ledger.Trainings;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Timeline;

/// <summary>The examples of what the further systems record.</summary>
public sealed partial class SentencesTests
{
    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Further() =>
    [
        (new PlanAdopted("pln-1", "planning", "培训工作计划", "2025", June20, ["training"], Order),
            "2025年6月20日，单位 planning 通过计划“培训工作计划”（pln-1，2025年）。责任领域：“队伍培训”。依据：示例市发〔2025〕1号。",
            "Unit planning adopted the plan “培训工作计划” (pln-1) for 2025 on 20 June 2025. Areas: Training. Basis: 示例市发〔2025〕1号."),
        (new RecordPublished("rec-1", "planning", OpennessKind.Accounts, "上半年决算", March1, June20, "chn-1"),
            "2025年6月20日，单位 planning 公开财务收支“上半年决算”（rec-1，2025年3月1日决定），经阵地 chn-1。",
            "Unit planning made public on 20 June 2025 through channel chn-1 the accounts “上半年决算” (rec-1), decided on 1 March 2025."),
        (new ReportReturned("rpt-1", "planning", "city", June20, "数字有误", Order),
            "2025年6月20日，单位 city 将报告 rpt-1 退回单位 planning。事由：数字有误。依据：示例市发〔2025〕1号。",
            "Unit city sent report rpt-1 back to unit planning on 20 June 2025. Reason: 数字有误. Basis: 示例市发〔2025〕1号."),
        (new ReportSuperseded("rpt-1", "planning", "rpt-2", June20),
            "自2025年6月20日起，报告 rpt-1 由报告 rpt-2 取代。",
            "Report rpt-1 has report rpt-2 in its place from 20 June 2025 on."),
        (new AccountabilityLifted("acc-1", "planning", "li", June20, "整改到位"),
            "自2025年6月20日起，解除对 li 的问责（acc-1）。事由：整改到位。",
            "The measure against li (acc-1) is lifted from 20 June 2025 on. Reason: 整改到位."),
        (new AssessmentOpened("ass-2", "planning", "city", "2025", [RuleCode.A1, RuleCode.B1], June20, Order),
            "2025年6月20日，单位 city 启动对单位 planning 的2025年考核（ass-2）。考核规则：A1、B1。依据：示例市发〔2025〕1号。",
            "Unit city opened an assessment of unit planning for 2025 on 20 June 2025 (ass-2). Rules: A1 and B1. Basis: 示例市发〔2025〕1号."),
        (new AssessmentPublished("ass-2", "planning", "city", June20),
            "2025年6月20日，单位 city 公布对单位 planning 的考核结果（ass-2）。",
            "Unit city made the result of its assessment of unit planning known on 20 June 2025 (ass-2)."),
        (new IncidentOpened("inc-1", "planning", IncidentKind.Weather, "防汛值守", June20, "training", Order),
            "2025年6月20日，单位 planning 发生突发情况“防汛值守”（inc-1，灾害天气）。责任领域：“队伍培训”。依据：示例市发〔2025〕1号。",
            "The incident “防汛值守” (inc-1, weather) began in unit planning on 20 June 2025. Area: Training. Basis: 示例市发〔2025〕1号."),
        (new IncidentDutyAssigned("inc-1", "planning", "li", June20),
            "自2025年6月20日起，突发情况 inc-1 由 li 值守。",
            "li is on duty for incident inc-1 from 20 June 2025 on."),
        (new IncidentClosed("inc-1", "planning", June20, "排除积水。"),
            "2025年6月20日，突发情况 inc-1 处置完毕。措施：排除积水。",
            "Incident inc-1 was closed on 20 June 2025. Measures: 排除积水."),
        (new IncidentReviewed("inc-1", "planning", June20, "li", "汛前检查泵站"),
            "2025年6月20日，对突发情况 inc-1 进行复盘，由 li 主持。改进：汛前检查泵站。",
            "Incident inc-1 was reviewed on 20 June 2025, chaired by li. Lessons: 汛前检查泵站."),
        (new TrainingCompleted("trn-1", "planning", ["li", "wang"], "春季轮训", June20, Order),
            "2025年6月20日，单位 planning 完成培训“春季轮训”（trn-1）。参训：li、wang。依据：示例市发〔2025〕1号。",
            "Unit planning completed the training “春季轮训” (trn-1) on 20 June 2025. Trained: li and wang. Basis: 示例市发〔2025〕1号."),
        (new ActivityHeld("act-1", "planning", "义务植树", "志愿服务", June20, "training", Order),
            "2025年6月20日，单位 planning 开展活动“义务植树”（act-1，“志愿服务”）。责任领域：“队伍培训”。依据：示例市发〔2025〕1号。",
            "Unit planning held the activity “义务植树” (act-1, “志愿服务”) on 20 June 2025. Area: Training. Basis: 示例市发〔2025〕1号."),
        (new HonourReceived("hon-1", "planning", "文明单位", "示例市", June20),
            "2025年6月20日，单位 planning 获得“示例市”授予的“文明单位”（hon-1）。",
            "Unit planning received the honour “文明单位” (hon-1) from “示例市” on 20 June 2025."),
    ];

    [Fact]
    public void A_report_says_in_whose_place_it_was_handed_in() =>
        Of(new ReportSubmitted("rpt-2", "u", ReportKind.AnnualPlan, "2025", June20, new('a', 64), new Dictionary<string, int> { ["lectures"] = 2 },
            SupersedesReportId: "rpt-1")).ShouldBe(new(
            "2025年6月20日，单位 u 报送年度工作计划（2025年，rpt-2）。取代报告 rpt-1。所报数字：lectures 2。",
            "Unit u submitted the annual work plan for 2025 on 20 June 2025 (rpt-2). It takes the place of report rpt-1. Figures: lectures 2."));

    [Fact]
    public void Codes_of_the_lists_of_the_further_systems_read_as_words()
    {
        foreach (var kind in Enum.GetValues<OpennessKind>())
            Of(new RecordPublished("r", "u", kind, "公示", March1, June20)).Zh.ShouldNotMatch("[A-Za-z]{2,}");
        foreach (var kind in Enum.GetValues<IncidentKind>())
            Of(new IncidentOpened("i", "u", kind, "停电", June20)).Zh.ShouldNotMatch("[A-Za-z]{2,}");
    }
}
