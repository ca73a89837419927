using System.Text.Json.Nodes;
using Ledger.Commands;

namespace Ledger.Http;

/// <summary>One example body a command; a test sends each of them.</summary>
internal static class Examples
{
    private const string Hash = "d60a5f94fa5abec4e93a6d817add39c3cf16b3a173c0acf8c5bd04064273e56c";

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["DefineArea"] = """{"areaId":"training","nameZh":"队伍培训","nameEn":"Training"}""",
        ["RegisterUnit"] = """{"unitId":"planning","nameZh":"市规划局","nameEn":"City Planning Bureau","kind":"bureau","level":2,"parentId":"city","effectiveFrom":"2024-01-01","levelLabels":{"First":"第一责任人","Leading":"直接责任人","Direct":"岗位责任人"},"requiredCells":[{"areaId":"training","level":"First"}]}""",
        ["RenameUnit"] = """{"nameZh":"市自然资源和规划局","nameEn":"City Natural Resources and Planning Bureau","effectiveFrom":"2025-07-01","basis":"示例市发〔2025〕12号"}""",
        ["MoveUnit"] = """{"parentId":"city","effectiveFrom":"2025-07-01"}""",
        ["ChangeRequiredCells"] = """{"requiredCells":[{"areaId":"training","level":"First"},{"areaId":"training","level":"Leading"}],"effectiveFrom":"2025-07-01"}""",
        ["DissolveUnit"] = """{"dissolvedOn":"2025-12-31","reason":"机构改革"}""",
        ["CorrectUnit"] = """{"changes":{"nameEn":"Municipal Planning Bureau"},"reason":"译名有误"}""",
        ["RegisterOfficeHolder"] = """{"personId":"li","unitId":"planning","post":"局长","postCategory":"head","since":"2024-01-01"}""",
        ["ChangePost"] = """{"unitId":"planning","post":"副局长","postCategory":"leader-in-charge","since":"2025-07-01"}""",
        ["OfficeHolderLeft"] = """{"leftOn":"2025-07-01"}""",
        ["CorrectOfficeHolder"] = """{"changes":{"post":"党组书记、局长"},"reason":"职务登记不全"}""",
        ["EstablishLeadingGroup"] = """{"groupId":"grp-planning","unitId":"planning","purpose":"responsibility","effectiveFrom":"2025-01-01","basis":"规划局党组〔2025〕1号","members":[{"personId":"li","role":"head"}]}""",
        ["ChangeGroupMember"] = """{"personId":"wang","role":"deputy","effectiveFrom":"2025-07-01"}""",
        ["DissolveLeadingGroup"] = """{"dissolvedOn":"2025-12-31","reason":"任务完成"}""",
        ["AssignLeader"] = """{"assignmentId":"asg-1","unitId":"planning","areaId":"training","level":"First","personId":"li","effectiveFrom":"2025-03-01","basis":"示例市责任分工(2025)"}""",
        ["ReplaceLeader"] = """{"assignmentId":"asg-2","personId":"wang","effectiveFrom":"2025-06-01","reason":"分工调整"}""",
        ["EndAssignment"] = """{"endsOn":"2025-09-01","reason":"岗位轮换"}""",
        ["CorrectAssignment"] = """{"changes":{"effectiveFrom":"2025-05-16"},"reason":"任职文件日期为5月16日"}""",
        ["VoidAssignment"] = """{"reason":"上级未批复,任命无效"}""",
        ["AcceptHandOver"] = """{"personId":"li","acceptedOn":"2025-06-03","remark":"资料齐全"}""",
        ["ScheduleMeeting"] = """{"meetingId":"mtg-1","unitId":"planning","kind":"special","topic":"听取工作情况汇报","areaIds":["training"],"scheduledFor":"2025-03-20T14:30:00","convenedBy":"li"}""",
        ["RescheduleMeeting"] = """{"newScheduledFor":"2025-03-27T14:30:00","reason":"时间冲突"}""",
        ["CancelMeeting"] = """{"reason":"全员参加防汛值守"}""",
        ["HoldMeeting"] = """{"heldOn":"2025-03-20","chairId":"li","attendees":["li","wang"],"apologies":[],"agenda":["pass-on","hear-reports"],"resolutions":[{"resolutionId":"res-1","areaId":"training","text":"制定全年培训计划"}]}""",
        ["CorrectMeeting"] = """{"changes":{"heldOn":"2025-03-21"},"reason":"实际召开日期为3月21日"}""",
        ["RaiseTask"] = """{"taskId":"tsk-1","unitId":"planning","resolutionId":"res-1","areaId":"training","ownerId":"wang","title":"全年培训计划","dueOn":"2025-04-30"}""",
        ["SubmitEvidence"] = $$"""{"evidenceId":"evd-1","kind":"document","description":"全年培训计划","sha256":"{{Hash}}","submittedOn":"2025-04-25"}""",
        ["CloseTask"] = """{"closedOn":"2025-04-28","verifiedBy":"li","evidenceIds":["evd-1"]}""",
        ["ReopenTask"] = """{"reason":"复查发现未落实到位","newDueOn":"2025-06-30"}""",
        ["ExtendTask"] = """{"newDueOn":"2025-07-15","approvedBy":"li","reason":"工作量调整"}""",
        ["ReassignTask"] = """{"newOwnerId":"zhao","reason":"责任人变动"}""",
        ["CancelTask"] = """{"reason":"与另一任务重复"}""",
        ["AdoptObligation"] = """{"obligationId":"obl-special","ruleCode":"B1","unitIds":["planning"],"effectiveFrom":"2025-01-01","parameters":{"meetingKind":"special","period":"half-year","minimum":1},"basis":"示例市责任制实施方案(2025)第6条"}""",
        ["EndObligation"] = """{"endsOn":"2025-10-01","reason":"新办法施行"}""",
        ["RecordInspection"] = """{"inspectionId":"ins-1","unitId":"planning","inspectingUnitId":"city","kind":"superior","inspectedOn":"2025-04-22","areaIds":["training"],"checkedTaskIds":[],"findings":[{"findingId":"fnd-1","areaId":"training","severity":"minor","text":"培训计划完成滞后"}]}""",
        ["IssueNotification"] = """{"notificationId":"ntf-1","inspectionId":"ins-1","fromUnitId":"city","toUnitId":"planning","kind":"通报","issuedOn":"2025-04-29"}""",
        ["AcknowledgeNotification"] = """{"acknowledgedOn":"2025-04-30","byPersonId":"li"}""",
        ["RecordAccountability"] = """{"caseId":"acc-1","unitId":"planning","personId":"wang","form":"提醒谈话","taskId":"tsk-1","ground":"任务未按时完成","cause":"计划编制启动过晚","decidedOn":"2025-06-10"}""",
        ["LiftAccountability"] = """{"liftedOn":"2025-12-10","reason":"整改到位"}""",
        ["OpenAssessment"] = """{"assessmentId":"ass-2","unitId":"planning","byUnitId":"city","period":"2026","ruleCodes":["A1","B1","C4"],"openedOn":"2025-12-26"}""",
        ["RecordAssessment"] = """{"assessmentId":"ass-1","unitId":"planning","byUnitId":"city","period":"2025","rulesMet":7,"rulesTotal":9,"recordedOn":"2025-12-26"}""",
        ["PublishAssessment"] = """{"publishedOn":"2025-12-30"}""",
        ["SubmitReport"] = $$"""{"reportId":"rpt-1","unitId":"planning","kind":"half-year-summary","period":"2025-H1","submittedOn":"2025-07-10","toUnitId":"city","contentSha256":"{{Hash}}","figures":{"specialMeetings":1} }""",
        ["ReturnReport"] = """{"returnedOn":"2025-07-14","reason":"数字与台账不符","byUnitId":"city"}""",
        ["RecordChannel"] = """{"channelId":"chn-1","unitId":"planning","kind":"website","name":"规划局网站","custodianId":"wang","tenOrMoreMembers":false}""",
        ["FileChannel"] = """{"filingNo":"市备2025-001","approvedBy":"li","filedOn":"2025-01-15"}""",
        ["ChangeCustodian"] = """{"custodianId":"li","effectiveFrom":"2025-07-22"}""",
        ["RetireChannel"] = """{"reason":"闲置","retiredOn":"2025-09-24"}""",
        ["LogReleases"] = """{"unitId":"planning","channelId":"chn-1","kind":"website-update","period":"2025-01","count":4}""",
        ["SubmitItem"] = """{"itemId":"itm-1","unitId":"planning","class":"business","title":"规划公示简讯","channelId":"chn-1","authorId":"wang","submittedOn":"2025-02-12"}""",
        ["ApproveItem"] = """{"reviewerId":"li","gates":["picture","wording","work"],"approvedOn":"2025-02-13"}""",
        ["ReturnItem"] = """{"reviewerId":"li","gate":"wording","returnedOn":"2025-02-13"}""",
        ["PublishItem"] = """{"publishedOn":"2025-02-14"}""",
        ["AdoptPlan"] = """{"planId":"pln-1","unitId":"planning","title":"2025年培训工作计划","period":"2025","adoptedOn":"2025-01-20","areaIds":["training"]}""",
        ["PublishRecord"] = """{"recordId":"rec-1","unitId":"planning","kind":"decision","title":"规划许可结果公示","decidedOn":"2025-04-10","publishedOn":"2025-04-18","channelId":"chn-1"}""",
        ["OpenIncident"] = """{"incidentId":"inc-1","unitId":"planning","kind":"weather","title":"防汛值守","openedOn":"2025-07-14"}""",
        ["AssignIncidentDuty"] = """{"personId":"wang","from":"2025-07-14"}""",
        ["CloseIncident"] = """{"closedOn":"2025-07-16","measures":"排除积水,恢复通行"}""",
        ["ReviewIncident"] = """{"reviewedOn":"2025-07-20","chairId":"li","lessons":"汛前检查泵站"}""",
        ["CompleteTraining"] = """{"trainingId":"trn-1","unitId":"planning","personIds":["li","wang"],"title":"春季轮训","completedOn":"2025-05-20"}""",
        ["HoldActivity"] = """{"activityId":"act-1","unitId":"planning","title":"义务植树","kind":"志愿服务","heldOn":"2025-03-12"}""",
        ["ReceiveHonour"] = """{"honourId":"hon-1","unitId":"planning","title":"文明单位","awardedBy":"示例市","receivedOn":"2025-06-28"}""",
    };

    public static JsonNode Of(CommandCatalogue.Entry command) => JsonNode.Parse(Bodies[command.Name])!;
}
