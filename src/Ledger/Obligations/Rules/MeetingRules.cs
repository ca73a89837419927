using Ledger.Areas;
using Ledger.Log;
using Ledger.Meetings;
using Ledger.People;
using NodaTime;

namespace Ledger.Obligations.Rules;

/// <summary>Rules on meetings (B) and study (F).</summary>
internal static class MeetingRules
{
    private const int PassOnDays = 15;
    private const int TaskDays = 7;
    private const int MinuteDays = 7;
    private const int ReminderDays = 10;
    private const string Unnamed = "-";

    public static IReadOnlyList<ObligationRule> All { get; } =
    [
        new(RuleCode.B1, "每半年至少召开一次专题会议", "At least one special meeting every half-year", Needs.Meetings,
            Counted(MeetingKind.Special, Cadence.HalfYear), asked => Held(asked, _ => true)),
        new(RuleCode.B2, "每月至少召开一次专题会议", "At least one special meeting every month", Needs.Meetings,
            Counted(MeetingKind.Special, Cadence.Month), asked => Held(asked, _ => true)),
        new(RuleCode.B3, "专题会议听取汇报", "A special meeting hears reports", Needs.Meetings, [],
            asked => EachSpecial(asked, m => m.Agenda.Contains(AgendaKind.HearReports), "听取了汇报", "没有听取汇报",
                "Heard reports", "Heard no reports")),
        new(RuleCode.B4, "专题会议形成具体安排", "A special meeting ends in concrete arrangements", Needs.Meetings | Needs.Tasks,
            [RuleParameter.Days("withinDays", TaskDays)], Arranges),
        new(RuleCode.B5, "第一责任人主持或参加专题会议", "The first-responsible person chairs or attends a special meeting", Needs.Meetings | Needs.Seats, [],
            asked => EachSpecial(asked, m => FirstResponsible(asked.Unit, m.HeldOn)
                    .Any(p => m.ChairId == p || m.Attendees.Contains(p)),
                "第一责任人参加", "第一责任人缺席", "A first-responsible person was there", "No first-responsible person was there")),
        new(RuleCode.B6, "上级文件及时传达", "A document from the level above is passed on promptly", Needs.Meetings,
            [RuleParameter.Date("receivedOn"), RuleParameter.Days("withinDays", PassOnDays), RuleParameter.Word("document", Unnamed)], PassedOn),
        new(RuleCode.B7, "节前召开提醒会", "A reminder meeting before major holidays", Needs.Meetings,
            [RuleParameter.Code("meetingKind", MeetingKind.Reminder), RuleParameter.DateList("holidays"),
                RuleParameter.Count("withinDaysBefore", ReminderDays)], BeforeHolidays),
        new(RuleCode.B8, "会议记录及时入账", "Minutes are recorded promptly",
            Needs.Meetings, [RuleParameter.Days("withinDays", MinuteDays)], MinutesRecorded),
        new(RuleCode.B9, "定期听取下级汇报", "The levels below are heard regularly", Needs.Meetings,
            Counted(MeetingKind.Special, Cadence.HalfYear), asked => Held(asked, m => m.Agenda.Contains(AgendaKind.HearReports))),
        new(RuleCode.F1, "学习有签到", "Study is held with attendance",
            Needs.Meetings, [RuleParameter.Code("meetingKind", MeetingKind.Study)], StudyAttended),
        new(RuleCode.F2, "完成年度学习目标", "The year's target of study is met", Needs.Meetings,
            [RuleParameter.Code("period", Cadence.Year), RuleParameter.Count("study", null), RuleParameter.Count("lecture", null)],
            asked => Recurring.Each(asked, asked.Values.Code<Cadence>("period"), p => Studied(asked, p.Days(), p.Days().Last,
                (MeetingKind.Study, asked.Values.Number("study")), (MeetingKind.Lecture, asked.Values.Number("lecture"))))),
        new(RuleCode.F3, "中心组两年内完成学习次数", "The core group's study over two years", Needs.Meetings,
            [RuleParameter.Count("study", 5), RuleParameter.Count("years", 2)],
            asked => Recurring.Each(asked, Cadence.Year, p => Studied(asked,
                p.Days() with { From = p.From.PlusYears(1 - asked.Values.Number("years")) }, p.Days().Last,
                (MeetingKind.Study, asked.Values.Number("study"))))),
        new(RuleCode.F4, "主要负责人每年至少讲一次课", "The head lectures at least once a year", Needs.Meetings | Needs.People,
            [RuleParameter.Count("minimum", 1)], HeadLectures),
    ];

