using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;

namespace Ledger.IntegrationTests.Hosting;

/// <summary>What the service answered.</summary>
public sealed record Answer(string Request, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes)!;

    /// <summary>The problem's code: the end of its type.</summary>
    public string Code => Bytes.Length > 0 && (string?)Json["type"] is { } type && type.StartsWith("https://ledger.example/problems/", StringComparison.Ordinal)
        ? type.Split('/')[^1]
        : "";

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Fails, showing the answer, unless the status is the one expected.</summary>
    public Answer Is(int status, string? code = null)
    {
        if (Status != status || code is not null && Code != code)
            Assert.Fail($"{Request}\nexpected {status} {code}, got {Status}\n{Text}");
        return this;
    }

    /// <summary>Fails, showing both, unless the member is as expected: JSON, whatever its spacing and order of members.</summary>
    public Answer Has(string member, [StringSyntax(StringSyntaxAttribute.Json)] string expected)
    {
        var actual = member.Split('.').Aggregate((JsonNode?)Json, (node, name) => node?[name]);
        if (!JsonNode.DeepEquals(actual, JsonNode.Parse(expected)))
            Assert.Fail($"{Request}\n{member}\nwant {JsonNode.Parse(expected)?.ToJsonString()}\ngot  {actual?.ToJsonString()}");
        return this;
    }

    /// <summary>One member of each item of a list, parted by spaces.</summary>
    public string Items(string member) => string.Join(' ', Json["items"]!.AsArray().Select(i => i![member]?.ToString() ?? "-"));
}
