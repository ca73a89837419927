using System.Globalization;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Reads;

/// <summary>A read with both its clocks resolved: what is asked, as of which date, as known at which position.</summary>
/// <param name="AsOf">Effective clock: a date of the tenant's zone.</param>
/// <param name="Position">Known clock: acts up to and including this position count.</param>
/// <param name="KnownAt">The recorded instant at that position; null before the first act.</param>
/// <param name="After">The sort key behind which a page starts; null on the first.</param>
public sealed record Question(
    string Tenant, DateTimeZone Zone, LocalDate AsOf, long Position, Instant? KnownAt, int Limit,
    IReadOnlyList<string>? After, IReadOnlyDictionary<string, string> Values)
{
    public const int LimitDefault = 100;

    public const int LimitMax = 200;

    /// <summary>How often a rebuild has put the tenant's rows right: only answers from after the last one count.</summary>
    public int Rebuilds { get; init; }

    /// <summary>One text for one question, whatever its values hold.</summary>
    internal static string Canonical(IEnumerable<KeyValuePair<string, string>> values) => string.Join('&',
        values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={Uri.EscapeDataString(v.Value)}"));

    /// <summary>A member of the path.</summary>
    public string Path(string name) => Values[name];

    /// <summary>A query parameter as sent; null when left out.</summary>
    public string? Text(string name) => Values.GetValueOrDefault(name);

    /// <summary>A number of days as sent; 0 when left out.</summary>
    public int Days(string name) => Text(name) is { } text ? int.Parse(text, null) : 0;

    public LocalDate? Date(string name) => Text(name) is { } text ? Dates.Parse(text) : null;

    /// <summary>A position as sent; null when left out.</summary>
    public long? PositionIn(string name) => Text(name) is { } text ? KnownTime.Parse(text)!.Position : null;

    /// <summary>True or false as sent; null when left out.</summary>
    public bool? Flag(string name) => Text(name) is { } text ? text == "true" : null;

    public TList? Code<TList>(string name)
        where TList : struct, Enum => Text(name) is { } text ? Codes.Parse<TList>(text) : null;
}

/// <summary>What a route takes in its query, where it is not a <see cref="ReadRoute"/>.</summary>
public sealed record QueryParameters(IReadOnlyList<QueryParameter> All);

/// <summary>A query parameter: how it is checked and described.</summary>
/// <param name="Breaks">The rule that a value breaks, or null.</param>
public sealed record QueryParameter(string Name, string Description, string Example, Func<string, Rule?> Breaks)
{
    /// <summary>The whole span of the ledger's dates.</summary>
    private const int DaysMax = 109_573;

    public static readonly QueryParameter Unit = Id("unit", "Only this unit.", "planning");

    public static readonly QueryParameter Subtree = Flag(
        "subtree", "With `unit`: also the units below it, in the tree of the question's own two clocks.");

    /// <summary>Taken by every read.</summary>
    public static readonly QueryParameter AsOf = Date("asOf",
        "Effective clock: a date of the tenant's zone. Left out: the local date of `knownAt`, or of the request.");

    /// <summary>Taken by every read.</summary>
    public static readonly QueryParameter KnownAt = new("knownAt",
        "Known clock: an instant in UTC (inclusive) or a position `#1234`, sent as `%231234`. Left out: now.",
        "2025-12-31T15:59:59Z", text => KnownTime.Parse(text) is null ? Rule.KnownAt : null);

    /// <summary>Taken by every read.</summary>
    public static readonly QueryParameter Names = Flag(
        "names", "Also give names of persons; they stand outside the promise that an answer never changes.");

    /// <summary>Taken by every list.</summary>
    public static readonly QueryParameter Limit = new("limit", "Entries a page, 1 to 200; 100 when left out.", "50",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n is >= 1 and <= Question.LimitMax
                ? null
                : Rule.Between(1, Question.LimitMax));

    /// <summary>Taken by every list.</summary>
    public static readonly QueryParameter Cursor = new("cursor",
        "The `next` of the page before; it keeps both clocks as they were on the first page.", "eyJh…", _ => null);

    public static QueryParameter Id(string name, string description, string example) =>
        new(name, description, example, StringConverter.Id.Breaks);

    public static QueryParameter Word(string name, string description, string example) =>
        new(name, description, example, StringConverter.Title.Breaks);

    public static QueryParameter Date(string name, string description) =>
        new(name, description, "2025-03-01", text => Dates.Parse(text) is null ? Rule.Date : null);

    public static QueryParameter Position(string name, string description) =>
        new(name, description, "#1234", text => KnownTime.Parse(text) is { Position: not null } ? null : Rule.Position);

    public static QueryParameter Days(string name, string description) => new(name, description, "14",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= DaysMax
            ? null
            : Rule.Between(0, DaysMax));

    public static QueryParameter Flag(string name, string description) =>
        new(name, description, "true", text => text is "true" or "false" ? null : Rule.Flag);

    public static QueryParameter Code<TList>(string name, string description)
        where TList : struct, Enum => new(name, description, Codes.All<TList>().First(),
            text => Codes.Parse<TList>(text) is null ? Rule.OneOf(Codes.All<TList>()) : null);
}
