using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Commands;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.People;
using Ledger.Units;
using NodaTime;

namespace Ledger.IntegrationTests.Obligations;

/// <summary>Commands by lot of those that rules look at, over few units and a winter whose days lie in two years. The ledger's
/// day goes through it while they are recorded: some are in time, some late, some corrected. Many are refused.</summary>
internal sealed partial class RandomDuties(Random random, int count)
{
    private static readonly LocalDate Start = new(2025, 12, 5);

    private const int Days = 45;

    /// <summary>The last questions are asked so many days after the last act: by then what was open is breached.</summary>
    private const int DaysAfter = 14;

    private const string ReleaseReview = "release-review";

    private static readonly string[] Units = ["u0", "u1", "u2", "u3"];

    private static readonly string[] Areas = ["training", "publicity", ReleaseReview];

    /// <summary>A head, a leader in charge and a party affairs officer of each unit, as long as they stay so.</summary>
    private static readonly string[] People =
        ["li", "wang", "zhao", "chen", "sun", "qian", "zhou", "wu", "zheng", "feng", "chu", "wei"];

    private static readonly PostCategory[] Posts = [PostCategory.Head, PostCategory.LeaderInCharge, PostCategory.PartyAffairs];

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Hosting.TemplateDatabase.ZoneOfT1];

    private Instant now = Start.AtStartOfDayInZone(Zone).ToInstant();
    private int made;

    /// <summary>Every rule with its parameters: short times, so that they are kept and broken.</summary>
    public static IReadOnlyDictionary<RuleCode, RuleParameters> Rules { get; } = RuleCatalogue.All.ToDictionary(r => r.Code, r => r.Code switch
    {
        RuleCode.A1 => new RuleParameters(GraceDays: 15),
        RuleCode.A6 or RuleCode.C4 or RuleCode.D7 => new(WithinDays: 3),
        RuleCode.A7 => new(WithinDays: 7),
        RuleCode.B4 or RuleCode.G7 => new(WithinDays: 4),
        RuleCode.B6 => new(ReceivedOn: Start.PlusDays(20), WithinDays: 5),
        RuleCode.B7 => new(Holidays: [new(2026, 1, 1), new(2026, 1, 17)], WithinDaysBefore: 9),
        RuleCode.B8 => new(WithinDays: 2),
        RuleCode.C3 or RuleCode.E3 => new(WithinDays: 5),
        RuleCode.C7 => new(OverDays: 2),
        RuleCode.D1 => new(Period: "2026", DueOn: new(2026, 1, 3)),
        RuleCode.D2 => new(Period: "2025-H2", DueOn: new(2026, 1, 5)),
        RuleCode.D8 => new(AreaId: "training"),
        RuleCode.E1 => new(Period: "half-year"),
        RuleCode.G1 => new(WithinDays: 14),
        RuleCode.E2 or RuleCode.E4 => new(WithinDays: 10),
        RuleCode.F2 => new(Period: "half-year", Study: 1, Lecture: 1),
        RuleCode.F3 => new(Study: 2, Years: 2),
        RuleCode.G3 => new(IdleDays: 8),
        _ => new(),
    });

    public static IReadOnlyList<string> UnitIds => Units;

    public LocalDate Asked() => Start.PlusDays(random.Next(Days + DaysAfter) - 1);

    /// <summary>The acts in order, each with the instant at which it is to be recorded.</summary>
    public IEnumerable<(Instant At, ICommand Command)> All()
    {
        foreach (var areaId in Areas)
            yield return (now, new DefineArea(areaId, areaId, areaId));
        foreach (var (i, unitId) in Units.Index())
            yield return (now, new RegisterUnit(unitId, unitId, "office", 2, i == 0 ? null : Units[(i - 1) / 2], Start.PlusDays(i / 2),
                [new("training", Level.First), new("publicity", Level.First), .. Some([new RequiredCell("publicity", Level.Direct)])], UnitId: unitId));
        foreach (var (i, person) in People.Index())
            yield return (now, new RegisterOfficeHolder(Units[i / Posts.Length], "干部", Posts[i % Posts.Length], Start.PlusDays(i / Posts.Length / 2), person));
        foreach (var (i, unitId) in Units.Index().Where(_ => OneIn(2)))
        {
            foreach (var areaId in Areas)
                yield return (now, new AssignLeader(unitId, areaId, Level.First, Person(unitId, PostCategory.Head), Start.PlusDays(i / 2), Id("a")));
            yield return (now, new AssignLeader(unitId, ReleaseReview, Level.Leading, Person(unitId, PostCategory.LeaderInCharge), Start.PlusDays(i / 2), Id("a")));
        }

        foreach (var (rule, parameters) in Rules)
            yield return (now, new AdoptObligation(rule, Units, Start.PlusDays(2), parameters, $"o-{rule}"));
        for (var i = 0; i < count; i++)
        {
            now += Duration.FromMinutes(random.Next(4) * Days * 24 * 60 / (count * 3 / 2));
            yield return (now, Next());
        }
    }

    private LocalDate Today => now.InZone(Zone).Date;

    /// <summary>A day around the day of recording.</summary>
    private LocalDate Near() => LocalDate.Max(Start, Today.PlusDays(random.Next(12) - 7));

    /// <summary>A day for something done: not after the day of recording, mostly shortly before.</summary>
    private LocalDate Done() => LocalDate.Min(OneIn(3) ? Near() : Today.PlusDays(-random.Next(2)), Today);

    /// <summary>A day for something to be done by.</summary>
    private LocalDate Ahead() => LocalDate.Max(Start, Today.PlusDays(random.Next(12) - 2));

    private bool OneIn(int cases) => random.Next(cases) == 0;

    /// <summary>The last is seldom drawn, so that it can be dissolved.</summary>
    private string Unit() => Units[random.Next((Units.Length * 2) - 1) / 2];

    private string Person() => People[random.Next(People.Length)];

    /// <summary>Mostly the one who had such a post in the unit at first.</summary>
    private string Person(string unitId, PostCategory post) => OneIn(4) ? Person()
        : People[(Array.IndexOf(Units, unitId) * Posts.Length) + Array.IndexOf(Posts, post)];

    private string Area() => Areas[random.Next(Areas.Length)];

    /// <summary>Some of these, at times none, at times all.</summary>
    private T[] Some<T>(IEnumerable<T> these) => OneIn(3) ? [.. these] : [.. these.Where(_ => random.Next(5) < 3)];

    /// <summary>One of what was made, mostly of late; the first entry, which is none, now and then.</summary>
    private T Any<T>(List<T> these) =>
        these.Count == 1 || random.Next(20) == 0 ? these[0] : these[^random.Next(1, Math.Min(these.Count, 8))];

    private string Id(string stem) => $"{stem}{++made}";
}
