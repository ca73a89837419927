using Ledger.Meetings;
using Ledger.People;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>Groups B and F: meetings and study.</summary>
internal sealed partial class Oracle
{
    private IEnumerable<Told> B1(Asked asked) => Round(asked, 6, m => m.Kind == MeetingKind.Special);

    private IEnumerable<Told> B2(Asked asked) => Round(asked, 1, m => m.Kind == MeetingKind.Special);

    private IEnumerable<Told> B3(Asked asked) =>
        Special(asked).Select(m => new Told(Kept(m.Agenda.Contains(AgendaKind.HearReports)), m.Id));

    private IEnumerable<Told> B4(Asked asked)
    {
        foreach (var m in Special(asked))
        {
            var due = m.HeldOn.PlusDays(asked.Given.WithinDays!.Value);
            var arranged = m.Resolutions.All(r => TasksNow().Any(t => t.ResolutionId == r && t.RaisedOn <= due));
            yield return new(m.Resolutions.Count == 0 ? Breached : Judged(arranged, due), m.Id, due);
        }
    }

    private IEnumerable<Told> B5(Asked asked) => Special(asked).Select(m => new Told(
        Kept(On(m.HeldOn).FirstResponsible(asked.UnitId).Any(p => m.ChairId == p || m.Attendees.Contains(p))), m.Id));

    private IEnumerable<Told> B6(Asked asked)
    {
        var (received, due) = (asked.Given.ReceivedOn!.Value, asked.Given.ReceivedOn.Value.PlusDays(asked.Given.WithinDays!.Value));
        if (asked.Has(received) && On(received).Exists(asked.UnitId))
            yield return new(Judged(MeetingsOf(asked.UnitId).Any(
                m => m.Agenda.Contains(AgendaKind.PassOn) && received <= m.HeldOn && m.HeldOn <= due), due), null, due);
    }

    private IEnumerable<Told> B7(Asked asked)
    {
        foreach (var holiday in asked.Given.Holidays!.Where(h => asked.Has(h) && On(h).Exists(asked.UnitId)))
        {
            var before = DaysFrom(holiday.PlusDays(-asked.Given.WithinDaysBefore!.Value), holiday.PlusDays(-1)).ToList();
            yield return new(Judged(MeetingsOf(asked.UnitId).Any(m => m.Kind == MeetingKind.Reminder && before.Contains(m.HeldOn)), before[^1]),
                null, before[^1]);
        }
    }

    private IEnumerable<Told> B8(Asked asked) => MeetingsOf(asked.UnitId).Where(m => asked.Has(m.HeldOn)).Select(m => new Told(
        Kept(Period.DaysBetween(m.HeldOn, m.RecordedOn) <= asked.Given.WithinDays), m.Id, m.HeldOn.PlusDays(asked.Given.WithinDays!.Value)));

    private IEnumerable<Told> B9(Asked asked) =>
        Round(asked, 6, m => m.Kind == MeetingKind.Special && m.Agenda.Contains(AgendaKind.HearReports));

    private IEnumerable<Told> F1(Asked asked) => MeetingsOf(asked.UnitId)
        .Where(m => m.Kind == MeetingKind.Study && asked.Has(m.HeldOn)).Select(m => new Told(Kept(m.Attendees.Count > 0), m.Id));

    private IEnumerable<Told> F2(Asked asked) => Periods(asked, 6).Select(p =>
    {
        int Count(MeetingKind kind) => MeetingsOf(asked.UnitId).Count(m => m.Kind == kind && Within(p, m.HeldOn));
        return new Told(Judged(Count(MeetingKind.Study) >= asked.Given.Study && Count(MeetingKind.Lecture) >= asked.Given.Lecture,
            LastOf(p)), null, LastOf(p), p.Code);
    });

    private IEnumerable<Told> F3(Asked asked) => Periods(asked, 12).Select(year => new Told(Judged(MeetingsOf(asked.UnitId).Count(
        m => m.Kind == MeetingKind.Study && m.HeldOn <= LastOf(year) && m.HeldOn.Year > year.From.Year - asked.Given.Years)
            >= asked.Given.Study, LastOf(year)), null, LastOf(year), year.Code));

    private IEnumerable<Told> F4(Asked asked) => Round(asked, 12,
        m => m.Kind == MeetingKind.Lecture && On(m.HeldOn).IsIn(m.ChairId, asked.UnitId, PostCategory.Head));

    /// <summary>One such meeting is owed in each period.</summary>
    private IEnumerable<Told> Round(Asked asked, int months, Func<HeldMeeting, bool> counts) => Periods(asked, months).Select(p => new Told(
        Judged(MeetingsOf(asked.UnitId).Any(m => Within(p, m.HeldOn) && counts(m)), LastOf(p)), null, LastOf(p), p.Code));

    private IEnumerable<HeldMeeting> Special(Asked asked) =>
        MeetingsOf(asked.UnitId).Where(m => m.Kind == MeetingKind.Special && asked.Has(m.HeldOn));

    private IEnumerable<HeldMeeting> MeetingsOf(string unitId)
    {
        foreach (var recorded in log)
            if (recorded.Data is MeetingHeld held && held.UnitId == unitId)
            {
                var said = Facts.OfType<MeetingCorrected>().Where(c => c.MeetingId == held.MeetingId).Select(c => c.Changes).ToList();
                yield return new(held.MeetingId, held.Kind,
                    said.Where(c => c.HeldOn.IsGiven).Select(c => (LocalDate?)c.HeldOn.Value).LastOrDefault() ?? held.HeldOn, DayOf(recorded),
                    said.Where(c => c.ChairId.IsGiven).Select(c => c.ChairId.Value).LastOrDefault() ?? held.ChairId,
                    said.Where(c => c.Attendees.IsGiven).Select(c => c.Attendees.Value).LastOrDefault() ?? held.Attendees,
                    said.Where(c => c.Agenda.IsGiven).Select(c => c.Agenda.Value).LastOrDefault() ?? held.Agenda,
                    [.. held.Resolutions.Select(r => r.ResolutionId)]);
            }
    }

    /// <summary>A meeting held, as corrected.</summary>
    private sealed record HeldMeeting(
        string Id, MeetingKind Kind, LocalDate HeldOn, LocalDate RecordedOn, string ChairId, IReadOnlyList<string> Attendees,
        IReadOnlyList<AgendaKind> Agenda, IReadOnlyList<string> Resolutions);
}
