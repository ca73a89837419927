using System.Diagnostics;
using System.Text.Json;
using Ledger.Reads;
using Ledger.Store;
using NodaTime;
using Npgsql;

namespace Ledger.Benchmarks.Running;

/// <summary>A service's readers in this process, with every statement that they send, so that PostgreSQL can be asked
/// what it does for each and how long it takes.</summary>
internal sealed class WatchedReads : IAsyncDisposable
{
    private readonly List<NpgsqlCommand> seen = [];
    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    private readonly LedgerDatabase database;
    private readonly EventCodec codec;
    private readonly ClockReader clocks;
    private readonly string tenant;

    public WatchedReads(LedgerBase ledger, string tenant)
    {
        this.tenant = tenant;
        database = new(ledger.ConnectionString, command => seen.Add(Copy(command)));
        (codec, clocks) = (ledger.Service<EventCodec>(), ledger.Service<ClockReader>());
    }

    /// <summary>The statements behind one answer.</summary>
    public async Task<IReadOnlyList<NpgsqlCommand>> Statements(ReadRoute route, LocalDate asOf, long position,
        IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        var question = new Question(tenant, DateTimeZoneProviders.Tzdb[Tenants.DefaultZone], asOf, position, default(Instant),
            Question.LimitDefault, null, values);
        seen.Clear();
        ActivitySource.AddActivityListener(listener);
        var reading = await route.Read(new(database, codec, clocks, question), cancellation);
        return reading.Refusal is { } refused
            ? throw new BenchmarkFailedException($"{route.Name} was refused: {refused.Code}")
            : [.. seen];
    }

    /// <summary>Executes statements with PostgreSQL's own clock; what they give stays there.</summary>
    public async Task<Explained> Explain(IEnumerable<NpgsqlCommand> statements, CancellationToken cancellation)
    {
        var (time, nodes) = (0.0, new List<PlanNode>());
        await using var connection = await database.Reader.OpenConnectionAsync(cancellation);
        foreach (var statement in statements)
        {
            await using var command = Copy(statement);
            (command.Connection, command.CommandTimeout) = (connection, 0);
            command.CommandText = $"explain (analyze, timing off, format json) {statement.CommandText}";
            var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(cancellation))!).RootElement[0];
            time += plan.GetProperty("Execution Time").GetDouble();
            nodes.AddRange(PlanNode.Of(plan.GetProperty("Plan")));
        }

        return new(time, nodes);
    }

    private static NpgsqlCommand Copy(NpgsqlCommand command)
    {
        var copy = new NpgsqlCommand(command.CommandText);
        foreach (NpgsqlParameter parameter in command.Parameters)
            copy.Parameters.Add(parameter.Clone());
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await database.DisposeAsync();
    }
}

/// <param name="Milliseconds">In the executor, without planning and without sending rows.</param>
internal sealed record Explained(double Milliseconds, IReadOnlyList<PlanNode> Nodes)
{
    /// <summary>Tables that were read from end to end, smaller ones left out.</summary>
    public IReadOnlyList<string> ReadWhole => [.. Nodes.Where(n => n is { Kind: "Seq Scan", Table: not null, Rows: > SmallTable })
        .Select(n => n.Table!).Distinct()];

    private const double SmallTable = 100;
}

/// <param name="Rows">Read, also those that were then left out.</param>
internal sealed record PlanNode(string Kind, string? Table, string? Index, double Rows)
{
    public static IEnumerable<PlanNode> Of(JsonElement plan) => plan.TryGetProperty("Plans", out var below)
        ? below.EnumerateArray().SelectMany(Of).Prepend(One(plan))
        : [One(plan)];

    private static PlanNode One(JsonElement plan) => new(plan.GetProperty("Node Type").GetString()!, Text(plan, "Relation Name"),
        Text(plan, "Index Name"), Number(plan, "Actual Rows") + Number(plan, "Rows Removed by Filter"));

    private static string? Text(JsonElement plan, string name) => plan.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static double Number(JsonElement plan, string name) => plan.TryGetProperty(name, out var number) ? number.GetDouble() : 0;
}
