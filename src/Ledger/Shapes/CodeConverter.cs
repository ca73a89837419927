using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.Shapes;

/// <summary>Reads the codes of closed lists as they stand. The serializer's own converter would also take a code in
/// another case, or several at once.</summary>
internal sealed class CodeConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(CodeConverter<>).MakeGenericType(typeToConvert))!;
}

internal sealed class CodeConverter<TList> : JsonConverter<TList>
    where TList : struct, Enum
{
    public override TList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Codes.Parse<TList>(reader.GetString()!) is { } value
            ? value
            : throw new ShapeException(Rule.OneOf(Codes.All<TList>()));

    public override void Write(Utf8JsonWriter writer, TList value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Codes.Of(value));
}
