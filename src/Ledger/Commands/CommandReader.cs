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
            .FirstOrDefault();
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
            malformed = Explain(e, info);
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

    private static Malformed Explain(JsonException e, JsonTypeInfo info)
    {
        var field = e.Path is null or "$" ? null : e.Path.TrimStart('$').TrimStart('.');
        return e switch
        {
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
            while (type is { IsGenericType: true })
                type = type.GetGenericArguments()[0];
        }

        return type switch
        {
            { IsEnum: true } => Rule.OneOf(Codes.All(type)),
            _ when type == typeof(int) || type == typeof(long) => Rule.Number,
            _ when type == typeof(bool) => Rule.Flag,
            _ => Rule.Type,
        };
    }

    private static string? Quoted(string message) => message.Split('\'') is [.., var last, _] ? last : null;

    private static string? Join(string? path, string? name) => path is null ? name : name is null ? path : $"{path}.{name}";
}

/// <summary>A member that is not as the contract says; answered with 400.</summary>
public sealed record Malformed(string? Field, Rule Rule);
