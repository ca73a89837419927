using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Ledger.Benchmarks.Running;
using Ledger.Benchmarks.Subjects;
using Ledger.Commands;

namespace Ledger.Benchmarks.Measures;

/// <summary>Where a command's time goes: the door in this process, without HTTP, with Npgsql's own trace of every trip.</summary>
internal static class CommandTrips
{
    public static async Task Run(LedgerBase database, string tenant, OpenCells work, int crowd, Report report, Pace pace,
        CancellationToken cancellation)
    {
        var door = database.Service<CommandDoor>();
        LedgerCatalogue.Commands.TryFind("AssignLeader", out var entry);
        async Task Assign(int client)
        {
            var command = CommandReader.Bind(entry!, (JsonObject)JsonNode.Parse(work.Next())!, new Dictionary<string, string>(), out _);
            if (await door.Execute(tenant, new(command!, "admin-city", "admin-city", "api"), cancellation) is Outcome.Refused refused)
                throw new BenchmarkFailedException($"A command was refused: {refused.Refusal.Code}");
        }

        var trips = new ConcurrentQueue<Trip>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => trips.Enqueue(Trip.Of(activity)),
        };
        await Load.For(pace.WarmUp / 2, 1, Assign, cancellation);
        ActivitySource.AddActivityListener(listener);
        foreach (var clients in (int[])[1, crowd])
        {
            trips.Clear();
            var measured = await Load.For(pace.Round, clients, Assign, cancellation);
            var batches = trips.Count(t => t.Kind == TripKind.Write);
            var each = (double)measured.Milliseconds.Count / batches;
            report.Note(Text.Of($"The door alone, {clients} client{(clients == 1 ? "" : "s")} of one tenant: {measured.PerSecond:0}/s, ")
                + Text.Of($"median {measured.Median:0.00} ms; {each:0.0} commands go through together, in {trips.Count / (double)batches:0.0} round trips: ")
                + string.Join("; ", trips.GroupBy(t => t.Kind).OrderBy(g => g.Key).Select(g => Text.Of(
                    $"{g.Key.ToString().ToLowerInvariant()} {g.Select(t => t.Milliseconds).Median():0.00} ms ({g.Select(t => (double)t.Statements).Median():0} statements)")))
                + Text.Of($"; all trips {trips.Sum(t => t.Milliseconds) / batches:0.00} ms of {measured.Time.TotalMilliseconds / batches:0.00} ms a batch"));
        }
    }

    private enum TripKind
    {
        /// <summary>Begin, the head, keys and what the decisions look at.</summary>
        Enter,

        /// <summary>What was found missing on the way.</summary>
        Load,

        /// <summary>Events, views, the head, commit.</summary>
        Write,
    }

    private sealed record Trip(TripKind Kind, double Milliseconds, int Statements)
    {
        public static Trip Of(Activity activity)
        {
            var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string ?? "";
            var kind = text.StartsWith("begin", StringComparison.Ordinal) ? TripKind.Enter
                : text.Contains("insert into ledger.mt_events", StringComparison.Ordinal) ? TripKind.Write
                : TripKind.Load;
            return new(kind, activity.Duration.TotalMilliseconds, text.Split(';').Length);
        }
    }
}
