using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ledger.Commands;
using Ledger.IntegrationTests.Hosting;
using Ledger.Log;
using Ledger.Store;
using Ledger.Tests.TwoClocks;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Reads;

/// <summary>Whatever was recorded in whatever order, the reads say over HTTP at any date and position what the rules say
/// when they are worked out by brute force.</summary>
public sealed class HistoryTests(LedgerService service, ITestOutputHelper output) : IClassFixture<LedgerService>
{
    private const int Histories = 6;

    private const int ActsEach = 240;

    private const int QuestionsEach = 30;

    /// <summary>Fewer would mean that the histories came out empty.</summary>
    private const int ComparisonsMin = 8_000;

    private static readonly (string What, string Path, string Rows, Func<JsonNode, string> Id)[] Lists =
    [
        ("cell", "/api/matrix", "cells", c => $"{c["unitId"]}/{c["areaId"]}/{c["level"]}"),
        ("unit", "/api/units", "items", u => $"{u["unitId"]}"),
        ("leading-group", "/api/leading-groups", "items", g => $"{g["groupId"]}"),
        ("person", "/api/people", "items", p => $"{p["personId"]}"),
        ("task", "/api/tasks", "items", t => $"{t["taskId"]}"),
        ("meeting", "/api/meetings", "items", m => $"{m["meetingId"]}"),
    ];

    private int comparisons;

    [Fact]
    public async Task Reads_at_any_two_clocks_agree_with_the_rules_worked_out_by_brute_force()
    {
        await Seeds.Each(Histories, Compare);

        output.WriteLine($"Two-clock comparisons over HTTP: {comparisons} (floor {ComparisonsMin}), seeds from {Seeds.First}");
        comparisons.ShouldBeGreaterThanOrEqualTo(ComparisonsMin);
    }

    private async Task Compare(Random random)
    {
        var tenant = await service.NewTenant();
        var acts = new RandomActs(random, ActsEach);
        var lasts = await Record(tenant, acts, random);
        var log = await Log(tenant);
        log.Count.ShouldBe((int)lasts[^1]);
        var reader = service.As("reader", tenant);
        Moment? before = null;
        for (var i = 0; i < QuestionsEach; i++)
        {
            var moment = Draw(acts.Asked(), log, lasts, random);
            await AskLists(reader, moment, null);
            await AskLists(reader, moment, RandomActs.Unit(random));
            await AskOne(reader, moment, random);
            await AskWindow(reader, moment, random);
            if (before is not null)
                await AskDifference(reader, before, moment);
            before = moment;
        }
    }

    /// <summary>A moment named by a position, also one inside an act, or by an instant.</summary>
    private static Moment Draw(LocalDate date, List<Recorded> log, List<long> lasts, Random random)
    {
        var position = random.Next(log.Count + 1);
        if (position > 0 && random.Next(3) == 0)
        {
            var instant = log[position - 1].RecordedAt + Duration.FromSeconds(random.Next(2));
            return new(date, InstantPattern.ExtendedIso.Format(instant), [.. log.TakeWhile(r => r.RecordedAt <= instant)]);
        }

        return new(date, $"%23{position}", [.. log.Take((int)lasts.First(l => l >= position))]);
    }

    /// <summary>Records the acts at their own instants, a few at a time.</summary>
    /// <returns>The last position of each act that was taken.</returns>
    private async Task<List<long>> Record(string tenant, RandomActs acts, Random random)
    {
        var door = service.Service<CommandDoor>();
        var lasts = new List<long> { 0 };
        var waiting = new List<Submission>();
        var together = 1;
        foreach (var (at, command) in acts.All().Append(default))
        {
            if (command is null || waiting.Count == together)
            {
                var (outcomes, _) = await door.ExecuteBatch(tenant, waiting, BatchRule.Each, CancellationToken.None);
                foreach (var (submission, outcome) in waiting.Zip(outcomes))
                {
                    if (outcome is not Outcome.Accepted accepted)
                        continue;
                    lasts.Add(accepted.Receipt.Position);
                    acts.Took(submission.Command);
                }

                waiting.Clear();
                together = random.Next(1, 12);
            }

            if (command is not null)
                waiting.Add(new(command, "li", "li", "import")
                {
                    Line = new(at, AsOfNow: false, SHA256.HashData(BitConverter.GetBytes(lasts.Count + waiting.Count)), 1, null),
                });
        }

        return lasts;
    }

