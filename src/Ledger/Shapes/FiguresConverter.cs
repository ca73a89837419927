using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.Shapes;

/// <summary>Reads figures by name: names that are ids, whole numbers that are not negative. In the order of their names, so
/// that the same figures are the same text.</summary>
internal sealed class FiguresConverter : JsonConverter<IReadOnlyDictionary<string, int>>
{
    /// <summary>More figures than any report claims.</summary>
    public const int CountMax = 100;

    /// <summary>More than a unit can count in a year.</summary>
    public const int ValueMax = 1_000_000_000;

    public override IReadOnlyDictionary<string, int> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new ShapeException(Rule.NotObject);
        var figures = new SortedDictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            if (StringConverter.Id.Breaks(name) is { } broken)
                throw new ShapeException(broken);
            if (figures.Count == CountMax)
                throw new ShapeException(Rule.TooMany(CountMax));
            reader.Read();
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var value) || value is < 0 or > ValueMax)
                throw new ShapeException(Rule.Between(0, ValueMax), name: name);
            figures.Add(name, value);
        }

        return figures;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, int> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, figure) in value)
            writer.WriteNumber(name, figure);
        writer.WriteEndObject();
    }
}
