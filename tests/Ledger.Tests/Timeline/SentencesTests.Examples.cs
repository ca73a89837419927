using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.HandOvers;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Tasks;
using Ledger.Units;

namespace Ledger.Tests.Timeline;

/// <summary>One example of every event, with what it reads as.</summary>
public sealed partial class SentencesTests
{
    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Units() =>
    [
        (new AreaDefined("training", "队伍培训", "Training", Order),
            "责任领域目录新增“队伍培训”（training）。依据：示例市发〔2025〕1号。",
            "Training (training) was added to the areas of responsibility. Basis: 示例市发〔2025〕1号."),
        (new UnitRegistered("village", "示例村党支部", "Sample Village Branch", "village", 3, "county", March1, Labels,
            [new("training", Level.First), new("theory", Level.First), new("training", Level.Direct)]),
            "登记单位“示例村党支部”（village），自2025年3月1日起设立，隶属单位 county。"
            + "必设责任单元：“队伍培训”总负责人、岗位责任人；“理论学习”总负责人。",
            "Unit Sample Village Branch (village) was registered, in existence from 1 March 2025, below unit county. "
            + "Required cells: Training (first-responsible, directly responsible); Theory study (first-responsible)."),
        (new UnitRenamed("village", "新村党支部", "New Village Branch", March1, Order),
            "自2025年3月1日起，单位 village 更名为“新村党支部”。依据：示例市发〔2025〕1号。",
            "Unit village was renamed New Village Branch with effect from 1 March 2025. Basis: 示例市发〔2025〕1号."),
        (new UnitMoved("village", "city", "county", March1),
            "自2025年3月1日起，单位 village 由单位 county 之下移至单位 city 之下。",
            "Unit village was moved from below unit county to below unit city with effect from 1 March 2025."),
        (new RequiredCellsChanged("village", [new("training", Level.Leading)], March1),
            "自2025年3月1日起，单位 village 的必设责任单元为：“队伍培训”分管责任人。",
            "The required cells of unit village were set with effect from 1 March 2025: Training (leader in charge)."),
        (new UnitDissolved("village", March1, "机构改革", Order),
            "自2025年3月1日起，单位 village 撤销。事由：机构改革。依据：示例市发〔2025〕1号。",
            "Unit village was dissolved with effect from 1 March 2025. Reason: 机构改革. Basis: 示例市发〔2025〕1号."),
        (new UnitCorrected("village", "cor-1", new("示例村", "Sample Village", March1, LevelLabels.Default), "误登"),
            "更正单位 village 的登记：中文名称改为“示例村”；英文名称改为“Sample Village”；设立日期改为2025年3月1日；"
            + "三级责任人的称谓改为“第一责任人”、“分管领导”、“直接责任人”。事由：误登。",
            "The record of unit village was corrected: Chinese name changed to “示例村”; English name changed to "
            + "“Sample Village”; first day of existence changed to 1 March 2025; names of the levels changed to "
            + "“第一责任人” (first-responsible), “分管领导” (leader in charge) and “直接责任人” (directly responsible). "
            + "Reason: 误登."),
    ];

    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> People() =>
    [
        (new OfficeHolderRegistered("li", "planning", "信息科科长", PostCategory.SectionHead, March1),
            "登记责任人 li，自2025年3月1日起任“信息科科长”（科长）。",
            "li was registered in the post “信息科科长” (section chief), in office from 1 March 2025."),
        (new PostChanged("li", "agri", "planning", "办公室主任", PostCategory.DepartmentHead, March1, Order),
            "自2025年3月1日起，li 由单位 planning 调至单位 agri，改任“办公室主任”（部室主任）。依据：示例市发〔2025〕1号。",
            "li took the post “办公室主任” (department head), moving from unit planning to unit agri, "
            + "with effect from 1 March 2025. Basis: 示例市发〔2025〕1号."),
        (new LeftOffice("li", "planning", March1, "退休"),
            "自2025年3月1日起，li 不再任职。事由：退休。",
            "li left office; the first day out of office is 1 March 2025. Reason: 退休."),
        (new OfficeHolderCorrected("li", "planning", "cor-2", new("局长", PostCategory.Head, March1, June20), "误登"),
            "更正 li 的任职登记：职务改为“局长”；职务类别改为一把手；任该职务的首日改为2025年3月1日；"
            + "离任首日改为2025年6月20日。事由：误登。",
            "The record of li in office was corrected: post changed to “局长”; category of the post changed to head of unit; "
            + "first day in the post changed to 1 March 2025; first day out of office changed to 20 June 2025. Reason: 误登."),
    ];

    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Groups() =>
    [
        (new LeadingGroupEstablished("grp-1", "planning", "责任制", March1,
            [new("li", GroupRole.Head), new("wang", GroupRole.Member), new("zhao", GroupRole.Member)], Order),
            "自2025年3月1日起，成立“责任制”领导小组（grp-1）。组长：li；副组长：无；成员：wang、zhao。"
            + "依据：示例市发〔2025〕1号。",
            "The leading group “责任制” (grp-1) was established with effect from 1 March 2025. "
            + "Head: li; deputy heads: none; members: wang and zhao. Basis: 示例市发〔2025〕1号."),
        (new GroupMemberChanged("grp-1", "planning", "li", GroupRole.Deputy, March1, "分工调整"),
            "自2025年3月1日起，li 任领导小组 grp-1 副组长。事由：分工调整。",
            "li became deputy head of leading group grp-1 with effect from 1 March 2025. Reason: 分工调整."),
        (new LeadingGroupDissolved("grp-1", "planning", March1, "任务完成"),
            "自2025年3月1日起，领导小组 grp-1 撤销。事由：任务完成。",
            "Leading group grp-1 was dissolved with effect from 1 March 2025. Reason: 任务完成."),
    ];

    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Assignments() =>
    [
        (new LeaderAssigned("asg-1", "planning", "training", Level.First, "li", March1, Order),
            "自2025年3月1日起，由 li 任“队伍培训”总负责人（分工 asg-1）。依据：示例市发〔2025〕1号。",
            "li was assigned to Training (first-responsible) with effect from 1 March 2025 (assignment asg-1). "
            + "Basis: 示例市发〔2025〕1号."),
        (new LeaderReplaced("asg-2", "asg-1", "planning", "training", Level.Leading, "wang", June20, "分工调整", Order,
            [new Displaced("asg-1", "li", March1)]),
            "自2025年6月20日起，由 wang 任“队伍培训”分管责任人（分工 asg-2），接替分工 asg-1。"
            + "受影响的原分工：li（分工 asg-1，自2025年3月1日起）。事由：分工调整。依据：示例市发〔2025〕1号。",
            "wang took over Training (leader in charge) with effect from 20 June 2025 (assignment asg-2), "
            + "in place of assignment asg-1. Displaced: li (assignment asg-1, since 1 March 2025). "
            + "Reason: 分工调整. Basis: 示例市发〔2025〕1号."),
        (new AssignmentEnded("asg-1", "planning", "training", Level.Direct, "li", June20, "暂缺"),
            "自2025年6月20日起，li 不再任“队伍培训”岗位责任人（分工 asg-1）。事由：暂缺。",
            "li no longer holds Training (directly responsible) from 20 June 2025 on (assignment asg-1). Reason: 暂缺."),
        (new HandOverAccepted("asg-1", "planning", "training", Level.Direct, HandOverSide.Outgoing, "li", June20, "资料齐全", Order),
            "2025年6月20日，li 签认交出“队伍培训”岗位责任人（分工 asg-1）。说明：资料齐全。依据：示例市发〔2025〕1号。",
            "li accepted handing over Training (directly responsible) on 20 June 2025 (assignment asg-1). Remark: 资料齐全. "
            + "Basis: 示例市发〔2025〕1号."),
        (new AssignmentCorrected("cor-3", "asg-1", "planning", "training", Level.First, "wang",
            new("wang", March1, June20, Order), "正式行文为3月1日", Displaced: [new("asg-3", "zhao", March1)]),
            "更正“队伍培训”总负责人分工（asg-1）：责任人改为 wang；生效日期改为2025年3月1日；"
            + "不再担任的首日改为2025年6月20日；依据改为示例市发〔2025〕1号。"
            + "受影响的原分工：zhao（分工 asg-3，自2025年3月1日起）。事由：正式行文为3月1日。",
            "Assignment asg-1 to Training (first-responsible) was corrected: holder changed to wang; effective date changed "
            + "to 1 March 2025; first day no longer held changed to 20 June 2025; basis changed to 示例市发〔2025〕1号. "
            + "Displaced: zhao (assignment asg-3, since 1 March 2025). Reason: 正式行文为3月1日."),
        (new AssignmentVoided("cor-4", "asg-1", "planning", "training", Level.First, "li", "上级未批复"),
            "li 的“队伍培训”总负责人分工（asg-1）作废，视同从未生效。事由：上级未批复。",
            "Assignment asg-1 of li to Training (first-responsible) was voided and counts as never having been. "
            + "Reason: 上级未批复."),
    ];

