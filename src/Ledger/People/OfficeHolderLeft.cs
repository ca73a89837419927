using Ledger.Assignments;
using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Tasks;
using NodaTime;

namespace Ledger.People;

/// <summary>Records that an office-holder left. It ends nothing: the receipt lists what is still held.</summary>
/// <param name="LeftOn">First day no longer in office, a date of the tenant's zone.</param>
public sealed record OfficeHolderLeft([Id] string PersonId, LocalDate LeftOn, [Text] string? Reason = null, Basis? Basis = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var person = known.Person(PersonId);
        var held = StillHeld(known);
        if (person is null)
            return Refusal.Unknown(IdKind.Person, PersonId, "personId");
        if (person.LeftOn is { } already)
            return new Refusal("already-left", "personId", new { LeftOn = already });
        if (LeftOn < person.Posts.Last.From)
            return new Refusal("left-before-start", "leftOn", new { since = person.Posts.Last.From });
        var unitId = person.Posts.On(LeftOn)!.Value.UnitId;
        return Decision.Record(PersonId, new LeftOffice(PersonId, unitId, LeftOn, Reason, Basis)) with { StillHeld = held };
    }

    private StillHeld StillHeld(Known known) => new(
        [.. from cell in known.OfPerson<Cell>(PersonId)
            let holder = cell.HolderOn(LeftOn)
            where holder?.PersonId == PersonId
            select new HeldCell(cell.UnitId, cell.AreaId, cell.Level, holder.AssignmentId)],
        [.. from g in known.OfPerson<LeadingGroup>(PersonId)
            let role = g.RoleOn(PersonId, LeftOn)
            where role is not null
            select new HeldSeat(g.GroupId, role.Value)],
        [.. known.OfPerson<WorkTask>(PersonId).Where(t => t.Status == TaskState.Open && t.OwnerId == PersonId)
            .Select(t => t.TaskId)]);
}

/// <summary>What somebody who left still holds on the first day out of office.</summary>
public sealed record StillHeld(IReadOnlyList<HeldCell> Cells, IReadOnlyList<HeldSeat> Seats, IReadOnlyList<string> Tasks);

public sealed record HeldCell(string UnitId, string AreaId, Areas.Level Level, string AssignmentId);

public sealed record HeldSeat(string GroupId, GroupRole Role);

/// <summary>An office-holder's last day was the one before <paramref name="LeftOn"/>. Stored as left_office.v1.</summary>
public sealed record LeftOffice(string PersonId, string UnitId, LocalDate LeftOn, string? Reason = null, Basis? Basis = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => OfficeHolder.Stream(PersonId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => LeftOn;
}
