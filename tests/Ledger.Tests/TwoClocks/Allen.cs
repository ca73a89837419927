namespace Ledger.Tests.TwoClocks;

/// <summary>How two half-open periods can lie to each other (J. F. Allen): there are these thirteen ways and no other.</summary>
internal enum Allen
{
    Before, Meets, Overlaps, Starts, During, Finishes, Same, FinishedBy, Contains, StartedBy, OverlappedBy, MetBy, After,
}

/// <summary>Which of the thirteen occurred, and how often.</summary>
internal sealed class AllenTally
{
    private readonly int[] counts = new int[Enum.GetValues<Allen>().Length];

    public int Occurred => counts.Count(c => c > 0);

    public string Counts => string.Join(", ", Enum.GetValues<Allen>().Select(a => $"{a} {counts[(int)a]}"));

    /// <summary>Counts every pair of periods, in both orders.</summary>
    public void Add<T>(IReadOnlyList<(T From, T To)> periods)
        where T : IComparable<T>
    {
        for (var i = 0; i < periods.Count; i++)
            for (var j = 0; j < periods.Count; j++)
                if (i != j)
                    counts[(int)Of(periods[i], periods[j])]++;
    }

    public static Allen Of<T>((T From, T To) a, (T From, T To) b)
        where T : IComparable<T> =>
        (Math.Sign(a.To.CompareTo(b.From)), Math.Sign(a.From.CompareTo(b.To))) switch
        {
            (-1, _) => Allen.Before,
            (0, _) => Allen.Meets,
            (_, 1) => Allen.After,
            (_, 0) => Allen.MetBy,
            _ => (Math.Sign(a.From.CompareTo(b.From)), Math.Sign(a.To.CompareTo(b.To))) switch
            {
                (-1, -1) => Allen.Overlaps,
                (-1, 0) => Allen.FinishedBy,
                (-1, _) => Allen.Contains,
                (0, -1) => Allen.Starts,
                (0, 0) => Allen.Same,
                (0, _) => Allen.StartedBy,
                (_, -1) => Allen.During,
                (_, 0) => Allen.Finishes,
                _ => Allen.OverlappedBy,
            },
        };
}
