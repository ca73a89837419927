using Ledger.Inspections;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.Obligations.Rules;

/// <summary>Rules on tasks, checks and rectification (C).</summary>
internal static class TaskRules
{
    private const int NotifyDays = 15;
    private const int TaskDays = 3;
    private const int AdmonitionDays = 15;

    public static IReadOnlyList<ObligationRule> All { get; } =
    [
        new(RuleCode.C1, "决议分解到责任人", "What was resolved is given to somebody as a task", Needs.Meetings | Needs.Tasks, [], ResolutionsGiven),
        new(RuleCode.C2, "有布置必有检查", "Every instruction is checked before the year ends", Needs.Tasks | Needs.Inspections, [], TasksChecked),
        new(RuleCode.C3, "有检查必有通报", "Every check is notified in time",
            Needs.Inspections, [RuleParameter.Days("withinDays", NotifyDays)], ChecksNotified),
        new(RuleCode.C4, "边查边改", "Each finding becomes a task at once",
            Needs.Inspections | Needs.Tasks, [RuleParameter.Days("withinDays", TaskDays)], FindingsToTasks),
        new(RuleCode.C5, "凭佐证由他人销号", "A task is closed with evidence and by another than its owner", Needs.Tasks, [], ClosedByAnother),
        new(RuleCode.C6, "按期完成", "Work is finished on time", Needs.Tasks, [], FinishedOnTime),
        new(RuleCode.C7, "逾期任务有劝诫和原因分析", "Late work draws an admonition and a cause analysis", Needs.Tasks | Needs.Cases,
            [RuleParameter.Days("overDays", AdmonitionDays)], LateWorkAnswered),
        new(RuleCode.C8, "自查覆盖四个方面", "A self-inspection covers the four aspects every year", Needs.Inspections, [], SelfInspected),
        new(RuleCode.C9, "有错必纠、有责必问", "Every error is corrected or answered for before the year ends",
            Needs.Inspections | Needs.Tasks | Needs.Cases, [], FindingsSettled),
    ];

    private static IEnumerable<Check> ResolutionsGiven(RuleCase asked)
    {
        foreach (var resolution in asked.Unit.Meetings
            .Where(m => m.Kind == Meetings.MeetingKind.Special && asked.Window.Has(m.HeldOn)).SelectMany(m => m.ResolutionIds))
        {
            var tasks = asked.Facts.TasksOfResolution.GetValueOrDefault(resolution) ?? [];
            yield return new(tasks.Count > 0 ? CheckState.Met : CheckState.Breached,
                tasks.Count > 0 ? "已分解为任务" : "没有任务", tasks.Count > 0 ? "Became a task" : "Became no task")
            { Subject = new(IdKind.Resolution, resolution), Evidence = Tasks(tasks) };
        }
    }

    private static IEnumerable<Check> TasksChecked(RuleCase asked)
    {
        foreach (var task in asked.Unit.Tasks.Where(t => t.Status != TaskState.Cancelled && asked.Window.Has(t.RaisedOn)))
        {
            var due = new LocalDate(task.RaisedOn.Year, 12, 31);
            var checks = asked.Facts.ChecksOfTask.GetValueOrDefault(task.TaskId) ?? [];
            var met = checks.Any(c => c.InspectedOn <= due) || task.Closings.Any(c => c.ClosedOn <= due);
            var late = checks.Count > 0 || task.Closings.Count > 0;
            yield return new(asked.StateOf(met, due), met ? "已检查或核验销号" : late ? "逾期检查或核验销号" : "未检查",
                met ? "Checked, or closed by a verifier" : late ? "Checked, or closed by a verifier, late" : "Never checked")
            {
                Subject = new(IdKind.Task, task.TaskId),
                DueOn = due,
                Evidence = [.. checks.Select(c => new Reference(IdKind.Inspection, c.InspectionId))],
            };
        }
    }

    private static IEnumerable<Check> ChecksNotified(RuleCase asked)
    {
        foreach (var inspection in asked.Unit.Inspecting.Where(i => asked.Window.Has(i.InspectedOn)))
        {
            var due = inspection.InspectedOn.PlusDays(asked.Values.Number("withinDays"));
            var notified = inspection.Notifications.OrderBy(n => n.IssuedOn).ToList();
            var met = notified.Count > 0 && notified[0].IssuedOn <= due;
            yield return new(asked.StateOf(met, due),
                met ? "已及时通报" : notified.Count > 0 ? "通报超期" : "未通报",
                met ? "Notified in time" : notified.Count > 0 ? "Notified late" : "Not notified")
            {
                Subject = new(IdKind.Inspection, inspection.InspectionId),
                DueOn = due,
                Evidence = [.. notified.Select(n => new Reference(IdKind.Notification, n.NotificationId))],
            };
        }
    }

    private static IEnumerable<Check> FindingsToTasks(RuleCase asked)
    {
        foreach (var (inspection, finding) in Findings(asked))
        {
            var due = inspection.InspectedOn.PlusDays(asked.Values.Number("withinDays"));
            var tasks = asked.Facts.TasksOfFinding.GetValueOrDefault(finding.FindingId) ?? [];
            var met = tasks.Any(t => t.RaisedOn <= due);
            yield return new(asked.StateOf(met, due),
                met ? "已转为整改任务" : tasks.Count > 0 ? "整改任务下达超期" : "没有整改任务",
                met ? "Became a task in time" : tasks.Count > 0 ? "Became a task late" : "Became no task")
            { Subject = new(IdKind.Finding, finding.FindingId), DueOn = due, Evidence = Tasks(tasks) };
        }
    }

