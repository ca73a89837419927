using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Ledger.Shapes;

/// <summary>The dates that the ledger takes: nothing in it is older or further away, and a mistyped year is noticed.</summary>
public static class Dates
{
    public static readonly LocalDate First = new(1900, 1, 1);
    public static readonly LocalDate Last = new(2199, 12, 31);

    private const int IsoLength = 10;

    public static bool InRange(LocalDate date) => First <= date && date <= Last;

    public static LocalDate? Parse(string text) =>
        text.Length == IsoLength && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date }
        && InRange(date) ? date : null;
}

/// <summary>The instants that the ledger takes: in UTC, in the range of its dates, to the microsecond as PostgreSQL keeps
/// them; what is finer is cut off.</summary>
public static class Instants
{
    private const int TicksPerMicrosecond = 10;

    private static readonly Instant First = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2200, 1, 1, 0, 0);

    public static Instant? Parse(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)
            || InstantPattern.ExtendedIso.Parse(text) is not { Success: true, Value: var instant }
            || instant < First || instant >= End)
            return null;
        var ticks = (instant - First).BclCompatibleTicks;
        return First + Duration.FromTicks(ticks - ticks % TicksPerMicrosecond);
    }
}

internal sealed class DateConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Dates.Parse(reader.GetString()!) is { } date
            ? date
            : throw new ShapeException(Rule.Date);

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}

internal sealed class LocalDateTimeConverter : JsonConverter<LocalDateTime>
{
    public override LocalDateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && LocalDateTimePattern.GeneralIso.Parse(reader.GetString()!) is { Success: true, Value: var value }
        && Dates.InRange(value.Date)
            ? value
            : throw new ShapeException(Rule.DateTime);

    public override void Write(Utf8JsonWriter writer, LocalDateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LocalDateTimePattern.GeneralIso.Format(value));
}
