namespace Ledger.Tests.TwoClocks;

/// <summary>Seeds for tests by lot: drawn anew for each run, or given to repeat one that failed.</summary>
internal static class Seeds
{
    /// <summary>Set to the seed that a failure named, it is the first one tried.</summary>
    public const string Variable = "LEDGER_TEST_SEED";

    public static int First { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
        ? int.Parse(given, null)
        : Random.Shared.Next(1_000_000);

    /// <summary>Tries so many seeds, and says at which one it failed.</summary>
    public static async Task Each(int count, Func<Random, Task> check)
    {
        for (var seed = First; seed < First + count; seed++)
        {
            try
            {
                await check(new Random(seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Failing seed: {Variable}={seed}", e);
            }
        }
    }
}
