using Ledger.Accountability;
using Ledger.Assessments;
using Ledger.Clocks;
using Ledger.Inspections;
using Ledger.Log;
using Ledger.Notifications;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>Groups C and E: tasks, checks, rectification, and what a unit owes those below it.</summary>
internal sealed partial class Oracle
{
    private IEnumerable<Told> C1(Asked asked) => Special(asked).SelectMany(m => m.Resolutions)
        .Select(r => new Told(Kept(TasksNow().Any(t => t.ResolutionId == r)), r));

    private IEnumerable<Told> C2(Asked asked) =>
        from task in TasksOf(asked.UnitId)
        where task.Status != "cancelled" && asked.Has(task.RaisedOn)
        let due = YearEnd(task.RaisedOn)
        let met = Inspections.Any(i => i.CheckedTaskIds.Contains(task.Id) && i.InspectedOn <= due) || task.Closings.Any(c => c.On <= due)
        select new Told(Judged(met, due), task.Id, due);

    private IEnumerable<Told> C3(Asked asked) =>
        from i in Inspections
        where i.InspectingUnitId == asked.UnitId && asked.Has(i.InspectedOn)
        let due = i.InspectedOn.PlusDays(asked.Given.WithinDays!.Value)
        let met = Facts.OfType<NotificationIssued>().Any(n => n.InspectionId == i.InspectionId && n.IssuedOn <= due)
        select new Told(Judged(met, due), i.InspectionId, due);

    private IEnumerable<Told> C4(Asked asked) =>
        from f in FindingsIn(asked)
        let due = f.Inspection.InspectedOn.PlusDays(asked.Given.WithinDays!.Value)
        select new Told(Judged(TasksNow().Any(t => t.FindingId == f.FindingId && t.RaisedOn <= due), due), f.FindingId, due);

    private IEnumerable<Told> C5(Asked asked) => TasksOf(asked.UnitId).Where(t => t.Closings.Any(c => asked.Has(c.On)))
        .Select(t => new Told(Kept(t.Closings.All(c => c.HasEvidence && c.VerifiedBy != c.OwnerId)), t.Id));

    private IEnumerable<Told> C6(Asked asked) =>
        TasksOf(asked.UnitId).Where(t => t.Status != "cancelled" && asked.Has(t.DueOn)).Select(t => new Told(
            t.Closings.Any(c => c.On > c.DueOn) ? Breached : Judged(t.Status == "closed", t.DueOn), t.Id, t.DueOn));

    private IEnumerable<Told> C7(Asked asked) =>
        from t in TasksOf(asked.UnitId)
        where asked.Has(t.DueOn) && (t.Closings.Any(c => Period.DaysBetween(c.DueOn, c.On) > asked.Given.OverDays)
            || t.Status == "open" && Period.DaysBetween(t.DueOn, date) > asked.Given.OverDays)
        select new Told(Kept(Cases.Any(c => c.TaskId == t.Id)), t.Id);

    private IEnumerable<Told> C8(Asked asked) => Periods(asked, 12).Select(year => new Told(
        Judged(Enum.GetValues<InspectionAspect>().All(aspect => Inspections.Any(i => i.UnitId == asked.UnitId
            && i.Kind == InspectionKind.Self && Within(year, i.InspectedOn) && i.Aspects?.Contains(aspect) == true)), LastOf(year)),
        null, LastOf(year), year.Code));

    private IEnumerable<Told> C9(Asked asked) =>
        from f in FindingsIn(asked)
        let due = YearEnd(f.Inspection.InspectedOn)
        let left = TasksNow().Where(t => t.FindingId == f.FindingId && t.Status != "cancelled").ToList()
        let met = (left.Count > 0 && left.All(t => t.Status == "closed" && t.Closings[^1].On <= due))
            || Cases.Any(c => c.FindingId == f.FindingId && c.DecidedOn <= due)
        select new Told(Judged(met, due), f.FindingId, due);

