using System.Text.Json.Nodes;
using Ledger.Commands;

namespace Ledger.IntegrationTests.Hosting;

/// <summary>A small body's year: acts that an empty tenant takes in this order, every command among them. Planning and
/// housing stand below the city; Li heads planning, Wang is deputy there, Zhao is in housing, Chen leaves.</summary>
internal static class Acts
{
    private const string Hash = "d60a5f94fa5abec4e93a6d817add39c3cf16b3a173c0acf8c5bd04064273e56c";

    public static IReadOnlyList<Act> All { get; } =
    [
        new("DefineArea", "/api/areas", "training", 201,
            """{"areaId":"training","nameZh":"队伍培训","nameEn":"Training","basis":"市发〔2025〕1号"}""", "areaId basis"),
        new("DefineArea", "/api/areas", "publicity", 201, """{"areaId":"publicity","nameZh":"宣传工作","nameEn":"Publicity"}"""),
        new("RegisterUnit", "/api/units", "city", 201, """
            {"unitId":"city","nameZh":"示例市","nameEn":"Sample City","kind":"city","level":1,"parentId":null,
             "effectiveFrom":"2024-01-01","requiredCells":[]}
            """, "unitId"),
        new("RegisterUnit", "/api/units", "planning", 201, """
            {"unitId":"planning","nameZh":"市规划局","nameEn":"City Planning Bureau","kind":"bureau","level":2,"parentId":"city",
             "effectiveFrom":"2024-01-01","levelLabels":{"First":"第一责任人","Leading":"直接责任人","Direct":"岗位责任人"},
             "requiredCells":[{"areaId":"training","level":"First"},{"areaId":"publicity","level":"Direct"}]}
            """),
        new("RegisterUnit", "/api/units", "housing", 201, """
            {"unitId":"housing","nameZh":"市住建局","nameEn":"City Housing Bureau","kind":"bureau","level":2,"parentId":"city",
             "effectiveFrom":"2024-01-01","requiredCells":[{"areaId":"training","level":"First"}]}
            """),
        new("RegisterUnit", "/api/units", "annex", 201, """
            {"unitId":"annex","nameZh":"规划局分局","nameEn":"Planning Annex","kind":"office","level":3,"parentId":"planning",
             "effectiveFrom":"2024-01-01","requiredCells":[]}
            """),
        new("RegisterOfficeHolder", "/api/people", "li", 201, """
            {"personId":"li","unitId":"planning","post":"局长","postCategory":"head","since":"2024-01-01","displayName":"李示例"}
            """, "personId displayName"),
        new("RegisterOfficeHolder", "/api/people", "wang", 201, """
            {"personId":"wang","unitId":"planning","post":"副局长","postCategory":"leader-in-charge","since":"2024-01-01"}
            """),
        new("RegisterOfficeHolder", "/api/people", "zhao", 201, """
            {"personId":"zhao","unitId":"housing","post":"科长","postCategory":"section-head","since":"2024-01-01"}
            """),
        new("RegisterOfficeHolder", "/api/people", "chen", 201, """
            {"personId":"chen","unitId":"planning","post":"科员","postCategory":"staff","since":"2024-01-01"}
            """),
        new("SubmitReport", "/api/reports", "plan-2025", 201, $$"""
            {"reportId":"plan-2025","unitId":"planning","kind":"annual-plan","period":"2025","submittedOn":"2025-01-17","toUnitId":"city",
             "contentSha256":"{{Hash}}","figures":{"trainingDays":4},"items":[{"no":1,"month":3},{"no":2}],"basis":"市发〔2025〕2号"}
            """, "reportId toUnitId items basis"),
        new("EstablishLeadingGroup", "/api/leading-groups", "grp-1", 201, """
            {"groupId":"grp-1","unitId":"planning","purpose":"responsibility","effectiveFrom":"2025-01-01",
             "members":[{"personId":"li","role":"head"},{"personId":"chen","role":"member"}],
             "basis":{"text":"规划局党组〔2025〕1号","date":"2024-12-30"}}
            """, "groupId basis"),
        new("ChangeGroupMember", "/api/leading-groups/grp-1/members", "grp-1", 200,
            """{"personId":"wang","role":"deputy","effectiveFrom":"2025-07-01"}"""),
        new("AssignLeader", "/api/assignments", "asg-1", 201, """
            {"assignmentId":"asg-1","unitId":"planning","areaId":"training","level":"First","personId":"li",
             "effectiveFrom":"2025-03-01","basis":"示例市责任分工(2025)"}
            """, "assignmentId basis"),
        new("AssignLeader", "/api/assignments", "asg-3", 201, """
            {"assignmentId":"asg-3","unitId":"planning","areaId":"publicity","level":"First","personId":"wang",
             "effectiveFrom":"2025-03-01"}
            """),
        new("AssignLeader", "/api/assignments", "asg-4", 201, """
            {"assignmentId":"asg-4","unitId":"planning","areaId":"publicity","level":"Direct","personId":"chen",
             "effectiveFrom":"2025-03-01"}
            """),
        new("ReplaceLeader", "/api/assignments/asg-1/replace", "asg-2", 201, """
            {"assignmentId":"asg-2","personId":"wang","effectiveFrom":"2025-06-01","unitId":"planning","areaId":"training",
             "level":"First","reason":"分工调整"}
            """, "assignmentId unitId areaId level reason"),
        new("AcceptHandOver", "/api/assignments/asg-1/hand-over", "asg-1", 200,
            """{"personId":"li","acceptedOn":"2025-06-03","remark":"资料齐全"}""", "remark"),
        new("AcceptHandOver", "/api/assignments/asg-1/hand-over", "asg-1", 200, """{"personId":"wang","acceptedOn":"2025-06-04"}"""),
        new("EndAssignment", "/api/assignments/asg-2/end", "asg-2", 200, """{"endsOn":"2025-09-01","reason":"岗位轮换"}"""),
        new("CorrectAssignment", "/api/assignments/asg-1/correct", "asg-1", 200,
            """{"correctionId":"cor-1","changes":{"effectiveFrom":"2025-03-15"},"reason":"任职文件日期为3月15日"}""", "correctionId"),
        new("VoidAssignment", "/api/assignments/asg-3/void", "asg-3", 200,
            """{"correctionId":"cor-2","reason":"上级未批复,任命无效"}""", "correctionId"),
        new("ScheduleMeeting", "/api/meetings", "mtg-1", 201, """
            {"meetingId":"mtg-1","unitId":"planning","kind":"special","topic":"听取工作情况汇报","areaIds":["training"],
             "scheduledFor":"2025-03-20T14:30:00","convenedBy":"li"}
            """, "meetingId"),
        new("ScheduleMeeting", "/api/meetings", "mtg-2", 201, """
            {"meetingId":"mtg-2","unitId":"planning","kind":"study","topic":"专题学习","areaIds":[],
             "scheduledFor":"2025-06-10T09:00:00","convenedBy":"li"}
            """),
        new("RescheduleMeeting", "/api/meetings/mtg-1/reschedule", "mtg-1", 200,
            """{"newScheduledFor":"2025-03-27T14:30:00","reason":"时间冲突"}"""),
        new("CancelMeeting", "/api/meetings/mtg-2/cancel", "mtg-2", 200, """{"reason":"全员参加防汛值守"}"""),
        new("HoldMeeting", "/api/meetings/mtg-1/hold", "mtg-1", 200, """
            {"heldOn":"2025-03-27","chairId":"li","attendees":["li","wang"],"apologies":["chen"],"agenda":["pass-on","hear-reports"],
             "resolutions":[{"resolutionId":"res-1","areaId":"training","text":"制定全年培训计划"}],
             "unitId":"planning","kind":"special","topic":"听取汇报","areaIds":["training"],"backfilled":true}
            """, "unitId kind topic areaIds backfilled"),
        new("CorrectMeeting", "/api/meetings/mtg-1/correct", "mtg-1", 200,
            """{"correctionId":"cor-3","changes":{"heldOn":"2025-03-28"},"reason":"实际召开日期为3月28日"}""", "correctionId"),
        new("RaiseTask", "/api/tasks", "tsk-1", 201, """
            {"taskId":"tsk-1","unitId":"planning","resolutionId":"res-1","areaId":"training","ownerId":"wang",
             "title":"全年培训计划","dueOn":"2025-04-30"}
            """, "taskId resolutionId"),
        new("RaiseTask", "/api/tasks", "tsk-2", 201, """
            {"taskId":"tsk-2","unitId":"planning","planId":"plan-2025","areaId":"publicity","ownerId":"chen",
             "title":"宣传栏更新","dueOn":"2025-12-31"}
            """),
        new("SubmitEvidence", "/api/tasks/tsk-1/evidence", "evd-1", 201, $$"""
            {"evidenceId":"evd-1","kind":"document","description":"全年培训计划","sha256":"{{Hash}}","submittedOn":"2025-04-25"}
            """, "evidenceId"),
        new("CloseTask", "/api/tasks/tsk-1/close", "tsk-1", 200,
            """{"closedOn":"2025-05-02","verifiedBy":"li","evidenceIds":["evd-1"]}"""),
        new("ReopenTask", "/api/tasks/tsk-1/reopen", "tsk-1", 200, """{"reason":"复查发现未落实到位","newDueOn":"2025-06-30"}"""),
        new("ExtendTask", "/api/tasks/tsk-1/extend", "tsk-1", 200,
            """{"newDueOn":"2025-07-15","approvedBy":"li","reason":"工作量调整"}"""),
        new("ReassignTask", "/api/tasks/tsk-1/reassign", "tsk-1", 200, """{"newOwnerId":"zhao","reason":"责任人变动"}"""),
        new("CancelTask", "/api/tasks/tsk-1/cancel", "tsk-1", 200, """{"reason":"与另一任务重复"}"""),
        new("AdoptObligation", "/api/obligations", "obl-1", 201, """
            {"obligationId":"obl-1","ruleCode":"B1","unitIds":["planning","housing"],"effectiveFrom":"2025-01-01",
             "parameters":{"meetingKind":"special","period":"half-year","minimum":1},"basis":"市发〔2025〕3号"}
            """, "obligationId basis"),
        new("EndObligation", "/api/obligations/obl-1/end", "obl-1", 200, """{"endsOn":"2026-07-01","reason":"新办法施行"}"""),
        new("RecordInspection", "/api/inspections", "ins-1", 201, """
            {"inspectionId":"ins-1","unitId":"planning","inspectingUnitId":"city","kind":"superior","inspectedOn":"2025-05-20",
             "areaIds":["training","publicity"],"checkedTaskIds":["tsk-1"],"aspects":["organisation","team"],
             "findings":[{"findingId":"fnd-1","areaId":"training","severity":"major","text":"培训无计划"},
              {"findingId":"fnd-2","areaId":"publicity","severity":"minor","text":"公开栏未及时更新"}]}
            """, "inspectionId aspects"),
        new("IssueNotification", "/api/notifications", "ntf-1", 201, """
            {"notificationId":"ntf-1","inspectionId":"ins-1","fromUnitId":"city","toUnitId":"planning","kind":"通报","issuedOn":"2025-05-27"}
            """, "notificationId"),
        new("AcknowledgeNotification", "/api/notifications/ntf-1/acknowledge", "ntf-1", 200,
            """{"acknowledgedOn":"2025-05-28","byPersonId":"li"}"""),
        new("RecordAccountability", "/api/accountability-cases", "acc-1", 201, """
            {"caseId":"acc-1","unitId":"planning","personId":"wang","form":"提醒谈话","taskId":"tsk-1","findingId":"fnd-1",
             "ground":"任务未按时完成","cause":"计划编制启动过晚","decidedOn":"2025-06-10"}
            """, "caseId taskId findingId"),
        new("LiftAccountability", "/api/accountability-cases/acc-1/lift", "acc-1", 200, """{"liftedOn":"2025-12-10","reason":"整改到位"}"""),
        new("RecordAssessment", "/api/assessments", "ass-1", 201, """
            {"assessmentId":"ass-1","unitId":"planning","byUnitId":"city","period":"2025","rulesMet":7,"rulesTotal":9,"recordedOn":"2025-12-26"}
            """, "assessmentId"),
        new("ReturnReport", "/api/reports/plan-2025/return", "plan-2025", 200,
            """{"returnedOn":"2025-02-10","reason":"缺少培训安排","byUnitId":"city"}"""),
        new("OpenAssessment", "/api/assessments/open", "ass-2", 201, """
            {"assessmentId":"ass-2","unitId":"planning","byUnitId":"city","period":"2026","ruleCodes":["A1","B1","C4"],"openedOn":"2025-12-26"}
            """, "assessmentId"),
        new("PublishAssessment", "/api/assessments/ass-1/publish", "ass-1", 200, """{"publishedOn":"2025-12-30"}"""),
        new("RecordChannel", "/api/channels", "chn-1", 201, """
            {"channelId":"chn-1","unitId":"planning","kind":"website","name":"规划局网站","custodianId":"wang","tenOrMoreMembers":false}
            """, "channelId"),
        new("RecordChannel", "/api/channels", "chn-2", 201, """
            {"channelId":"chn-2","unitId":"planning","kind":"wechat-group","name":"工作群","custodianId":"chen","tenOrMoreMembers":true}
            """),
        new("FileChannel", "/api/channels/chn-1/file", "chn-1", 200,
            """{"filingNo":"市备2025-001","approvedBy":"li","filedOn":"2025-01-15"}"""),
        new("ChangeCustodian", "/api/channels/chn-1/custodian", "chn-1", 200,
            """{"custodianId":"li","effectiveFrom":"2025-07-22"}"""),
        new("RetireChannel", "/api/channels/chn-2/retire", "chn-2", 200, """{"reason":"闲置","retiredOn":"2025-09-24"}"""),
        new("LogReleases", "/api/releases", "log-1", 201, """
            {"releaseLogId":"log-1","unitId":"planning","channelId":"chn-1","kind":"website-update","period":"2025-01","count":4}
            """, "releaseLogId channelId"),
        new("LogReleases", "/api/releases", "log-2", 201, """
            {"releaseLogId":"log-2","unitId":"planning","kind":"press-article","period":"2025-Q1","count":7}
            """),
        new("SubmitItem", "/api/release-items", "itm-1", 201, """
            {"itemId":"itm-1","unitId":"planning","class":"other","title":"规划公示简讯","channelId":"chn-1","authorId":"wang",
             "submittedOn":"2025-05-12"}
            """, "itemId channelId"),
        new("ReturnItem", "/api/release-items/itm-1/return", "itm-1", 200,
            """{"reviewerId":"li","gate":"wording","returnedOn":"2025-05-13"}"""),
        new("ApproveItem", "/api/release-items/itm-1/approve", "itm-1", 200,
            """{"reviewerId":"li","gates":["picture","wording","work"],"approvedOn":"2025-05-14"}"""),
        new("PublishItem", "/api/release-items/itm-1/publish", "itm-1", 200, """{"publishedOn":"2025-05-15"}"""),
        new("AdoptPlan", "/api/plans", "pln-1", 201, """
            {"planId":"pln-1","unitId":"planning","title":"培训工作计划","period":"2025","adoptedOn":"2025-01-20","areaIds":["training","publicity"],
             "basis":"市发〔2025〕2号"}
            """, "planId basis"),
        new("PublishRecord", "/api/openness-records", "rec-1", 201, """
            {"recordId":"rec-1","unitId":"planning","kind":"decision","title":"规划许可结果公示","decidedOn":"2025-04-10","publishedOn":"2025-04-18",
             "channelId":"chn-1"}
            """, "recordId channelId"),
        new("OpenIncident", "/api/incidents", "inc-1", 201, """
            {"incidentId":"inc-1","unitId":"planning","kind":"weather","title":"防汛值守","openedOn":"2025-07-14","areaId":"training"}
            """, "incidentId areaId"),
        new("AssignIncidentDuty", "/api/incidents/inc-1/duty", "inc-1", 200, """{"personId":"wang","from":"2025-07-14"}"""),
        new("CloseIncident", "/api/incidents/inc-1/close", "inc-1", 200, """{"closedOn":"2025-07-16","measures":"排除积水"}"""),
        new("ReviewIncident", "/api/incidents/inc-1/review", "inc-1", 200,
            """{"reviewedOn":"2025-07-20","chairId":"li","lessons":"提前检查泵站"}"""),
        new("CompleteTraining", "/api/trainings", "trn-1", 201, """
            {"trainingId":"trn-1","unitId":"planning","personIds":["li","chen"],"title":"春季轮训","completedOn":"2025-05-20"}
            """, "trainingId"),
        new("HoldActivity", "/api/activities", "act-1", 201, """
            {"activityId":"act-1","unitId":"planning","title":"义务植树","kind":"志愿服务","heldOn":"2025-03-12","areaId":"publicity"}
            """, "activityId areaId"),
        new("ReceiveHonour", "/api/honours", "hon-1", 201, """
            {"honourId":"hon-1","unitId":"planning","title":"文明单位","awardedBy":"示例市","receivedOn":"2025-06-28"}
            """, "honourId"),
        new("RenameUnit", "/api/units/planning/rename", "planning", 200, """
            {"nameZh":"市自然资源和规划局","nameEn":"City Natural Resources Bureau","effectiveFrom":"2025-07-01","basis":"市编办函"}
            """, "basis"),
        new("MoveUnit", "/api/units/housing/move", "housing", 200, """{"parentId":"planning","effectiveFrom":"2025-07-01"}"""),
        new("ChangeRequiredCells", "/api/units/planning/required-cells", "planning", 200, """
            {"requiredCells":[{"areaId":"training","level":"First"},{"areaId":"training","level":"Leading"}],"effectiveFrom":"2025-07-01"}
            """),
        new("DissolveUnit", "/api/units/annex/dissolve", "annex", 200, """{"dissolvedOn":"2025-12-31","reason":"机构改革"}"""),
        new("CorrectUnit", "/api/units/planning/correct", "planning", 200,
            """{"correctionId":"cor-4","changes":{"nameEn":"Natural Resources Bureau"},"reason":"译名有误"}""", "correctionId"),
        new("ChangePost", "/api/people/zhao/post", "zhao", 200,
            """{"unitId":"planning","post":"主任","postCategory":"department-head","since":"2025-07-01"}"""),
        new("OfficeHolderLeft", "/api/people/chen/leave", "chen", 200, """{"leftOn":"2025-07-01","reason":"调离"}""", "reason"),
        new("CorrectOfficeHolder", "/api/people/li/correct", "li", 200,
            """{"correctionId":"cor-5","changes":{"post":"党组书记、局长"},"reason":"职务登记不全"}""", "correctionId"),
        new("DissolveLeadingGroup", "/api/leading-groups/grp-1/dissolve", "grp-1", 200,
            """{"dissolvedOn":"2025-12-31","reason":"任务完成"}"""),
    ];

