using Ledger.Log;
using NodaTime;

namespace Ledger.Commands;

/// <summary>A stream's state that has a say in its unit's beginning and end. Whoever adds a capability says here what a
/// dissolution means for it; the dissolution itself knows none of them.</summary>
public interface IConcernsUnit
{
    /// <summary>The acts in this unit's name that are dated, with the date from which each counts.</summary>
    IEnumerable<DatedAct> DatedActs(string unitId);

    /// <summary>What must be settled before the unit can end.</summary>
    IEnumerable<DatedAct> Unsettled(string unitId) => [];

    /// <summary>The events that end with the unit what is in force on its first day of absence.</summary>
    IEnumerable<ILedgerEvent> EndWithUnit(string unitId, LocalDate dissolvedOn, string reason) => [];
}

/// <summary>Something in a unit's name.</summary>
/// <param name="Kind">What it is, such as <c>assignment</c>.</param>
/// <param name="On">The date it carries, in the tenant's zone.</param>
/// <param name="Until">The last day of the period that it speaks of, on some day of which the unit is there; null for an act
/// of one day.</param>
public sealed record DatedAct(string Kind, string Id, LocalDate On, LocalDate? Until = null);

/// <summary>A stream's state by which an office-holder can have a duty.</summary>
public interface IGivesDuty
{
    /// <summary>The duty that a person has by it on a date or on any later one; null for none.</summary>
    Duty? DutyFrom(string personId, LocalDate from);

    /// <summary>The starts of a person's duties by it, on each of which the person must be in office.</summary>
    IEnumerable<DatedAct> StartsOf(string personId) => [];
}

/// <summary>What somebody answers for.</summary>
/// <param name="Group">The list in which it is told: <c>cells</c>, <c>channels</c>, <c>incidents</c>, <c>seats</c>,
/// <c>tasks</c>.</param>
public sealed record Duty(string Group, object Item);