    private static MeetingHeld Held() => new("m-1", "planning", MeetingKind.Special, June30.Date, "li", ["li", "wang"],
        [], [AgendaKind.PassOn, AgendaKind.HearReports], [new("r-1", "training", "来年分工")]);

    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Meetings() =>
    [
        (new MeetingScheduled("m-1", "planning", MeetingKind.Special, "全年工作", ["training", "theory"], June30, "li"),
            "会议 m-1（专题会议）定于2025年6月30日15:30召开，由 li 召集。主题：“全年工作”。"
            + "责任领域：“队伍培训”、“理论学习”。",
            "Meeting m-1 (special meeting) was scheduled for 30 June 2025 at 15:30, convened by li. Topic: “全年工作”. "
            + "Areas: Training and Theory study."),
        (new MeetingRescheduled("m-1", "planning", June30, June30.PlusDays(1).PlusSeconds(5), "与核算冲突"),
            "会议 m-1 由2025年6月30日15:30改期至2025年7月1日15:30:05。事由：与核算冲突。",
            "Meeting m-1 was moved from 30 June 2025 at 15:30 to 1 July 2025 at 15:30:05. Reason: 与核算冲突."),
        (new MeetingCancelled("m-1", "planning", "合并到年终会议", Basis: Order),
            "会议 m-1 取消。事由：合并到年终会议。依据：示例市发〔2025〕1号。",
            "Meeting m-1 was cancelled. Reason: 合并到年终会议. Basis: 示例市发〔2025〕1号."),
        (Held() with { Topic = "全年工作", AreaIds = ["training"], Unscheduled = true, Backfilled = true, Basis = Order },
            "会议 m-1（专题会议）于2025年6月30日召开，由 li 主持，事先未作安排。主题：“全年工作”。"
            + "责任领域：“队伍培训”。出席：li、wang。请假：无。议程：传达学习、听取汇报。"
            + "决议：“来年分工”（r-1，队伍培训）。本条为事后补录。依据：示例市发〔2025〕1号。",
            "Meeting m-1 (special meeting) was held on 30 June 2025, chaired by li, not scheduled beforehand. "
            + "Topic: “全年工作”. Areas: Training. Present: li and wang. Apologies: none. "
            + "Agenda: documents passed on and reports heard. Resolutions: “来年分工” (r-1, Training). "
            + "This is a late entry. Basis: 示例市发〔2025〕1号."),
        (new MeetingCorrected("cor-5", "m-1", "planning", new(March1, "半年工作", new(["theory"]), "wang",
            new(["wang"]), new(["li"]), new([AgendaKind.Decide])), "实际为3月1日"),
            "更正会议 m-1 的记录：召开日期改为2025年3月1日；主题改为“半年工作”；责任领域改为“理论学习”；"
            + "主持人改为 wang；出席人员改为：wang；请假人员改为：li；议程改为：研究决定。事由：实际为3月1日。",
            "The record of meeting m-1 was corrected: date changed to 1 March 2025; topic changed to “半年工作”; areas "
            + "changed to Theory study; chair changed to wang; those present changed to wang; apologies changed to li; "
            + "agenda changed to decisions taken. Reason: 实际为3月1日."),
    ];

