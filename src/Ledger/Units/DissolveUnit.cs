using Ledger.Assignments;
using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Meetings;
using Ledger.Shapes;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.Units;

/// <summary>Ends a unit. Refused while something of it would be left hanging; else what is in force ends with it.</summary>
/// <param name="DissolvedOn">First day without it, a date of the tenant's zone.</param>
public sealed record DissolveUnit([Id] string UnitId, LocalDate DissolvedOn, [Text] string Reason, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var unit = known.Unit(UnitId);
        var cells = known.OfUnit<Cell>(UnitId);
        var groups = known.OfUnit<LeadingGroup>(UnitId);
        var meetings = known.OfUnit<Meeting>(UnitId);
        var tasks = known.OfUnit<WorkTask>(UnitId);
        var children = known.OfUnit<Unit>(UnitId).Where(u => u.UnitId != UnitId && u.ParentOn(DissolvedOn) == UnitId
            && u.ExistsOn(DissolvedOn)).Select(u => u.UnitId).ToList();
        if (unit is null)
            return Refusal.Unknown(IdKind.Unit, UnitId, "unitId");
        if (unit.DissolvedOn is { } already)
            return new Refusal("already-dissolved", "unitId", new { DissolvedOn = already });
        if (DissolvedOn <= unit.EffectiveFrom)
            return new Refusal("end-not-after-start", "dissolvedOn", new { unit.EffectiveFrom });

        var open = tasks.Where(t => t.Status == TaskState.Open).Select(t => t.TaskId).ToList();
        var later = Later(unit, cells, groups, meetings).ToList();
        if (children.Count + open.Count + later.Count > 0)
            return new Refusal("unit-in-use", "dissolvedOn", new { children, openTasks = open, actsOnOrAfter = later });
        return Decision.Record(UnitId, [
            new UnitDissolved(UnitId, DissolvedOn, Reason, Basis),
            .. cells.Select(c => c.HolderOn(DissolvedOn) is { } a ? c.Ended(a, DissolvedOn, Reason, UnitId) : null).OfType<ILedgerEvent>(),
            .. groups.Where(g => g.DissolvedOn is null)
                .Select(g => new LeadingGroupDissolved(g.GroupId, g.UnitId, DissolvedOn, Reason, UnitId)),
            .. meetings.Where(m => m.Status == MeetingState.Scheduled)
                .Select(m => new MeetingCancelled(m.MeetingId, m.UnitId, Reason, UnitId)),
        ]);
    }

    private IEnumerable<object> Later(
        Unit unit, IEnumerable<Cell> cells, IEnumerable<LeadingGroup> groups, IEnumerable<Meeting> meetings)
    {
        if (unit.LastActOn >= DissolvedOn)
            yield return new { Stream = Unit.Stream(UnitId), On = unit.LastActOn };
        foreach (var cell in cells)
            foreach (var a in cell.InForce.Where(a => a.EffectiveFrom >= DissolvedOn))
                yield return new { Stream = cell.Name, a.AssignmentId, On = a.EffectiveFrom };
        foreach (var group in groups.Where(g => g.LastActOn >= DissolvedOn))
            yield return new { Stream = LeadingGroup.Stream(group.GroupId), On = group.LastActOn };
        foreach (var meeting in meetings.Where(m => m.HeldOn >= DissolvedOn))
            yield return new { Stream = Meeting.Stream(meeting.MeetingId), On = meeting.HeldOn };
    }
}

/// <summary>A unit is no more from <paramref name="DissolvedOn"/> on. Stored as unit_dissolved.v1.</summary>
public sealed record UnitDissolved(string UnitId, LocalDate DissolvedOn, string Reason, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Unit.Stream(UnitId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => DissolvedOn;
}
