using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Reads;

/// <summary>A <c>knownAt</c> as a caller gives it: an instant or a position.</summary>
public sealed record KnownTime(Instant? Instant, long? Position)
{
    private static readonly Instant First = NodaTime.Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant Last = NodaTime.Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>Null when the text is neither.</summary>
    public static KnownTime? Parse(string text)
    {
        if (text.StartsWith('#'))
            return long.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? new(null, position)
                : null;
        return InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant }
            && First <= instant && instant < Last
            ? new(instant, null)
            : null;
    }
}
