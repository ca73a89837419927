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
