using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.People;

/// <summary>Gives an office-holder another post, in the same unit or another, from a date on. Assignments stay.</summary>
/// <param name="Since">First day in the post, a date of the tenant's zone; may lie in the future.</param>
public sealed record ChangePost(
    [Id] string PersonId, [Id] string UnitId, [Title] string Post, PostCategory PostCategory, LocalDate Since,
    Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var person = known.Person(PersonId);
        var unit = known.UnitRefusal(UnitId, Since, "unitId", "since");
        if (known.HolderRefusal(PersonId, Since, person is null ? "personId" : "since") is { } notInOffice)
            return notInOffice;
        if (unit is not null)
            return unit;
        return Decision.Record(PersonId, new PostChanged(
            PersonId, UnitId, person!.Posts.On(Since)!.Value.UnitId, Post, PostCategory, Since, Basis));
    }
}

/// <summary>An office-holder has another post from <paramref name="Since"/> on. Stored as post_changed.v1.</summary>
/// <param name="FromUnitId">The unit of the post before, as known at the recording.</param>
public sealed record PostChanged(
    string PersonId, string UnitId, string FromUnitId, string Post, PostCategory PostCategory, LocalDate Since,
    Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => OfficeHolder.Stream(PersonId);

    IEnumerable<string> ILedgerEvent.UnitIds => new[] { UnitId, FromUnitId }.Distinct();

    LocalDate? ILedgerEvent.EffectiveOn => Since;
}