    private static IEnumerable<(ILedgerEvent Data, string Zh, string En)> Tasks() =>
    [
        (new TaskRaised("tsk-1", "planning", "training", "来年分工表", "li", June20, ResolutionId: "res-1", Basis: Order),
            "向 li 下达任务“来年分工表”（tsk-1），责任领域“队伍培训”，期限2025年6月20日（含当日），来源：会议决议 res-1。"
            + "依据：示例市发〔2025〕1号。",
            "li was given the task “来年分工表” (tsk-1) in Training, due on 20 June 2025, raised from resolution res-1. "
            + "Basis: 示例市发〔2025〕1号."),
        (new EvidenceSubmitted("evd-1", "tsk-1", "planning", "台账", "分工表定稿", new('a', 64), June20),
            "2025年6月20日，为任务 tsk-1 提交佐证材料 evd-1（台账）：分工表定稿。",
            "Evidence evd-1 (台账) was given for task tsk-1 on 20 June 2025: 分工表定稿."),
        (new TaskClosed("tsk-1", "planning", June20, "wang", ["evd-1", "evd-2", "evd-3"]),
            "任务 tsk-1 于2025年6月20日销号，由 wang 核验。佐证材料：evd-1、evd-2、evd-3。",
            "Task tsk-1 was closed on 20 June 2025, verified by wang. Evidence: evd-1, evd-2 and evd-3."),
        (new TaskReopened("tsk-1", "planning", "复查未落实", June20),
            "任务 tsk-1 重新打开，期限2025年6月20日（含当日）。事由：复查未落实。",
            "Task tsk-1 was reopened, due on 20 June 2025. Reason: 复查未落实."),
        (new DueDateExtended("tsk-1", "planning", March1, June20, "wang", "工作量调整"),
            "任务 tsk-1 的期限由2025年3月1日延至2025年6月20日，由 wang 批准。事由：工作量调整。",
            "Task tsk-1 was extended from 1 March 2025 to 20 June 2025, approved by wang. Reason: 工作量调整."),
        (new TaskReassigned("tsk-1", "planning", "li", "wang", "责任人变动"),
            "任务 tsk-1 由 li 转交 wang 负责。事由：责任人变动。",
            "Task tsk-1 passed from li to wang. Reason: 责任人变动."),
        (new TaskCancelled("tsk-1", "planning", "与另一任务重复"),
            "任务 tsk-1 取消。事由：与另一任务重复。",
            "Task tsk-1 was cancelled. Reason: 与另一任务重复."),
    ];
}
