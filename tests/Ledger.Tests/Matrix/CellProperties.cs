using System.Collections.Concurrent;
using CsCheck;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Matrix;
using Ledger.Tests.Views;
using NodaTime;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Matrix;

/// <summary>What holds for every history of a cell. A failure prints the seed that repeats it.</summary>
public class CellProperties
{
    private const int Histories = 250;
    private const int QuestionsPerHistory = 100;
    private const int ComparisonsMin = 20_000;

    [Fact]
    public void The_rows_name_for_every_date_and_position_who_holds_the_cell_by_the_words_of_the_contract()
    {
        var comparisons = 0;
        var held = 0;
        var kinds = new ConcurrentDictionary<string, int>();
        Gen.Select(CellHistory.Histories, Gen.Select(CellHistory.AnyDay, Gen.Double[0, 1]).Array[QuestionsPerHistory])
            .Sample((history, questions) =>
            {
                foreach (var recorded in history.Log)
                    kinds.AddOrUpdate(recorded.Data.GetType().Name, 1, (_, count) => count + 1);
                foreach (var (date, share) in questions)
                {
                    var position = CellHistory.Beginning.Log.Count
                        + (int)Math.Round(share * (history.Log.Count - CellHistory.Beginning.Log.Count));
                    var expected = CellOracle.On(date, history.Log.Take(position));
                    RowOn(date, history, position).ShouldBe(expected, $"on {date} at {position}");
                    Interlocked.Increment(ref comparisons);
                    if (expected is not null)
                        Interlocked.Increment(ref held);
                }
            }, iter: Histories, print: Print);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{comparisons} comparisons, {held} of a held cell; {string.Join(", ", kinds.Select(k => $"{k.Value} {k.Key}"))}");
        comparisons.ShouldBeGreaterThanOrEqualTo(ComparisonsMin);
        held.ShouldBeInRange(comparisons / 5, comparisons * 9 / 10);
        foreach (var kind in new[]
        {
            nameof(LeaderAssigned), nameof(LeaderReplaced), nameof(AssignmentEnded), nameof(AssignmentCorrected), nameof(AssignmentVoided),
        })
            kinds.GetValueOrDefault(kind).ShouldBeGreaterThan(Histories / 4, kind);
    }

    [Fact]
    public void At_no_position_do_two_rows_overlap_and_none_is_empty() => CellHistory.Histories.Sample(history =>
    {
        for (var position = 0; position <= history.Log.Count; position++)
        {
            var rows = ResponsibilityProjection.Rows(CellAt(history, position)).OrderBy(r => r.From).ToList();
            rows.ShouldAllBe(r => r.From < r.To);
            foreach (var (row, next) in rows.Zip(rows.Skip(1)))
                row.To.ShouldBeLessThanOrEqualTo(next.From);
        }
    }, iter: Histories, print: Print);

    [Fact]
    public void Folded_twice_or_in_batches_a_history_gives_one_view() =>
        Gen.Select(CellHistory.Histories, Gen.Int[1, 10]).Sample((history, batchSize) =>
        {
            var oneByOne = Table(history, batchSize: 1);
            Table(history, batchSize: 1).ShouldBe(oneByOne);
            Table(history, batchSize).ShouldBe(oneByOne, ignoreOrder: true);
        }, iter: Histories, print: t => $"{Print(t.Item1)}\nbatches of {t.Item2}");

    [Fact]
    public void A_cell_is_assigned_exactly_when_nobody_holds_it_on_that_day() =>
        Gen.Select(CellHistory.Histories, CellHistory.AnyDay).Sample((history, date) =>
        {
            var decision = history.When(new AssignLeader(Town.Office, Town.Training, Level.First, Town.Li, date, "asg-new"));

            (decision.Refusal?.Code == "cell-held").ShouldBe(CellOracle.On(date, history.Log) is not null);
            decision.Displaced.ShouldBeNull();
        }, iter: Histories, print: t => $"{Print(t.Item1)}\nassigned from {t.Item2}");

    [Fact]
    public void Somebody_is_replaced_exactly_when_they_hold_the_cell_on_that_day_or_the_day_before() =>
        Gen.Select(CellHistory.Histories, CellHistory.AnyDay).Sample((history, date) =>
        {
            foreach (var assignment in history.State<Cell>(CellHistory.Stream).Assignments)
            {
                var decision = history.When(new ReplaceLeader(assignment.AssignmentId, Town.Li, date, "asg-new"));

                (decision.Refusal is null).ShouldBe(new[] { date, date.PlusDays(-1) }
                    .Any(d => CellOracle.On(d, history.Log)?.AssignmentId == assignment.AssignmentId), assignment.AssignmentId);
            }
        }, iter: Histories, print: t => $"{Print(t.Item1)}\nreplaced from {t.Item2}");

    [Fact]
    public void An_act_names_as_displaced_exactly_those_whose_days_it_takes()
    {
        var displaced = 0;
        CellHistory.Attempts.Sample(attempts =>
        {
            foreach (var (before, command, decision, after) in CellHistory.Taken(attempts))
            {
                var named = decision.Displaced ?? [];
                Interlocked.Add(ref displaced, named.Count);
                named.Select(d => d.AssignmentId).ShouldBe(Taken(before, after, decision.Id), ignoreOrder: true, command.ToString());
            }
        }, iter: Histories, print: attempts => string.Join('\n', CellHistory.Taken(attempts).Select(t => t.Command)));

        displaced.ShouldBeGreaterThan(Histories);
    }

    /// <summary>Who held a day before that the one concerned holds now.</summary>
    private static IEnumerable<string> Taken(Given before, Given after, string assignmentId) => CellHistory.Days
        .Where(day => CellOracle.On(day, after.Log)?.AssignmentId == assignmentId)
        .Select(day => CellOracle.On(day, before.Log)?.AssignmentId)
        .Where(id => id is not null && id != assignmentId)
        .Distinct()!;

    private static CellOracle.Holder? RowOn(LocalDate date, Given history, int position)
    {
        var row = ResponsibilityProjection.Rows(CellAt(history, position)).SingleOrDefault(r => r.From <= date && date < r.To);
        return row is null ? null : new(row.AssignmentId, row.PersonId, row.EffectiveFrom, row.EndsOn);
    }

    private static Cell CellAt(Given history, int position) => history.Log.Take(position)
        .Where(r => r.Data.Stream == CellHistory.Stream).Aggregate(Cell.Empty, (cell, recorded) => cell.Apply(recorded));

    private static List<(HoldingRow Row, long From, long To)> Table(Given history, int batchSize) =>
        TableInMemory<HoldingRow>.Of(ResponsibilityProjection.Table, LedgerCatalogue.Views, history.Log, batchSize).Rows;

    private static string Print((Given History, (LocalDate, double)[]) sample) => Print(sample.History);

    private static string Print(Given history) => string.Join('\n', history.Log.Select(r => $"{r.Position} {r.Data}"));
}
