using Ledger.Accountability;
using Ledger.Areas;
using Ledger.Clocks;
using Ledger.Inspections;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.Notifications;
using Ledger.Obligations;
using Ledger.Reports;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>The rules of docs/obligations.md, day by day and fact by fact. A check is told as its period, subject and last day
/// in time, as far as it has them.</summary>
internal sealed partial class Oracle
{
    private const string Met = "met";
    private const string Breached = "breached";
    private const string StillOpen = "open";

    private readonly Dictionary<LocalDate, Oracle> onDays = [];

    /// <summary>What has become of a rule for a unit.</summary>
    /// <param name="from">The first day asked, not before the obligation's start.</param>
    /// <param name="to">The last day asked.</param>
    public Dictionary<string, string> Checks(RuleCode code, string unitId, RuleParameters given, LocalDate from, LocalDate to) =>
        Each(code, unitId, given, from, to).ToDictionary(c => $"{unitId} {c.Period} {c.Subject} {(c.DueOn is { } due ? Iso(due) : "")}", c => c.State);

    private IEnumerable<(string? Period, string? Subject, LocalDate? DueOn, string State)> Each(
        RuleCode code, string unitId, RuleParameters given, LocalDate from, LocalDate to)
    {
        // The unit's own days among those asked and come.
        var days = DaysFrom(from, LocalDate.Min(to, date)).Where(d => On(d).Exists(unitId)).ToList();
        bool Asked(LocalDate day) => from <= day && day <= to;
        switch (code)
        {
            case RuleCode.A1 when days.Count > 0:
                var grace = FactsOf(unitId).Start.PlusDays(given.GraceDays!.Value);
                var without = days.Where(d => On(d).HeadsOf(unitId).All(heads => heads != 1)).ToList();
                if (without.Count == 0 || !without.Contains(days[^1]) && without.All(d => d < grace))
                    yield return (null, null, grace, Met);
                else if (date <= grace)
                    yield return (null, null, grace, without.Contains(days[^1]) ? StillOpen : Met);
                else if (without.Any(d => d >= grace))
                    yield return (null, null, grace, Breached);
                break;
            case RuleCode.A3 when days.Count > 0:
                var vacant = CellsOf(unitId).Where(c => days.Any(d => On(d).IsVacant(c))).ToList();
                foreach (var cell in vacant)
                    yield return (null, Name(cell), null, Breached);
                if (vacant.Count == 0)
                    yield return (null, null, null, Met);
                break;
            case RuleCode.A4 when days.Count > 0:
                yield return (null, null, null, days.All(d => On(d).FirstResponsible(unitId).Distinct().Count() <= 1) ? Met : Breached);
                break;
            case RuleCode.A6:
                foreach (var one in CellsOf(unitId).SelectMany(c => Assignments(c.UnitId, c.AreaId, c.Level)).Where(a => Asked(a.From)))
                    yield return (null, one.Id, one.From.PlusDays(given.WithinDays!.Value),
                        Period.DaysBetween(one.From, DayOf(one.Recorded)) <= given.WithinDays ? Met : Breached);
                break;
            case RuleCode.A7:
                foreach (var (cell, first, last) in VacanciesOf(unitId).Where(v => v.First <= to && v.Last >= from))
                {
                    var filledInTime = last < date && Period.DaysBetween(first, last) + 1 <= given.WithinDays;
                    var due = first.PlusDays(given.WithinDays!.Value);
                    yield return (null, Name(cell), due, filledInTime ? Met : last == date && date <= due ? StillOpen : Breached);
                }

                break;
            case RuleCode.B1 or RuleCode.B2:
                foreach (var period in PeriodsOf(unitId, from, to, code == RuleCode.B1 ? 6 : 1))
                    yield return (period.Code, null, period.To.PlusDays(-1), Judged(
                        Special(unitId).Any(m => Within(period, m.HeldOn)), period.To.PlusDays(-1)));
                break;
            case RuleCode.B3:
                foreach (var m in Special(unitId).Where(m => Asked(m.HeldOn)))
                    yield return (null, m.Id, null, m.Agenda.Contains(AgendaKind.HearReports) ? Met : Breached);
                break;
            case RuleCode.B4:
                foreach (var m in Special(unitId).Where(m => Asked(m.HeldOn)))
                {
                    var due = m.HeldOn.PlusDays(given.WithinDays!.Value);
                    yield return (null, m.Id, due, m.Resolutions.Count == 0 ? Breached
                        : Judged(m.Resolutions.All(r => TasksNow().Any(t => t.ResolutionId == r && t.RaisedOn <= due)), due));
                }

                break;
            case RuleCode.B5:
                foreach (var m in Special(unitId).Where(m => Asked(m.HeldOn)))
                    yield return (null, m.Id, null,
                        On(m.HeldOn).FirstResponsible(unitId).Any(p => m.ChairId == p || m.Attendees.Contains(p)) ? Met : Breached);
                break;
            case RuleCode.B8:
                foreach (var m in MeetingsOf(unitId).Where(m => Asked(m.HeldOn)))
                    yield return (null, m.Id, m.HeldOn.PlusDays(given.WithinDays!.Value),
                        Period.DaysBetween(m.HeldOn, m.RecordedOn) <= given.WithinDays ? Met : Breached);
                break;
            case RuleCode.C1:
                foreach (var resolution in Special(unitId).Where(m => Asked(m.HeldOn)).SelectMany(m => m.Resolutions))
                    yield return (null, resolution, null, TasksNow().Any(t => t.ResolutionId == resolution) ? Met : Breached);
                break;
            case RuleCode.C2:
                foreach (var task in TasksNow().Where(t => t.UnitId == unitId && t.Status != "cancelled" && Asked(t.RaisedOn)))
                    yield return (null, task.Id, YearEnd(task.RaisedOn), Judged(
                        Facts.OfType<InspectionRecorded>().Any(i => i.CheckedTaskIds.Contains(task.Id) && i.InspectedOn <= YearEnd(task.RaisedOn))
                            || task.Closings.Any(c => c.On <= YearEnd(task.RaisedOn)), YearEnd(task.RaisedOn)));
                break;
            case RuleCode.C3:
                foreach (var i in Facts.OfType<InspectionRecorded>().Where(i => i.InspectingUnitId == unitId && Asked(i.InspectedOn)))
                {
                    var due = i.InspectedOn.PlusDays(given.WithinDays!.Value);
                    yield return (null, i.InspectionId, due, Judged(
                        Facts.OfType<NotificationIssued>().Any(n => n.InspectionId == i.InspectionId && n.IssuedOn <= due), due));
                }

                break;
            case RuleCode.C4:
                foreach (var (i, finding) in FindingsOf(unitId).Where(f => Asked(f.Inspection.InspectedOn)))
                {
                    var due = i.InspectedOn.PlusDays(given.WithinDays!.Value);
                    yield return (null, finding, due, Judged(TasksNow().Any(t => t.FindingId == finding && t.RaisedOn <= due), due));
                }

                break;
            case RuleCode.C6:
                foreach (var t in TasksNow().Where(t => t.UnitId == unitId && t.Status != "cancelled" && Asked(t.DueOn)))
                    yield return (null, t.Id, t.DueOn, t.Closings.Any(c => c.On > c.DueOn) ? Breached : Judged(t.Status == "closed", t.DueOn));
                break;
            case RuleCode.C7:
                foreach (var t in TasksNow().Where(t => t.UnitId == unitId && Asked(t.DueOn)))
                    if (t.Closings.Any(c => Period.DaysBetween(c.DueOn, c.On) > given.OverDays)
                        || t.Status == "open" && Period.DaysBetween(t.DueOn, date) > given.OverDays)
                        yield return (null, t.Id, null, Facts.OfType<AccountabilityRecorded>().Any(c => c.TaskId == t.Id) ? Met : Breached);
                break;
            case RuleCode.C9:
                foreach (var (i, finding) in FindingsOf(unitId).Where(f => Asked(f.Inspection.InspectedOn)))
                    yield return (null, finding, YearEnd(i.InspectedOn), Judged(
                        TasksNow().Any(t => t.FindingId == finding && t.Status == "closed")
                            && !TasksNow().Any(t => t.FindingId == finding && (t.Status == "open"
                                || t.Status == "closed" && t.Closings[^1].On > YearEnd(i.InspectedOn)))
                            || Facts.OfType<AccountabilityRecorded>()
                                .Any(c => c.FindingId == finding && c.DecidedOn <= YearEnd(i.InspectedOn)), YearEnd(i.InspectedOn)));
                break;
            case RuleCode.D1:
                var owed = CalendarPeriod.Of(given.Period!);
                if (from < owed.To && owed.From <= to && On(LocalDate.Min(given.DueOn!.Value, date)).Exists(unitId))
                    yield return (given.Period, null, given.DueOn, Judged(Facts.OfType<ReportSubmitted>()
                        .FirstOrDefault(r => r.UnitId == unitId && r.Kind == ReportKind.AnnualPlan && r.Period == given.Period)
                        ?.SubmittedOn <= given.DueOn, given.DueOn.Value));
                break;
            case RuleCode.E1:
                foreach (var period in PeriodsTouching(from, to, 6))
                    foreach (var child in On(Middle(period)).Existing().Where(u => On(Middle(period)).Parent(u) == unitId))
                        yield return (period.Code, child, period.To.PlusDays(-1), Judged(Facts.OfType<InspectionRecorded>().Any(
                            i => i.UnitId == child && i.InspectingUnitId == unitId && i.Kind == InspectionKind.Superior
                                && Within(period, i.InspectedOn)), period.To.PlusDays(-1)));
                break;
        }
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private string Judged(bool done, LocalDate due) => done ? Met : date <= due ? StillOpen : Breached;

    /// <summary>The same facts on another day.</summary>
    private Oracle On(LocalDate day) => onDays.TryGetValue(day, out var oracle) ? oracle : onDays[day] = new(log, day);

    private static IEnumerable<LocalDate> DaysFrom(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
            yield return day;
    }

    private static LocalDate YearEnd(LocalDate day) => new(day.Year, 12, 31);

    private static bool Within(CalendarPeriod period, LocalDate day) => period.From <= day && day < period.To;

    /// <summary>The last day of a period; while it runs, today.</summary>
    private LocalDate Middle(CalendarPeriod period) => LocalDate.Min(period.To.PlusDays(-1), LocalDate.Max(date, period.From));

    private static IEnumerable<CalendarPeriod> PeriodsTouching(LocalDate from, LocalDate to, int months) =>
        DaysFrom(from, to).Select(d => CalendarPeriod.Of(months == 1 ? $"{d.Year:0000}-{d.Month:00}" : $"{d.Year:0000}-H{(d.Month + 5) / 6}")).Distinct();

    private IEnumerable<CalendarPeriod> PeriodsOf(string unitId, LocalDate from, LocalDate to, int months) =>
        PeriodsTouching(from, to, months).Where(p => On(Middle(p)).Exists(unitId));

    /// <summary>How many heads each of the unit's groups for this responsibility has.</summary>
    private IEnumerable<int> HeadsOf(string unitId) => Facts.OfType<LeadingGroupEstablished>()
        .Where(g => g.UnitId == unitId && g.Purpose == "responsibility" && g.EffectiveFrom <= date && !(DissolvedOn(g) <= date))
        .Select(g => g.Members.Select(m => m.PersonId).Concat(Changes(g).Select(c => c.PersonId)).Distinct()
            .Count(p => Role(g, p, date) == GroupRole.Head));

    private IEnumerable<(string UnitId, string AreaId, Level Level)> CellsOf(string unitId) =>
        AllCells().Where(c => c.UnitId == unitId);

    private static string Name((string UnitId, string AreaId, Level Level) cell) => $"{cell.UnitId}/{cell.AreaId}/{cell.Level}";

    private bool IsVacant((string UnitId, string AreaId, Level Level) c) =>
        Requires(c.UnitId, c.AreaId, c.Level) && Holder(c.UnitId, c.AreaId, c.Level) is null;

    private IEnumerable<string> FirstResponsible(string unitId) => CellsOf(unitId)
        .Where(c => c.Level == Level.First && Requires(c.UnitId, c.AreaId, c.Level))
        .Select(c => Holder(c.UnitId, c.AreaId, c.Level)?.PersonId).OfType<string>();

    /// <summary>From the unit's start up to today.</summary>
    private IEnumerable<((string UnitId, string AreaId, Level Level) Cell, LocalDate First, LocalDate Last)> VacanciesOf(string unitId)
    {
        foreach (var cell in CellsOf(unitId).ToList())
        {
            LocalDate? first = null;
            foreach (var day in DaysFrom(FactsOf(unitId).Start, date))
            {
                var vacant = On(day).IsVacant(cell);
                first = vacant ? first ?? day : first;
                if (first is not { } since || vacant && day < date)
                    continue;
                yield return (cell, since, vacant ? day : day.PlusDays(-1));
                first = null;
            }
        }
    }

    private IEnumerable<(string Id, MeetingKind Kind, LocalDate HeldOn, LocalDate RecordedOn, string ChairId, IReadOnlyList<string> Attendees,
        IReadOnlyList<AgendaKind> Agenda, List<string> Resolutions)> MeetingsOf(string unitId)
    {
        foreach (var recorded in log)
            if (recorded.Data is MeetingHeld held && held.UnitId == unitId)
            {
                var said = Facts.OfType<MeetingCorrected>().Where(c => c.MeetingId == held.MeetingId).Select(c => c.Changes).ToList();
                yield return (held.MeetingId, held.Kind,
                    said.Where(c => c.HeldOn.IsGiven).Select(c => (LocalDate?)c.HeldOn.Value).LastOrDefault() ?? held.HeldOn, DayOf(recorded),
                    said.Where(c => c.ChairId.IsGiven).Select(c => c.ChairId.Value).LastOrDefault() ?? held.ChairId,
                    said.Where(c => c.Attendees.IsGiven).Select(c => c.Attendees.Value).LastOrDefault() ?? held.Attendees,
                    said.Where(c => c.Agenda.IsGiven).Select(c => c.Agenda.Value).LastOrDefault() ?? held.Agenda,
                    [.. held.Resolutions.Select(r => r.ResolutionId)]);
            }
    }

    private IEnumerable<(string Id, MeetingKind Kind, LocalDate HeldOn, LocalDate RecordedOn, string ChairId, IReadOnlyList<string> Attendees,
        IReadOnlyList<AgendaKind> Agenda, List<string> Resolutions)> Special(string unitId) =>
        MeetingsOf(unitId).Where(m => m.Kind == MeetingKind.Special);

    private IEnumerable<(InspectionRecorded Inspection, string FindingId)> FindingsOf(string unitId) => Facts.OfType<InspectionRecorded>()
        .Where(i => i.UnitId == unitId).SelectMany(i => i.Findings.Select(f => (i, f.FindingId)));

    /// <summary>Each task with its state, due date and closings, each of these with the due date it had to meet.</summary>
    private IEnumerable<(string Id, string UnitId, LocalDate RaisedOn, LocalDate DueOn, string Status, string? ResolutionId, string? FindingId,
        List<(LocalDate On, LocalDate DueOn)> Closings)> TasksNow()
    {
        foreach (var raisedAt in log.Where(r => r.Data is TaskRaised))
        {
            var raised = (TaskRaised)raisedAt.Data;
            var (dueOn, status, closings) = (raised.DueOn, "open", new List<(LocalDate, LocalDate)>());
            foreach (var fact in Facts.OfType<ITaskEvent>().Where(t => t.TaskId == raised.TaskId))
                switch (fact)
                {
                    case TaskClosed e:
                        closings.Add((e.ClosedOn, dueOn));
                        status = "closed";
                        break;
                    case TaskReopened e:
                        (status, dueOn) = ("open", e.NewDueOn);
                        break;
                    case DueDateExtended e:
                        dueOn = e.NewDueOn;
                        break;
                    case TaskCancelled:
                        status = "cancelled";
                        break;
                }

            yield return (raised.TaskId, raised.UnitId, DayOf(raisedAt), dueOn, status, raised.ResolutionId, raised.FindingId, closings);
        }
    }
}
