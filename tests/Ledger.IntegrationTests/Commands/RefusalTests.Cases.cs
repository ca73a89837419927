namespace Ledger.IntegrationTests.Commands;

public sealed partial class RefusalTests
{
    private const string Sha = "d60a5f94fa5abec4e93a6d817add39c3cf16b3a173c0acf8c5bd04064273e56c";

    private static Case[] Cases { get; } =
    [
        // Units
        new("level-out-of-range", "level", Unit("u-0", level: 0), """{"from":1,"to":20}"""),
        new("level-out-of-range", "level", Unit("u-0", level: 21)),
        new("cell-listed-twice", "requiredCells",
            """/api/units/planning/required-cells {"requiredCells":[{"areaId":"training","level":"First"},{"areaId":"training","level":"First"}],"effectiveFrom":"2025-08-01"}""",
            """{"areaId":"training","level":"First"}"""),
        new("unit-not-in-existence", "parentId", Unit("u-1", from: "2023-12-31"), """{"unitId":"city","on":"2023-12-31"}"""),
        new("unit-not-in-existence", "effectiveFrom", """/api/units/planning/rename {"nameZh":"甲","nameEn":"A","effectiveFrom":"2023-12-31"}""",
            """{"unitId":"planning","effectiveFrom":"2024-01-01"}"""),
        new("unit-not-in-existence", "effectiveFrom", """/api/units/annex/move {"parentId":"city","effectiveFrom":"2025-12-31"}""",
            """{"unitId":"annex","dissolvedOn":"2025-12-31"}"""),
        new("unit-not-in-existence", "parentId", """/api/units/housing/move {"parentId":"annex","effectiveFrom":"2025-12-31"}"""),
        new("parent-ends", "parentId", """/api/units/housing/move {"parentId":"annex","effectiveFrom":"2025-06-01"}""",
            """{"unitId":"annex","dissolvedOn":"2025-12-31"}"""),
        new("cycle", "parentId", """/api/units/city/move {"parentId":"planning","effectiveFrom":"2026-01-01"}""",
            """{"on":"2026-01-01","path":["city","planning"]}"""),
        new("cycle", "parentId", """/api/units/planning/move {"parentId":"planning","effectiveFrom":"2026-01-01"}"""),
        new("cycle", "parentId", """/api/units/c-1/move {"parentId":"c-2","effectiveFrom":"2025-01-01"}""", """{"on":"2026-06-01"}""",
            Unit("c-1"), Unit("c-2"), """/api/units/c-2/move {"parentId":"c-1","effectiveFrom":"2026-06-01"}"""),
        new("already-dissolved", "unitId", """/api/units/annex/dissolve {"dissolvedOn":"2026-01-31","reason":"再次撤销"}""",
            """{"dissolvedOn":"2025-12-31"}"""),
        new("end-not-after-start", "dissolvedOn", """/api/units/d-1/dissolve {"dissolvedOn":"2024-01-01","reason":"撤销"}""",
            """{"effectiveFrom":"2024-01-01"}""", Unit("d-1")),
        new("unit-in-use", "dissolvedOn", """/api/units/d-2/dissolve {"dissolvedOn":"2026-01-31","reason":"撤销"}""",
            """{"children":["d-3"],"unsettled":[{"kind":"task","id":"t-d2","on":"2025-06-30"}]}""", Unit("d-2"), Unit("d-3", parent: "d-2"), Task("t-d2", unit: "d-2")),
        new("unit-in-use", "dissolvedOn", """/api/units/d-4/dissolve {"dissolvedOn":"2025-06-30","reason":"撤销"}""",
            """{"actsOnOrAfter":[{"kind":"assignment","id":"a-d4","on":"2025-06-30"}]}""",
            Unit("d-4"), Assign("a-d4", "d-4", "li", "2025-06-30")),
        new("unit-in-use", "dissolvedOn", """/api/units/d-5/dissolve {"dissolvedOn":"2025-06-30","reason":"撤销"}""",
            """{"actsOnOrAfter":[{"kind":"unit","id":"d-5","on":"2025-07-01"}]}""",
            Unit("d-5"), """/api/units/d-5/rename {"nameZh":"甲","nameEn":"A","effectiveFrom":"2025-07-01"}"""),
        new("nothing-to-correct", "changes", """/api/units/planning/correct {"changes":{},"reason":"无"}"""),
        new("act-before-start", "changes.effectiveFrom", """/api/units/c-3/correct {"changes":{"effectiveFrom":"2025-06-01"},"reason":"日期有误"}""",
            """{"earliestAct":{"kind":"assignment","id":"a-c3","on":"2025-05-31"}}""", Unit("c-3"), Assign("a-c3", "c-3", "li", "2025-05-31")),
        new("start-not-before-end", "changes.effectiveFrom", """/api/units/d-6/correct {"changes":{"effectiveFrom":"2025-01-31"},"reason":"日期有误"}""",
            """{"dissolvedOn":"2025-01-31"}""", Unit("d-6"), """/api/units/d-6/dissolve {"dissolvedOn":"2025-01-31","reason":"撤销"}"""),
        new("unit-not-in-existence", "changes.effectiveFrom", """/api/units/housing/correct {"changes":{"effectiveFrom":"2023-06-01"},"reason":"日期有误"}""",
            """{"unitId":"city"}"""),

        // People
        new("unit-not-in-existence", "since", Person("p-0", since: "2023-12-31"), """{"unitId":"planning"}"""),
        new("holder-not-in-office", "since", """/api/people/li/post {"unitId":"planning","post":"局长","postCategory":"head","since":"2023-06-01"}""",
            """{"personId":"li","since":"2024-01-01"}"""),
        new("holder-not-in-office", "since", """/api/people/chen/post {"unitId":"planning","post":"科长","postCategory":"staff","since":"2025-07-01"}""",
            """{"leftOn":"2025-07-01"}"""),
        new("unit-not-in-existence", "since", """/api/people/li/post {"unitId":"annex","post":"局长","postCategory":"head","since":"2026-01-01"}"""),
        new("already-left", "personId", """/api/people/chen/leave {"leftOn":"2025-08-01"}""", """{"leftOn":"2025-07-01"}"""),
        new("left-before-start", "leftOn", """/api/people/wang/leave {"leftOn":"2023-12-31"}""", """{"since":"2024-01-01"}"""),
        new("nothing-to-correct", "changes", """/api/people/li/correct {"changes":{},"reason":"无"}"""),
        new("not-left", "changes.leftOn", """/api/people/li/correct {"changes":{"leftOn":"2025-07-01"},"reason":"有误"}"""),
        new("left-before-start", "changes.leftOn", """/api/people/chen/correct {"changes":{"leftOn":"2023-01-01"},"reason":"有误"}"""),
        new("assignment-outside-office", "changes.since", """/api/people/p-1/correct {"changes":{"since":"2025-06-01"},"reason":"有误"}""",
            """{"duty":{"kind":"assignment","id":"a-p1","on":"2025-05-31"}}""",
            Unit("u-p1"), Person("p-1"), Assign("a-p1", "u-p1", "p-1", "2025-05-31")),

        // Leading groups
        new("unit-not-in-existence", "effectiveFrom", Group("g-0", "2023-12-31"), """{"unitId":"planning"}"""),
        new("holder-not-in-office", "members[0].personId", Group("g-1", "2025-07-01", "chen"), """{"personId":"chen","leftOn":"2025-07-01"}"""),
        new("member-listed-twice", "members",
            """/api/leading-groups {"groupId":"g-2","unitId":"planning","purpose":"p","effectiveFrom":"2025-01-01","members":[{"personId":"li","role":"head"},{"personId":"li","role":"member"}]}""",
            """{"personId":"li"}"""),
        new("holder-not-in-office", "personId", """/api/leading-groups/g-3/members {"personId":"chen","role":"head","effectiveFrom":"2025-08-01"}""",
            """{"personId":"chen"}""", Group("g-3", "2025-01-01")),
        new("already-dissolved", "effectiveFrom", """/api/leading-groups/grp-1/members {"personId":"li","role":null,"effectiveFrom":"2025-12-31"}""",
            """{"dissolvedOn":"2025-12-31"}"""),
        new("already-dissolved", "groupId", """/api/leading-groups/grp-1/dissolve {"dissolvedOn":"2026-01-31","reason":"再次"}"""),
        new("end-not-after-start", "dissolvedOn", """/api/leading-groups/g-4/dissolve {"dissolvedOn":"2025-01-01","reason":"撤销"}""",
            """{"effectiveFrom":"2025-01-01"}""", Group("g-4", "2025-01-01")),

        // Assignments
        new("cell-held", "effectiveFrom", Assign("a-2", "u-a1", "wang", "2025-03-02"),
            """{"personId":"li","assignmentId":"a-1","since":"2025-03-01"}""", Unit("u-a1"), Assign("a-1", "u-a1", "li", "2025-03-01")),
        new("holder-not-in-office", "personId", Assign("a-0", "planning", "chen", "2025-07-01"), """{"personId":"chen","leftOn":"2025-07-01"}"""),
        new("holder-not-in-office", "personId", Assign("a-0", "city", "p-a0", "2024-05-31"), """{"since":"2024-06-01"}""",
            Person("p-a0", since: "2024-06-01")),
        new("unit-not-in-existence", "effectiveFrom", Assign("a-0", "annex", "li", "2025-12-31"), """{"dissolvedOn":"2025-12-31"}"""),
        new("not-the-holder", "replacesAssignmentId", """/api/assignments/asg-2/replace {"personId":"li","effectiveFrom":"2025-09-02"}""",
            """{"endsOn":"2025-09-01"}"""),
        new("not-the-holder", "replacesAssignmentId", """/api/assignments/asg-3/replace {"personId":"li","effectiveFrom":"2025-03-02"}""",
            """{"voided":true}"""),
        new("not-the-holder", "replacesAssignmentId", """/api/assignments/asg-1/replace {"personId":"li","effectiveFrom":"2025-06-02"}""",
            """{"holder":"asg-2","personId":"wang","since":"2025-06-01"}"""),
        new("another-cell", "replacesAssignmentId", """/api/assignments/asg-4/replace {"personId":"li","effectiveFrom":"2025-06-01","areaId":"training"}""",
            """{"unitId":"planning","areaId":"publicity","level":"Direct"}"""),
        new("holder-not-in-office", "personId", """/api/assignments/asg-4/replace {"personId":"chen","effectiveFrom":"2025-08-01"}"""),
        new("unit-not-in-existence", "effectiveFrom", """/api/assignments/asg-4/replace {"personId":"li","effectiveFrom":"2023-08-01"}"""),
        new("already-voided", "assignmentId", """/api/assignments/asg-3/end {"endsOn":"2025-09-01","reason":"有误"}"""),
        new("already-ended", "assignmentId", """/api/assignments/asg-2/end {"endsOn":"2025-10-01","reason":"有误"}""", """{"endsOn":"2025-09-01"}"""),
        new("end-not-after-start", "endsOn", """/api/assignments/asg-4/end {"endsOn":"2025-03-01","reason":"有误"}""", """{"effectiveFrom":"2025-03-01"}"""),
        new("void-and-assign", "changes", """/api/assignments/asg-4/correct {"changes":{"level":"First"},"reason":"有误"}""",
            """{"unitId":"planning","areaId":"publicity","level":"Direct"}"""),
        new("void-and-assign", "changes", """/api/assignments/asg-4/correct {"changes":{"unitId":"city","personId":"li"},"reason":"有误"}"""),
        new("nothing-to-correct", "changes", """/api/assignments/asg-4/correct {"changes":{},"reason":"无"}"""),
        new("already-voided", "assignmentId", """/api/assignments/asg-3/correct {"changes":{"personId":"li"},"reason":"有误"}"""),
        new("not-ended", "changes.endsOn", """/api/assignments/asg-4/correct {"changes":{"endsOn":"2025-09-01"},"reason":"有误"}"""),
        new("not-ended", "changes.endsOn", """/api/assignments/asg-4/correct {"changes":{"endsOn":null},"reason":"有误"}"""),
        new("start-not-before-end", "changes.effectiveFrom", """/api/assignments/asg-2/correct {"changes":{"effectiveFrom":"2025-09-01"},"reason":"有误"}""",
            """{"endsOn":"2025-09-01"}"""),
        new("start-not-before-end", "changes.endsOn", """/api/assignments/asg-2/correct {"changes":{"endsOn":"2025-06-01"},"reason":"有误"}"""),
        new("holder-not-in-office", "changes.effectiveFrom", """/api/assignments/asg-4/correct {"changes":{"effectiveFrom":"2025-07-01"},"reason":"有误"}"""),
        new("holder-not-in-office", "changes.personId", """/api/assignments/a-3/correct {"changes":{"personId":"chen"},"reason":"有误"}""", "{}",
            Unit("u-a3"), Assign("a-3", "u-a3", "li", "2025-07-01")),
        new("unit-not-in-existence", "changes.effectiveFrom", """/api/assignments/a-4/correct {"changes":{"effectiveFrom":"2024-05-31"},"reason":"有误"}""",
            """{"unitId":"u-a4"}""", Unit("u-a4", from: "2024-06-01"), Assign("a-4", "u-a4", "li", "2025-07-01")),
        new("already-voided", "assignmentId", """/api/assignments/asg-3/void {"reason":"再次"}"""),

        // Meetings
        new("unit-not-in-existence", "scheduledFor", Schedule("m-0", "annex", "2026-01-10T09:00:00"), """{"unitId":"annex"}"""),
        new("already-cancelled", "meetingId", """/api/meetings/mtg-2/reschedule {"newScheduledFor":"2025-07-01T09:00:00","reason":"改期"}"""),
        new("already-held", "meetingId", """/api/meetings/mtg-1/reschedule {"newScheduledFor":"2025-07-01T09:00:00","reason":"改期"}""", """{"heldOn":"2025-03-28"}"""),
        new("unit-not-in-existence", "newScheduledFor", """/api/meetings/m-1/reschedule {"newScheduledFor":"2023-01-01T09:00:00","reason":"改期"}""", "{}",
            Schedule("m-1")),
        new("already-cancelled", "meetingId", """/api/meetings/mtg-2/cancel {"reason":"再次"}"""),
        new("already-held", "meetingId", """/api/meetings/mtg-1/cancel {"reason":"取消"}"""),
        new("already-held", "meetingId", Hold("mtg-1")),
        new("already-cancelled", "meetingId", Hold("mtg-2")),
        new("unit-and-kind-needed", "unitId", Hold("m-x", more: ""","topic":"学习","areaIds":[]""")),
        new("unit-and-kind-needed", "kind", Hold("m-x", more: ""","topic":"学习","areaIds":[],"unitId":"planning" """)),
        new("differs-from-schedule", "unitId", Hold("m-2", more: ""","unitId":"city" """), """{"unitId":"planning"}""", Schedule("m-2")),
        new("differs-from-schedule", "kind", Hold("m-3", more: ""","kind":"special" """), """{"kind":"study"}""", Schedule("m-3")),
        new("date-in-the-future", "heldOn", Hold("m-4", "2199-12-31"), "{}", Schedule("m-4")),
        new("unit-not-in-existence", "heldOn", Hold("m-5", "2023-12-31"), """{"unitId":"planning"}""", Schedule("m-5")),
        new("attendee-listed-twice", "attendees", Hold("m-6", attendees: """["li","li"]"""), """{"personId":"li"}""", Schedule("m-6")),
        new("resolution-listed-twice", "resolutions", Hold("m-7", resolutions:
            """[{"resolutionId":"r-7","areaId":"training","text":"甲"},{"resolutionId":"r-7","areaId":"training","text":"乙"}]"""), "{}", Schedule("m-7")),
        new("not-held", "meetingId", """/api/meetings/mtg-2/correct {"changes":{"heldOn":"2025-06-10"},"reason":"有误"}"""),
        new("nothing-to-correct", "changes", """/api/meetings/mtg-1/correct {"changes":{},"reason":"无"}"""),
        new("date-in-the-future", "changes.heldOn", """/api/meetings/mtg-1/correct {"changes":{"heldOn":"2199-12-31"},"reason":"有误"}"""),
        new("unit-not-in-existence", "changes.heldOn", """/api/meetings/mtg-1/correct {"changes":{"heldOn":"2023-12-31"},"reason":"有误"}"""),

        // Tasks
        new("exactly-one-source", "resolutionId", Task("t-0", source: ""), """{"oneOf":["resolutionId","findingId","planId"]}"""),
        new("exactly-one-source", "resolutionId", Task("t-0", source: ""","planId":"plan-2025","findingId":"fnd-1" """)),
        new("unit-not-in-existence", "unitId", Task("t-0", unit: "annex"), """{"unitId":"annex"}"""),
        new("holder-not-in-office", "ownerId", Task("t-0", owner: "chen"), """{"personId":"chen"}"""),
        new("already-cancelled", "taskId", $$"""/api/tasks/tsk-1/evidence {"kind":"k","description":"d","sha256":"{{Sha}}","submittedOn":"2025-04-25"}"""),
        new("date-in-the-future", "submittedOn", $$"""/api/tasks/tsk-2/evidence {"kind":"k","description":"d","sha256":"{{Sha}}","submittedOn":"2199-12-31"}"""),
        new("already-closed", "taskId", Evidence("t-1", "e-1b"), """{"closedOn":"2025-05-01"}""", Closed("t-1")),
        new("already-closed", "taskId", Close("t-3", "e-t-3"), "{}", Closed("t-3")),
        new("already-closed", "taskId", """/api/tasks/t-4/extend {"newDueOn":"2199-01-01","approvedBy":"li","reason":"延期"}""", "{}", Closed("t-4")),
        new("already-closed", "taskId", """/api/tasks/t-5/reassign {"newOwnerId":"zhao","reason":"转交"}""", "{}", Closed("t-5")),
        new("already-closed", "taskId", """/api/tasks/t-6/cancel {"reason":"取消"}""", "{}", Closed("t-6")),
        new("already-cancelled", "taskId", Close("tsk-1", "evd-1")),
        new("verifier-is-owner", "verifiedBy", Close("t-7", "e-7", by: "wang"), """{"ownerId":"wang"}""", Task("t-7"), Evidence("t-7", "e-7")),
        new("evidence-missing", "evidenceIds", """/api/tasks/t-8/close {"closedOn":"2025-05-01","verifiedBy":"li","evidenceIds":[]}""",
            """{"givenForIt":["e-8"]}""", Task("t-8"), Evidence("t-8", "e-8")),
        new("evidence-of-another-task", "evidenceIds", Close("t-9", "evd-1"), """{"evidenceId":"evd-1","givenForIt":["e-9"]}""",
            Task("t-9"), Evidence("t-9", "e-9")),
        new("date-too-early", "closedOn", Close("t-e", "e-e", on: "2025-04-24"), """{"earliest":"2025-04-25"}""", Task("t-e"), Evidence("t-e", "e-e")),
        new("date-in-the-future", "closedOn", Close("t-10", "e-10", on: "2199-12-31"), "{}", Task("t-10"), Evidence("t-10", "e-10")),
        new("already-open", "taskId", """/api/tasks/t-11/reopen {"reason":"复查","newDueOn":"2025-12-31"}""", """{"dueOn":"2025-06-30"}""", Task("t-11")),
        new("already-cancelled", "taskId", """/api/tasks/tsk-1/reopen {"reason":"复查","newDueOn":"2025-12-31"}"""),
        new("due-date-not-later", "newDueOn", """/api/tasks/t-12/extend {"newDueOn":"2025-06-30","approvedBy":"li","reason":"延期"}""", """{"dueOn":"2025-06-30"}""", Task("t-12")),
        new("already-cancelled", "taskId", """/api/tasks/tsk-1/extend {"newDueOn":"2199-06-30","approvedBy":"li","reason":"延期"}"""),
        new("already-owner", "newOwnerId", """/api/tasks/t-13/reassign {"newOwnerId":"wang","reason":"转交"}""", "{}", Task("t-13")),
        new("holder-not-in-office", "newOwnerId", """/api/tasks/t-14/reassign {"newOwnerId":"chen","reason":"转交"}""", "{}", Task("t-14")),
        new("already-cancelled", "taskId", """/api/tasks/tsk-1/reassign {"newOwnerId":"li","reason":"转交"}"""),
        new("already-cancelled", "taskId", """/api/tasks/tsk-1/cancel {"reason":"再次"}"""),
        new("finding-of-another-unit", "findingId", Task("t-15", unit: "housing", owner: "zhao", source: ""","findingId":"fnd-1" """),
            """{"inspectionId":"ins-1","unitId":"planning"}"""),
        new("not-a-plan", "planId", Task("t-16", source: ""","planId":"rpt-16" """), """{"kind":"information"}""",
            Report("rpt-16", "information", "2025-06")),
        .. SystemsCases,
        .. FurtherCases,
    ];