    private static IReadOnlyList<RuleParameter> Counted(MeetingKind kind, Cadence cadence) =>
        [RuleParameter.Code("meetingKind", kind), RuleParameter.Code("period", cadence), RuleParameter.Count("minimum", 1)];

    private static IEnumerable<Check> Held(RuleCase asked, Func<MeetingFact, bool> counts) =>
        Recurring.Each(asked, asked.Values.Code<Cadence>("period"), period =>
        {
            var minimum = asked.Values.Number("minimum");
            var held = asked.Unit.Meetings.Where(m => m.Kind == asked.Values.Code<MeetingKind>("meetingKind")
                && period.Days().Has(m.HeldOn) && counts(m)).ToList();
            return new(asked.StateOf(held.Count >= minimum, period.Days().Last),
                $"召开 {held.Count} 次，应不少于 {minimum} 次", $"{held.Count} held, {minimum} owed")
            { DueOn = period.Days().Last, Evidence = Told(held) };
        });

    private static IEnumerable<MeetingFact> Special(RuleCase asked) =>
        asked.Unit.Meetings.Where(m => m.Kind == MeetingKind.Special && asked.Window.Has(m.HeldOn));

    private static IEnumerable<Check> EachSpecial(
        RuleCase asked, Func<MeetingFact, bool> isMet, string metZh, string notZh, string metEn, string notEn) =>
        from meeting in Special(asked)
        let met = isMet(meeting)
        select new Check(met ? CheckState.Met : CheckState.Breached, met ? metZh : notZh, met ? metEn : notEn)
        { Subject = new(IdKind.Meeting, meeting.MeetingId) };

    private static IEnumerable<Check> Arranges(RuleCase asked)
    {
        foreach (var meeting in Special(asked))
        {
            var due = meeting.HeldOn.PlusDays(asked.Values.Number("withinDays"));
            var tasks = meeting.ResolutionIds.ToDictionary(r => r, r => asked.Facts.TasksOfResolution.GetValueOrDefault(r) ?? []);
            var without = tasks.Where(t => !t.Value.Any(task => task.RaisedOn <= due)).Select(t => t.Key).ToList();
            var state = tasks.Count == 0 ? CheckState.Breached : asked.StateOf(without.Count == 0, due);
            yield return new(state,
                tasks.Count == 0 ? "没有决议" : without.Count == 0 ? "决议均已转为任务" : $"未及时转为任务的决议：{string.Join("、", without)}",
                tasks.Count == 0 ? "No resolution" : without.Count == 0 ? "Every resolution became a task"
                    : $"Without a task in time: {string.Join(", ", without)}")
            {
                Subject = new(IdKind.Meeting, meeting.MeetingId),
                DueOn = due,
                Evidence = [.. tasks.Values.SelectMany(t => t).Select(t => new Reference(IdKind.Task, t.TaskId))],
            };
        }
    }

    private static IEnumerable<Check> PassedOn(RuleCase asked)
    {
        var received = asked.Values.Date("receivedOn");
        var due = received.PlusDays(asked.Values.Number("withinDays"));
        if (!asked.Window.Has(received) || !asked.Unit.Exists.Has(received))
            yield break;
        var first = asked.Unit.Meetings.Where(m => m.Agenda.Contains(AgendaKind.PassOn) && m.HeldOn >= received)
            .OrderBy(m => m.HeldOn).Take(1).ToList();
        var met = first.Any(m => m.HeldOn <= due);
        var (zh, en) = asked.Values.Text("document") is var document && document == Unnamed ? ("文件", "The document")
            : ($"“{document}”", $"“{document}”");
        yield return new(asked.StateOf(met, due), zh + (met ? "已传达" : first.Count > 0 ? "逾期传达" : "未传达"),
            en + (met ? " was passed on" : first.Count > 0 ? " was passed on late" : " was not passed on"))
        { DueOn = due, Evidence = Told(first) };
    }

