using NodaTime;
using Npgsql;

namespace Ledger.Commands;

/// <summary>Asks decisions what they lack, and loads it, until they lack nothing.</summary>
internal sealed class KnownLoader(LogReader log)
{
    /// <summary>Asks each for its decision, to learn what it lacks: that is noted in <see cref="Known.Missing"/>.</summary>
    /// <returns>Those that lack something, and may ask for more when they see it.</returns>
    public static List<Submission> Lacking(Known known, IReadOnlyList<Submission> submissions, Instant now, LocalDate today)
    {
        var lacking = new List<Submission>();
        foreach (var submission in submissions)
        {
            known.Enter(now, today);
            submission.Command.Decide(known);
            if (known.Lacks)
                lacking.Add(submission);
        }

        return lacking;
    }

    /// <summary>What the decisions ask for once they see what they first asked for (an assignment's cell names its unit):
    /// loaded for all commands of the batch together, so that a batch takes as many trips as its deepest command.</summary>
    public async Task LoadWhatFollows(
        NpgsqlConnection connection, Batch batch, List<Submission> lacking, CancellationToken cancellation)
    {
        // One alone is asked by its own decision.
        while (lacking.Count > 1)
        {
            lacking = Lacking(batch.Known, lacking, batch.Now, batch.DateOf(batch.Now));
            if (!batch.Known.Missing.IsEmpty)
                await Load(connection, batch, cancellation);
        }
    }

    public async Task<Decision> Decide(
        NpgsqlConnection connection, Batch batch, ICommand command, Instant at, CancellationToken cancellation)
    {
        while (true)
        {
            batch.Known.Enter(at, batch.DateOf(at));
            var decision = command.Decide(batch.Known);
            if (batch.Known.Missing.IsEmpty)
                return decision;
            await Load(connection, batch, cancellation);
        }
    }

    private async Task Load(NpgsqlConnection connection, Batch batch, CancellationToken cancellation)
    {
        var wanted = batch.Known.Missing.Copy();
        await using var trip = new NpgsqlBatch(connection);
        foreach (var statement in LogReader.Statements(batch.Head.Tenant.Id, wanted))
            trip.BatchCommands.Add(statement);
        await using var reader = await trip.ExecuteReaderAsync(cancellation);
        await log.Read(reader, wanted, batch.Known, cancellation);
    }
}
