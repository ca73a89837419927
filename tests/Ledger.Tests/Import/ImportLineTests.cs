using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.Import;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Import;

/// <summary>The hash by which a line is known for ever is that of its canonical text.</summary>
public sealed class ImportLineTests
{
    [Theory]
    [InlineData("""{"at":"2025-01-02T00:00:00Z","actor":"li","command":"DefineArea","data":{"areaId":"a","nameZh":"甲","nameEn":"A"}}""")]
    [InlineData("""{"data":{"nameEn":"A","nameZh":"甲","areaId":"a"},"command":"DefineArea","actor":"li","at":"2025-01-02T00:00:00Z"}""")]
    [InlineData("""{ "at":"2025-01-02T00:00:00Z", "actor":"li","command":"X", "data":{"n":1.50,"m":-0e2,"t":true,"f":false,"z":null,"l":[1,"two",[],{}]}}""")]
    [InlineData("""{"at":"2025-01-02T00:00:00Z","actor":"li","command":"X","data":{"s":"\"\\\/\b\n\u00e9\ud83d\ude00 <&+'`>\u2028","\u7532":"x","displayName":"left out","b":{"displayName":"too"}}}""")]
    public void It_is_the_hash_of_the_members_in_order_of_their_names_without_names_of_persons(string line)
    {
        var hash = ImportLine.Parse(1, Encoding.UTF8.GetBytes(line), LedgerCatalogue.Commands).Hash;

        hash.ShouldBe(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(JsonNode.Parse(line)))));
    }

    private static string Canonical(JsonNode? node) => node switch
    {
        JsonObject members => "{" + string.Concat(members.Where(m => m.Key != "displayName").OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => JsonValue.Create(m.Key).ToJsonString() + ":" + Canonical(m.Value) + ",")) + "}",
        JsonArray items => "[" + string.Concat(items.Select(i => Canonical(i) + ",")) + "]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
