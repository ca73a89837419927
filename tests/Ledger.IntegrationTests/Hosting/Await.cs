namespace Ledger.IntegrationTests.Hosting;

/// <summary>Waits for what another process does: it is looked at until it is so, for a minute at most.</summary>
internal static class Await
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public static async Task<T> Until<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        T seen;
        while (!isSo(seen = await look()))
        {
            if (patience.IsCancellationRequested)
                Assert.Fail($"Not so after {Patience}: {seen}");
            await Task.Delay(LookEvery, CancellationToken.None);
        }

        return seen;
    }
}
