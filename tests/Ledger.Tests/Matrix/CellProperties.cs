using CsCheck;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Matrix;
using Ledger.Tests.TwoClocks;
using Ledger.Tests.Views;
using NodaTime;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Matrix;

/// <summary>What holds for every history of a cell. A failure prints the seed that repeats it.</summary>
public class CellProperties
{
    private const int Histories = 250;

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

            (decision.Refusal?.Code == "cell-held").ShouldBe(HolderOn(date, history) is not null);
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
                    .Any(d => HolderOn(d, history) == assignment.AssignmentId), assignment.AssignmentId);
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
        .Where(day => HolderOn(day, after) == assignmentId)
        .Select(day => HolderOn(day, before))
        .Where(id => id is not null && id != assignmentId)
        .Distinct()!;

    private static string? HolderOn(LocalDate date, Given history) =>
        new Oracle(history.Log, date).Holder(Town.Office, Town.Training, Level.First)?.Id;

    private static Cell CellAt(Given history, int position) => history.Log.Take(position)
        .Where(r => r.Data.Stream == CellHistory.Stream).Aggregate(Cell.Empty, (cell, recorded) => cell.Apply(recorded));

    private static List<(HoldingRow Row, long From, long To)> Table(Given history, int batchSize) =>
        TableInMemory<HoldingRow>.Of(
        ResponsibilityProjection.Table, TableInMemory.Batches(LedgerCatalogue.Views, history.Log, batchSize)).Rows;

    private static string Print(Given history) => string.Join('\n', history.Log.Select(r => $"{r.Position} {r.Data}"));
}