    /// <summary>The first act of each command.</summary>
    public static IReadOnlyList<Act> Each { get; } = [.. All.DistinctBy(a => a.Command)];

    /// <summary>The names of all commands, for theories.</summary>
    public static TheoryData<string> Commands { get; } = [.. LedgerCatalogue.Commands.Entries.Select(e => e.Name)];

    public static Act Of(string command) => Each.Single(a => a.Command == command);

    /// <summary>Records all acts.</summary>
    public static async Task Record(Client caller)
    {
        foreach (var act in All)
            (await caller.Post(act.Path, act.Body)).Is(act.Status);
    }

    /// <summary>Records what comes before the first act of <paramref name="command"/>.</summary>
    public static async Task RecordBefore(Client caller, string command)
    {
        foreach (var act in All.TakeWhile(a => a.Command != command))
            (await caller.Post(act.Path, act.Body)).Is(act.Status);
    }
}

/// <summary>A command as a caller sends it.</summary>
/// <param name="Id">The id that the receipt names.</param>
/// <param name="Status">201 when it creates the id, else 200.</param>
/// <param name="Optional">The members of the body that may be left out, parted by spaces.</param>
internal sealed record Act(string Command, string Path, string Id, int Status, string Body, string Optional = "")
{
    public CommandCatalogue.Entry Entry => LedgerCatalogue.Commands.Entries.Single(e => e.Name == Command);

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public bool IsOptional(string member) => Optional.Split(' ').Contains(member);

    public override string ToString() => $"{Command} {Id}";
}
