using Ledger.Clocks;
using Ledger.Obligations;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Tests.TwoClocks;

/// <summary>The rules of docs/obligations.md, day by day and fact by fact: one reading for each, written from its words.</summary>
internal sealed partial class Oracle
{
    private const string Met = "met";
    private const string Breached = "breached";
    private const string StillOpen = "open";

    private readonly Dictionary<LocalDate, Oracle> onDays = [];

    /// <summary>What has become of every rule adopted: by rule and check (its unit, period, subject and last day in time, as far
    /// as it has them) the state.</summary>
    /// <param name="period">The days asked; null for all up to the date.</param>
    public Dictionary<(RuleCode Rule, string Check), string> Checks(CalendarPeriod? period) => (
        from adopted in Facts.OfType<ObligationAdopted>()
        let ends = Facts.OfType<ObligationEnded>().SingleOrDefault(e => e.ObligationId == adopted.ObligationId)?.EndsOn
        let last = period is null ? date : LastOf(period)
        from unitId in adopted.UnitIds
        let asked = new Asked(unitId, adopted.Parameters, LocalDate.Max(adopted.EffectiveFrom, period?.From ?? adopted.EffectiveFrom),
            ends <= last ? ends.Value.PlusDays(-1) : last, ends)
        where asked.From <= asked.To
        from t in Reading(adopted.RuleCode)(asked)
        let due = t.DueOn is { } day ? LocalDatePattern.Iso.Format(day) : ""
        select (Key: (adopted.RuleCode, $"{unitId} {t.Period} {t.Subject} {due}"), t.State)).ToDictionary(c => c.Key, c => c.State);

    private Func<Asked, IEnumerable<Told>> Reading(RuleCode code) => code switch
    {
        RuleCode.A1 => A1,
        RuleCode.A2 => A2,
        RuleCode.A3 => A3,
        RuleCode.A4 => A4,
        RuleCode.A5 => A5,
        RuleCode.A6 => A6,
        RuleCode.A7 => A7,
        RuleCode.A8 => A8,
        RuleCode.B1 => B1,
        RuleCode.B2 => B2,
        RuleCode.B3 => B3,
        RuleCode.B4 => B4,
        RuleCode.B5 => B5,
        RuleCode.B6 => B6,
        RuleCode.B7 => B7,
        RuleCode.B8 => B8,
        RuleCode.B9 => B9,
        RuleCode.C1 => C1,
        RuleCode.C2 => C2,
        RuleCode.C3 => C3,
        RuleCode.C4 => C4,
        RuleCode.C5 => C5,
        RuleCode.C6 => C6,
        RuleCode.C7 => C7,
        RuleCode.C8 => C8,
        RuleCode.C9 => C9,
        RuleCode.D1 => D1,
        RuleCode.D2 => D2,
        RuleCode.D3 => D3,
        RuleCode.D4 => D4,
        RuleCode.D5 => D5,
        RuleCode.D6 => D6,
        RuleCode.D7 => D7,
        RuleCode.D8 => D8,
        RuleCode.E1 => E1,
        RuleCode.E2 => E2,
        RuleCode.E3 => E3,
        RuleCode.E4 => E4,
        RuleCode.F1 => F1,
        RuleCode.F2 => F2,
        RuleCode.F3 => F3,
        RuleCode.F4 => F4,
        RuleCode.G1 => G1,
        RuleCode.G2 => G2,
        RuleCode.G3 => G3,
        RuleCode.G4 => G4,
        RuleCode.G5 => G5,
        RuleCode.G6 => G6,
        RuleCode.G7 => G7,
        _ => throw new InvalidOperationException($"The oracle does not know {code}."),
    };

    /// <summary>The days asked that have come and on which the unit exists.</summary>
    private List<LocalDate> Days(Asked asked) =>
        [.. DaysFrom(asked.From, LocalDate.Min(asked.To, date)).Where(d => On(d).Exists(asked.UnitId))];

    /// <summary>The last of them, the day of asking mostly; null when there is none.</summary>
    private LocalDate? LastDay(Asked asked) => Days(asked) is [.., var last] ? last : null;

    private string Judged(bool done, LocalDate due) => done ? Met : date <= due ? StillOpen : Breached;

    private static string Kept(bool kept) => kept ? Met : Breached;

    /// <summary>The same facts on another day.</summary>
    private Oracle On(LocalDate day) => onDays.TryGetValue(day, out var oracle) ? oracle : onDays[day] = new(log, day);

    private static IEnumerable<LocalDate> DaysFrom(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
            yield return day;
    }

    private static LocalDate YearEnd(LocalDate day) => new(day.Year, 12, 31);

    private static LocalDate LastOf(CalendarPeriod period) => period.To.PlusDays(-1);

    private static bool Within(CalendarPeriod period, LocalDate day) => period.From <= day && day < period.To;

    /// <summary>The last day of a period; while it runs, today.</summary>
    private LocalDate Judging(CalendarPeriod period) => LocalDate.Min(LastOf(period), LocalDate.Max(date, period.From));

    /// <summary>The periods of so many months that the unit owes something for.</summary>
    private IEnumerable<CalendarPeriod> Periods(Asked asked, int months) => DaysFrom(asked.From, asked.To)
        .Select(d => months switch { 12 => $"{d.Year:0000}", 6 => $"{d.Year:0000}-H{(d.Month + 5) / 6}", _ => $"{d.Year:0000}-{d.Month:00}" })
        .Distinct().Select(CalendarPeriod.Of).Where(p => On(Judging(p)).Exists(asked.UnitId) && asked.Owes(LastOf(p)));

    /// <summary>One rule asked of one unit for the days from the first to the last.</summary>
    /// <param name="Ends">First day on which the rule is out of force.</param>
    private sealed record Asked(string UnitId, RuleParameters Given, LocalDate From, LocalDate To, LocalDate? Ends)
    {
        public bool Has(LocalDate day) => From <= day && day <= To;

        /// <summary>What is owed by a day, or for a period that ends on it, is owed no more when the rule ended before.</summary>
        public bool Owes(LocalDate day) => !(Ends <= day);
    }

    private sealed record Told(string State, string? Subject = null, LocalDate? DueOn = null, string? Period = null);
}
