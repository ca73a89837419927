using Ledger.Store;

namespace Ledger.Commands;

/// <summary>
/// Where commands of one tenant wait for the one before them. Those that wait together go through the door together:
/// one lock, one load, one commit for all, each with an answer of its own. A command that finds nobody waiting goes
/// through at once, so waiting costs nothing when there is no crowd.
/// </summary>
internal sealed class WaitingRoom(Func<string, IReadOnlyList<Submission>, Task<IReadOnlyList<Outcome>>> pass)
{
    /// <summary>How many go through together; more would only make the first of them wait for the last.</summary>
    private const int TogetherMax = 64;

    /// <summary>More than a tenant's officials ever send at once.</summary>
    private const int WaitingMax = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<Waiting>> rooms = [];

    /// <exception cref="TooManyWaitingException">The tenant's room is full.</exception>
    public Task<Outcome> Enter(string tenant, Submission submission, CancellationToken cancellation)
    {
        var waiting = new Waiting(submission, cancellation);
        lock (gate)
        {
            if (rooms.TryGetValue(tenant, out var room))
            {
                if (room.Count >= WaitingMax)
                    throw new TooManyWaitingException();
                room.Enqueue(waiting);
                return waiting.Answer;
            }

            rooms.Add(tenant, new([waiting]));
        }

        _ = LetThrough(tenant);
        return waiting.Answer;
    }

    /// <summary>Runs while somebody of the tenant waits.</summary>
    private async Task LetThrough(string tenant)
    {
        while (NextOf(tenant) is { Count: > 0 } together)
        {
            try
            {
                var outcomes = await pass(tenant, together.ConvertAll(w => w.Submission));
                foreach (var (waiting, outcome) in together.Zip(outcomes))
                    waiting.Tell(outcome);
            }
            catch (Exception e) when (together.Count == 1 || e is DoorUnavailableException or UnknownTenantException)
            {
                foreach (var waiting in together)
                    waiting.Fail(e);
            }
            catch (Exception)
            {
                // One of them has a defect, and nothing of the batch is recorded: each alone, the defect meets its own.
                foreach (var waiting in together)
                    await Alone(tenant, waiting);
            }
        }
    }

    private async Task Alone(string tenant, Waiting waiting)
    {
        try
        {
            waiting.Tell((await pass(tenant, [waiting.Submission]))[0]);
        }
        catch (Exception e)
        {
            waiting.Fail(e);
        }
    }

    private List<Waiting> NextOf(string tenant)
    {
        lock (gate)
        {
            var room = rooms[tenant];
            var together = new List<Waiting>();
            while (together.Count < TogetherMax && room.TryDequeue(out var waiting))
                if (!waiting.LeftMeanwhile())
                    together.Add(waiting);
            if (together.Count == 0)
                rooms.Remove(tenant);
            return together;
        }
    }

    private sealed class Waiting(Submission submission, CancellationToken cancellation)
    {
        private readonly TaskCompletionSource<Outcome> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Submission Submission => submission;

        public Task<Outcome> Answer => answer.Task;

        public void Tell(Outcome outcome) => answer.SetResult(outcome);

        public void Fail(Exception e) => answer.SetException(e);

        /// <summary>The caller hung up before the turn came; nothing is recorded then.</summary>
        public bool LeftMeanwhile() => cancellation.IsCancellationRequested && answer.TrySetCanceled(cancellation);
    }
}

/// <summary>More commands of a tenant wait than the door takes (429).</summary>
public sealed class TooManyWaitingException() : Exception("Too many commands of this tenant are waiting.");
