using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Benchmarks.Subjects;

/// <summary>
/// A body that has kept its responsibilities for two and a half years: units with people, a leading group, cells that are
/// held, handed over and corrected, meetings with resolutions and the tasks that follow. Every unit has the same shape,
/// so a longer history has more units and nothing else; the same seed makes the same history.
/// </summary>
internal sealed class History(int units, int seed)
{
    /// <summary>The acts of one unit, near enough.</summary>
    public const int ActsOfUnit = 65;

    public const int PeopleOfUnit = 6;

    private const int AreasOfUnit = 6;

    private const int Meetings = 4;

    private const int Below = 8;

    private const int DayOfAreas = 0, DayOfUnits = 1, DayOfPeople = 3, DayOfGroups = 8, DayOfAssignments = 10, LastDay = 880;

    public static readonly string[] Areas =
        ["theory-study", "publicity", "party-building", "civic-education", "web-accounts", "release-review", "training", "discipline", "emergency"];

    public static readonly string[] Levels = ["First", "Leading", "Direct"];

    private static readonly LocalDate Begin = new(2023, 1, 3);

    private readonly Random random = new(seed);
    private readonly List<Line> lines = [];

    public static string UnitId(int unit) => $"unit-{unit:00000}";

    public static string PersonId(int unit, int person) => $"{UnitId(unit)}-{person + 1:00}";

    /// <summary>The areas that every cell of the unit can be of; the first six are required of it.</summary>
    public static string Area(int unit, int number) => Areas[(unit + number) % Areas.Length];

    public static History OfEvents(int events, int seed) => new(Math.Max(1, events / ActsOfUnit), seed);

    public int Units => units;

    public byte[] File()
    {
        using var file = new MemoryStream();
        Write(file);
        return file.ToArray();
    }

    /// <summary>Writes the history as a file of an import.</summary>
    public void Write(Stream to)
    {
        lines.Clear();
        for (var i = 0; i < Areas.Length; i++)
            Add(DayOfAreas, i, "admin-city", "DefineArea", new()
            {
                ["areaId"] = Areas[i],
                ["nameZh"] = $"领域{i + 1}",
                ["nameEn"] = $"Area {i + 1}",
            });
        for (var unit = 0; unit < units; unit++)
            Live(unit);
        Line.Write(lines, to);
    }

    private void Live(int unit)
    {
        Add(DayOfUnits, unit, "admin-city", "RegisterUnit", new()
        {
            ["unitId"] = UnitId(unit),
            ["nameZh"] = $"单位{unit}",
            ["nameEn"] = $"Unit {unit}",
            ["kind"] = "bureau",
            ["level"] = unit == 0 ? 1 : 2,
            ["parentId"] = unit == 0 ? null : UnitId((unit - 1) / Below),
            ["effectiveFrom"] = "2020-01-01",
            ["requiredCells"] = Array(Enumerable.Range(0, AreasOfUnit * Levels.Length).Select(c => (JsonNode)new JsonObject
            {
                ["areaId"] = Area(unit, c / Levels.Length),
                ["level"] = Levels[c % Levels.Length],
            })),
        });
        for (var person = 0; person < PeopleOfUnit; person++)
            Add(DayOfPeople, unit * PeopleOfUnit + person, Admin(unit), "RegisterOfficeHolder", new()
            {
                ["personId"] = PersonId(unit, person),
                ["unitId"] = UnitId(unit),
                ["displayName"] = $"Office-holder {unit}-{person + 1}",
                ["post"] = person == 0 ? "书记" : $"科长{person}",
                ["postCategory"] = person == 0 ? "head" : "section-head",
                ["since"] = "2020-01-01",
            });
        Add(DayOfGroups, unit, Admin(unit), "EstablishLeadingGroup", new()
        {
            ["groupId"] = $"grp-{UnitId(unit)}",
            ["unitId"] = UnitId(unit),
            ["purpose"] = "responsibility",
            ["effectiveFrom"] = "2023-01-01",
            ["basis"] = "责任制实施方案第1号",
            ["members"] = Array(Enumerable.Range(0, PeopleOfUnit - 1).Select(p => (JsonNode)new JsonObject
            {
                ["personId"] = PersonId(unit, p),
                ["role"] = p == 0 ? "head" : p < 3 ? "deputy" : "member",
            })),
        });
        Assign(unit);
        for (var meeting = 0; meeting < Meetings; meeting++)
            Meet(unit, meeting);
    }

    /// <summary>Sixteen of the eighteen required cells are held; then some change.</summary>
    private void Assign(int unit)
    {
        for (var cell = 0; cell < 16; cell++)
            Add(DayOfAssignments + cell % 5, unit, Admin(unit), "AssignLeader", new()
            {
                ["assignmentId"] = Assignment(unit, cell, 1),
                ["unitId"] = UnitId(unit),
                ["areaId"] = Area(unit, cell / Levels.Length),
                ["level"] = Levels[cell % Levels.Length],
                ["personId"] = Somebody(unit),
                ["effectiveFrom"] = "2023-01-01",
                ["basis"] = "责任分工(2023)",
            });
        for (var cell = 0; cell < 5; cell++)
        {
            var day = random.Next(60, LastDay);
            Add(day, unit, Admin(unit), "ReplaceLeader", new()
            {
                ["assignmentId"] = Assignment(unit, cell, 2),
                ["replacesAssignmentId"] = Assignment(unit, cell, 1),
                ["personId"] = Somebody(unit),
                ["effectiveFrom"] = Date(day - random.Next(-10, 10)),
                ["reason"] = "分工调整",
            });
        }

        for (var cell = 5; cell < 7; cell++)
            Add(random.Next(60, LastDay), unit, Admin(unit), "CorrectAssignment", new()
            {
                ["correctionId"] = $"cor-{UnitId(unit)}-{cell}",
                ["assignmentId"] = Assignment(unit, cell, 1),
                ["changes"] = new JsonObject { ["effectiveFrom"] = Date(random.Next(1, 30)) },
                ["reason"] = "录入日期有误",
            });
        var end = random.Next(100, LastDay);
        Add(end, unit, Admin(unit), "EndAssignment", new()
        {
            ["assignmentId"] = Assignment(unit, 7, 1),
            ["endsOn"] = Date(end),
            ["reason"] = "借调",
        });
        Add(random.Next(60, LastDay), unit, Admin(unit), "VoidAssignment", new()
        {
            ["correctionId"] = $"cor-{UnitId(unit)}-8",
            ["assignmentId"] = Assignment(unit, 8, 1),
            ["reason"] = "上级未批复,任命无效",
        });
    }

