using NodaTime;

namespace Ledger.Clocks;

/// <summary>Values that hold from a date on, in order of recording: on any date the latest start on or before it holds,
/// ties going to the later record.</summary>
public sealed record Effective<T>(IReadOnlyList<Dated<T>> Entries)
{
    public static readonly Effective<T> None = new([]);

    public Effective<T> With(LocalDate from, T value) => new([.. Entries, new(from, value)]);

    /// <summary>Corrects the entry that holds from <paramref name="start"/> on.</summary>
    public Effective<T> WithCorrected(LocalDate start, LocalDate from, T value)
    {
        var entries = Entries.ToList();
        entries[entries.FindLastIndex(e => e.From == start)] = new(from, value);
        return new(entries);
    }

    /// <summary>The entry that a correction recorded on a day means: the one in force, or the first to come.</summary>
    public Dated<T> MeantOn(LocalDate today) => On(today) ?? On(Entries.Min(e => e.From))!;

    /// <summary>The entry in force on <paramref name="date"/>; null before the first.</summary>
    public Dated<T>? On(LocalDate date)
    {
        Dated<T>? best = null;
        foreach (var entry in Entries)
            if (entry.From <= date && (best is null || entry.From >= best.From))
                best = entry;
        return best;
    }

    /// <summary>The same as consecutive half-open periods; the last one is open.</summary>
    public IReadOnlyList<Period<T>> Periods()
    {
        var starts = Entries.Select(e => e.From).Distinct().Order().ToList();
        return [.. starts.Select((from, i) => new Period<T>(
            from, i + 1 < starts.Count ? starts[i + 1] : Forever.End, On(from)!.Value))];
    }
}

/// <summary>A value with its first day, a date of the tenant's zone.</summary>
public sealed record Dated<T>(LocalDate From, T Value) : IDated;

public interface IDated
{
    LocalDate From { get; }
}

/// <summary>A value over a half-open period of the tenant's dates: <paramref name="To"/> is the first day without it.</summary>
public sealed record Period<T>(LocalDate From, LocalDate To, T Value);

/// <summary>The far ends of effective time; PostgreSQL's <c>-infinity</c> and <c>infinity</c>.</summary>
public static class Forever
{
    public static readonly LocalDate Start = LocalDate.MinIsoValue;
    public static readonly LocalDate End = LocalDate.MaxIsoValue;
}
