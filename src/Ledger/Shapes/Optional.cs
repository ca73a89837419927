using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.Shapes;

/// <summary>A member that may be left out, which differs from null: a correction touches only what it names.</summary>
[JsonConverter(typeof(OptionalConverterFactory))]
public readonly record struct Optional<T>(T Value) : IOptional
{
    /// <summary>False for a member that was left out.</summary>
    public bool IsGiven { get; } = true;

    public T Or(T otherwise) => IsGiven ? Value : otherwise;

    public static implicit operator Optional<T>(T value) => new(value);
}

public interface IOptional
{
    bool IsGiven { get; }
}

internal sealed class OptionalConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(
            typeof(OptionalConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()[0]), (JsonConverter?)null)!;
}

/// <summary>Null is a value only where the type says so (<c>Optional&lt;LocalDate?&gt;</c>).</summary>
internal sealed class OptionalConverter<T>(JsonConverter? element) : JsonConverter<Optional<T>>
{
    private static readonly bool TakesNull = Nullable.GetUnderlyingType(typeof(T)) is not null;

    public override bool HandleNull => true;

    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null && !TakesNull)
            throw new ShapeException(Rule.NotNull);
        if (element is JsonConverter<T> own)
            return new(own.Read(ref reader, typeof(T), options)!);
        try
        {
            return new(JsonSerializer.Deserialize<T>(ref reader, options)!);
        }
        catch (JsonException e)
        {
            throw new MemberException(e);
        }
    }

    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Value, options);
}
