using Ledger.Commands;
using Ledger.Log;
using Ledger.Tests.Views;
using NodaTime;
using Shouldly;
using Xunit;

namespace Ledger.Tests.TwoClocks;

/// <summary>Whatever was recorded in whatever order, the rows of the views say at any date and position what the rules say
/// when they are worked out by brute force.</summary>
public class TwoClockTests
{
    private const int Histories = 60;

    private const int ActsEach = 240;

    private const int QuestionsEach = 80;

    /// <summary>Fewer would prove too little.</summary>
    private const int ComparisonsMin = 100_000;

    private readonly AllenTally effective = new();
    private readonly AllenTally recorded = new();
    private readonly Dictionary<string, int> taken = [];
    private int comparisons;
    private int late;
    private int ahead;

    [Fact]
    public async Task Rows_at_any_two_clocks_agree_with_the_rules_worked_out_by_brute_force()
    {
        await Seeds.Each(Histories, random =>
        {
            Compare(random);
            return Task.CompletedTask;
        });

        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"Two-clock comparisons: {comparisons} (floor {ComparisonsMin}), Allen relations {effective.Occurred}/13 effective, "
            + $"{recorded.Occurred}/13 recorded");
        output.WriteLine($"seeds from {Seeds.First}; {late} acts late, {ahead} ahead\neffective: {effective.Counts}\nrecorded: {recorded.Counts}\n"
            + string.Join(", ", taken.Select(t => $"{t.Value} {t.Key}")));
        comparisons.ShouldBeGreaterThanOrEqualTo(ComparisonsMin);
        (effective.Occurred, recorded.Occurred).ShouldBe((13, 13));
        late.ShouldBeGreaterThan(Histories);
        ahead.ShouldBeGreaterThan(Histories);
        taken.Count.ShouldBe(RandomActs.Kinds);
        taken.Where(t => t.Value < Histories / 10).ShouldBeEmpty();
    }

    private void Compare(Random random)
    {
        var acts = new RandomActs(random, ActsEach);
        var given = Given.Nothing;
        foreach (var (at, command) in acts.All())
        {
            given = given.At(at);
            var decision = given.When(command);
            if (decision.Refusal is not null)
                continue;
            given = given.And(decision.Events);
            acts.Took(command);
            Count(command, decision, at);
        }

        var believed = new Believed(TableInMemory.Batches(LedgerCatalogue.Views, given.Log, random.Next(1, 40)));
        foreach (var periods in believed.RecordedPeriods())
            recorded.Add(periods);
        for (var i = 0; i < QuestionsEach; i++)
            Ask(given.Log, believed, acts.Asked(), random.Next(given.Log.Count + 1));
    }

    private void Ask(IReadOnlyList<Recorded> log, Believed believed, LocalDate date, int position)
    {
        var oracle = new Oracle(log.Take(position), date);
        foreach (var (unitId, areaId, level) in oracle.AllCells())
            effective.Add([.. oracle.Assignments(unitId, areaId, level).Where(a => a.EndsOn is not null).Select(a => (a.From, a.EndsOn!.Value))]);
        var (want, got) = (oracle.State(), believed.State(date, position));
        foreach (var key in want.Keys.Union(got.Keys))
        {
            var (wanted, believes) = (Oracle.Text(want.GetValueOrDefault(key)), Oracle.Text(got.GetValueOrDefault(key)));
            if (wanted != believes)
                Assert.Fail($"On {date} at {position}, {key}\nwant {wanted}\ngot  {believes}\n"
                    + string.Join('\n', log.Take(position).Select(r => $"{r.Position} {r.RecordedAt} {r.Data}")));
            comparisons++;
        }
    }

    private void Count(ICommand command, Decision decision, Instant at)
    {
        var kind = command.GetType().Name;
        taken[kind] = taken.GetValueOrDefault(kind) + 1;
        var today = at.InZone(Oracle.Zone).Date;
        late += decision.Events[0].EffectiveOn < today ? 1 : 0;
        ahead += decision.Events[0].EffectiveOn > today ? 1 : 0;
    }
}