    private static string Unit(string id, int level = 3, string parent = "city", string from = "2024-01-01") => $$"""
        /api/units {"unitId":"{{id}}","nameZh":"单位","nameEn":"Unit","kind":"office","level":{{level}},"parentId":"{{parent}}","effectiveFrom":"{{from}}","requiredCells":[]}
        """;

    private static string Person(string id, string since = "2024-01-01") => $$"""
        /api/people {"personId":"{{id}}","unitId":"planning","post":"科员","postCategory":"staff","since":"{{since}}"}
        """;

    private static string Group(string id, string from, string head = "li") => $$"""
        /api/leading-groups {"groupId":"{{id}}","unitId":"planning","purpose":"safety","effectiveFrom":"{{from}}","members":[{"personId":"{{head}}","role":"head"}]}
        """;

    private static string Assign(string id, string unit, string person, string from) => $$"""
        /api/assignments {"assignmentId":"{{id}}","unitId":"{{unit}}","areaId":"training","level":"First","personId":"{{person}}","effectiveFrom":"{{from}}"}
        """;

    private static string Schedule(string id, string unit = "planning", string on = "2025-05-10T09:00:00") => $$"""
        /api/meetings {"meetingId":"{{id}}","unitId":"{{unit}}","kind":"study","topic":"学习","areaIds":[],"scheduledFor":"{{on}}","convenedBy":"li"}
        """;

