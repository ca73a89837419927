using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Matrix;
using Ledger.Meetings;
using Ledger.People;
using Ledger.Reads;
using Ledger.Tasks;
using Ledger.Units;

namespace Ledger.UnitState;

/// <summary>All that the ledger knows of a unit at both clocks, in one answer; each part as its own read gives it.</summary>
public static class GetUnitState
{
    public static readonly ReadRoute Route = new("/api/units/{unitId}/at", "GetUnitState",
        "The whole state of a unit at both clocks: after any step of its replay, as of any date", typeof(UnitStateContent), [], Read);

    private static async Task<Reading> Read(ReadSession session, CancellationToken cancellation)
    {
        var unitId = session.Question.Path("unitId");
        if (await GetUnits.Find(session, unitId, cancellation) is not { } unit)
            return Refusal.Unknown(IdKind.Unit, unitId, "unitId");
        string[] units = [unitId];
        return new(new UnitStateContent(unit,
            await GetMatrix.Of(session, units, cancellation),
            await GetLeadingGroups.Of(session, units, cancellation),
            await GetPeople.Of(session, units, cancellation),
            await GetTasks.Of(session, units, cancellation),
            await GetMeetings.Of(session, units, cancellation)));
    }
}

/// <summary>A unit's state.</summary>
/// <param name="Cells">Required cells and held cells, as in the matrix.</param>
/// <param name="Groups">The leading groups at work.</param>
/// <param name="People">The office-holders with a post in it, also those who left.</param>
/// <param name="Tasks">All its tasks, by due date.</param>
/// <param name="Meetings">All its meetings, by date.</param>
public sealed record UnitStateContent(
    UnitContent Unit, IReadOnlyList<CellContent> Cells, IReadOnlyList<GroupContent> Groups, IReadOnlyList<PersonContent> People,
    IReadOnlyList<TaskDocument> Tasks, IReadOnlyList<MeetingDocument> Meetings);
