namespace Ledger.Reads;

/// <summary>
/// Lets callers who ask the same at the same time share one look-up, without ever giving an answer older than the
/// question: who comes while a look-up runs waits for the next one, which begins after they came.
/// </summary>
internal sealed class SharedLookup<TKey, TAnswer>(Func<TKey, Task<TAnswer>> lookUp)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, TaskCompletionSource<TAnswer>?> running = [];

    public Task<TAnswer> Ask(TKey key)
    {
        TaskCompletionSource<TAnswer> mine;
        lock (gate)
        {
            if (running.TryGetValue(key, out var next))
            {
                if (next is null)
                    running[key] = next = new(TaskCreationOptions.RunContinuationsAsynchronously);
                return next.Task;
            }

            mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
            running.Add(key, null);
        }

        _ = Run(key, mine);
        return mine.Task;
    }

    private async Task Run(TKey key, TaskCompletionSource<TAnswer>? waiting)
    {
        while (waiting is not null)
        {
            try
            {
                waiting.SetResult(await lookUp(key));
            }
            catch (Exception e)
            {
                waiting.SetException(e);
            }

            lock (gate)
            {
                waiting = running[key];
                if (waiting is null)
                    running.Remove(key);
                else
                    running[key] = null;
            }
        }
    }
}
