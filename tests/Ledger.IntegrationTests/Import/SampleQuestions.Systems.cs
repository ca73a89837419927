using System.Text.Json.Nodes;
using NodaTime;

namespace Ledger.IntegrationTests.Import;

/// <summary>The questions about inspections, reports, channels and releases.</summary>
internal sealed partial class SampleQuestions
{
    private static readonly string[] FourAspects = ["organisation", "mechanism", "channels", "team"];

    private static readonly Dictionary<string, Func<SampleQuestions, Params, Task<object?>>> OfSystems = new()
    {
        ["neverChecked"] = async (q, p) =>
        {
            var listed = (await q.Items("/api/inspections", p.With("unitId", null))).SelectMany(i => Texts(i["checkedTaskIds"])).ToHashSet();
            return Sorted((await q.Items("/api/tasks", p)).Where(t => t["closings"]!.AsArray().Count == 0)
                .Select(t => Text(t, "taskId")).Where(t => !listed.Contains(t)));
        },
        ["notificationState"] = async (q, p) =>
        {
            var gaps = (await q.Items("/api/inspections", p)).ToDictionary(i => Text(i, "inspectionId"), i => i["notifications"]!.AsArray()
                .Select(n => Period.DaysBetween(Day(Text(i, "inspectedOn")), Day(Text(n!, "issuedOn")))).DefaultIfEmpty(int.MaxValue).Min());
            return new
            {
                none = Sorted(gaps.Where(g => g.Value == int.MaxValue).Select(g => g.Key)),
                late = Sorted(gaps.Where(g => g.Value != int.MaxValue && g.Value > p.Number("withinDays")).Select(g => g.Key)),
            };
        },
        ["findingState"] = async (q, p) =>
        {
            var found = (await q.Items("/api/inspections", p)).SelectMany(i => i["findings"]!.AsArray().Select(f => (On: Day(Text(i, "inspectedOn")), F: f!)))
                .ToList();
            return new
            {
                withoutTask = Sorted(found.Where(f => Text(f.F, "state") == "no-task").Select(f => Text(f.F, "findingId"))),
                taskLate = Sorted(found.Where(f => f.F["taskRaisedAt"] is not null
                    && Period.DaysBetween(f.On, LocalDate(Text(f.F, "taskRaisedAt"))) > p.Number("withinDays")).Select(f => Text(f.F, "findingId"))),
                open = Sorted(found.Where(f => Text(f.F, "state") != "closed").Select(f => Text(f.F, "findingId"))),
            };
        },
        ["childrenNotInspected"] = async (q, p) =>
        {
            var seen = (await q.Items($"/api/inspections?kind=superior&from={p["year"]}-01-01&to={p["year"]}-12-31", p)).Select(i => Text(i, "unitId"));
            return Sorted((await q.Items("/api/units", p)).Where(u => u["parentId"] is not null).Select(u => Text(u, "unitId")).Except(seen));
        },
        ["selfInspectionGaps"] = async (q, p) => (await q.Items("/api/inspections?kind=self", p)).ToDictionary(
            i => Text(i, "inspectionId"), i => FourAspects.Except(Texts(i["aspects"])).ToList()),
        ["reportState"] = async (q, p) =>
        {
            var first = (await q.Items($"/api/reports?kind={p["kind"]}&period={p["period"]}", p)).GroupBy(r => Text(r, "unitId"))
                .ToDictionary(g => g.Key, g => Text(g.First(), "submittedOn"));
            return new
            {
                missing = Sorted((await q.Units(p)).Except(first.Keys)),
                late = Sorted(first.Where(f => string.CompareOrdinal(f.Value, p["dueOn"]) > 0).Select(f => f.Key)),
            };
        },
        ["duplicateReports"] = async (q, p) => (await q.Items("/api/reports", p)).Where(r => r["sameContentAs"]!.AsArray().Count > 0)
            .Select(r => Sorted(Texts(r["sameContentAs"]).Append(Text(r, "reportId")))).DistinctBy(g => g[0])
            .OrderBy(g => g[0], StringComparer.Ordinal).ToList(),
        ["itemsOutsidePeriod"] = async (q, p) =>
        {
            var items = (await q.Report(p))["items"]!.AsArray();
            return new
            {
                listed = items.Count,
                dated = items.Count(i => i!["insidePeriod"] is not null),
                outside = items.Where(i => (bool?)i!["insidePeriod"] == false).Select(i => (int)i!["no"]!).ToList(),
            };
        },
        ["figuresAgainstLedger"] = async (q, p) => (await q.Report(p))["figures"]!.AsObject().Where(f => f.Value!["ledger"] is not null)
            .ToDictionary(f => f.Key, f => new { claimed = (int)f.Value!["claimed"]!, ledger = (int)f.Value["ledger"]!, match = (bool)f.Value["match"]! }),
        ["claimsDiffer"] = async (q, p) => (await q.Items($"/api/reports?kind=half-year-summary&period={p["period"]}", p))
            .Where(r => (bool?)r["figures"]![p["figure"]!]?["match"] == false).ToDictionary(r => Text(r, "reportId"), r => new
            {
                unitId = Text(r, "unitId"),
                claimed = (int)r["figures"]![p["figure"]!]!["claimed"]!,
                ledger = (int)r["figures"]![p["figure"]!]!["ledger"]!,
            }),
        ["dutyReportsMissing"] = async (q, p) =>
        {
            var gave = (await q.Items("/api/reports?kind=duty-report", p.With("effectiveOn", null))).Select(r => Text(r, "personId"));
            return Sorted((await q.Items("/api/people", p)).Where(o => Text(o, "postCategory") is "head" or "leader-in-charge"
                && !(o["leftOn"] is not null && string.CompareOrdinal(Text(o, "leftOn"), p["effectiveOn"]) <= 0))
                .Select(o => Text(o, "personId")).Except(gave));
        },
        ["lateWithoutAccountability"] = async (q, p) =>
        {
            var (have, today, over) = ((await q.Items("/api/accountability-cases", p)).Select(c => (string?)c["taskId"]).ToHashSet(),
                LocalDate(p["knownAt"]!), p.Number("overDays"));
            return Sorted((await q.Items("/api/tasks", p)).Where(t => !have.Contains(Text(t, "taskId"))
                && (t["closings"]!.AsArray().Any(c => Period.DaysBetween(Day(Text(c!, "dueOn")), Day(Text(c!, "closedOn"))) > over)
                    || (Text(t, "status") == "open" && Period.DaysBetween(Day(Text(t, "dueOn")), today) > over))).Select(t => Text(t, "taskId")));
        },
        ["channelCounts"] = async (q, p) =>
        {
            var channels = await q.Items("/api/channels", p);
            return new
            {
                recorded = channels.Count,
                filed = channels.Count(c => c["filedOn"] is not null),
                retired = channels.Count(c => Text(c, "status") == "retired"),
                active = channels.Count(c => Text(c, "status") == "active"),
            };
        },
        ["unfiledGroupsOfTenOrMore"] = async (q, p) => Sorted((await q.Items("/api/channels?status=active", p))
            .Where(c => (bool)c["tenOrMoreMembers"]! && c["filedOn"] is null).Select(c => Text(c, "channelId"))),
        ["incompleteReleases"] = async (q, p) => Sorted((await q.Items("/api/release-items?status=published", p))
            .Where(i => !(bool)i["chainComplete"]!).Select(i => Text(i, "itemId"))),
    };

    private async Task<JsonNode> Report(Params p) =>
        (await Items("/api/reports", p)).Single(r => Text(r, "reportId") == p["reportId"]);

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(v => (string)v!);
}
