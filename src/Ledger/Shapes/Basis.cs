using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Ledger.Shapes;

/// <summary>The document an act rests on. A bare string stands for <c>{"text": …}</c>.</summary>
/// <param name="Text">As a person would cite it.</param>
/// <param name="Number">The document's number, such as 示例市发〔2025〕1号.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Date">The document's own date, in the tenant's zone.</param>
/// <param name="Sha256">Hash of the document's file, 64 lower-case hexadecimal digits.</param>
public sealed record Basis(
    [Text] string Text,
    [Title] string? Number = null,
    [Title] string? Title = null,
    LocalDate? Date = null,
    [Sha256] string? Sha256 = null);

/// <summary>Reads a basis given as an object or as a bare string.</summary>
internal sealed class BasisConverter(JsonSerializerOptions inner) : JsonConverter<Basis>
{
    public override Basis? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new(StringConverter.Text.Read(ref reader, typeof(string), options));
        try
        {
            return JsonSerializer.Deserialize<Basis>(ref reader, inner);
        }
        catch (JsonException e)
        {
            throw new MemberException(e);
        }
    }

    public override void Write(Utf8JsonWriter writer, Basis value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, inner);
}
