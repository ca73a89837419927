using System.Text.Json.Nodes;
using Ledger.Commands;
using Ledger.IntegrationTests.Hosting;
using Ledger.Log;
using Ledger.Store;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Reads;

/// <summary>Whatever was recorded in whatever order, the reads say at any date and position what the contract says.</summary>
public sealed class HistoryTests(LedgerService service, ITestOutputHelper output) : IClassFixture<LedgerService>
{
    private const string SeedVariable = "LEDGER_TEST_SEED";

    private const int Histories = 6;

    private const int ActsEach = 260;

    private const int QuestionsEach = 110;

    /// <summary>Fewer would mean that the histories came out empty.</summary>
    private const int ComparisonsMin = 20_000;

    private int comparisons;

    [Fact]
    public async Task Reads_at_any_two_clocks_agree_with_the_rules_worked_out_by_brute_force()
    {
        var first = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given
            ? int.Parse(given, null)
            : Random.Shared.Next(1_000_000);
        for (var seed = first; seed < first + Histories; seed++)
        {
            try
            {
                await Compare(new Random(seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Failing seed: {SeedVariable}={seed}", e);
            }
        }

        output.WriteLine($"comparisons: {comparisons}");
        comparisons.ShouldBeGreaterThan(ComparisonsMin);
    }

    private async Task Compare(Random random)
    {
        var tenant = await service.NewTenant();
        var acts = new RandomActs(random);
        var commands = RandomActs.Beginning().Concat(Enumerable.Range(0, ActsEach).Select(acts.Next));
        var lasts = new List<long> { 0 };
        foreach (var command in commands)
            if (await service.Service<CommandDoor>().Execute(tenant, new(command, "li", "li", "api"), CancellationToken.None)
                is Outcome.Accepted accepted)
                lasts.Add(accepted.Receipt.Position);

        var log = await Log(tenant);
        log.Count.ShouldBe((int)lasts[^1]);
        var reader = service.As("reader", tenant);
        for (var i = 0; i < QuestionsEach; i++)
        {
            var position = random.Next((int)lasts[^1] + 1);
            var (on, root) = (acts.Date().PlusDays(random.Next(3) - 1), acts.Unit());
            var counted = lasts.First(l => l >= position);
            await Ask(reader, new Oracle(log.Take((int)counted), on), on, position, counted, root);
        }
    }

    private async Task Ask(Client reader, Oracle oracle, LocalDate on, long position, long counted, string root)
    {
        var clocks = $"asOf={LocalDatePattern.Iso.Format(on)}&knownAt=%23{position}";
        var matrix = (await reader.Get($"/api/matrix?{clocks}")).Is(200);
        matrix.Header("Ledger-Position").ShouldBe($"{counted}");
        Same(oracle.Matrix(), matrix, "cells", c => $"{c["unitId"]}/{c["areaId"]}/{c["level"]}", "post");
        var units = (await reader.Get($"/api/units?{clocks}")).Is(200);
        Same(oracle.Tree(), units, "items", u => $"{u["unitId"]}", "kind", "level", "levelLabels");
        matrix.Json["cells"]!.AsArray().Select(c => (string)c!["unitId"]!).Except(units.Items("unitId").Split(' '))
            .ShouldBeEmpty("Nobody holds a cell of a unit that does not exist.");
        Same(oracle.Groups(), (await reader.Get($"/api/leading-groups?{clocks}")).Is(200), "items", g => $"{g["groupId"]}", "basis");

        var below = await reader.Get($"/api/units?{clocks}&unit={root}&subtree=true");
        if (below.Status == 404)
        {
            oracle.Tree(root).ShouldBeEmpty();
            return;
        }

        Same(oracle.Tree(root), below.Is(200), "items", u => $"{u["unitId"]}", "kind", "level", "levelLabels");
        Same(oracle.Matrix(oracle.Below(root)), (await reader.Get($"/api/matrix?{clocks}&unit={root}&subtree=true")).Is(200), "cells",
            c => $"{c["unitId"]}/{c["areaId"]}/{c["level"]}", "post");
    }

    /// <summary>Compares an answer's rows with the oracle's, row by row.</summary>
    /// <param name="aside">Members of which the oracle says nothing.</param>
    private void Same(
        Dictionary<string, string> expected, Answer answer, string rows, Func<JsonNode, string> id, params string[] aside)
    {
        var actual = answer.Json[rows]!.AsArray().ToDictionary(r => id(r!), r =>
        {
            foreach (var member in aside)
            {
                r!.AsObject().Remove(member);
                r["holder"]?.AsObject().Remove(member);
            }

            return Oracle.Text(r!);
        });
        foreach (var key in expected.Keys.Union(actual.Keys))
        {
            if (expected.GetValueOrDefault(key) != actual.GetValueOrDefault(key))
                Assert.Fail($"{answer.Request}\n{key}\nwant {expected.GetValueOrDefault(key)}\ngot  {actual.GetValueOrDefault(key)}");
            comparisons++;
        }
    }

    private async Task<List<ILedgerEvent>> Log(string tenant)
    {
        var codec = service.Service<EventCodec>();
        return [.. (await service.Rows($"select type, data::text as data from ledger.mt_events where tenant_id = '{tenant}' order by seq_id"))
            .Select(r => JsonNode.Parse(r)!).Select(r => codec.Read((string)r["type"]!, (string)r["data"]!))];
    }
}
