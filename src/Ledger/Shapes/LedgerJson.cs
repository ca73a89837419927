using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Ledger.Shapes;

/// <summary>The one JSON dialect: camelCase, enums as strings, dates as <c>2025-03-01</c>, instants as RFC 3339 UTC,
/// members without a value left out.</summary>
public static class LedgerJson
{
    /// <summary>Events and answers.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen(Configure(new JsonSerializerOptions()));

    /// <summary>Commands: the same dialect, strict, and every member held to its shape.</summary>
    public static JsonSerializerOptions Commands { get; } = Frozen(Strict(withBasis: true));

    /// <summary>Sets the dialect on <paramref name="json"/>; Marten's own serializer takes it too.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions json)
    {
        json.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        json.Converters.Insert(0, new JsonStringEnumConverter(null, allowIntegerValues: false));
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // Answers are JSON, never pasted into HTML, and people read them: Chinese stays Chinese.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsNotGiven } };
        return json;
    }

    private static JsonSerializerOptions Strict(bool withBasis)
    {
        var json = Configure(new JsonSerializerOptions());
        json.Converters.Insert(0, new CodeConverterFactory());
        json.Converters.Insert(0, new DateConverter());
        json.Converters.Insert(0, new LocalDateTimeConverter());
        json.Converters.Insert(0, new FiguresConverter());
        if (withBasis)
            json.Converters.Insert(0, new BasisConverter(Frozen(Strict(withBasis: false))));
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectRequiredConstructorParameters = true;
        json.RespectNullableAnnotations = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsNotGiven, HoldToShape } };
        return json;
    }

    private static JsonSerializerOptions Frozen(JsonSerializerOptions json)
    {
        json.MakeReadOnly(populateMissingResolver: true);
        return json;
    }

    private static void LeaveOutWhatIsNotGiven(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => typeof(IOptional).IsAssignableFrom(p.PropertyType)))
            property.ShouldSerialize = (_, value) => value is IOptional { IsGiven: true };
    }

    private static void HoldToShape(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Properties.Count == 0)
            return;
        var parameters = type.Type.GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? [];
        foreach (var parameter in parameters)
        {
            if (parameter.GetCustomAttribute<ShapeAttribute>() is not { Converter: var converter })
                continue;
            var member = type.Properties.Single(p => (p.AttributeProvider as MemberInfo)?.Name == parameter.Name);
            member.CustomConverter = ConverterOf(parameter.ParameterType, converter);
        }
    }

    private static JsonConverter ConverterOf(Type member, StringConverter element) => member switch
    {
        _ when member == typeof(string) => element,
        _ when member == typeof(IReadOnlyList<string>) => new StringListConverter(element),
        _ when member == typeof(Optional<string>) => new OptionalConverter<string>(element),
        _ when member == typeof(Optional<IReadOnlyList<string>>) =>
            new OptionalConverter<IReadOnlyList<string>>(new StringListConverter(element)),
        _ => throw new NotSupportedException($"A shape on {member}."),
    };
}
