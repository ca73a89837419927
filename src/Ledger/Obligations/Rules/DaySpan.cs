using NodaTime;

namespace Ledger.Obligations.Rules;

/// <summary>Days from <paramref name="From"/> up to, not including, <paramref name="To"/>, in the tenant's zone.</summary>
public readonly record struct DaySpan(LocalDate From, LocalDate To)
{
    public bool IsEmpty => To <= From;

    public int Days => IsEmpty ? 0 : Period.DaysBetween(From, To);

    /// <summary>The last day of it.</summary>
    public LocalDate Last => To.PlusDays(-1);

    public bool Has(LocalDate day) => From <= day && day < To;

    public DaySpan And(DaySpan other) => new(LocalDate.Max(From, other.From), LocalDate.Min(To, other.To));

    public bool Overlaps(DaySpan other) => !And(other).IsEmpty;
}

/// <summary>Sets of days, as spans that neither overlap nor touch, in order.</summary>
public static class DaySpans
{
    /// <summary>All days of the spans, joined where they touch.</summary>
    public static IReadOnlyList<DaySpan> Joined(this IEnumerable<DaySpan> spans)
    {
        var joined = new List<DaySpan>();
        foreach (var span in spans.Where(s => !s.IsEmpty).OrderBy(s => s.From))
        {
            if (joined.Count > 0 && span.From <= joined[^1].To)
                joined[^1] = joined[^1] with { To = LocalDate.Max(joined[^1].To, span.To) };
            else
                joined.Add(span);
        }

        return joined;
    }

    /// <summary>The days of a span on which none of <paramref name="taken"/> holds.</summary>
    public static IReadOnlyList<DaySpan> Without(this DaySpan span, IEnumerable<DaySpan> taken)
    {
        var left = new List<DaySpan>();
        var from = span.From;
        foreach (var one in taken.Joined())
        {
            if (from < one.From && from < span.To)
                left.Add(new(from, LocalDate.Min(one.From, span.To)));
            from = LocalDate.Max(from, one.To);
        }

        if (from < span.To)
            left.Add(new(from, span.To));
        return left;
    }

    /// <summary>Spans within a span in each of which nothing changes, with all that hold in it.</summary>
    public static IEnumerable<(DaySpan Days, IReadOnlyList<T> Holding)> Pieces<T>(
        this IReadOnlyCollection<T> items, DaySpan within, Func<T, DaySpan> days)
    {
        var edges = items.Select(days).SelectMany(d => new[] { d.From, d.To }).Where(d => within.Has(d))
            .Append(within.From).Append(within.To).Distinct().Order().ToList();
        foreach (var (from, to) in edges.Zip(edges.Skip(1)))
            yield return (new(from, to), [.. items.Where(i => days(i).Has(from))]);
    }
}
