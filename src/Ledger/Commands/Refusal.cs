namespace Ledger.Commands;

/// <summary>Why a command was not carried out; becomes problem details.</summary>
/// <param name="Code">Stable, kebab-case, listed in docs/problems.md with its texts.</param>
/// <param name="Field">The command's member to change, in camelCase; null when no single one is at fault.</param>
/// <param name="Facts">What the caller needs to act: who holds it, since when.</param>
/// <param name="Status">The HTTP status; 422 unless the id is unknown (404) or exists already (409).</param>
public sealed record Refusal(string Code, string? Field = null, object? Facts = null, int Status = 422)
{
    /// <summary>The first of several refusals. Unlike <c>??</c> it has all of them asked, so that a decision names at
    /// once all that it needs to know.</summary>
    public static Refusal? First(params ReadOnlySpan<Refusal?> refusals)
    {
        foreach (var refusal in refusals)
            if (refusal is not null)
                return refusal;
        return null;
    }

    /// <summary>The refusal for the first of several entries that stands in its list more than once.</summary>
    public static Refusal? ListedTwice<T>(IEnumerable<T> entries, string field) =>
        entries.GroupBy(e => e).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new("listed-twice", field, new { value = twice.Key })
            : null;

    /// <summary>The refusal of a number beyond what it may be; both bounds are inclusive.</summary>
    public static Refusal? OutOfRange(int value, int from, int to, string field) =>
        value < from || value > to ? new("number-out-of-range", field, new { from, to }) : null;

    /// <summary>No <paramref name="kind"/> of that id has been recorded in this tenant.</summary>
    public static Refusal Unknown(string kind, string id, string field) =>
        new("unknown-id", field, new { kind, id }, Status: 404);

    /// <summary>The id names something already; ids are never used twice.</summary>
    public static Refusal Exists(string kind, string id, string field) =>
        new("id-exists", field, new { kind, id }, Status: 409);
}
