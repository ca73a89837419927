using System.Reflection;
using System.Text.Json.Serialization;

namespace Ledger.Shapes;

/// <summary>The codes of closed lists, as they stand in JSON and in tables.</summary>
public static class Codes
{
    public static string Of<TList>(TList value)
        where TList : struct, Enum => Map<TList>.Codes[value];

    /// <summary>The value with that code; null when the list has none.</summary>
    public static TList? Parse<TList>(string code)
        where TList : struct, Enum => Map<TList>.Values.TryGetValue(code, out var value) ? value : null;

    public static IEnumerable<string> All<TList>()
        where TList : struct, Enum => Map<TList>.Codes.Values;

    public static IEnumerable<string> All(Type list) => Enum.GetNames(list).Select(name => CodeOf(list, name));

    private static string CodeOf(Type list, string name) =>
        list.GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? name;

    private static class Map<TList>
        where TList : struct, Enum
    {
        public static readonly Dictionary<TList, string> Codes =
            Enum.GetValues<TList>().ToDictionary(v => v, v => CodeOf(typeof(TList), v.ToString()));

        public static readonly Dictionary<string, TList> Values = Codes.ToDictionary(c => c.Value, c => c.Key);
    }
}
