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

    public static bool InRange(LocalDate date) => First <= date && date <= Last;

    /// <summary>An instant in UTC, within the same range; null for any other text.</summary>
    public static Instant? ParseInstant(string text) =>
        InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } && InRange(instant.InUtc().Date)
            ? instant
            : null;

    public static LocalDate? Parse(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && InRange(date) ? date : null;
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
