using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
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
        if (LeftOn < person.InOfficeFrom)
            return new Refusal("left-before-start", "leftOn", new { since = person.InOfficeFrom });
        var unitId = person.Posts.On(LeftOn)!.Value.UnitId;
        return Decision.Record(PersonId, new LeftOffice(PersonId, unitId, LeftOn, Reason, Basis)) with { StillHeld = held };
    }

    /// <summary>What is held out of office, from the day of recording on, list by list: what is left to pass on.</summary>
    private SortedDictionary<string, List<object>> StillHeld(Known known)
    {
        var held = new SortedDictionary<string, List<object>>(StringComparer.Ordinal)
        {
            ["cells"] = [],
            ["channels"] = [],
            ["incidents"] = [],
            ["seats"] = [],
            ["tasks"] = [],
        };
        var from = LocalDate.Max(LeftOn, known.Today);
        foreach (var duty in known.OfPerson<IGivesDuty>(PersonId).Select(d => d.DutyFrom(PersonId, from)).OfType<Duty>())
            held[duty.Group].Add(duty.Item);
        return held;
    }
}

/// <summary>An office-holder's last day was the one before <paramref name="LeftOn"/>. Stored as left_office.v1.</summary>
public sealed record LeftOffice(string PersonId, string UnitId, LocalDate LeftOn, string? Reason = null, Basis? Basis = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => OfficeHolder.Stream(PersonId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => LeftOn;
}
