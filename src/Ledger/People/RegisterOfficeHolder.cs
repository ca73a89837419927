using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.People;

/// <summary>Makes a person in a post known to the ledger.</summary>
/// <param name="PersonId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="DisplayName">Stands in the directory alone and can be erased there; never part of an event.</param>
/// <param name="Since">First day in office, a date of the tenant's zone.</param>
public sealed record RegisterOfficeHolder(
    [Id] string UnitId, [Title] string Post, PostCategory PostCategory, LocalDate Since, [Id] string? PersonId = null,
    [Title] string? DisplayName = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Person, PersonId);
        var unit = known.UnitRefusal(UnitId, Since, "unitId", "since");
        if (exists)
            return Refusal.Exists(IdKind.Person, PersonId!, "personId");
        if (unit is not null)
            return unit;
        var id = PersonId ?? known.NewId();
        return Decision.Create(id, new OfficeHolderRegistered(id, UnitId, Post, PostCategory, Since, Basis)) with
        {
            Name = DisplayName is null ? null : new(id, DisplayName),
        };
    }
}

/// <summary>A person is in office from <paramref name="Since"/> on (inclusive). Stored as office_holder_registered.v1.</summary>
public sealed record OfficeHolderRegistered(
    string PersonId, string UnitId, string Post, PostCategory PostCategory, LocalDate Since, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => OfficeHolder.Stream(PersonId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => Since;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Person, PersonId)];
}
