using System.Diagnostics;
using Ledger.Benchmarks.Running;
using Ledger.Benchmarks.Subjects;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Reads;
using Ledger.Store;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Benchmarks.Measures;

/// <summary>All rules for all units of a large body for one half-year in one run, beside one read of the tables that it needs;
/// and one unit's sheet with a long log beside a short one.</summary>
internal static class RulesBenchmark
{
    private const string Tenant = "body";

    private const double WholeMost = 10;

    private const double Growth = 1.2;

    /// <summary>A short log's part of the units.</summary>
    private const int Shorter = 20;

    private static readonly string[] Tables =
    [
        "unit", "required_cell", "responsibility", "assignment", "leading_group", "group_member", "person", "meeting", "inspection",
        "notification", "task", "accountability_case", "report", "assessment", "channel", "release", "release_item", "obligation",
    ];

    public static async Task Run(Stage stage, Report report, CancellationToken cancellation)
    {
        var units = stage.Pace.RuleUnits;
        var whole = await Made(stage, units, report, cancellation);
        var counts = await AllRules(whole.Database, whole.Last, cancellation);
        await ReadAll(whole.Database, cancellation);
        var pair = await SideBySide.Measure(stage.Pace.Rounds, async () =>
        {
            var since = Stopwatch.GetTimestamp();
            counts = await AllRules(whole.Database, whole.Last, cancellation);
            return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        }, async () =>
        {
            var since = Stopwatch.GetTimestamp();
            await ReadAll(whole.Database, cancellation);
            return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        });
        report.Add(Row.Of("rules", Text.Of($"{RuleCatalogue.All.Count} rules for {units:#,0} units and one half-year"), pair, "ms",
            Row.AtMost(WholeMost, pair.Ratio)));
        report.Note(Text.Of($"checks: {counts.Met:#,0} met, {counts.Open:#,0} open, {counts.Breached:#,0} breached"));

        var small = await Made(stage, Math.Max(LargeDuties.UnitsBound, units / Shorter), report, cancellation);
        using var ours = await Service(stage, whole.Database, cancellation);
        using var theirs = await Service(stage, small.Database, cancellation);
        await SideBySide.InTurn(1, stage.Pace.Samples, () => Sheet(ours, cancellation), () => Sheet(theirs, cancellation));
        var sheet = await SideBySide.InTurn(
            stage.Pace.Rounds, stage.Pace.Samples, () => Sheet(ours, cancellation), () => Sheet(theirs, cancellation));
        report.Add(Row.Of("rules", Text.Of($"a unit's sheet over HTTP: {whole.Last:#,0} events beside {small.Last:#,0}"), sheet, "ms",
            Row.AtMost(Growth, sheet.Ratio)));
    }

    private static async Task<(LedgerBase Database, long Last)> Made(
        Stage stage, int units, Report report, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var database = await stage.NewLedger(cancellation, Tenant);
        var (last, _) = await new LargeLoad(database, Tenant).Run(
            new(units, seed: 1, Pace.RuleFacts), cancellation, new LargeDuties(units).Acts());
        report.Note(Text.Of($"{units:#,0} units, {last:#,0} events in all, were made in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));
        return (database, last);
    }

    private static async Task<(int Met, int Open, int Breached)> AllRules(
        LedgerBase database, long position, CancellationToken cancellation)
    {
        var question = new Question(Tenant, DateTimeZoneProviders.Tzdb[Tenants.DefaultZone], LargeDuties.LastDay, position, default(Instant),
            Question.LimitDefault, null, new Dictionary<string, string> { ["period"] = LargeDuties.HalfYear });
        var session = new ReadSession(
            database.Service<LedgerDatabase>(), database.Service<EventCodec>(), database.Service<ClockReader>(), question);
        var adopted = await GetObligations.Of(session, null, null, cancellation);
        var counts = StateCounts.Of((await GetChecks.Of(session, adopted, null, cancellation)).Select(c => c.State));
        return (counts.Met, counts.Open, counts.Breached);
    }

    private static async Task ReadAll(LedgerBase database, CancellationToken cancellation)
    {
        await using var connection = await database.Service<LedgerDatabase>().Reader.OpenConnectionAsync(cancellation);
        foreach (var table in Tables)
        {
            await using var command = new Npgsql.NpgsqlCommand($"select * from ledger.{table}", connection) { CommandTimeout = 0 };
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync(cancellation))
                reader.GetValues(row);
        }
    }

    private static async Task<Caller> Service(Stage stage, LedgerBase database, CancellationToken cancellation) =>
        new((await stage.StartService(database, cancellation)).Address, stage.Token(Tenant));

    private static int asked;

    /// <summary>Another unit and date each time, so that nothing answers from memory.</summary>
    private static Task<Answer> Sheet(Caller caller, CancellationToken cancellation)
    {
        var number = asked++;
        var unit = History.UnitId(number % LargeDuties.UnitsBound);
        var day = LargeDuties.LastDay.PlusDays(-(number / LargeDuties.UnitsBound % LargeDuties.UnitsBound));
        return caller.Get($"/api/units/{unit}/obligations?period={LargeDuties.HalfYear}&asOf={LocalDatePattern.Iso.Format(day)}", null, 200, cancellation);
    }
}
