namespace Ledger.IntegrationTests.Commands;

public sealed partial class RefusalTests
{
    private static Case[] SystemsCases =>
    [
        // Obligations
        new("no-unit-bound", "unitIds", Adopt("o-1", "[]")),
        new("already-out-of-force", "obligationId", EndOf("obl-1"), """{"endsOn":"2026-07-01"}"""),
        new("date-too-early", "endsOn", EndOf("o-2", "2024-12-31"), """{"earliest":"2025-01-01"}""", Adopt("o-2", """["planning"]""")),
        new("listed-twice", "unitIds", Adopt("o-1", """["planning","planning"]"""), """{"value":"planning"}"""),
        new("unit-not-in-existence", "effectiveFrom", Adopt("o-1", """["planning","annex"]""", "2025-12-31"), """{"unitId":"annex"}"""),
        new("rule-parameter", "parameters.study", Adopt("o-1", """["planning"]""", parameters: """ {"study":1} """), """{"ruleCode":"B1"}"""),
        new("rule-parameter", "parameters.dueOn", Adopt("o-1", """["planning"]""", rule: "D1", parameters: """ {"period":"2025"} """),
            """{"ruleCode":"D1"}"""),
        new("rule-parameter", "parameters.period", Adopt("o-1", """["planning"]""", parameters: """ {"period":"2025-H1"} """),
            """{"ruleCode":"B1"}"""),
        new("rule-parameter", "parameters.minimum", Adopt("o-1", """["planning"]""", parameters: """ {"minimum":0} """), """{"ruleCode":"B1"}"""),

        // Hand-overs
        new("still-holder", "assignmentId", Accept("asg-9"), """{"personId":"li","effectiveFrom":"2025-03-01"}""",
            """/api/assignments {"assignmentId":"asg-9","unitId":"planning","areaId":"training","level":"Direct","personId":"li","effectiveFrom":"2025-03-01"}"""),
        new("not-part-of-hand-over", "personId", Accept("asg-1", "zhao"), """{"outgoing":"li","incoming":"wang"}"""),
        new("already-accepted", "personId", Accept("asg-1"), """{"acceptedOn":"2025-06-03"}"""),
        new("already-voided", "assignmentId", Accept("asg-3", "wang")),
        new("date-in-the-future", "acceptedOn", Accept("asg-2", "wang", "2199-12-31")),

        // Inspections and notifications
        new("not-above-the-unit", "inspectingUnitId", Inspect("i-1", by: "housing"), """{"unitId":"planning","on":"2025-05-20","above":["city"]}"""),
        new("not-the-unit-itself", "inspectingUnitId", Inspect("i-1", kind: "self"), """{"unitId":"planning"}"""),
        new("task-of-another-unit", "checkedTaskIds", Inspect("i-1", unit: "housing", tasks: """["tsk-1"]"""), """{"taskId":"tsk-1","unitId":"planning"}"""),
        new("unit-not-in-existence", "inspectedOn", Inspect("i-1", on: "2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "inspectedOn", Inspect("i-1", on: "2199-12-31")),
        new("listed-twice", "checkedTaskIds", Inspect("i-1", tasks: """["tsk-1","tsk-1"]"""), """{"value":"tsk-1"}"""),
        new("not-the-inspecting-unit", "fromUnitId", Notify("n-1", from: "housing"), """{"inspectingUnitId":"city"}"""),
        new("unit-not-in-existence", "issuedOn", Notify("n-1", to: "annex", on: "2025-12-31"), """{"unitId":"annex"}"""),
        new("date-too-early", "issuedOn", Notify("n-1", on: "2025-05-19"), """{"earliest":"2025-05-20"}"""),
        new("date-in-the-future", "issuedOn", Notify("n-1", on: "2199-12-31")),
        new("already-acknowledged", "notificationId", """/api/notifications/ntf-1/acknowledge {"acknowledgedOn":"2025-06-01","byPersonId":"li"}""",
            """{"acknowledgedOn":"2025-05-28","acknowledgedBy":"li"}"""),
        new("person-of-another-unit", "byPersonId", """/api/notifications/n-2/acknowledge {"acknowledgedOn":"2025-06-01","byPersonId":"zhao"}""",
            """{"unitId":"housing","toUnitId":"planning"}""", Notify("n-2")),
        new("holder-not-in-office", "byPersonId", """/api/notifications/n-3/acknowledge {"acknowledgedOn":"2025-07-01","byPersonId":"chen"}""",
            """{"personId":"chen"}""", Notify("n-3")),
        new("date-too-early", "acknowledgedOn", """/api/notifications/n-4/acknowledge {"acknowledgedOn":"2025-05-26","byPersonId":"li"}""",
            """{"earliest":"2025-05-27"}""", Notify("n-4")),

        // Accountability and assessments
        new("duty-not-named", "taskId", Account("c-1", duty: ""), """{"oneOf":["taskId","findingId"]}"""),
        new("task-of-another-unit", "taskId", Account("c-1", unit: "housing"), """{"taskId":"tsk-1","unitId":"planning"}"""),
        new("finding-of-another-unit", "findingId", Account("c-1", unit: "housing", duty: ""","findingId":"fnd-1" """), """{"unitId":"planning"}"""),
        new("date-in-the-future", "decidedOn", Account("c-1", on: "2199-12-31")),
        new("not-above-the-unit", "byUnitId", Assess("s-1", by: "housing"), """{"unitId":"planning"}"""),
        new("number-out-of-range", "rulesMet", Assess("s-1", met: 10), """{"from":0,"to":9}"""),
        new("period-not-begun", "period", Assess("s-1", period: "2199"), """{"from":"2199-01-01"}"""),
        new("date-in-the-future", "recordedOn", Assess("s-1", on: "2199-12-31")),

        // Reports
        new("person-with-duty-report-only", "personId", Report("r-1", "duty-report", "2025"), """{"kind":"duty-report"}"""),
        new("person-with-duty-report-only", "personId", Report("r-1", "information", "2025", more: ""","personId":"li" """)),
        new("holder-not-in-office", "personId", Report("r-1", "duty-report", "2025", more: ""","personId":"chen" """), """{"personId":"chen"}"""),
        new("period-does-not-fit", "period", Report("r-1", "annual-summary", "2025-H1"), """{"kind":"annual-summary"}"""),
        new("period-not-begun", "period", Report("r-1", "annual-summary", "2199"), """{"from":"2199-01-01"}"""),
        new("date-in-the-future", "submittedOn", Report("r-1", "information", "2025", on: "2199-12-31")),
        new("listed-twice", "items", Report("r-1", "information", "2025", more: ""","items":[{"no":1},{"no":1}]"""), """{"value":1}"""),
        new("number-out-of-range", "items", Report("r-1", "information", "2025", more: ""","items":[{"no":1,"month":13}]"""), """{"from":1,"to":12}"""),

        // Channels and releases
        new("unit-ends", "unitId", Channel("h-0", "e-1"), """{"unitId":"e-1","dissolvedOn":"2190-01-01"}""", Unit("e-1"),
            """/api/units/e-1/dissolve {"dissolvedOn":"2190-01-01","reason":"撤销"}"""),
        new("holder-not-in-office", "custodianId", Channel("h-0", custodian: "chen"), """{"personId":"chen"}"""),
        new("already-filed", "channelId", File("chn-1"), """{"filedOn":"2025-01-15","filingNo":"市备2025-001"}"""),
        new("already-retired", "channelId", File("chn-2"), """{"retiredOn":"2025-09-24"}"""),
        new("holder-not-in-office", "approvedBy", File("h-1", by: "chen"), "{}", Channel("h-1")),
        new("date-in-the-future", "filedOn", File("h-2", on: "2199-12-31"), "{}", Channel("h-2")),
        new("already-custodian", "custodianId", """/api/channels/chn-1/custodian {"custodianId":"li","effectiveFrom":"2025-08-01"}"""),
        new("already-retired", "channelId", """/api/channels/chn-2/custodian {"custodianId":"li","effectiveFrom":"2025-08-01"}"""),
        new("date-too-early", "effectiveFrom", """/api/channels/chn-1/custodian {"custodianId":"wang","effectiveFrom":"2025-07-21"}""",
            """{"earliest":"2025-07-22"}"""),
        new("already-retired", "channelId", """/api/channels/chn-2/retire {"reason":"再次","retiredOn":"2025-10-01"}"""),
        new("date-too-early", "retiredOn", """/api/channels/chn-1/retire {"reason":"闲置","retiredOn":"2025-07-21"}""", """{"earliest":"2025-07-22"}"""),
        new("already-logged", "count", Log("2025-01", 4), """{"count":4,"releaseLogId":"log-1"}"""),
        new("period-overlaps", "period", Log("2025-Q1", 12), """{"period":"2025-01","count":4,"releaseLogId":"log-1"}"""),
        new("period-not-begun", "period", Log("2199-12", 1)),
        new("number-out-of-range", "count", Log("2025-02", -1), """{"from":0,"to":1000000}"""),
        new("channel-of-another-unit", "channelId", Log("2025-02", 1, unit: "housing"), """{"channelId":"chn-1","unitId":"planning"}"""),
        new("unit-not-in-existence", "period", Log("2023-12", 1), """{"unitId":"planning"}"""),

        // Publication review
        new("channel-of-another-unit", "channelId", Item("m-0", unit: "housing", channel: "chn-1"), """{"unitId":"planning"}"""),
        new("already-retired", "channelId", Item("m-0", channel: "chn-2", on: "2025-09-24"), """{"retiredOn":"2025-09-24"}"""),
        new("holder-not-in-office", "authorId", Item("m-0", author: "chen", on: "2025-07-01"), """{"personId":"chen"}"""),
        new("reviewer-is-author", "reviewerId", Approve("m-1", "wang"), """{"authorId":"wang"}""", Item("m-1")),
        new("already-approved", "reviewerId", Approve("m-2"), """{"approvedOn":"2025-05-14"}""", Item("m-2"), Approve("m-2")),
        new("listed-twice", "gates", Approve("m-3", gates: """["work","work"]"""), """{"value":"work"}""", Item("m-3")),
        new("date-too-early", "approvedOn", Approve("m-4", on: "2025-05-11"), """{"earliest":"2025-05-12"}""", Item("m-4")),
        new("already-published", "itemId", Approve("itm-1", "zhao"), """{"publishedOn":"2025-05-15"}"""),
        new("already-returned", "itemId", Return("m-5"), """{"returnedOn":"2025-05-14"}""", Item("m-5"), Return("m-5")),
        new("reviewer-is-author", "reviewerId", Return("m-6", "wang"), "{}", Item("m-6")),
        new("already-published", "itemId", Return("itm-1")),
        new("not-approved", "itemId", Publish("m-7"), """{"status":"submitted"}""", Item("m-7")),
        new("not-approved", "itemId", Publish("m-8"), """{"status":"returned"}""", Item("m-8"), Approve("m-8"), Return("m-8")),
        new("already-published", "itemId", Publish("itm-1"), """{"publishedOn":"2025-05-15"}"""),
        new("date-too-early", "publishedOn", Publish("m-9", "2025-05-13"), """{"earliest":"2025-05-14"}""", Item("m-9"), Approve("m-9")),
    ];

    private static string Adopt(
        string id, string units, string from = "2025-01-01", string rule = "B1", string parameters = """ {"minimum":1} """) => $$"""
        /api/obligations {"obligationId":"{{id}}","ruleCode":"{{rule}}","unitIds":{{units}},"effectiveFrom":"{{from}}","parameters":{{parameters}}}
        """;

    private static string EndOf(string id, string on = "2026-07-01") => $$"""
        /api/obligations/{{id}}/end {"endsOn":"{{on}}","reason":"新办法施行"}
        """;

    private static string Accept(string assignment, string by = "li", string on = "2025-06-03") => $$"""
        /api/assignments/{{assignment}}/hand-over {"personId":"{{by}}","acceptedOn":"{{on}}"}
        """;

    private static string Inspect(string id, string unit = "planning", string by = "city", string kind = "superior", string on = "2025-05-20",
        string tasks = "[]") => $$"""
        /api/inspections {"inspectionId":"{{id}}","unitId":"{{unit}}","inspectingUnitId":"{{by}}","kind":"{{kind}}","inspectedOn":"{{on}}","areaIds":[],"checkedTaskIds":{{tasks}},"findings":[]}
        """;

    private static string Notify(string id, string from = "city", string to = "planning", string on = "2025-05-27") => $$"""
        /api/notifications {"notificationId":"{{id}}","inspectionId":"ins-1","fromUnitId":"{{from}}","toUnitId":"{{to}}","kind":"通报","issuedOn":"{{on}}"}
        """;

    private static string Account(string id, string unit = "planning", string on = "2025-06-10", string duty = ""","taskId":"tsk-1" """) => $$"""
        /api/accountability-cases {"caseId":"{{id}}","unitId":"{{unit}}","personId":"wang","form":"提醒谈话","ground":"逾期","cause":"启动过晚","decidedOn":"{{on}}"{{duty}}}
        """;

    private static string Assess(string id, string by = "city", int met = 7, string period = "2025", string on = "2025-12-26") => $$"""
        /api/assessments {"assessmentId":"{{id}}","unitId":"planning","byUnitId":"{{by}}","period":"{{period}}","rulesMet":{{met}},"rulesTotal":9,"recordedOn":"{{on}}"}
        """;

    private static string Report(string id, string kind, string period, string on = "2025-12-26", string more = "") => $$"""
        /api/reports {"reportId":"{{id}}","unitId":"planning","kind":"{{kind}}","period":"{{period}}","submittedOn":"{{on}}","contentSha256":"{{Sha}}","figures":{}{{more}}}
        """;

    private static string Channel(string id, string unit = "planning", string custodian = "wang") => $$"""
        /api/channels {"channelId":"{{id}}","unitId":"{{unit}}","kind":"screen","name":"电子屏","custodianId":"{{custodian}}","tenOrMoreMembers":false}
        """;

    private static string File(string id, string by = "li", string on = "2025-08-15") => $$"""
        /api/channels/{{id}}/file {"filingNo":"市备2025-009","approvedBy":"{{by}}","filedOn":"{{on}}"}
        """;

    private static string Log(string period, int count, string unit = "planning") => $$"""
        /api/releases {"unitId":"{{unit}}","channelId":"chn-1","kind":"website-update","period":"{{period}}","count":{{count}}}
        """;

    private static string Item(string id, string unit = "planning", string author = "wang", string on = "2025-05-12", string? channel = null) => $$"""
        /api/release-items {"itemId":"{{id}}","unitId":"{{unit}}","class":"other","title":"简讯","authorId":"{{author}}","submittedOn":"{{on}}","channelId":{{(channel is null ? "null" : $"\"{channel}\"")}}}
        """;

    private static string Approve(string id, string by = "li", string gates = """["picture"]""", string on = "2025-05-14") => $$"""
        /api/release-items/{{id}}/approve {"reviewerId":"{{by}}","gates":{{gates}},"approvedOn":"{{on}}"}
        """;

    private static string Return(string id, string by = "li") => $$"""
        /api/release-items/{{id}}/return {"reviewerId":"{{by}}","gate":"wording","returnedOn":"2025-05-14"}
        """;

    private static string Publish(string id, string on = "2025-05-15") => $$"""
        /api/release-items/{{id}}/publish {"publishedOn":"{{on}}"}
        """;
}
