using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Obligations.Rules;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;
using static System.Globalization.CultureInfo;

namespace Ledger.Obligations;

/// <summary>What has become of the adopted rules: derived anew for each question from what the ledger knows at its position,
/// so a late entry heals a breach and a correction can make one.</summary>
public static class GetChecks
{
    /// <summary>Units read together for a page.</summary>
    private const int UnitsAtOnce = 100;

    internal static readonly QueryParameter Period = new(
        "period", "Only what is owed for, or came up in, this period. Left out: from the obligation's start to `asOf`.", "2025-H1",
        StringConverter.PeriodCode.Breaks);

    public static readonly ReadRoute OfRule = new("/api/obligations/{ruleCode}/checks", "ListChecks",
        "What has become of an adopted rule: who met it, for whom time is left, who breached it", typeof(Page<CheckContent>),
        [QueryParameter.Unit, QueryParameter.Subtree, Period], ReadRule)
    { IsKey = SortKey.IsIdAndNumber };

    public static readonly ReadRoute OfUnit = new("/api/units/{unitId}/obligations", "GetObligationSheet",
        "Every rule that binds a unit, with what has become of it", typeof(SheetContent), [Period], ReadUnit);

    /// <summary>The checks of some units under the given rules, unit by unit; null for the whole tenant.</summary>
    /// <param name="before">What is owed for, or comes up on, a day before this one; null for the question's period, or the
    /// days up to its date.</param>
    public static async Task<IEnumerable<CheckContent>> Of(ReadSession session, IReadOnlyList<ObligationDocument> adopted,
        string[]? units, CancellationToken cancellation, LocalDate? before = null)
    {
        var rules = adopted.Select(o => RuleCatalogue.Of(o.RuleCode)).Distinct().ToList();
        var facts = await GetFacts.Load(session, units, rules, cancellation);
        return Checks(session.Question, adopted, units, facts, before ?? session.Question.AsOf.PlusDays(1));
    }

    private static IEnumerable<CheckContent> Checks(
        Question question, IReadOnlyList<ObligationDocument> adopted, string[]? units, Facts facts, LocalDate before)
    {
        var asked = question.Text("period") is { } code ? CalendarPeriod.Of(code).Days() : (DaySpan?)null;
        var bound = adopted.SelectMany(o => o.UnitIds.Select(u => (UnitId: u, Obligation: o)))
            .Where(b => units is null || units.Contains(b.UnitId))
            .OrderBy(b => b.UnitId, StringComparer.Ordinal).ThenBy(b => b.Obligation.RuleCode)
            .ThenBy(b => b.Obligation.ObligationId, StringComparer.Ordinal);
        var values = adopted.ToDictionary(o => o.ObligationId, o => RuleValues.Of(RuleCatalogue.Of(o.RuleCode), o.Parameters));
        foreach (var (unitId, obligation) in bound)
        {
            var window = obligation.Days.And(asked ?? new(obligation.EffectiveFrom, before));
            var ruleCase = new RuleCase(
                facts.Unit(unitId), facts, values[obligation.ObligationId], obligation.Days, window, question.AsOf);
            if (!window.IsEmpty)
                foreach (var c in RuleCatalogue.Of(obligation.RuleCode).Checks(ruleCase))
                    yield return new(obligation.ObligationId, obligation.RuleCode, unitId, c.Period, c.Subject, c.State, c.DueOn,
                        c.Evidence, new(c.Zh, c.En));
        }
    }

