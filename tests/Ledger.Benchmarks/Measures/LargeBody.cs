using System.Diagnostics;
using Ledger.Benchmarks.Running;
using Ledger.Benchmarks.Subjects;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Benchmarks.Measures;

/// <summary>A generated body in a database of its own, the service over it, and its questions.</summary>
internal sealed class LargeBody : IAsyncDisposable
{
    private const string Tenant = "body";

    private const int UnitsAsked = 12;

    private const int DaysAsked = 300;

    private static readonly LocalDate Day = new(2025, 1, 1);

    private readonly Caller caller;
    private readonly LargeTenant body;
    private readonly OpenCells work;
    private readonly long last;
    private readonly long half;
    private int asked;

    private LargeBody(Caller caller, LargeTenant body, WatchedReads reads, long last, long half)
    {
        (this.caller, this.body, Reads, this.last, this.half) = (caller, body, reads, last, half);
        work = new(Units, "new");
    }

    public WatchedReads Reads { get; }

    public int Facts => body.Facts;

    private List<int> Units => [.. Enumerable.Range(0, UnitsAsked).Select(i => i * body.Units / UnitsAsked).Distinct()];

    public static async Task<LargeBody> Make(Stage stage, int units, Report report, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        var database = await stage.NewLedger(cancellation, Tenant);
        var body = new LargeTenant(units, seed: 1);
        var (last, half) = await new LargeLoad(database, Tenant).Run(body, cancellation);
        report.Note(Text.Of($"{units:#,0} units with {body.Facts:#,0} facts, {last:#,0} events in all, were made in ")
            + Text.Of($"{Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"));
        var service = await stage.StartService(database, cancellation);
        return new(new(service.Address, stage.Token(Tenant)), body, new(database, Tenant), last, half);
    }

    /// <summary>What the ledger sends to PostgreSQL: of a unit's question once for each of some units.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<NpgsqlCommand>>> Ours(LargeQuestion question, bool old, CancellationToken cancellation)
    {
        var all = new List<IReadOnlyList<NpgsqlCommand>>();
        foreach (var unit in Subjects(question))
            all.Add(await Reads.Statements(question.Route, Day, Position(old), question.Values(unit, Against(old)), cancellation));
        return all;
    }

    /// <summary>The same in plain SQL.</summary>
    public IReadOnlyList<NpgsqlCommand> Hand(LargeQuestion question, bool old) =>
        [.. Subjects(question).Select(unit => Statement(question, old, unit))];

    /// <summary>Over HTTP; another unit and date each time, so that nothing answers from memory.</summary>
    public async Task<Answer> Ask(LargeQuestion question, bool old, CancellationToken cancellation)
    {
        var number = asked++;
        var (unit, day) = question.OfUnit
            ? (History.UnitId(Units[number % Units.Count]), Day.PlusDays(-(number / Units.Count % DaysAsked)))
            : ("", Day.PlusDays(-(number % DaysAsked)));
        var values = question.Values(unit, Against(old));
        var path = values.Aggregate(question.Route.Route, (p, v) => p.Replace($"{{{v.Key}}}", v.Value, StringComparison.Ordinal));
        var query = values.Where(v => !question.Route.Route.Contains($"{{{v.Key}}}", StringComparison.Ordinal))
            .Append(new("asOf", LocalDatePattern.Iso.Format(day))).Concat(old ? [new("knownAt", $"#{half}")] : Array.Empty<KeyValuePair<string, string>>())
            .Select(v => $"{v.Key}={Uri.EscapeDataString(v.Value)}");
        return await caller.Get($"{path}?{string.Join('&', query)}", null, 200, cancellation);
    }

    public Task<Answer> Assign(CancellationToken cancellation) =>
        caller.Post("/api/assignments", work.Next(), "application/json", 201, cancellation);

    public async ValueTask DisposeAsync()
    {
        caller.Dispose();
        await Reads.DisposeAsync();
    }

    private IEnumerable<string> Subjects(LargeQuestion question) => question.OfUnit ? Units.Select(History.UnitId) : [""];

    private long Position(bool old) => old ? half : last;

    private long Against(bool old) => Position(old) - last / 10;

    private NpgsqlCommand Statement(LargeQuestion question, bool old, string unit)
    {
        var command = new NpgsqlCommand(question.Sql)
        {
            Parameters = { new() { Value = Position(old) }, new() { Value = Day, NpgsqlDbType = NpgsqlDbType.Date } },
        };
        foreach (var value in question.Parameters(unit, Against(old)))
            command.Parameters.Add(value is LocalDate date ? new() { Value = date, NpgsqlDbType = NpgsqlDbType.Date } : new() { Value = value });
        return command;
    }
}
