namespace Ledger.Commands;

public static partial class ProblemTexts
{
    /// <summary>What the rules of the ledger refuse (422), one capability after the other.</summary>
    private static Dictionary<string, ProblemText> Refusals() => new()
    {
        // Several capabilities
        ["nothing-to-correct"] = new(
            "更正中没有内容", "The correction changes nothing",
            "请在 changes 中至少写明一项要更正的内容。",
            "Name at least one member to put right in changes."),
        ["end-not-after-start"] = new(
            "终止日期应晚于开始日期", "The end must lie after the start",
            "终止日期是不再有效的第一天，最早为开始日期的次日。从未应有的责任分工请作废，不必终止。",
            "The end is the first day without it, the day after the start at the earliest. "
            + "An assignment that never should have been is voided, not ended."),
        ["start-not-before-end"] = new(
            "更正后的开始日期不早于终止日期", "The start would not lie before the end",
            "请核对两个日期，使开始日期早于终止日期；如两者都有误，请一并更正。",
            "Check both dates: the start lies before the end. If both are wrong, put both right in one correction."),
        ["date-in-the-future"] = new(
            "日期晚于今天", "The date lies in the future",
            "已经办理的事项，日期不能晚于记录当日（以管辖所在时区为准）。请核对日期。",
            "What has been done is not dated after the day of recording, in the tenant's time zone. Check the date."),
        ["already-cancelled"] = new(
            "已经取消", "It is cancelled already",
            "无需再次办理；已取消的会议或任务不再变更。如仍需开展，请新建一项。",
            "A cancelled meeting or task does not change any more. If it is needed after all, enter a new one."),
        ["already-dissolved"] = new(
            "已经撤销", "It is dissolved already",
            "该单位或领导小组自所列日期起已撤销。请核对编号和日期，或改填撤销之前的日期。",
            "The unit or leading group is no more from the date given. Check the id, or use a date before that."),

        // Units
        ["unit-not-in-existence"] = new(
            "该日期单位不存在", "The unit does not exist on that day",
            "请填写单位存续期间的日期；如单位的设立日期登记有误，请先更正单位。",
            "Use a date while the unit exists. If its first day was recorded wrongly, correct the unit first."),
        ["level-out-of-range"] = new(
            "单位层级超出范围", "The unit's level is out of range",
            "请填写所列范围内的层级，1 为最高一级。",
            "Give a level within the range stated; 1 is the top."),
        ["cycle"] = new(
            "隶属关系成环", "The unit would stand below itself",
            "按此调整，该单位会成为自己的下级。请另选上级单位，或先调整所列路径中的单位。",
            "It would come to stand below one of its own. Choose another parent, or first move a unit on the path."),
        ["cell-listed-twice"] = new(
            "必设责任单元重复", "A required cell is listed twice",
            "同一责任领域的同一层级只列一次。请删去重复的一项。",
            "Each area and level stands once. Remove the one that repeats."),
        ["parent-ends"] = new(
            "上级单位已登记撤销", "The unit above has a recorded end",
            "请另选上级单位；如撤销登记有误，请先核实。",
            "Choose another unit above. If its end was recorded by mistake, clear that up first."),
        ["unit-in-use"] = new(
            "单位尚有未了事项，不能撤销", "The unit is still in use",
            "请先移出下级单位，销号或取消未完成的任务，登记突发情况处置完毕，并处理撤销日当天及之后的事项，再办理撤销。",
            "First move its child units, close or cancel its open tasks, close its incidents, and settle what is dated then or later."),
        ["act-before-start"] = new(
            "已有早于该日期的事项", "Something is dated before that start",
            "单位的设立日期不能晚于其名下最早的事项。请填写更早的日期，或先更正该事项。",
            "A unit starts no later than the first act in its name. Use an earlier date, or correct that act first."),

        // People
        ["holder-not-in-office"] = new(
            "该日期此人不在任", "The person is not in office on that day",
            "请填写其任职期间的日期，或另选责任人；如任职登记有误，请先更正。",
            "Use a date within the term of office, or choose somebody else. If the term is wrong, correct it first."),
        ["already-left"] = new(
            "已登记离任", "The person has left already",
            "无需再次登记。如离任日期有误，请办理更正。",
            "Nothing is left to do. If the date is wrong, correct the office-holder."),
        ["left-before-start"] = new(
            "离任日期早于任职日期", "The leaving lies before the start in office",
            "离任日期不能早于现任职务的任职日期。请核对这两个日期。",
            "The first day out of office cannot lie before the first day in the latest post. Check both dates."),
        ["not-left"] = new(
            "尚未登记离任", "The person has not left",
            "只有已登记的离任日期才能更正。如要登记离任，请办理离任。",
            "Only a leaving that was recorded can be corrected. To record one, use leave."),
        ["assignment-outside-office"] = new(
            "有责任分工会落在任职期之外", "An assignment would start outside the term of office",
            "请先更正或作废所列的责任分工，再更正任职日期。",
            "Correct or void the assignment given first, then the dates in office."),

        // Leading groups
        ["member-listed-twice"] = new(
            "同一人在小组中重复列出", "Somebody is listed twice in the group",
            "每人在一个领导小组中只任一个职务。请保留一项。",
            "A person has one role in a leading group. Keep one of the entries."),

        // Assignments
        ["cell-held"] = new(
            "该责任单元当日已有责任人", "Somebody holds this cell on that day",
            "如要更换责任人，请办理调整分工；如原登记有误，请先更正或作废原分工。",
            "To change the holder, replace the assignment given. If that one is wrong, correct or void it first."),
        ["not-the-holder"] = new(
            "被接替的分工当时并未在任", "The assignment named does not hold the cell then",
            "请填写在生效当日或前一日担任该责任的分工；如当时空缺，请直接办理任命。",
            "Name the assignment that holds the cell on that day or the day before. If nobody does, assign instead."),
        ["another-cell"] = new(
            "被接替的分工属于另一责任单元", "The assignment named stands in another cell",
            "请核对单位、责任领域和层级，或去掉这几项，以被接替的分工为准。",
            "Check unit, area and level, or leave them out: the assignment replaced already says which cell it is."),
        ["void-and-assign"] = new(
            "单位、责任领域和层级不能更正", "Unit, area and level cannot be corrected",
            "请将该分工作废，再在正确的责任单元重新任命。",
            "Void this assignment and assign anew in the right cell."),
        ["already-voided"] = new(
            "该分工已作废", "The assignment is voided already",
            "作废的分工不再变更。如作废有误，请重新任命。",
            "A voided assignment does not change any more. If it was voided by mistake, assign anew."),
        ["already-ended"] = new(
            "该分工已终止", "The assignment has ended already",
            "无需再次终止。如终止日期有误，请更正 endsOn；填 null 可撤回终止。",
            "Nothing is left to do. If the date is wrong, correct endsOn; null takes the end back."),
        ["not-ended"] = new(
            "该分工尚未终止", "The assignment was not ended",
            "只有已登记的终止日期才能更正。如要终止分工，请办理终止。",
            "Only an end that was recorded can be corrected. To end the assignment, use end."),

        // Meetings
        ["unit-and-kind-needed"] = new(
            "未安排的会议须写明单位和类型", "An unscheduled meeting needs its unit and kind",
            "该会议事先没有安排。请补充 unitId 和 kind；如已有安排，请核对会议编号。",
            "Nothing was scheduled under this id. Add unitId and kind, or check the meeting's id."),
        ["differs-from-schedule"] = new(
            "与会议安排不一致", "It differs from the schedule",
            "请核对会议编号，或去掉单位和类型，以会议安排为准。",
            "Check the meeting's id, or leave unit and kind out: the schedule already says them."),
        ["attendee-listed-twice"] = new(
            "同一人重复列出", "Somebody is listed twice",
            "每人只能列入出席或请假一次。请保留一项。",
            "A person is either present or sends apologies, once. Keep one of the entries."),
        ["resolution-listed-twice"] = new(
            "决议编号重复", "Two resolutions have the same id",
            "请为每项决议填写不同的编号，或不填写，由台账自动生成。",
            "Give each resolution an id of its own, or leave the ids out and the ledger makes them."),
        ["already-held"] = new(
            "会议已经召开", "The meeting was held already",
            "已召开的会议不能再改期、取消或重复登记。如记录有误，请办理更正。",
            "A meeting that was held cannot be moved, cancelled or held again. If the record is wrong, correct it."),
        ["not-held"] = new(
            "会议尚未召开", "The meeting was not held",
            "只有已召开的会议才能更正。未召开的会议请改期或取消。",
            "Only a meeting that was held can be corrected. One still to come can be rescheduled or cancelled."),

        // Tasks
        ["exactly-one-source"] = new(
            "任务来源须且只须一项", "A task has exactly one source",
            "请在决议、检查发现的问题、计划中填写一项，其余留空。",
            "Name one of a resolution, a finding or a plan, and leave the others out."),
        ["already-owner"] = new(
            "该任务已由此人负责", "The task is this person's already",
            "无需转交。如要更换负责人，请另选一人。",
            "Nothing is left to do. To change the owner, choose somebody else."),
        ["already-open"] = new(
            "任务尚未办结", "The task is open already",
            "无需重新打开。如要调整期限，请办理延期。",
            "There is no need to reopen it. To change the due date, extend it."),
        ["already-closed"] = new(
            "任务已销号", "The task is closed already",
            "无需再次办理。如需继续办理，请先重新打开该任务。",
            "Nothing is left to do. If there is more to be done, reopen the task first."),
        ["verifier-is-owner"] = new(
            "核验人不能是任务负责人", "The verifier is the task's owner",
            "请由任务负责人以外的责任人核验后销号。",
            "Have somebody other than the owner verify the task."),
        ["evidence-missing"] = new(
            "缺少佐证材料", "There is no evidence",
            "请先为该任务提交佐证材料，并在销号时列出。",
            "Submit evidence for this task first, and name it when closing."),
        ["evidence-of-another-task"] = new(
            "佐证材料不属于该任务", "The evidence was given for another task",
            "请只列出为该任务提交的佐证材料。",
            "Name only evidence that was given for this task."),
        ["due-date-not-later"] = new(
            "新期限不晚于现期限", "The new due date is not later",
            "延期后的日期应晚于现在的期限。请核对日期。",
            "An extension ends after the due date in force. Check the date."),

        // Import
        ["at-in-the-future"] = new(
            "记录时间晚于现在", "The recorded instant lies in the future",
            "请核对该行的 at 及其时区；at 应为 UTC 时间。",
            "Check the line's at and its time zone; at is in UTC."),
        ["at-before-the-last-act"] = new(
            "记录时间早于台账最后一次记录", "The recorded instant lies before the last act",
            "台账按时间先后记录。请按时间顺序排列各行，或以 asOfNow=true 导入，将 at 作为原始时间保留。",
            "Acts are recorded in order. Sort the lines by time, or import with asOfNow=true: at stays as a claim."),
    };
}