    private void Meet(int unit, int meeting)
    {
        var day = 30 + meeting * 180 + random.Next(0, 100);
        var id = $"mtg-{UnitId(unit)}-{meeting + 1}";
        Add(day, unit, Admin(unit), "ScheduleMeeting", new()
        {
            ["meetingId"] = id,
            ["unitId"] = UnitId(unit),
            ["kind"] = "special",
            ["topic"] = "专题会议:听取工作情况汇报,研究解决重要问题",
            ["areaIds"] = Array([Area(unit, 0), Area(unit, 1)]),
            ["scheduledFor"] = $"{Date(day + 6)}T14:30:00",
            ["convenedBy"] = PersonId(unit, 0),
        });
        var resolutions = Enumerable.Range(0, 2).Select(r => $"res-{UnitId(unit)}-{meeting + 1}-{r + 1}").ToList();
        Add(day + 6, unit, Admin(unit), "HoldMeeting", new()
        {
            ["meetingId"] = id,
            ["unitId"] = UnitId(unit),
            ["kind"] = "special",
            ["heldOn"] = Date(day + 6),
            ["chairId"] = PersonId(unit, 0),
            ["attendees"] = Array(Enumerable.Range(0, PeopleOfUnit - 1).Select(p => (JsonNode)PersonId(unit, p))),
            ["apologies"] = Array([PersonId(unit, PeopleOfUnit - 1)]),
            ["agenda"] = Array(["pass-on", "hear-reports", "arrange"]),
            ["resolutions"] = Array(resolutions.Select((r, i) => (JsonNode)new JsonObject
            {
                ["resolutionId"] = r,
                ["areaId"] = Area(unit, i),
                ["text"] = "把全年目标任务分解到相关领导、科室和支部",
            })),
        });
        for (var task = 0; task < (meeting < 2 ? 2 : 1); task++)
            Work(unit, $"tsk-{UnitId(unit)}-{meeting + 1}-{task + 1}", resolutions[task], Area(unit, task), day + 7);
    }

    private void Work(int unit, string id, string resolution, string area, int day)
    {
        var done = day + random.Next(10, 30);
        Add(day, unit, Admin(unit), "RaiseTask", new()
        {
            ["taskId"] = id,
            ["unitId"] = UnitId(unit),
            ["resolutionId"] = resolution,
            ["areaId"] = area,
            ["ownerId"] = PersonId(unit, random.Next(1, PeopleOfUnit)),
            ["title"] = "目标任务分解表",
            ["dueOn"] = Date(day + 20),
        });
        Add(done - 2, unit, Admin(unit), "SubmitEvidence", new()
        {
            ["evidenceId"] = $"evd-{id}",
            ["taskId"] = id,
            ["kind"] = "register",
            ["description"] = "目标任务分解表 - register",
            ["sha256"] = "d60a5f94fa5abec4e93a6d817add39c3cf16b3a173c0acf8c5bd04064273e56c",
            ["submittedOn"] = Date(done - 2),
        });
        Add(done, unit, Admin(unit), "CloseTask", new()
        {
            ["taskId"] = id,
            ["closedOn"] = Date(done),
            ["verifiedBy"] = PersonId(unit, 0),
            ["evidenceIds"] = Array([$"evd-{id}"]),
        });
        if (!id.EndsWith("-1-1", StringComparison.Ordinal))
            return;
        Add(done + 20, unit, Admin(unit), "ReopenTask", new()
        {
            ["taskId"] = id,
            ["reason"] = "复查发现未落实到位",
            ["newDueOn"] = Date(done + 50),
        });
        Add(done + 25, unit, Admin(unit), "ExtendTask", new()
        {
            ["taskId"] = id,
            ["newDueOn"] = Date(done + 60),
            ["approvedBy"] = PersonId(unit, 0),
            ["reason"] = "工作量调整",
        });
        Add(done + 40, unit, Admin(unit), "CloseTask", new()
        {
            ["taskId"] = id,
            ["closedOn"] = Date(done + 40),
            ["verifiedBy"] = PersonId(unit, 0),
            ["evidenceIds"] = Array([$"evd-{id}"]),
        });
    }

    /// <summary>At nine in the morning in Shanghai, and a little after for each that came before it that day.</summary>
    private void Add(int day, int turn, string actor, string command, JsonObject data) =>
        lines.Add(Line.Of(Begin.PlusDays(day).AtMidnight().InUtc().ToInstant() + Duration.FromHours(1) + Duration.FromSeconds(turn), actor, command, data));

    private string Somebody(int unit) => PersonId(unit, random.Next(PeopleOfUnit));

    private static string Assignment(int unit, int cell, int turn) => $"asg-{UnitId(unit)}-{cell:00}-{turn}";

    private static string Admin(int unit) => $"admin-{UnitId(unit)}";

    private static string Date(int day) => LocalDatePattern.Iso.Format(Begin.PlusDays(day));

    private static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];
}
