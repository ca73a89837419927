using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Ledger.Shapes;

/// <summary>Reads one kind of string, trimming texts, and refuses what its shape does not allow.</summary>
internal sealed partial class StringConverter : JsonConverter<string>
{
    /// <summary>Longest free text; a resolution or a reason is a paragraph, not a file.</summary>
    public const int TextLengthMax = 2000;

    /// <summary>Longest name, title or short word.</summary>
    public const int TitleLengthMax = 200;

    public static readonly StringConverter Id = new(s => IdPattern().IsMatch(s) ? null : Rule.Id, trims: false);
    public static readonly StringConverter Text = new(s => Bounded(s, TextLengthMax), trims: true);
    public static readonly StringConverter Title = new(s => Bounded(s, TitleLengthMax), trims: true);
    public static readonly StringConverter Sha256 = new(s => HashPattern().IsMatch(s) ? null : Rule.Sha256, trims: false);

    public static readonly StringConverter PeriodCode = new(s => PeriodPattern().IsMatch(s) ? null : Rule.Period, trims: false);

    private readonly Func<string, Rule?> broken;
    private readonly bool trims;

    private StringConverter(Func<string, Rule?> broken, bool trims) => (this.broken, this.trims) = (broken, trims);

    /// <summary>The rule that <paramref name="value"/> breaks, or null.</summary>
    public Rule? Breaks(string value) => broken(value);

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new ShapeException(Rule.Text);
        var value = trims ? reader.GetString()!.Trim() : reader.GetString()!;
        return broken(value) is { } rule ? throw new ShapeException(rule) : value;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    private static Rule? Bounded(string value, int max)
    {
        if (value.Length == 0)
            return Rule.Empty;
        if (value.Any(c => char.IsControl(c) && c is not '\n' and not '\r'))
            return Rule.Control;
        // No text has more characters than UTF-16 units.
        return value.Length > max && value.EnumerateRunes().Count() > max ? Rule.TooLong(max) : null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A(19|20|21)[0-9]{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodPattern();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HashPattern();
}

/// <summary>A list of strings of one shape.</summary>
internal sealed class StringListConverter(StringConverter element) : JsonConverter<IReadOnlyList<string>>
{
    /// <summary>More than any meeting has attendees.</summary>
    public const int CountMax = 1000;

    public override IReadOnlyList<string> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new ShapeException(Rule.Type);
        var list = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (list.Count == CountMax)
                throw new ShapeException(Rule.TooMany(CountMax));
            list.Add(Entry(ref reader, options, list.Count));
        }

        return list;
    }

    private string Entry(ref Utf8JsonReader reader, JsonSerializerOptions options, int index)
    {
        try
        {
            return element.Read(ref reader, typeof(string), options);
        }
        catch (ShapeException e)
        {
            throw new ShapeException(e.Rule, index);
        }
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }
}
