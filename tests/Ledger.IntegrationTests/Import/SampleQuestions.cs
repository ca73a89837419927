using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Import;

/// <summary>Asks the sample year's questions over HTTP and works the answers out from the raw rows, knowing the contract
/// alone.</summary>
internal sealed partial class SampleQuestions(Client caller)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly string[] Months = [.. Enumerable.Range(1, 12).Select(m => $"2025-{m:00}")];

    private static readonly Dictionary<string, Func<SampleQuestions, Params, Task<object?>>> Answers = new()
    {
        ["responsible"] = async (q, p) => Holder(await q.Get($"/api/cells/{p["unitId"]}/{p["areaId"]}/{p["level"]}", p)),
        ["matrix"] = async (q, p) => (await q.Required(p)).GroupBy(c => Text(c, "areaId")).ToDictionary(
            g => g.Key, g => g.ToDictionary(c => Text(c, "level"), Holder)),
        ["vacant"] = async (q, p) => Sorted((await q.Required(p)).Where(c => Holder(c) is null)
            .Select(c => $"{Text(c, "unitId")}/{Text(c, "areaId")}/{Text(c, "level")}")),
        ["severalFirstResponsible"] = async (q, p) => (await q.Required(p)).Where(c => Text(c, "level") == "First")
            .GroupBy(c => Text(c, "unitId")).Where(g => g.Select(Holder).OfType<string>().Distinct().Count() > 1)
            .ToDictionary(g => g.Key, g => g.ToDictionary(c => Text(c, "areaId"), Holder)),
        ["areasOf"] = async (q, p) => Sorted((await q.Get($"/api/people/{p["personId"]}/duties", p))["cells"]!.AsArray()
            .Select(c => $"{Text(c!, "areaId")}/{Text(c!, "level")}")),
        ["groupComposition"] = async (q, p) => (await q.Get($"/api/leading-groups/{p["groupId"]}", p))["members"]!.AsArray()
            .GroupBy(m => Text(m!, "role")).ToDictionary(g => g.Key, g => Sorted(g.Select(m => Text(m!, "personId")))),
        ["unitsWithoutResponsibilityGroup"] = async (q, p) => Sorted((await q.Units(p)).Except(
            (await q.Items("/api/leading-groups?purpose=responsibility", p)).Select(g => Text(g, "unitId")))),
        ["cellTimeline"] = async (q, p) => (await q.Get($"/api/cells/{p["unitId"]}/{p["areaId"]}/{p["level"]}", p))["history"]!
            .AsArray().Select(h => HistoryLine(h!.AsObject())).ToList(),
        ["openTasks"] = async (q, p) => Sorted((await q.Items("/api/tasks?status=open", p)).Select(t => Text(t, "taskId"))),
        ["overdueTasks"] = async (q, p) => Sorted((await q.Items("/api/tasks?overdue=true", p)).Select(t => Text(t, "taskId"))),
        ["closedLate"] = async (q, p) => Sorted((await q.Items("/api/tasks", p))
            .Where(t => t["closings"]!.AsArray().Any(c => (bool)c!["late"]!)).Select(t => Text(t, "taskId"))),
        ["reopened"] = async (q, p) => (await q.Items("/api/tasks", p)).Where(t => (int)t["reopened"]! > 0).ToDictionary(
            t => Text(t, "taskId"), t => new { times = (int)t["reopened"]!, state = Text(t, "status"), dueOn = Text(t, "dueOn") }),
        ["taskOwner"] = async (q, p) => Text(await q.Get($"/api/tasks/{p["taskId"]}", p), "ownerId"),
        ["resolutionsWithoutTask"] = async (q, p) => Sorted((await q.Held(p, "special"))
            .SelectMany(m => m["resolutions"]!.AsArray()).Select(r => Text(r!, "resolutionId"))
            .Except((await q.Items("/api/tasks", p)).Select(t => (string?)t["resolutionId"]).OfType<string>())),
        ["meetingsPerHalfYear"] = (q, p) => q.PerHalfYear(p, p["kind"]!),
        ["breachHalfYear"] = async (q, p) => Sorted(((Dictionary<string, Dictionary<string, int>>)(await q.PerHalfYear(p, "special"))!)
            .Where(u => u.Value[p["period"]!] == 0).Select(u => u.Key)),
        ["specialPerMonth"] = async (q, p) => (await q.Held(p, "special")).Select(m => HeldOn(m)[..7]).Concat(Months)
            .CountBy(m => m).ToDictionary(m => m.Key, m => m.Value - (Months.Contains(m.Key) ? 1 : 0)),
        ["specialWithoutResolution"] = async (q, p) => Sorted((await q.Held(p, "special"))
            .Where(m => m["resolutions"]!.AsArray().Count == 0).Select(m => Text(m, "meetingId"))),
        ["specialWithoutFirstResponsible"] = (q, p) => q.WithoutFirstResponsible(p),
        ["studyCounts"] = async (q, p) => (await q.Held(p)).Where(m => HeldOn(m)[..4] == p["year"])
            .CountBy(m => Text(m, "kind")).ToDictionary(m => m.Key, m => m.Value),
        ["lateMinutes"] = async (q, p) => Sorted((await q.Held(p)).Where(m => Period.DaysBetween(
            Day(HeldOn(m)), LocalDate(Text(m, "heldRecordedAt"))) > int.Parse(p["overDays"]!, null)).Select(m => Text(m, "meetingId"))),
        ["holidayReminders"] = (q, p) => q.HolidayReminders(p),
        ["lateAssignments"] = async (q, p) => Sorted((await q.Items($"/api/late-records?overDays={p["overDays"]}", p))
            .Select(l => Text(l, "assignmentId"))),
        ["vacancySpans"] = async (q, p) => (await q.Items(
                $"/api/vacancies?overDays={p["overDays"]}&from={p["from"]}&to={p["to"]}", p))
            .Select(v => new
            {
                cell = $"{Text(v, "unitId")}/{Text(v, "areaId")}/{Text(v, "level")}",
                from = Text(v, "from"),
                to = Text(v, "to"),
                days = (int)v["days"]!,
            }).OrderBy(v => v.cell, StringComparer.Ordinal).ToList(),
    };

    public static IEnumerable<string> Kinds => [.. Answers.Keys, .. OfSystems.Keys];

    public async Task<JsonNode?> Ask(string kind, JsonObject parameters) =>
        System.Text.Json.JsonSerializer.SerializeToNode(await (Answers.GetValueOrDefault(kind) ?? OfSystems[kind])(this, new(parameters)));

    private async Task<object?> PerHalfYear(Params p, string kind)
    {
        var held = await Held(p, kind);
        int In(string unit, string half) => held.Count(m => Text(m, "unitId") == unit && HeldOn(m)[..4] == "2025"
            && string.CompareOrdinal(HeldOn(m)[5..7], "06") <= 0 == (half == "2025-H1"));
        return (await Units(p)).ToDictionary(u => u, u => new Dictionary<string, int>
        {
            ["2025-H1"] = In(u, "2025-H1"),
            ["2025-H2"] = In(u, "2025-H2"),
        });
    }

    private async Task<object?> WithoutFirstResponsible(Params p)
    {
        var without = new List<string>();
        foreach (var meeting in await Held(p, "special"))
        {
            var cells = await Required(p.With("unitId", Text(meeting, "unitId")).With("effectiveOn", HeldOn(meeting)));
            var firsts = cells.Where(c => Text(c, "level") == "First").Select(Holder).OfType<string>();
            if (!firsts.Intersect(meeting["attendees"]!.AsArray().Select(a => (string)a!)).Any())
                without.Add(Text(meeting, "meetingId"));
        }

        return Sorted(without);
    }

    private async Task<object?> HolidayReminders(Params p)
    {
        var held = (await Held(p, "reminder")).Select(m => Day(HeldOn(m))).ToList();
        return p.List("holidays").ToDictionary(h => h, h => held.Any(on =>
            Period.DaysBetween(on, Day(h)) is > 0 and var days && days <= int.Parse(p["withinDaysBefore"]!, null)));
    }

    private async Task<List<JsonNode>> Required(Params p) =>
        [.. (await Get("/api/matrix", p))["cells"]!.AsArray().Where(c => (bool)c!["required"]!).Select(c => c!)];

    private async Task<List<string>> Units(Params p) =>
        (await Items("/api/units", p.With("unitId", null))).ConvertAll(u => Text(u, "unitId"));

    private async Task<List<JsonNode>> Held(Params p, string? kind = null) =>
        await Items("/api/meetings?status=held" + (kind is null ? "" : $"&kind={kind}"), p);

    private async Task<List<JsonNode>> Items(string path, Params p)
    {
        var items = new List<JsonNode>();
        string? next = null;
        do
        {
            var page = await Get(path, p, next is null ? "&limit=20" : $"&limit=20&cursor={next}");
            items.AddRange(page["items"]!.AsArray().Select(i => i!));
            next = (string?)page["next"];
        }
        while (next is not null);
        return items;
    }

    private async Task<JsonNode> Get(string path, Params p, string more = "")
    {
        var query = $"knownAt={p["knownAt"]}" + (p["effectiveOn"] is { } on ? $"&asOf={on}" : "")
            + (p["unitId"] is { } unit && !path.StartsWith("/api/cells/", StringComparison.Ordinal) ? $"&unit={unit}" : "") + more;
        return (await caller.Get(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query)).Is(200).Json;
    }

    private static Dictionary<string, JsonNode?> HistoryLine(JsonObject h)
    {
        string[] fields = (string)h["what"]! switch
        {
            "assigned" or "replaced" => ["personId", "effectiveFrom"],
            "ended" => ["endsOn"],
            "corrected" => ["changes"],
            _ => [],
        };
        return fields.Prepend("what").Prepend("assignmentId").Prepend("recordedAt").ToDictionary(f => f, f => h[f]?.DeepClone());
    }

    private static string? Holder(JsonNode cell) => (string?)cell["holder"]?["personId"];

    private static string HeldOn(JsonNode meeting) => Text(meeting, "heldOn");

    private static string Text(JsonNode node, string member) => (string)node[member]!;

    private static List<string> Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static LocalDate LocalDate(string instant) => InstantPattern.ExtendedIso.Parse(instant).Value.InZone(Zone).Date;

    /// <summary>A question's parameters, all as text.</summary>
    private sealed record Params(JsonObject Json)
    {
        public string? this[string name] => Json[name]?.ToString();

        public int Number(string name) => (int)Json[name]!;

        public IEnumerable<string> List(string name) => Json[name]!.AsArray().Select(v => (string)v!);

        public Params With(string name, string? value)
        {
            var changed = Json.DeepClone().AsObject();
            changed[name] = value;
            return new(changed);
        }
    }
}
