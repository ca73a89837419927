using Ledger.Commands;
using Ledger.Inspections;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Meetings;
using Ledger.Notifications;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Reports;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.Benchmarks.Subjects;

/// <summary>
/// What the units of a <see cref="LargeTenant"/> do in the half-year after it: every rule is adopted for all of them, and each
/// has a leading group, meets, gives tasks, closes some, is inspected, told of it, and reports. Every act is one that the
/// ledger would accept; a unit in seven leaves something out.
/// </summary>
internal sealed class LargeDuties(int units)
{
    public const string HalfYear = "2025-H2";

    /// <summary>Units that one adoption binds.</summary>
    public const int UnitsBound = 100;

    private const int LeavesOut = 7;

    private static readonly LocalDate Begin = new(2025, 7, 1);

    private static readonly string Hash = new('d', 64);

    public static LocalDate LastDay { get; } = new(2025, 12, 31);

    /// <summary>Every act in order of recording.</summary>
    public IEnumerable<(Instant At, ICommand Command, ILedgerEvent Data)> Acts()
    {
        var at = Instant.FromUtc(2025, 7, 1, 0, 0);
        foreach (var (command, data) in Adoptions())
            yield return (at += Duration.FromMilliseconds(1), command, data);
        for (var unit = 0; unit < units; unit++)
            foreach (var (command, data) in Group(unit))
                yield return (at += Duration.FromMilliseconds(1), command, data);
        foreach (var month in (int[])[7, 9, 11])
        {
            at = Instant.FromUtc(2025, month + 1, 1, 0, 0);
            for (var unit = 0; unit < units; unit++)
                foreach (var (command, data) in Work(unit, month))
                    yield return (at += Duration.FromMilliseconds(1), command, data);
        }
    }

    private IEnumerable<(ICommand, ILedgerEvent)> Adoptions()
    {
        foreach (var rule in RuleCatalogue.All.Select(r => r.Code))
            foreach (var bound in Enumerable.Range(0, units).Select(History.UnitId).Chunk(UnitsBound))
            {
                var id = $"obl-{rule}-{bound[0]}";
                yield return (new AdoptObligation(rule, bound, Begin, Parameters(rule), id),
                    new ObligationAdopted(id, rule, bound, Begin, Parameters(rule)));
            }
    }

    private static RuleParameters Parameters(RuleCode rule) => rule switch
    {
        RuleCode.B6 => new(ReceivedOn: new LocalDate(2025, 9, 1)),
        RuleCode.B7 => new(Holidays: [new(2025, 10, 1)]),
        RuleCode.D1 or RuleCode.D2 => new(Period: rule == RuleCode.D1 ? "2025" : HalfYear, DueOn: new LocalDate(2025, 12, 20)),
        RuleCode.F2 => new(Study: 2, Lecture: 1),
        _ => new(),
    };

    private static IEnumerable<(ICommand, ILedgerEvent)> Group(int unit)
    {
        IReadOnlyList<GroupSeat> members = [new(History.PersonId(unit, 0), GroupRole.Head), new(History.PersonId(unit, 1), GroupRole.Member)];
        var (unitId, id) = (History.UnitId(unit), $"grp-{unit:00000}");
        yield return (new EstablishLeadingGroup(unitId, "responsibility", Begin, members, id),
            new LeadingGroupEstablished(id, unitId, "responsibility", Begin, members));
    }

    private static IEnumerable<(ICommand, ILedgerEvent)> Work(int unit, int month)
    {
        var (unitId, name) = (History.UnitId(unit), $"{unit:00000}-{month}");
        var (head, owner) = (History.PersonId(unit, 0), History.PersonId(unit, 1 + month % 4));
        var (area, day) = (History.Areas[month % History.Areas.Length], new LocalDate(2025, month, 10));
        if ((unit + month) % LeavesOut == 0)
            yield break;
        yield return (
            new HoldMeeting($"mtg-{name}", day, head, [head, owner], [], [AgendaKind.HearReports], [new(area, "安排下一步工作", $"res-{name}")],
                unitId, MeetingKind.Special, "专题会议", [area]),
            new MeetingHeld($"mtg-{name}", unitId, MeetingKind.Special, day, head, [head, owner], [], [AgendaKind.HearReports],
                [new($"res-{name}", area, "安排下一步工作")], "专题会议", [area]));
        yield return (
            new RaiseTask(unitId, area, "落实安排", owner, day.PlusDays(40), $"tsk-{name}", $"res-{name}"),
            new TaskRaised($"tsk-{name}", unitId, area, "落实安排", owner, day.PlusDays(40), $"res-{name}"));
        yield return (
            new SubmitEvidence($"tsk-{name}", "document", "材料", Hash, day.PlusDays(15), $"evd-{name}"),
            new EvidenceSubmitted($"evd-{name}", $"tsk-{name}", unitId, "document", "材料", Hash, day.PlusDays(15)));
        if (unit % 3 > 0)
            yield return (
                new CloseTask($"tsk-{name}", day.PlusDays(20), head, [$"evd-{name}"]),
                new TaskClosed($"tsk-{name}", unitId, day.PlusDays(20), head, [$"evd-{name}"]));
        if (month != 9)
            yield break;
        var above = History.UnitId(unit == 0 ? 0 : (unit - 1) / 2);
        var kind = unit == 0 ? InspectionKind.Self : InspectionKind.Superior;
        yield return (
            new RecordInspection(unitId, above, kind, day.PlusDays(10), [area], [$"tsk-{name}"],
                [new(area, Severity.Major, "台账不全", $"fnd-{name}")], $"ins-{name}"),
            new InspectionRecorded($"ins-{name}", unitId, above, kind, day.PlusDays(10), [area], [$"tsk-{name}"],
                [new($"fnd-{name}", area, Severity.Major, "台账不全")]));
        yield return (
            new IssueNotification($"ins-{name}", above, unitId, "通报", day.PlusDays(15), $"ntf-{name}"),
            new NotificationIssued($"ntf-{name}", $"ins-{name}", above, unitId, "通报", day.PlusDays(15)));
        yield return (
            new SubmitReport(unitId, ReportKind.AnnualPlan, "2025", day, $"{unit:x64}", new Dictionary<string, int>(), $"rep-{name}"),
            new ReportSubmitted($"rep-{name}", unitId, ReportKind.AnnualPlan, "2025", day, $"{unit:x64}", new Dictionary<string, int>()));
    }
}