    private static string Hold(
        string id, string on = "2025-05-10", string attendees = """["li"]""", string resolutions = "[]", string more = "") => $$"""
        /api/meetings/{{id}}/hold {"heldOn":"{{on}}","chairId":"li","attendees":{{attendees}},"apologies":[],"agenda":[],"resolutions":{{resolutions}}{{more}}}
        """;

    private static string Task(
        string id, string unit = "planning", string owner = "wang", string source = ""","planId":"plan-2025" """) => $$"""
        /api/tasks {"taskId":"{{id}}","unitId":"{{unit}}","areaId":"training","ownerId":"{{owner}}","title":"任务","dueOn":"2025-06-30"{{source}}}
        """;

    private static string Evidence(string task, string id) => $$"""
        /api/tasks/{{task}}/evidence {"evidenceId":"{{id}}","kind":"document","description":"材料","sha256":"{{Sha}}","submittedOn":"2025-04-25"}
        """;

    private static string Close(string task, string evidence, string by = "li", string on = "2025-05-01") => $$"""
        /api/tasks/{{task}}/close {"closedOn":"{{on}}","verifiedBy":"{{by}}","evidenceIds":["{{evidence}}"]}
        """;

    private static string[] Closed(string task) => [Task(task), Evidence(task, $"e-{task}"), Close(task, $"e-{task}")];
}
