using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ledger.Clocks;
using Ledger.Commands;
using Ledger.IntegrationTests.Hosting;
using Ledger.Log;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Shapes;
using Ledger.Store;
using Ledger.Tests.TwoClocks;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Obligations;

/// <summary>Whatever was recorded in whatever order, the checks of a rule at any date, position and period are those that the
/// words of the rule give when the raw events are read by brute force.</summary>
public sealed class RandomRulesTests(LedgerService service, ITestOutputHelper output) : IClassFixture<LedgerService>
{
    private const int HistoriesMin = 4;

    /// <summary>More are made only as long as a rule was not seen in each state.</summary>
    private const int HistoriesMax = 12;

    private const int ActsEach = 700;

    /// <summary>Acts recorded together; the next ones speak of what they made.</summary>
    private const int AtOnce = 5;

    private const int QuestionsEach = 16;

    /// <summary>So many questions are asked unit by unit until one is asked rule by rule.</summary>
    private const int ListsEvery = 4;

    /// <summary>Fewer would mean that the histories came out empty.</summary>
    private const int ComparisonsMin = 6_000;

    /// <summary>So often at least each rule is to be seen met, open and breached, as far as it can be.</summary>
    private const int OfEachMin = 3;

    private static readonly string?[] Periods = [null, null, null, "2025", "2026", "2025-H2", "2026-H1", "2025-12", "2026-01", "2025-Q4"];

    /// <summary>Rules of something done: it was right or it was not.</summary>
    private static readonly RuleCode[] NeverOpen =
    [
        RuleCode.A2, RuleCode.A3, RuleCode.A4, RuleCode.A5, RuleCode.A6, RuleCode.A8, RuleCode.B3, RuleCode.B5, RuleCode.B8,
        RuleCode.C1, RuleCode.C5, RuleCode.C7, RuleCode.D4, RuleCode.D5, RuleCode.D6, RuleCode.D7, RuleCode.F1,
        RuleCode.G2, RuleCode.G3, RuleCode.G4, RuleCode.G5, RuleCode.G6, RuleCode.G7,
    ];

    /// <summary>The door refuses what would break it.</summary>
    private static readonly RuleCode[] NeverBreached = [RuleCode.C5];

    private readonly Dictionary<(RuleCode Rule, string State), int> compared = [];

    private int histories;

    [Fact]
    public async Task A_rules_checks_at_any_two_clocks_are_those_of_a_brute_force_reading()
    {
        await Seeds.Each(HistoriesMax, random => histories < HistoriesMin || Unseen().Any() ? Compare(random) : Task.CompletedTask);

        var total = compared.Values.Sum();
        output.WriteLine($"Checks of {RandomDuties.Rules.Count} rules compared: {total} (floor {ComparisonsMin}), "
            + $"{histories} histories, seeds from {Seeds.First}");
        output.WriteLine(string.Join(", ", compared.OrderBy(c => c.Key.Rule).ThenBy(c => c.Key.State)
            .Select(c => $"{c.Key.Rule} {c.Key.State} {c.Value}")));
        Unseen().ShouldBeEmpty($"Seeds from {Seeds.First}");
        total.ShouldBeGreaterThanOrEqualTo(ComparisonsMin);
    }

    /// <summary>The rules that were seen too seldom in a state in which they can be.</summary>
    private IEnumerable<string> Unseen() =>
        from rule in Enum.GetValues<RuleCode>()
        from state in Enum.GetValues<CheckState>()
        where !(state == CheckState.Open && NeverOpen.Contains(rule)) && !(state == CheckState.Breached && NeverBreached.Contains(rule))
        where compared.GetValueOrDefault((rule, Codes.Of(state))) < OfEachMin
        select $"{rule} {Codes.Of(state)}";