    private IEnumerable<Told> E1(Asked asked) =>
        from period in Periods(asked, 6)
        from child in ChildrenIn(asked, period)
        let met = Inspections.Any(i => i.UnitId == child && i.InspectingUnitId == asked.UnitId && i.Kind == InspectionKind.Superior
            && Within(period, i.InspectedOn))
        select new Told(Judged(met, LastOf(period)), child, LastOf(period), period.Code);

    private IEnumerable<Told> E2(Asked asked) =>
        from year in Periods(asked, 12)
        from child in ChildrenIn(asked, year)
        let due = LastOf(year).PlusDays(asked.Given.WithinDays!.Value)
        let met = Facts.OfType<AssessmentRecorded>().Any(
            a => a.UnitId == child && a.ByUnitId == asked.UnitId && a.Period == year.Code && a.RecordedOn <= due)
        select new Told(Judged(met, due), child, due, year.Code);

    private IEnumerable<Told> E3(Asked asked) =>
        from i in Inspections
        where i.InspectingUnitId == asked.UnitId && asked.Has(i.InspectedOn)
        from finding in i.Findings
        where finding.Severity == Severity.Serious
        let due = i.InspectedOn.PlusDays(asked.Given.WithinDays!.Value)
        select new Told(Judged(Cases.Any(c => c.FindingId == finding.FindingId && c.DecidedOn <= due), due), finding.FindingId, due);

    private IEnumerable<InspectionRecorded> Inspections => Facts.OfType<InspectionRecorded>();

    private IEnumerable<AccountabilityRecorded> Cases => Facts.OfType<AccountabilityRecorded>();

    private IEnumerable<(InspectionRecorded Inspection, string FindingId)> FindingsIn(Asked asked) => Inspections
        .Where(i => i.UnitId == asked.UnitId && asked.Has(i.InspectedOn)).SelectMany(i => i.Findings.Select(f => (i, f.FindingId)));

    private IEnumerable<string> ChildrenIn(Asked asked, CalendarPeriod period) =>
        On(Judging(period)) is var then ? then.Existing().Where(u => then.Parent(u) == asked.UnitId) : [];

    private IEnumerable<TaskNow> TasksOf(string unitId) => TasksNow().Where(t => t.UnitId == unitId);

    private List<TaskNow> TasksNow() => tasksNow ??= [.. log.Where(r => r.Data is TaskRaised).Select(TaskOf)];

    private List<TaskNow>? tasksNow;

    private TaskNow TaskOf(Recorded raisedAt)
    {
        var raised = (TaskRaised)raisedAt.Data;
        var (dueOn, ownerId, status, closings, given) = (raised.DueOn, raised.OwnerId, "open", new List<Closing>(), new List<string>());
        foreach (var fact in Facts.OfType<ITaskEvent>().Where(t => t.TaskId == raised.TaskId))
            switch (fact)
            {
                case EvidenceSubmitted e:
                    given.Add(e.EvidenceId);
                    break;
                case TaskClosed e:
                    closings.Add(new(e.ClosedOn, dueOn, ownerId, e.VerifiedBy, e.EvidenceIds.Count > 0 && e.EvidenceIds.All(given.Contains)));
                    status = "closed";
                    break;
                case TaskReopened e:
                    (status, dueOn) = ("open", e.NewDueOn);
                    break;
                case DueDateExtended e:
                    dueOn = e.NewDueOn;
                    break;
                case TaskReassigned e:
                    ownerId = e.NewOwnerId;
                    break;
                case TaskCancelled:
                    status = "cancelled";
                    break;
            }

        return new(raised.TaskId, raised.UnitId, DayOf(raisedAt), dueOn, status, raised.ResolutionId, raised.FindingId, closings);
    }

    /// <param name="DueOn">The due date in force.</param>
    private sealed record TaskNow(
        string Id, string UnitId, LocalDate RaisedOn, LocalDate DueOn, string Status, string? ResolutionId, string? FindingId,
        IReadOnlyList<Closing> Closings);

    /// <param name="DueOn">The due date that it had to meet.</param>
    /// <param name="OwnerId">Whose task it was at the time.</param>
    private sealed record Closing(LocalDate On, LocalDate DueOn, string OwnerId, string VerifiedBy, bool HasEvidence);
}
