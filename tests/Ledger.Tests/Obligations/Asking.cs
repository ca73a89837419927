using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Shapes;
using NodaTime;
using Shouldly;

namespace Ledger.Tests.Obligations;

/// <summary>Facts of a school below a bureau, both from 1 January 2025, and rules asked of them for 2025 on 15 June.</summary>
internal sealed class Asking
{
    public const string School = "school";
    public const string Bureau = "bureau";

    public static readonly DaySpan Always = new(Day("2025-01-01"), LocalDate.MaxIsoValue);

    public Asking()
    {
        Unit.Exists = Always;
        Facts.Unit(Bureau).Exists = Always;
        Facts.Unit(Bureau).Children.Add(new(School, Always));
    }

    public Facts Facts { get; } = new();

    public UnitFacts Unit => Facts.Unit(School);

    public Asking With(Action<UnitFacts> add)
    {
        add(Unit);
        return this;
    }

    public Asking And(Action<Facts> add)
    {
        add(Facts);
        return this;
    }

    /// <summary>Each check as <c>state</c>, then what it is about and for when.</summary>
    public IReadOnlyList<string> Ask(RuleCode code, RuleParameters? parameters = null, string asOf = "2025-06-15", string unit = School,
        string from = "2025-01-01", string to = "2026-01-01", string? ended = null) =>
        [.. Checks(code, parameters ?? new(), asOf, unit, from, to, ended)
            .Select(c => string.Join(' ', new[] { Codes.Of(c.State), c.Subject?.Id, c.Period }.OfType<string>()))];

    /// <summary>Why, in both languages, for each check.</summary>
    public IReadOnlyList<string> Why(RuleCode code, RuleParameters? parameters = null, string asOf = "2025-06-15", string unit = School) =>
        [.. Checks(code, parameters ?? new(), asOf, unit, "2025-01-01", "2026-01-01", null).Select(c => $"{c.Zh} / {c.En}")];

    private IEnumerable<Check> Checks(
        RuleCode code, RuleParameters parameters, string asOf, string unit, string from, string to, string? ended)
    {
        var rule = RuleCatalogue.Of(code);
        RuleValues.Broken(rule, parameters).ShouldBeNull();
        return rule.Checks(new(Facts.Unit(unit), Facts, RuleValues.Of(rule, parameters), Days("2025-01-01", ended),
            new(Day(from), Day(to)), Day(asOf)));
    }

    public static LocalDate Day(string text) => Dates.Parse(text)!.Value;

    public static DaySpan Days(string from, string? to = null) => new(Day(from), to is null ? LocalDate.MaxIsoValue : Day(to));
}
