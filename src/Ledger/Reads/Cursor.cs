using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Reads;

/// <summary>Where a list goes on, with both clocks as they were on its first page.</summary>
/// <param name="After">The sort key of the last entry given out.</param>
/// <param name="Of">A hash of the question without its clocks: a cursor goes on with its own question only.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Cursor(LocalDate AsOf, long Position, IReadOnlyList<string> After, string Of)
{
    private static readonly string[] NotOfTheQuestion = ["cursor", "limit", "asOf", "knownAt", "names"];

    public string Text(Question question) => Base64Url.EncodeToString(
        JsonSerializer.SerializeToUtf8Bytes(this with { Of = HashOf(question.Values) }, LedgerJson.Options));

    /// <summary>Null when the text is no cursor, or one of another question.</summary>
    public static Cursor? Parse(string text, IReadOnlyDictionary<string, string> values)
    {
        try
        {
            var cursor = JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text), LedgerJson.Options);
            return cursor is { After: not null } && cursor.Of == HashOf(values) && Dates.InRange(cursor.AsOf) ? cursor : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string HashOf(IReadOnlyDictionary<string, string> values)
    {
        var text = Question.Canonical(values.Where(v => !NotOfTheQuestion.Contains(v.Key)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}

/// <summary>The sort keys of lists, checked before a query takes them from a cursor that anybody can write.</summary>
public static class SortKey
{
    public static bool IsId(IReadOnlyList<string> key) => key is [{ } id] && StringConverter.Id.Breaks(id) is null;

    public static bool IsDateAndId(IReadOnlyList<string> key) =>
        key is [{ } date, { } id] && Dates.Parse(date) is not null && IsId([id]);

    public static bool IsIdAndDate(IReadOnlyList<string> key) => key is [{ } id, { } date] && IsDateAndId([date, id]);

    public static bool IsIdAndNumber(IReadOnlyList<string> key) =>
        key is [{ } id, { } number] && IsId([id]) && IsPosition([number]);

    public static bool IsCellAndDate(IReadOnlyList<string> key) =>
        key is [{ } unit, { } area, { } level, { } date] && IsId([unit]) && IsId([area])
            && IsId([level]) && Dates.Parse(date) is not null;

    public static bool IsPosition(IReadOnlyList<string> key) =>
        key is [{ } position] && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