    private static IEnumerable<Check> BeforeHolidays(RuleCase asked)
    {
        foreach (var holiday in asked.Values.Dates("holidays").Where(h => asked.Window.Has(h) && asked.Unit.Exists.Has(h)))
        {
            var time = new DaySpan(holiday.PlusDays(-asked.Values.Number("withinDaysBefore")), holiday);
            var held = asked.Unit.Meetings
                .Where(m => m.Kind == asked.Values.Code<MeetingKind>("meetingKind") && time.Has(m.HeldOn)).ToList();
            yield return new(asked.StateOf(held.Count > 0, time.Last),
                $"{Iso(holiday)} 节前{(held.Count > 0 ? "已提醒" : "未提醒")}",
                $"{(held.Count > 0 ? "Reminded" : "No reminder")} before {Iso(holiday)}")
            { DueOn = time.Last, Evidence = Told(held) };
        }
    }

    private static IEnumerable<Check> MinutesRecorded(RuleCase asked)
    {
        foreach (var meeting in asked.Unit.Meetings.Where(m => asked.Window.Has(m.HeldOn)))
        {
            var due = meeting.HeldOn.PlusDays(asked.Values.Number("withinDays"));
            var days = Period.DaysBetween(meeting.HeldOn, meeting.RecordedOn);
            yield return new(meeting.RecordedOn <= due ? CheckState.Met : CheckState.Breached,
                $"会后 {days} 天入账", $"Recorded {days} days after it was held")
            { Subject = new(IdKind.Meeting, meeting.MeetingId), DueOn = due };
        }
    }

    private static IEnumerable<Check> StudyAttended(RuleCase asked) =>
        from meeting in asked.Unit.Meetings
        where meeting.Kind == asked.Values.Code<MeetingKind>("meetingKind") && asked.Window.Has(meeting.HeldOn)
        let count = meeting.Attendees.Count
        select new Check(count > 0 ? CheckState.Met : CheckState.Breached, $"{count} 人签到", $"{count} attended")
        { Subject = new(IdKind.Meeting, meeting.MeetingId) };

    private static Check Studied(RuleCase asked, DaySpan time, LocalDate due, params (MeetingKind Kind, int Owed)[] owed)
    {
        var held = asked.Unit.Meetings.Where(m => time.Has(m.HeldOn) && owed.Any(o => o.Kind == m.Kind)).ToList();
        int Count(MeetingKind kind) => held.Count(m => m.Kind == kind);
        return new(asked.StateOf(owed.All(o => Count(o.Kind) >= o.Owed), due),
            string.Join("，", owed.Select(o => $"{(o.Kind == MeetingKind.Study ? "学习" : "宣讲")} {Count(o.Kind)}/{o.Owed}")),
            string.Join(", ", owed.Select(o => $"{(o.Kind == MeetingKind.Study ? "study" : "lectures")} {Count(o.Kind)} of {o.Owed}")))
        { DueOn = due, Evidence = Told(held) };
    }

    private static IEnumerable<Check> HeadLectures(RuleCase asked) => Recurring.Each(asked, Cadence.Year, year =>
    {
        var lectures = asked.Unit.Meetings.Where(m => m.Kind == MeetingKind.Lecture && year.Days().Has(m.HeldOn)
            && asked.Unit.People.Any(p => p.PersonId == m.ChairId && p.Category == PostCategory.Head && p.Days.Has(m.HeldOn)))
            .ToList();
        return new(asked.StateOf(lectures.Count >= asked.Values.Number("minimum"), year.Days().Last),
            $"主要负责人讲课 {lectures.Count} 次", $"The head lectured {lectures.Count} times")
        { DueOn = year.Days().Last, Evidence = Told(lectures) };
    });

    /// <summary>Who holds a required first-responsible seat of the unit on a date.</summary>
    private static IEnumerable<string> FirstResponsible(UnitFacts unit, LocalDate on) => unit.Holdings
        .Where(h => h.Level == Level.First && h.Days.Has(on)
            && unit.Required.Any(r => r.Level == Level.First && r.AreaId == h.AreaId && r.Days.Has(on)))
        .Select(h => h.PersonId);

    private static List<Reference> Told(IEnumerable<MeetingFact> meetings) =>
        [.. meetings.Select(m => new Reference(IdKind.Meeting, m.MeetingId))];

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
