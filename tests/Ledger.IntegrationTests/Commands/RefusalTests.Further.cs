namespace Ledger.IntegrationTests.Commands;

public sealed partial class RefusalTests
{
    private static Case[] FurtherCases =>
    [
        // Plans
        new("listed-twice", "areaIds", Plan("""["training","training"]"""), """{"value":"training"}"""),
        new("unit-not-in-existence", "adoptedOn", Plan(on: "2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "adoptedOn", Plan(on: "2199-12-31")),

        // Openness
        new("channel-of-another-unit", "channelId", Publicise(unit: "housing", channel: "chn-1"), """{"unitId":"planning"}"""),
        new("already-retired", "channelId", Publicise(channel: "chn-2", on: "2025-09-24"), """{"retiredOn":"2025-09-24"}"""),
        new("unit-not-in-existence", "publishedOn", Publicise(on: "2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "publishedOn", Publicise(on: "2199-12-31")),
        new("date-too-early", "publishedOn", Publicise(on: "2025-04-09"), """{"earliest":"2025-04-10"}"""),

        // Reports sent back, and others in their place
        new("already-sent-back", "reportId", Back("plan-2025", "2025-03-01"), """{"returnedOn":"2025-02-10"}"""),
        new("not-the-receiving-unit", "byUnitId", Back("k-1", by: "housing"), """{"toUnitId":"city"}""", HandIn("k-1")),
        new("not-the-receiving-unit", "byUnitId", Back("k-2"), "{}", Report("k-2", "information", "2025")),
        new("date-too-early", "returnedOn", Back("k-3", "2025-12-25"), """{"earliest":"2025-12-26"}""", HandIn("k-3")),
        new("date-in-the-future", "returnedOn", Back("k-4", "2199-12-31"), "{}", HandIn("k-4")),
        new("unit-not-in-existence", "returnedOn", Back("k-5", "2023-12-31"), "{}", HandIn("k-5")),
        new("already-superseded", "reportId", Back("k-6"), """{"supersededBy":"k-7"}""", HandIn("k-6"), HandIn("k-7", "k-6")),
        new("already-superseded", "supersedesReportId", HandIn("k-0", "k-8"), """{"supersededBy":"k-9"}""", HandIn("k-8"), HandIn("k-9", "k-8")),
        new("differs-from-superseded", "supersedesReportId", HandIn("k-0", "plan-2025"), """{"unitId":"planning","kind":"annual-plan","period":"2025"}"""),

        // Measures lifted
        new("already-lifted", "caseId", Lift("acc-1"), """{"liftedOn":"2025-12-10"}"""),
        new("date-too-early", "liftedOn", Lift("c-2", "2025-06-09"), """{"earliest":"2025-06-10"}""", Account("c-2")),
        new("date-in-the-future", "liftedOn", Lift("c-3", "2199-12-31"), "{}", Account("c-3")),
        new("unit-not-in-existence", "liftedOn", Lift("c-4", "2023-12-31"), """{"unitId":"planning"}""", Account("c-4")),

        // Assessments opened and published
        new("no-rule-fixed", "ruleCodes", Open("s-0", "[]")),
        new("listed-twice", "ruleCodes", Open("s-0", """["A1","A1"]"""), """{"value":"A1"}"""),
        new("not-above-the-unit", "byUnitId", Open("s-0", by: "housing"), """{"unitId":"planning"}"""),
        new("unit-not-in-existence", "openedOn", Open("s-0", on: "2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "openedOn", Open("s-0", on: "2199-12-31")),
        new("differs-from-opening", "period", Assess("s-2", period: "2024"), """{"period":"2025"}""", Open("s-2")),
        new("differs-from-opening", "rulesTotal", Assess("s-3"), """{"rulesTotal":2,"ruleCodes":["A1","B1"]}""", Open("s-3")),
        new("result-not-recorded", "assessmentId", Known("ass-2"), """{"openedOn":"2025-12-26"}"""),
        new("result-already-published", "assessmentId", Known("ass-1"), """{"publishedOn":"2025-12-30"}"""),
        new("date-too-early", "publishedOn", Known("s-4", "2025-12-25"), """{"earliest":"2025-12-26"}""", Assess("s-4")),
        new("date-in-the-future", "publishedOn", Known("s-5", "2199-12-31"), "{}", Assess("s-5")),
        new("unit-not-in-existence", "publishedOn", Known("s-6", "2023-12-31"), "{}", Assess("s-6")),

        // Incidents
        new("unit-not-in-existence", "openedOn", Incident("n-0", "2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "openedOn", Incident("n-0", "2199-12-31")),
        new("already-over", "incidentId", Duty("inc-1", "li"), """{"closedOn":"2025-07-16"}"""),
        new("already-over", "incidentId", Over("inc-1"), """{"closedOn":"2025-07-16"}"""),
        new("holder-not-in-office", "personId", Duty("v-1", "chen"), """{"personId":"chen"}""", Incident("v-1")),
        new("already-on-duty", "personId", Duty("v-2", "wang", "2025-08-02"), """{"since":"2025-08-01"}""", Incident("v-2"), Duty("v-2", "wang")),
        new("date-too-early", "from", Duty("v-3", "wang", "2025-07-31"), """{"earliest":"2025-08-01"}""", Incident("v-3")),
        new("date-in-the-future", "from", Duty("v-4", "wang", "2199-12-31"), "{}", Incident("v-4")),
        new("date-too-early", "closedOn", Over("v-5", "2025-07-31"), """{"earliest":"2025-08-01"}""", Incident("v-5")),
        new("date-in-the-future", "closedOn", Over("v-6", "2199-12-31"), "{}", Incident("v-6")),
        new("incident-not-closed", "incidentId", Look("v-7"), """{"openedOn":"2025-08-01"}""", Incident("v-7")),
        new("already-reviewed", "incidentId", Look("inc-1"), """{"reviewedOn":"2025-07-20"}"""),
        new("date-too-early", "reviewedOn", Look("v-8", "2025-07-31"), """{"earliest":"2025-08-03"}""", Incident("v-8"), Over("v-8")),

        // Trainings
        new("no-person-named", "personIds", Train("[]")),
        new("listed-twice", "personIds", Train("""["li","li"]"""), """{"value":"li"}"""),
        new("holder-not-in-office", "personIds", Train("""["li","chen"]""", "2025-07-01"), """{"personId":"chen"}"""),
        new("unit-not-in-existence", "completedOn", Train(on: "2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "completedOn", Train(on: "2199-12-31")),

        // Activities and honours
        new("unit-not-in-existence", "heldOn", Activity("2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "heldOn", Activity("2199-12-31")),
        new("unit-not-in-existence", "receivedOn", Honour("2023-12-31"), """{"unitId":"planning"}"""),
        new("date-in-the-future", "receivedOn", Honour("2199-12-31")),
    ];

    private static string Plan(string areas = "[]", string on = "2025-01-20") => $$"""
        /api/plans {"planId":"l-0","unitId":"planning","title":"计划","period":"2025","adoptedOn":"{{on}}","areaIds":{{areas}}}
        """;

    private static string Publicise(string unit = "planning", string on = "2025-04-18", string? channel = null) => $$"""
        /api/openness-records {"recordId":"q-0","unitId":"{{unit}}","kind":"project","title":"公示","decidedOn":"2025-04-10","publishedOn":"{{on}}"{{(channel is null ? "" : $",\"channelId\":\"{channel}\"")}}}
        """;

    private static string HandIn(string id, string? earlier = null) => Report(id, "information", "2025",
        more: ",\"toUnitId\":\"city\"" + (earlier is null ? "" : $",\"supersedesReportId\":\"{earlier}\""));

    private static string Back(string id, string on = "2025-12-27", string by = "city") => $$"""
        /api/reports/{{id}}/return {"returnedOn":"{{on}}","reason":"数字有误","byUnitId":"{{by}}"}
        """;

    private static string Lift(string id, string on = "2025-12-11") => $$"""
        /api/accountability-cases/{{id}}/lift {"liftedOn":"{{on}}","reason":"整改到位"}
        """;

    private static string Open(string id, string rules = """["A1","B1"]""", string by = "city", string on = "2025-12-01") => $$"""
        /api/assessments/open {"assessmentId":"{{id}}","unitId":"planning","byUnitId":"{{by}}","period":"2025","ruleCodes":{{rules}},"openedOn":"{{on}}"}
        """;

    private static string Known(string id, string on = "2025-12-31") => $$"""
        /api/assessments/{{id}}/publish {"publishedOn":"{{on}}"}
        """;

    private static string Incident(string id, string on = "2025-08-01") => $$"""
        /api/incidents {"incidentId":"{{id}}","unitId":"planning","kind":"outage","title":"停电","openedOn":"{{on}}"}
        """;

    private static string Duty(string id, string person, string from = "2025-08-01") => $$"""
        /api/incidents/{{id}}/duty {"personId":"{{person}}","from":"{{from}}"}
        """;

    private static string Over(string id, string on = "2025-08-03") => $$"""
        /api/incidents/{{id}}/close {"closedOn":"{{on}}","measures":"恢复供电"}
        """;

    private static string Look(string id, string on = "2025-08-05") => $$"""
        /api/incidents/{{id}}/review {"reviewedOn":"{{on}}","chairId":"li","lessons":"备用电源"}
        """;

    private static string Train(string people = """["li"]""", string on = "2025-05-20") => $$"""
        /api/trainings {"trainingId":"g-0","unitId":"planning","personIds":{{people}},"title":"轮训","completedOn":"{{on}}"}
        """;

    private static string Activity(string on) => $$"""
        /api/activities {"activityId":"y-0","unitId":"planning","title":"义务植树","kind":"志愿服务","heldOn":"{{on}}"}
        """;

    private static string Honour(string on) => $$"""
        /api/honours {"honourId":"y-0","unitId":"planning","title":"文明单位","awardedBy":"示例市","receivedOn":"{{on}}"}
        """;
}