    private async Task AskLists(Client reader, Moment at, string? root)
    {
        var oracle = new Oracle(at.Log, at.Date);
        var scope = root is null ? "" : $"&unit={root}&subtree=true";
        var want = oracle.State(root is null ? null : oracle.Below(root));
        foreach (var (what, path, rows, id) in Lists)
        {
            var answer = await reader.Get($"{path}?{at.Clocks}{scope}{(rows == "items" ? "&limit=200" : "")}");
            if (root is not null && oracle.Unit(root) is null)
            {
                answer.Is(404, "unknown-id");
                continue;
            }

            answer.Is(200).Header("Ledger-Position").ShouldBe($"{at.Log.Count}");
            answer.Json["next"].ShouldBeNull();
            Same(answer, want.Where(w => w.Key.StartsWith(what + " ", StringComparison.Ordinal)),
                answer.Json[rows]!.AsArray().Select(r => ($"{what} {id(r!)}", r!)));
        }
    }

    private async Task AskOne(Client reader, Moment at, Random random)
    {
        var oracle = new Oracle(at.Log, at.Date);
        var (unitId, personId) = (RandomActs.Unit(random), RandomActs.Person(random));
        await AskOne(reader, $"/api/units/{unitId}?{at.Clocks}", oracle.Unit(unitId));
        await AskOne(reader, $"/api/people/{personId}?{at.Clocks}", oracle.OfficeHolder(personId));
        foreach (var (cellUnit, areaId, level) in oracle.AllCells().Where(_ => random.Next(6) == 0))
            await AskOne(reader, $"/api/cells/{cellUnit}/{areaId}/{level}?{at.Clocks}", oracle.Cell(cellUnit, areaId, level));
    }

    private async Task AskOne(Client reader, string path, JsonObject? want)
    {
        var answer = await reader.Get(path);
        if (want is null)
        {
            answer.Is(404, "unknown-id");
            return;
        }

        var got = answer.Is(200).Json.AsObject();
        foreach (var aside in new[] { "contract", "asOf", "knownAt", "position", "history" })
            got.Remove(aside);
        Same(answer, [new("", want)], [("", got)]);
    }

    private async Task AskWindow(Client reader, Moment at, Random random)
    {
        var oracle = new Oracle(at.Log, at.Date);
        var to = at.Date.PlusDays(random.Next(12));
        var vacancies = await reader.Get($"/api/vacancies?{at.Clocks}&limit=200&from={Iso(at.Date)}&to={Iso(to)}");
        Same(vacancies, oracle.Vacancies(at.Date, to), vacancies.Is(200).Json["items"]!.AsArray()
            .Select(v => ($"vacancy {v!["unitId"]}/{v["areaId"]}/{v["level"]} {LocalDatePattern.Iso.Parse((string)v["from"]!).Value}", v)));
        var late = await reader.Get($"/api/late-records?{at.Clocks}&limit=200");
        Same(late, oracle.LateRecords(), late.Is(200).Json["items"]!.AsArray().Select(l => ($"late {l!["assignmentId"]}", l)));
    }

    /// <summary>Put in place of what was there, what the diff says makes the second state of the first.</summary>
    private async Task AskDifference(Client reader, Moment first, Moment second)
    {
        var (state, want) = (new Oracle(first.Log, first.Date).State(), new Oracle(second.Log, second.Date).State());
        foreach (var row in state.Values.Concat(want.Values))
            row.Remove("version");
        var answer = await reader.Get($"/api/diff?{second.Clocks}&againstAsOf={Iso(first.Date)}&againstKnownAt={first.KnownAt}");
        foreach (var item in answer.Is(200).Json["items"]!.AsArray())
        {
            var key = $"{item!["what"]} {item["id"]}";
            Oracle.Text(item["before"]).ShouldBe(Oracle.Text(state.GetValueOrDefault(key)), $"{answer.Request} {key}");
            item["events"]!.AsArray().ShouldNotBeEmpty($"{answer.Request} {key}");
            if (item["after"] is JsonObject after)
                state[key] = after;
            else
                state.Remove(key);
        }

        Same(answer, want, state.Select(s => (s.Key, (JsonNode)s.Value)));
    }

    /// <summary>Compares rows one by one.</summary>
    private void Same(Answer answer, IEnumerable<KeyValuePair<string, JsonObject>> want, IEnumerable<(string Key, JsonNode Row)> got)
    {
        var (wanted, found) = (want.ToDictionary(), got.ToDictionary(g => g.Key, g => g.Row));
        foreach (var key in wanted.Keys.Union(found.Keys))
        {
            var (should, does) = (Oracle.Text(wanted.GetValueOrDefault(key)), Oracle.Text(found.GetValueOrDefault(key)));
            if (should != does)
                Assert.Fail($"{answer.Request}\n{key}\nwant {should}\ngot  {does}");
            comparisons++;
        }
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

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Both clocks of a question, and what the ledger knew then.</summary>
    /// <param name="KnownAt">As it is sent.</param>
    private sealed record Moment(LocalDate Date, string KnownAt, IReadOnlyList<Recorded> Log)
    {
        public string Clocks => $"asOf={Iso(Date)}&knownAt={KnownAt}";
    }
}
