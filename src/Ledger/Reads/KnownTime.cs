using System.Globalization;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Reads;

/// <summary>A <c>knownAt</c> as a caller gives it: an instant or a position.</summary>
public sealed record KnownTime(Instant? Instant, long? Position)
{
    /// <summary>Null when the text is neither.</summary>
    public static KnownTime? Parse(string text)
    {
        if (text.StartsWith('#'))
            return long.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? new(null, position)
                : null;
        return Instants.Parse(text) is { } instant ? new(instant, null) : null;
    }
}