    /// <summary>The door refuses any other closing, so a breach here would be a fault of the ledger itself.</summary>
    private static IEnumerable<Check> ClosedByAnother(RuleCase asked) =>
        from task in asked.Unit.Tasks
        where task.Closings.Any(c => asked.Window.Has(c.ClosedOn))
        let met = task.HasEvidence && task.Closings.All(c => c.VerifiedBy.Length > 0)
        select new Check(met ? CheckState.Met : CheckState.Breached,
            met ? "有佐证，他人核验" : "缺佐证或核验", met ? "Evidence given, verified by another" : "Evidence or verifier missing")
        { Subject = new(IdKind.Task, task.TaskId) };

    private static IEnumerable<Check> FinishedOnTime(RuleCase asked)
    {
        foreach (var task in asked.Unit.Tasks.Where(t => t.Status != TaskState.Cancelled && asked.Window.Has(t.DueOn)))
        {
            var late = task.Closings.Any(c => c.Late);
            var done = task.Status == TaskState.Closed;
            yield return new(late ? CheckState.Breached : asked.StateOf(done, task.DueOn),
                late ? "逾期销号" : done ? "按期完成" : "未完成", late ? "Closed late" : done ? "Done in time" : "Not done")
            { Subject = new(IdKind.Task, task.TaskId), DueOn = task.DueOn };
        }
    }

    private static IEnumerable<Check> LateWorkAnswered(RuleCase asked)
    {
        var over = asked.Values.Number("overDays");
        foreach (var task in asked.Unit.Tasks.Where(t => asked.Window.Has(t.DueOn)))
        {
            var late = task.Closings.Select(c => Period.DaysBetween(c.DueOn, c.ClosedOn))
                .Append(task.Status == TaskState.Open ? Period.DaysBetween(task.DueOn, asked.AsOf) : 0).Max();
            if (late <= over)
                continue;
            var cases = asked.Facts.CasesOfTask.GetValueOrDefault(task.TaskId) ?? [];
            yield return new(cases.Count > 0 ? CheckState.Met : CheckState.Breached,
                $"逾期 {late} 天，{(cases.Count > 0 ? "已问责" : "未问责")}",
                $"Late by {late} days, {(cases.Count > 0 ? "answered for" : "not answered for")}")
            { Subject = new(IdKind.Task, task.TaskId), Evidence = Cases(cases) };
        }
    }

    private static IEnumerable<Check> SelfInspected(RuleCase asked) => Recurring.Each(asked, Cadence.Year, year =>
    {
        var made = asked.Unit.Inspected.Where(i => !i.BySuperior && year.Days().Has(i.InspectedOn)).ToList();
        var missing = Enum.GetValues<InspectionAspect>().Except(made.SelectMany(i => i.Aspects)).ToList();
        return new(asked.StateOf(missing.Count == 0, year.Days().Last),
            missing.Count == 0 ? "四个方面均已自查" : $"未自查：{string.Join("、", missing.Select(m => m.Zh()))}",
            missing.Count == 0 ? "All four aspects inspected" : $"Not inspected: {string.Join(", ", missing.Select(m => Codes.Of(m)))}")
        { DueOn = year.Days().Last, Evidence = [.. made.Select(i => new Reference(IdKind.Inspection, i.InspectionId))] };
    });

    private static IEnumerable<Check> FindingsSettled(RuleCase asked)
    {
        foreach (var (inspection, finding) in Findings(asked))
        {
            var due = new LocalDate(inspection.InspectedOn.Year, 12, 31);
            var tasks = asked.Facts.TasksOfFinding.GetValueOrDefault(finding.FindingId) ?? [];
            var cases = asked.Facts.CasesOfFinding.GetValueOrDefault(finding.FindingId) ?? [];
            var met = cases.Any(c => c.DecidedOn <= due) || PutRight(tasks, due);
            var late = cases.Count > 0 || PutRight(tasks, LocalDate.MaxIsoValue);
            yield return new(asked.StateOf(met, due), met ? "已整改或问责" : late ? "逾期整改或问责" : "未整改，也未问责",
                met ? "Put right, or answered for" : late ? "Put right, or answered for, late" : "Neither put right nor answered for")
            { Subject = new(IdKind.Finding, finding.FindingId), DueOn = due, Evidence = [.. Tasks(tasks), .. Cases(cases)] };
        }
    }

    /// <summary>Whether a finding is closed by some day: there is a task that is not cancelled, and all such are.</summary>
    private static bool PutRight(List<TaskFact> tasks, LocalDate by)
    {
        var counting = tasks.Where(t => t.Status != TaskState.Cancelled).ToList();
        return counting.Count > 0 && counting.All(t => t.Status == TaskState.Closed && t.Closings[^1].ClosedOn <= by);
    }

    private static IEnumerable<(InspectionFact Inspection, FindingFact Finding)> Findings(RuleCase asked) =>
        asked.Unit.Inspected.Where(i => asked.Window.Has(i.InspectedOn)).SelectMany(i => i.Findings.Select(f => (i, f)));

    private static List<Reference> Tasks(IEnumerable<TaskFact> tasks) =>
        [.. tasks.Select(t => new Reference(IdKind.Task, t.TaskId))];

    private static List<Reference> Cases(IEnumerable<CaseFact> cases) =>
        [.. cases.Select(c => new Reference(IdKind.Case, c.CaseId))];
}
