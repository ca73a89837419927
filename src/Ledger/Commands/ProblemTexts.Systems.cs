namespace Ledger.Commands;

public static partial class ProblemTexts
{
    /// <summary>What the rules of inspections, reports, channels and reviews refuse (422).</summary>
    private static Dictionary<string, ProblemText> Systems() => new()
    {
        // Several capabilities
        ["listed-twice"] = new(
            "同一项重复列出", "Something is listed twice",
            "请删去重复的一项，每项只列一次。",
            "Each entry stands once. Remove the one that repeats."),
        ["number-out-of-range"] = new(
            "数字超出范围", "A number is out of range",
            "请填写所列范围内的数字。",
            "Give a number within the range stated."),
        ["date-too-early"] = new(
            "日期早于所依据的事项", "The date lies before what it follows on",
            "请填写不早于所列日期的日期；如前一事项登记有误，请先核实。",
            "Use the date stated or a later one. If the earlier act was recorded wrongly, clear that up first."),
        ["period-not-begun"] = new(
            "时期尚未开始", "The period has not begun",
            "请核对时期；除年度工作计划外，时期开始之后才能登记。",
            "Check the period: only an annual plan is recorded before its period begins."),
        ["task-of-another-unit"] = new(
            "任务属于其他单位", "The task is another unit's",
            "请填写该单位自己的任务，或核对单位。",
            "Name a task of this unit, or check the unit."),
        ["finding-of-another-unit"] = new(
            "问题是在其他单位发现的", "The finding was made in another unit",
            "请填写在该单位发现的问题，或核对单位。",
            "Name a finding made in this unit, or check the unit."),
        ["not-above-the-unit"] = new(
            "不是该单位的上级", "The unit does not stand above the other",
            "请填写当日隶属关系中的上级单位；如隶属关系登记有误，请先核实。",
            "Name a unit that stands above it on that day; those that do are listed."),
        ["unit-ends"] = new(
            "单位已登记撤销，不能新增阵地", "The unit has a recorded end",
            "请将阵地登记在承接的单位名下；如撤销登记有误，请先核实。",
            "Enter the channel for the unit that takes over. If the end was recorded by mistake, clear that up first."),

        // Obligations
        ["no-unit-bound"] = new(
            "没有列出单位", "No unit is bound",
            "请至少列出一个承担义务的单位。",
            "Name at least one unit that owes it."),
        ["already-out-of-force"] = new(
            "该义务已经终止", "The obligation has ended already",
            "无需再次终止。如规则应当继续有效，请重新设立义务。",
            "Nothing is left to do. If the rule should still bind, adopt it again."),

        // Inspections and notifications
        ["not-the-unit-itself"] = new(
            "自检自查须由单位自己开展", "A self-inspection is by the unit itself",
            "请将检查单位填写为被检查单位，或将类型改为上级检查。",
            "Give the unit inspected as the inspecting unit, or choose the kind superior."),
        ["not-the-inspecting-unit"] = new(
            "通报须由检查单位发出", "The unit did not make the inspection",
            "请填写开展该检查的单位，或核对检查编号。",
            "Give the unit that made the inspection, or check the inspection's id."),
        ["already-acknowledged"] = new(
            "通报已经签收", "It was acknowledged already",
            "无需再次签收。",
            "Nothing is left to do."),
        ["person-of-another-unit"] = new(
            "签收人不属于被通报单位", "The person has no post in the unit notified",
            "请由被通报单位当日在任的人员签收。",
            "Have somebody acknowledge it who has a post in that unit on that day."),

        // Accountability
        ["duty-not-named"] = new(
            "没有写明未履行的职责", "The duty that was not done is not named",
            "请填写所涉及的任务或检查发现的问题；问责只针对未履行的职责。",
            "Name the task or finding concerned: accountability is for duties not done."),
        ["already-lifted"] = new(
            "该问责已经解除", "The measure is lifted already",
            "无需再次解除。",
            "Nothing is left to do."),

        // Assessments
        ["no-rule-fixed"] = new(
            "没有列出考核规则", "No rule is fixed",
            "请至少列出一条规则；考核规则须事先确定。",
            "Name at least one rule: an assessment goes by rules fixed beforehand."),
        ["differs-from-opening"] = new(
            "与启动考核时不一致", "It differs from what the assessment was opened with",
            "单位、时期和规则数须与启动考核时一致；请核对编号，或另行登记考核。",
            "Units, period and number of rules stay those of the opening. Check the id, or record another assessment."),
        ["result-not-recorded"] = new(
            "考核结果尚未登记", "There is no result yet",
            "请先登记考核结果再公布。",
            "Record the result first."),
        ["result-already-published"] = new(
            "考核结果已经公布", "The result is published already",
            "无需再次公布。",
            "Nothing is left to do."),

        // Plans and reports
        ["person-with-duty-report-only"] = new(
            "述职报告须写明述职人，其他报告不写", "A duty report names its person, others do not",
            "述职报告请填写 personId；其他报告请去掉。",
            "Give personId with a duty report, and leave it out of any other."),
        ["period-does-not-fit"] = new(
            "时期与报告类型不符", "The period does not fit the kind of report",
            "半年总结请填写半年，年度计划、年度总结和述职报告请填写年度。",
            "A half-year summary takes a half-year; plans, annual summaries and duty reports take a year."),
        ["not-a-plan"] = new(
            "该报告不是年度工作计划", "The report is not a plan",
            "请填写已通过的计划或年度工作计划的编号；如任务来自决议或检查，请改填相应来源。",
            "Name an adopted or annual plan. If the task follows from a resolution or a finding, name that instead."),
        ["not-the-receiving-unit"] = new(
            "报告须由接收单位退回", "The unit did not receive the report",
            "请填写接收该报告的单位；未写明接收单位的报告不能退回。",
            "Give the unit that received it. A report handed in to nobody cannot be sent back."),
        ["already-sent-back"] = new(
            "报告已经退回", "The report was sent back already",
            "无需再次退回。单位修改后可以重新报送。",
            "Nothing is left to do. The unit may hand in another in its place."),
        ["already-superseded"] = new(
            "报告已被取代", "Another report is in its place already",
            "请改填所列的报告。",
            "Name the report that is in its place."),
        ["differs-from-superseded"] = new(
            "与被取代的报告不一致", "It differs from the report in whose place it is to be",
            "被取代的报告须为同一单位、同一类型、同一时期（述职报告还须为同一人）；请核对编号。",
            "A report takes the place of one of the same unit, kind, period and person. Check the id."),

        // Channels and releases
        ["already-filed"] = new(
            "阵地已经备案", "The channel is filed already",
            "无需再次备案。",
            "Nothing is left to do."),
        ["already-retired"] = new(
            "阵地已经停用", "The channel is out of use",
            "停用的阵地不再变更。如需继续使用，请重新登记。",
            "A retired channel does not change any more. If it is needed after all, enter a new one."),
        ["already-custodian"] = new(
            "该阵地已由此人管理", "The channel is in this person's care already",
            "无需变更。如要更换管理人，请另选一人。",
            "Nothing is left to do. To change the custodian, choose somebody else."),
        ["channel-of-another-unit"] = new(
            "阵地属于其他单位", "The channel is another unit's",
            "请填写该单位自己的阵地，或核对单位。",
            "Name a channel of this unit, or check the unit."),
        ["already-logged"] = new(
            "该数量已经登记", "The count is logged already",
            "无需再次登记。如数量有误，请登记正确的数量。",
            "Nothing is left to do. If the count is wrong, log the right one for the same period."),
        ["period-overlaps"] = new(
            "与已登记的时期重叠", "The period overlaps one that is logged",
            "请使用与已登记时期相同或不重叠的时期，以免重复计算。",
            "Use the period logged, or one that does not overlap it: else items would count twice."),

        // Incidents
        ["already-over"] = new(
            "突发情况已处置完毕", "The incident is closed",
            "处置完毕后不再安排值守或再次结束；如又发生，请另行登记。",
            "A closed incident goes on no more. If there is another, open that."),
        ["incident-not-closed"] = new(
            "突发情况尚未处置完毕", "The incident is not closed yet",
            "请先登记处置完毕，再进行复盘。",
            "Close it first."),
        ["already-on-duty"] = new(
            "此人已在值守", "This person is on duty already",
            "无需变更。如要换班，请另选一人。",
            "Nothing is left to do. To change the duty, choose somebody else."),
        ["already-reviewed"] = new(
            "突发情况已经复盘", "The incident was reviewed already",
            "无需再次复盘。",
            "Nothing is left to do."),

        // Trainings
        ["no-person-named"] = new(
            "没有列出参训人员", "Nobody is named",
            "请至少列出一名完成培训的在任人员。",
            "Name at least one office-holder who completed it."),

        // Publication review
        ["reviewer-is-author"] = new(
            "审核人不能是作者", "The reviewer is the item's author",
            "请由作者以外的人员审核。",
            "Have somebody other than the author review the item."),
        ["already-approved"] = new(
            "该审核人已经通过", "The reviewer has approved it already",
            "无需再次审核；遗漏的把关可以补上。如还缺审核，请由其他应审核的人员办理。",
            "Nothing is left to do; a gate that was left out may be added. If an approval is still missing, it is somebody else's."),
        ["already-returned"] = new(
            "稿件已经退回", "The item is returned already",
            "无需再次退回；修改后可以审核通过。",
            "Nothing is left to do; once revised it can be approved."),
        ["not-approved"] = new(
            "稿件未经审核通过", "The item is not approved",
            "请先审核通过再登记发布；退回的稿件须重新审核。",
            "Have it approved first; what was returned must be approved anew."),
        ["already-published"] = new(
            "稿件已经发布", "The item is published already",
            "发布后不再审核、退回或再次发布。",
            "A published item is no longer reviewed, returned or published again."),

        // Obligations
        ["rule-parameter"] = new(
            "参数与规则不符", "A parameter does not fit the rule",
            "请按所列要求填写该规则的参数；各规则的参数见 docs/obligations.md。",
            "Give what the rule takes, as stated; docs/obligations.md has the parameters of every rule."),

        // Hand-overs
        ["still-holder"] = new(
            "责任人尚未变动", "The holder does not change",
            "该责任分工既未终止，也未被接替，没有需要交接的内容。请核对编号，或先登记变动。",
            "The assignment neither ends nor is replaced, so there is nothing to hand over. Check the id, or record the change first."),
        ["not-part-of-hand-over"] = new(
            "此人不是交接双方之一", "The person is neither side of the hand-over",
            "由所列的交出人或接手人签认；尚无接手人时，请先登记接任。",
            "One of the two named accepts. Where nobody comes in yet, record the successor first."),
        ["already-accepted"] = new(
            "已经签认", "It was accepted already",
            "无需再次签认。",
            "Nothing is left to do."),
    };
}
