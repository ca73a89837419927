using System.Text.Json.Serialization;
using NodaTime;

namespace Ledger.Obligations.Rules;

/// <summary>A rule that a unit can be bound by: a pure function of what the ledger knows at one position.</summary>
/// <param name="Zh">What it demands, in Chinese.</param>
/// <param name="En">What it demands, in English.</param>
/// <param name="Needs">The facts that it looks at.</param>
/// <param name="Parameters">What may be set when it is adopted.</param>
/// <param name="Checks">What has become of it for one unit.</param>
public sealed record ObligationRule(
    RuleCode Code, string Zh, string En, Needs Needs, IReadOnlyList<RuleParameter> Parameters,
    Func<RuleCase, IEnumerable<Check>> Checks);

/// <summary>The parts of <see cref="Facts"/>; units are always there.</summary>
[Flags]
public enum Needs
{
    None = 0,
    Seats = 1,
    Assignments = 1 << 1,
    Groups = 1 << 2,
    People = 1 << 3,
    Meetings = 1 << 4,
    Inspections = 1 << 5,
    Tasks = 1 << 6,
    Cases = 1 << 7,
    Reports = 1 << 8,
    Assessments = 1 << 9,
    Publication = 1 << 10,
    Openness = 1 << 11,
}

/// <summary>One rule asked of one unit.</summary>
/// <param name="Bound">The days on which the obligation binds.</param>
/// <param name="Window">Those of them that are asked.</param>
/// <param name="AsOf">The day of asking: what is due later is still open.</param>
public sealed record RuleCase(UnitFacts Unit, Facts Facts, RuleValues Values, DaySpan Bound, DaySpan Window, LocalDate AsOf)
{
    /// <summary>The asked days that the unit exists and that have come.</summary>
    public DaySpan Past => Window.And(Unit.Exists).And(new(LocalDate.MinIsoValue, AsOf.PlusDays(1)));

    /// <summary>Whether something that is due on a day, or for a period that ends on it, is owed: not when the obligation was
    /// over before.</summary>
    public bool IsOwed(LocalDate day) => day < Bound.To;

    /// <summary>Something done in time is met, else open until it is due and breached from then on.</summary>
    public CheckState StateOf(bool met, LocalDate dueOn) =>
        met ? CheckState.Met : AsOf <= dueOn ? CheckState.Open : CheckState.Breached;
}

/// <summary>What has become of a duty.</summary>
public enum CheckState
{
    [JsonStringEnumMemberName("met")] Met,

    /// <summary>Time is left.</summary>
    [JsonStringEnumMemberName("open")] Open,

    [JsonStringEnumMemberName("breached")] Breached,
}

/// <summary>What a check is about, or what it rests on.</summary>
/// <param name="Type">A kind of id, such as <c>inspection</c>; a cell's id is <c>unit/area/level</c>.</param>
public sealed record Reference(string Type, string Id);

/// <summary>What has become of a rule for a unit, in one period or for one subject.</summary>
/// <param name="Zh">Why, in Chinese.</param>
/// <param name="En">Why, in English.</param>
public sealed record Check(CheckState State, string Zh, string En)
{
    /// <summary>The calendar period that it is owed for.</summary>
    public string? Period { get; init; }

    /// <summary>What it is about, where that is not the unit itself.</summary>
    public Reference? Subject { get; init; }

    /// <summary>The last day on which it can be done in time.</summary>
    public LocalDate? DueOn { get; init; }

    public IReadOnlyList<Reference> Evidence { get; init; } = [];
}
