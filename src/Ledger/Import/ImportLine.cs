using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Commands;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Import;

/// <summary>One line <c>{at, actor, command, data}</c> of an import, parsed.</summary>
/// <param name="Number">Its line in the file, from 1.</param>
/// <param name="Hash">SHA-256 of its canonical content: the four members in order of name, names of persons left out.</param>
/// <param name="Command">The command; null when the line is malformed or names a command that is not supported.</param>
/// <param name="Malformed">What is wrong with it, if anything.</param>
internal sealed record ImportLine(
    int Number, Instant At, string Actor, string CommandName, byte[] Hash, ICommand? Command, Malformed? Malformed)
{
    private static readonly string[] Members = ["at", "actor", "command", "data"];

    /// <summary>What an export tells beside the act; of no account here, so an act is the same with it and without.</summary>
    private static readonly string[] Beside = ["recordedBy", "imported", "positions", "eventIds"];

    public static ImportLine Parse(int number, ReadOnlySpan<byte> utf8, CommandCatalogue catalogue)
    {
        var json = CommandReader.Parse(utf8, out var malformed);
        if (json is null)
            return Broken(number, malformed!);
        foreach (var beside in Beside)
            json.Remove(beside);
        if (json.Select(m => m.Key).Except(Members).FirstOrDefault() is { } unknown)
            return Broken(number, new(unknown, Rule.Unknown));
        if (Members.FirstOrDefault(m => !json.ContainsKey(m)) is { } missing)
            return Broken(number, new(missing, Rule.Required));
        if (Text(json["at"]) is not { } at || Instants.Parse(at) is not { } instant)
            return Broken(number, new("at", Rule.Instant));
        if (Text(json["actor"]) is not { } actor)
            return Broken(number, new("actor", Rule.Text));
        if (StringConverter.Title.Breaks(actor) is { } broken)
            return Broken(number, new("actor", broken));
        if (Text(json["command"]) is not { } name)
            return Broken(number, new("command", Rule.Text));
        if (json["data"] is not JsonObject data)
            return Broken(number, new("data", Rule.NotObject));

        var hash = Canonical(json);
        if (!catalogue.TryFind(name, out var entry))
            return new(number, instant, actor, name, hash, null, null);
        json.Remove("data");
        var command = CommandReader.Bind(entry, data, new Dictionary<string, string>(), out malformed);
        return new(number, instant, actor, name, hash, command,
            malformed is null ? null : malformed with { Field = malformed.Field is null ? "data" : $"data.{malformed.Field}" });
    }

    private static ImportLine Broken(int number, Malformed malformed) => new(number, default, "", "", [], null, malformed);

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static byte[] Canonical(JsonObject json)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        using var value = new Utf8JsonWriter(text);
        Write(json, text, value);
        return SHA256.HashData(text.WrittenSpan);
    }

    private static void Write(JsonNode? node, ArrayBufferWriter<byte> text, Utf8JsonWriter value)
    {
        switch (node)
        {
            case JsonObject members:
                text.Write("{"u8);
                foreach (var (name, member) in members.Where(m => m.Key != "displayName").OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    value.WriteStringValue(name);
                    Put(value);
                    text.Write(":"u8);
                    Write(member, text, value);
                    text.Write(","u8);
                }

                text.Write("}"u8);
                break;
            case JsonArray items:
                text.Write("["u8);
                foreach (var item in items)
                {
                    Write(item, text, value);
                    text.Write(","u8);
                }

                text.Write("]"u8);
                break;
            case null:
                text.Write("null"u8);
                break;
            default:
                node.WriteTo(value);
                Put(value);
                break;
        }
    }

    /// <summary>Each value stands for itself: what is canonical is not JSON.</summary>
    private static void Put(Utf8JsonWriter value)
    {
        value.Flush();
        value.Reset();
    }
}
