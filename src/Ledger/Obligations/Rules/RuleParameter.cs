using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Obligations.Rules;

/// <summary>Something that may be set when a rule is adopted.</summary>
/// <param name="Default">What counts when it is left out; null when it must be given.</param>
/// <param name="Breaks">The rule of form that a value breaks, or null.</param>
/// <param name="Read">The value of a JSON value whose form is right.</param>
public sealed record RuleParameter(string Name, object? Default, Func<JsonNode?, Rule?> Breaks, Func<JsonNode, object> Read)
{
    private const int Most = 3_660;

    /// <summary>More holidays than anybody plans ahead; each is a check of its own.</summary>
    private const int DatesMax = 1_000;

    /// <summary>Days between two dates.</summary>
    public static RuleParameter Days(string name, int byDefault) => Number(name, byDefault, 0);

    public static RuleParameter Count(string name, int? byDefault) => Number(name, byDefault, 1);

    /// <summary>A date of the tenant's zone.</summary>
    public static RuleParameter Date(string name) =>
        new(name, null, n => IsDate(n) ? null : Rule.Date, n => Dates.Parse(Text(n)!)!.Value);

    /// <summary>Dates of the tenant's zone, at least one.</summary>
    public static RuleParameter DateList(string name) => new(
        name, null,
        n => n is JsonArray { Count: 0 } ? Rule.Empty : n is not JsonArray list || !list.All(IsDate) ? Rule.Date
            : list.Count > DatesMax ? Rule.TooMany(DatesMax) : null,
        n => n.AsArray().Select(i => Dates.Parse(Text(i)!)!.Value).ToList());

    /// <summary>An id or a short free word.</summary>
    public static RuleParameter Word(string name, string byDefault) =>
        new(name, byDefault, n => Text(n) is { } t ? StringConverter.Title.Breaks(t) : Rule.Text, n => Text(n)!);

    /// <summary>One code of a closed list.</summary>
    public static RuleParameter Code<TList>(string name, TList byDefault)
        where TList : struct, Enum => new(
            name, byDefault, n => Text(n) is { } t && Codes.Parse<TList>(t) is not null ? null : Rule.OneOf(Codes.All<TList>()),
            n => Codes.Parse<TList>(Text(n)!)!.Value);

    /// <summary>The code of a calendar period, such as <c>2025-H1</c>.</summary>
    public static RuleParameter PeriodCode(string name) =>
        new(name, null, n => Text(n) is { } t ? StringConverter.PeriodCode.Breaks(t) : Rule.Text, n => Text(n)!);

    private static RuleParameter Number(string name, int? byDefault, int least) => new(
        name, byDefault,
        n => n is JsonValue v && v.TryGetValue<int>(out var i) && i >= least && i <= Most ? null : Rule.Between(least, Most),
        n => n.GetValue<int>());

    private static bool IsDate(JsonNode? node) => Text(node) is { } text && Dates.Parse(text) is not null;

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>The parameters of one adoption, with defaults for what was left out.</summary>
public sealed class RuleValues
{
    private readonly Dictionary<string, object?> values;

    private RuleValues(Dictionary<string, object?> values) => this.values = values;

    /// <summary>The values of parameters that were checked when the rule was adopted.</summary>
    public static RuleValues Of(ObligationRule rule, RuleParameters parameters)
    {
        var given = Given(parameters);
        return new(rule.Parameters.ToDictionary(p => p.Name, p => given[p.Name] is { } node ? p.Read(node) : p.Default));
    }

    /// <summary>The first parameter that the rule does not take, needs or cannot use, with what it should be.</summary>
    public static (string Field, Rule Rule)? Broken(ObligationRule rule, RuleParameters parameters)
    {
        var given = Given(parameters);
        foreach (var (name, _) in given)
            if (rule.Parameters.All(p => p.Name != name))
                return (name, Rule.NotTaken(rule.Parameters.Select(p => p.Name)));
        foreach (var parameter in rule.Parameters)
            if (given[parameter.Name] is not { } node)
            {
                if (parameter.Default is null)
                    return (parameter.Name, Rule.Required);
            }
            else if (parameter.Breaks(node) is { } broken)
            {
                return (parameter.Name, broken);
            }

        return null;
    }

    private static JsonObject Given(RuleParameters parameters) =>
        JsonSerializer.SerializeToNode(parameters, LedgerJson.Options)!.AsObject();

    public int Number(string name) => (int)values[name]!;

    public string Text(string name) => (string)values[name]!;

    public LocalDate Date(string name) => (LocalDate)values[name]!;

    public IReadOnlyList<LocalDate> Dates(string name) => (IReadOnlyList<LocalDate>)values[name]!;

    public TList Code<TList>(string name)
        where TList : struct, Enum => (TList)values[name]!;
}