    private static async Task<Reading> ReadRule(ReadSession session, CancellationToken cancellation)
    {
        var question = session.Question;
        if (Codes.Parse<RuleCode>(question.Path("ruleCode")) is not { } code)
            return Refusal.Unknown("rule", question.Path("ruleCode"), "ruleCode");
        var (units, refusal) = await session.Units(cancellation);
        if (refusal is not null)
            return refusal;
        var adopted = await GetObligations.Of(session, code, units, cancellation);
        var owing = adopted.SelectMany(o => o.UnitIds).Distinct().Where(u => units is null || units.Contains(u))
            .Where(u => question.After is null || string.CompareOrdinal(u, question.After[0]) >= 0)
            .Order(StringComparer.Ordinal).ToList();
        var page = new List<(CheckContent Check, int Number)>();
        foreach (var some in owing.Chunk(UnitsAtOnce).TakeWhile(_ => page.Count <= question.Limit))
            page.AddRange((await Of(session, adopted, some, cancellation)).GroupBy(c => c.UnitId)
                .SelectMany(u => u.Select((c, i) => (c, i))).Where(c => IsBehind(question.After, c.c.UnitId, c.i)));
        var next = page.Count <= question.Limit ? null
            : session.Cursor([page[question.Limit - 1].Check.UnitId, page[question.Limit - 1].Number.ToString(InvariantCulture)]);
        return new(new Page<CheckContent>([.. page.Take(question.Limit).Select(c => c.Check)], next));
    }

    private static bool IsBehind(IReadOnlyList<string>? after, string unitId, int number) => after is null
        || string.CompareOrdinal(unitId, after[0]) > 0 || number > long.Parse(after[1], InvariantCulture);

    private static async Task<Reading> ReadUnit(ReadSession session, CancellationToken cancellation)
    {
        var unitId = session.Question.Path("unitId");
        if (await GetUnits.Find(session, unitId, cancellation) is null)
            return Refusal.Unknown(IdKind.Unit, unitId, "unitId");
        var adopted = await GetObligations.Of(session, null, [unitId], cancellation);
        var checks = (await Of(session, adopted, [unitId], cancellation)).ToLookup(c => c.ObligationId);
        return new(new SheetContent(unitId, [.. adopted.OrderBy(o => o.RuleCode)
            .ThenBy(o => o.ObligationId, StringComparer.Ordinal)
            .Select(o => Told(o, [.. checks[o.ObligationId]]))]));
    }

    private static SheetRule Told(ObligationDocument o, IReadOnlyList<CheckContent> checks)
    {
        var rule = RuleCatalogue.Of(o.RuleCode);
        return new(o.ObligationId, o.RuleCode, new(rule.Zh, rule.En), o.EffectiveFrom, o.EndsOn,
            StateCounts.Of(checks.Select(c => c.State)), checks);
    }
}

/// <summary>What has become of a rule for one unit, in one period or for one subject.</summary>
/// <param name="UnitId">The unit that owes it.</param>
/// <param name="Period">The calendar period that it is owed for.</param>
/// <param name="Subject">What it is about, where that is not the unit itself.</param>
/// <param name="State">Whether it is met; <c>open</c> while time is left on the question's date.</param>
/// <param name="DueOn">The last day in time, a date of the tenant's zone.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record CheckContent(
    string ObligationId, RuleCode RuleCode, string UnitId, string? Period, Reference? Subject, CheckState State, LocalDate? DueOn,
    IReadOnlyList<Reference> Evidence, BothLanguages Detail);

/// <summary>A text in both languages.</summary>
public sealed record BothLanguages(string Zh, string En);

/// <summary>Every rule that binds a unit, those too that did or will.</summary>
public sealed record SheetContent(string UnitId, IReadOnlyList<SheetRule> Rules);

/// <param name="Demands">What the rule demands.</param>
/// <param name="EffectiveFrom">First day of the obligation, a date of the tenant's zone.</param>
/// <param name="EndsOn">First day without it; left out while it goes on. On the first day: it never bound the unit.</param>
public sealed record SheetRule(
    string ObligationId, RuleCode RuleCode, BothLanguages Demands, LocalDate EffectiveFrom, LocalDate? EndsOn, StateCounts Counts,
    IReadOnlyList<CheckContent> Checks);

/// <summary>How many checks are in each state.</summary>
public sealed record StateCounts(int Met, int Open, int Breached)
{
    public static StateCounts Of(IEnumerable<CheckState> states)
    {
        var counts = states.CountBy(s => s).ToDictionary(c => c.Key, c => c.Value);
        return new(counts.GetValueOrDefault(CheckState.Met), counts.GetValueOrDefault(CheckState.Open),
            counts.GetValueOrDefault(CheckState.Breached));
    }
}