    private async Task Compare(Random random)
    {
        histories++;
        var tenant = await service.NewTenant();
        var duties = new RandomDuties(random, ActsEach);
        var lasts = await Record(tenant, duties);
        var log = await Log(tenant);
        var reader = service.As("reader", tenant);
        for (var i = 0; i < QuestionsEach; i++)
        {
            // Half of the questions when little was known yet.
            var few = lasts.Count / 3;
            var last = lasts[random.Next(2) == 0 ? random.Next(few / 3, few) : random.Next(few, lasts.Count)];
            var asOf = duties.Asked();
            var period = Periods[random.Next(Periods.Length)];
            var query = $"asOf={LocalDatePattern.Iso.Format(asOf)}&knownAt=%23{last}" + (period is null ? "" : $"&period={period}");
            var want = new Oracle(log.Take((int)last), asOf).Checks(period is null ? null : CalendarPeriod.Of(period));

            var got = i % ListsEvery == 0 ? await Listed(reader, query) : await Sheets(reader, query);

            Readable(got).ShouldBe(Readable(want), query);
            foreach (var ((rule, _), state) in got)
                compared[(rule, state)] = compared.GetValueOrDefault((rule, state)) + 1;
        }
    }

    /// <summary>Asked rule by rule.</summary>
    private static async Task<Dictionary<(RuleCode Rule, string Check), string>> Listed(Client reader, string query)
    {
        var states = new Dictionary<(RuleCode, string), string>();
        foreach (var rule in RandomDuties.Rules.Keys)
        {
            var list = (await reader.Get($"/api/obligations/{rule}/checks?limit=200&{query}")).Is(200).Json;
            list["next"].ShouldBeNull();
            Add(states, list["items"]!);
        }

        return states;
    }

    /// <summary>Asked unit by unit.</summary>
    private static async Task<Dictionary<(RuleCode Rule, string Check), string>> Sheets(Client reader, string query)
    {
        var states = new Dictionary<(RuleCode, string), string>();
        foreach (var unitId in RandomDuties.UnitIds)
            foreach (var rule in (await reader.Get($"/api/units/{unitId}/obligations?{query}")).Is(200).Json["rules"]!.AsArray())
                Add(states, rule!["checks"]!);
        return states;
    }

    private static void Add(Dictionary<(RuleCode Rule, string Check), string> states, JsonNode checks)
    {
        foreach (var c in checks.AsArray())
            states.Add((Enum.Parse<RuleCode>((string)c!["ruleCode"]!), $"{c["unitId"]} {c["period"]} {c["subject"]?["id"]} {c["dueOn"]}"), (string)c["state"]!);
    }

    private static IEnumerable<string> Readable(Dictionary<(RuleCode Rule, string Check), string> checks) =>
        checks.Select(g => $"{g.Key.Rule} {g.Key.Check}: {g.Value}").Order(StringComparer.Ordinal);

    /// <summary>Records the acts at their own instants.</summary>
    /// <returns>The last position of each act that was taken.</returns>
    private async Task<List<long>> Record(string tenant, RandomDuties duties)
    {
        var door = service.Service<CommandDoor>();
        var carried = new Carried();
        var lasts = new List<long>();
        var number = 0;
        foreach (var some in duties.All().Chunk(AtOnce))
        {
            var submissions = some.Select(act => new Submission(act.Command, "li", "li", "import")
            {
                Line = new(act.At, AsOfNow: false, SHA256.HashData(BitConverter.GetBytes(number++)), 1, null),
            }).ToList();
            var (outcomes, _) = await door.ExecuteBatch(tenant, submissions, BatchRule.Each, CancellationToken.None, carried);
            foreach (var (outcome, act) in outcomes.Zip(some))
            {
                if (outcome is not Outcome.Accepted accepted)
                    continue;
                lasts.Add(accepted.Receipt.Position);
                duties.Took(act.Command);
            }
        }

        return lasts;
    }

    private async Task<List<Recorded>> Log(string tenant)
    {
        var codec = service.Service<EventCodec>();
        await using var command = service.Sql.CreateCommand(
            $"select seq_id, version, timestamp, type, data from ledger.mt_events where tenant_id = '{tenant}' order by seq_id");
        await using var reader = await command.ExecuteReaderAsync();
        var log = new List<Recorded>();
        while (await reader.ReadAsync())
            log.Add(codec.Read(reader, 0));
        return log;
    }
}
