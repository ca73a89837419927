using System.Security.Cryptography;
using Ledger.Clocks;
using Ledger.Commands;
using Ledger.IntegrationTests.Hosting;
using Ledger.Log;
using Ledger.Obligations;
using Ledger.Store;
using Ledger.Tests.TwoClocks;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Obligations;

/// <summary>Whatever was recorded in whatever order, the checks of a rule at any date, position and period are those that the
/// words of the rule give when the raw events are read by brute force.</summary>
public sealed class RandomRulesTests(LedgerService service, ITestOutputHelper output) : IClassFixture<LedgerService>
{
    private const int Histories = 6;

    private const int ActsEach = 260;

    private const int QuestionsEach = 8;

    /// <summary>Fewer would mean that the histories came out empty.</summary>
    private const int ComparisonsMin = 3_000;

    /// <summary>Each rule is to be seen met and not met.</summary>
    private const int OfEachMin = 1;

    private static readonly string?[] Periods = [null, null, "2025", "2025-H1", "2025-H2", "2025-06", "2025-07", "2025-Q3"];

    private readonly Dictionary<(RuleCode Rule, bool Met), int> compared = [];

    [Fact]
    public async Task A_rules_checks_at_any_two_clocks_are_those_of_a_brute_force_reading()
    {
        await Seeds.Each(Histories, Compare);

        var total = compared.Values.Sum();
        output.WriteLine($"Checks of {RandomDuties.Rules.Count} rules compared: {total} (floor {ComparisonsMin}), seeds from {Seeds.First}");
        output.WriteLine(string.Join(", ", compared.OrderBy(c => c.Key).Select(c => $"{c.Key.Rule} {(c.Key.Met ? "met" : "not")} {c.Value}")));
        total.ShouldBeGreaterThanOrEqualTo(ComparisonsMin);
        foreach (var rule in RandomDuties.Rules.Keys)
            foreach (var met in new[] { true, false })
                compared.GetValueOrDefault((rule, met)).ShouldBeGreaterThanOrEqualTo(OfEachMin, $"{rule} {met}");
    }

    private async Task Compare(Random random)
    {
        var tenant = await service.NewTenant();
        var duties = new RandomDuties(random, ActsEach);
        var lasts = await Record(tenant, duties);
        var log = await Log(tenant);
        var reader = service.As("reader", tenant);
        for (var i = 0; i < QuestionsEach; i++)
        {
            var last = lasts[random.Next(lasts.Count / 3, lasts.Count)];
            var asOf = duties.Asked();
            var oracle = new Oracle(log.Take((int)last), asOf);
            foreach (var (rule, parameters) in RandomDuties.Rules)
            {
                var period = Periods[random.Next(Periods.Length)];
                var days = period is null ? null : CalendarPeriod.Of(period);
                var (from, to) = (LocalDate.Max(RandomDuties.Adopted, days?.From ?? RandomDuties.Adopted), days?.To.PlusDays(-1) ?? asOf);
                var want = from > to ? [] : RandomDuties.UnitIds.SelectMany(u => oracle.Checks(rule, u, parameters, from, to)).ToDictionary();
                var query = $"/api/obligations/{rule}/checks?limit=200&asOf={LocalDatePattern.Iso.Format(asOf)}&knownAt=%23{last}"
                    + (period is null ? "" : $"&period={period}");

                var answer = (await reader.Get(query)).Is(200).Json;

                answer["next"].ShouldBeNull();
                var got = answer["items"]!.AsArray().ToDictionary(
                    c => $"{c!["unitId"]} {c["period"]} {c["subject"]?["id"]} {c["dueOn"]}", c => (string)c!["state"]!);
                Readable(got).ShouldBe(Readable(want), query);
                foreach (var state in got.Values)
                    compared[(rule, state == "met")] = compared.GetValueOrDefault((rule, state == "met")) + 1;
            }
        }
    }

    private static IEnumerable<string> Readable(Dictionary<string, string> checks) =>
        checks.Select(g => $"{g.Key}: {g.Value}").Order(StringComparer.Ordinal);

    /// <summary>Records the acts at their own instants.</summary>
    /// <returns>The last position of each act that was taken.</returns>
    private async Task<List<long>> Record(string tenant, RandomDuties duties)
    {
        var door = service.Service<CommandDoor>();
        var lasts = new List<long>();
        var number = 0;
        foreach (var (at, command) in duties.All())
        {
            var line = new ImportedLine(at, AsOfNow: false, SHA256.HashData(BitConverter.GetBytes(number++)), 1, null);
            var (outcomes, _) = await door.ExecuteBatch(
                tenant, [new(command, "li", "li", "import") { Line = line }], BatchRule.Each, CancellationToken.None);
            if (outcomes[0] is not Outcome.Accepted accepted)
                continue;
            lasts.Add(accepted.Receipt.Position);
            duties.Took(command);
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
