namespace Ledger.Benchmarks.Running;

/// <summary>How long and how often is measured.</summary>
internal sealed record Pace(bool Quick)
{
    /// <summary>The short history of the growth benchmark.</summary>
    public const int FewEvents = 1_000;

    /// <summary>Facts that fall on the cells of each unit of the rules benchmark.</summary>
    public const int RuleFacts = 40;

    public int Rounds => Quick ? 1 : 5;

    /// <summary>One side of one round.</summary>
    public TimeSpan Round => TimeSpan.FromSeconds(Quick ? 1 : 3);

    /// <summary>Long enough for the runtime to compile what is measured with all its optimisations.</summary>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(Quick ? 0.5 : 4);

    /// <summary>The long history of the growth benchmark.</summary>
    public int ManyEvents => Quick ? 10_000 : 100_000;

    /// <summary>The history of the bulk import.</summary>
    public int BulkEvents => Quick ? 20_000 : 1_000_000;

    /// <summary>Of the large benchmark, a hundred facts each.</summary>
    public int LargeUnits => Quick ? 500 : 10_000;

    /// <summary>Of the rules benchmark.</summary>
    public int RuleUnits => Quick ? 200 : 10_000;

    /// <summary>Single requests timed in one side of one growth round.</summary>
    public int Samples => Quick ? 30 : 120;
}
