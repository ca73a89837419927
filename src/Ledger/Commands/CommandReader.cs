using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ledger.Shapes;

namespace Ledger.Commands;

/// <summary>Turns JSON into a command, or says which member breaks which rule. Used by HTTP and import alike.</summary>
public static class CommandReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Parses JSON text into one object.</summary>
    public static JsonObject? Parse(ReadOnlySpan<byte> utf8, out Malformed? malformed)
    {
        malformed = null;
        try
        {
            _ = Utf8.GetCharCount(utf8);
            if (HasHalfCharacter(utf8))
            {
                malformed = new(null, Rule.NotUtf8);
                return null;
            }

            if (JsonNode.Parse(utf8, documentOptions: Strict) is JsonObject json)
                return json;
            malformed = new(null, Rule.NotObject);
        }
        catch (DecoderFallbackException)
        {
            malformed = new(null, Rule.NotUtf8);
        }
        catch (JsonException e)
        {
            malformed = new(null, e.Message.Contains("uplicate", StringComparison.Ordinal) ? Rule.Duplicate : Rule.NotJson);
        }

        return null;
    }

    /// <summary>Binds an object to a command of <paramref name="entry"/>.</summary>
    /// <param name="path">Ids from the route; they must not stand in the object.</param>
    public static ICommand? Bind(
        CommandCatalogue.Entry entry, JsonObject json, IReadOnlyDictionary<string, string> path, out Malformed? malformed)
    {
        var info = LedgerJson.Commands.GetTypeInfo(entry.Type);
        malformed = json.Where(m => path.ContainsKey(m.Key)).Select(m => new Malformed(m.Key, Rule.InPath))
            .Concat(json.Where(m => info.Properties.All(p => p.Name != m.Key)).Select(m => new Malformed(m.Key, Rule.Unknown)))
            .Concat(info.Properties.Where(p => p.IsRequired && !json.ContainsKey(p.Name) && !path.ContainsKey(p.Name))
                .Select(p => new Malformed(p.Name, Rule.Required)))
            .FirstOrDefault() ?? NullInList(json, "");
        if (malformed is not null)
            return null;
        foreach (var (name, id) in path)
            json[name] = id;
        try
        {
            return (ICommand)json.Deserialize(info)!;
        }
        catch (JsonException e)
        {
            malformed = Explain(e, info, json);
            return null;
        }
    }

    /// <summary>What makes two submissions the same: the command's name and its members as parsed, names of persons
    /// left out. SHA-256.</summary>
    public static byte[] Hash(ICommand command)
    {
        var json = JsonSerializer.SerializeToNode(command, command.GetType(), LedgerJson.Options)!.AsObject();
        json.Remove("displayName");
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{command.GetType().Name}\n{json.ToJsonString(LedgerJson.Options)}"));
    }

    private static Malformed Explain(JsonException e, JsonTypeInfo info, JsonObject json)
    {
        string? field = null;
        for (var inner = e; inner is not null; inner = inner.InnerException as JsonException)
            (field, e) = (Join(field, inner.Path?.TrimStart('$').TrimStart('.')), inner);
        return e switch
        {
            _ when At(json, field) is (true, null) => new(field, Rule.NotNull),
            ShapeException { Index: { } index } entry => new($"{field}[{index}]", entry.Rule),
            ShapeException { Name: { } name } entry => new(Join(field, name), entry.Rule),
            ShapeException shape => new(field, shape.Rule),
            _ when e.Message.Contains("missing required", StringComparison.Ordinal) =>
                new(Join(field, Quoted(e.Message)), Rule.Required),
            _ when e.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) =>
                new(field, Rule.Unknown),
            _ => new(field, ExpectedAt(info, field)),
        };
    }

    private static Rule ExpectedAt(JsonTypeInfo info, string? field)
    {
        Type? type = info.Type;
        foreach (var step in (field ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = step.Split('[')[0];
            type = type is null ? null : LedgerJson.Commands.GetTypeInfo(type).Properties
                .FirstOrDefault(p => p.Name == name)?.PropertyType;
            while (type is { IsGenericType: true } && (type.IsValueType || step.EndsWith(']')))
                type = type.GetGenericArguments()[0];
        }

        return type switch
        {
            _ when type == typeof(int) || type == typeof(long) => Rule.Number,
            _ when type == typeof(bool) => Rule.Flag,
            _ => Rule.Type,
        };
    }

    private static string? Quoted(string message) => message.Split('\'') is [.., var last, _] ? last : null;

    private static string? Join(string? path, string? name) => (path, name) switch
    {
        (null or "", null or "") => null,
        (null or "", _) => name,
        (_, null or "") => path,
        _ => name[0] == '[' ? path + name : $"{path}.{name}",
    };

    /// <summary>Whether something stands at a path such as <c>members[1].personId</c>, and what.</summary>
    private static (bool Stands, JsonNode? Value) At(JsonNode? json, string? field)
    {
        foreach (var step in (field ?? "").Split('.', '[').Select(s => s.TrimEnd(']')).Where(s => s.Length > 0))
        {
            if (json is JsonObject members && members.TryGetPropertyValue(step, out var member))
                json = member;
            else if (json is JsonArray list && int.TryParse(step, CultureInfo.InvariantCulture, out var i) && i < list.Count)
                json = list[i];
            else
                return (false, null);
        }

        return (true, json);
    }

    /// <summary>The first null among the entries of a list; no command has a list that takes one.</summary>
    private static Malformed? NullInList(JsonNode? json, string path) => json switch
    {
        JsonArray entries => entries.Select((entry, i) => entry is null
            ? new($"{path}[{i}]", Rule.NotNull) : NullInList(entry, $"{path}[{i}]")).FirstOrDefault(m => m is not null),
        JsonObject members => members.Select(m => NullInList(m.Value, Join(path, m.Key)!)).FirstOrDefault(m => m is not null),
        _ => null,
    };

    /// <summary>Whether a string holds one half of a surrogate pair, written as an escape.</summary>
    private static bool HasHalfCharacter(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}

/// <summary>A member that is not as the contract says; answered with 400.</summary>
public sealed record Malformed(string? Field, Rule Rule);
