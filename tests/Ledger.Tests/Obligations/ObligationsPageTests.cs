using System.Text.Json;
using Ledger.Obligations.Rules;
using Ledger.Shapes;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Obligations;

/// <summary>docs/obligations.md against the rules.</summary>
public class ObligationsPageTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Rows = File.ReadLines(Repository.PathOf("docs", "obligations.md"))
        .Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Where(c => c.Length == 8 && c[1].Length == 2)
        .ToDictionary(c => c[1], c => c[2..7]);

    [Fact]
    public void The_page_tells_every_rule_and_no_other() =>
        Rows.Keys.ShouldBe(RuleCatalogue.All.Select(r => r.Code.ToString()).Order(StringComparer.Ordinal), ignoreOrder: true);

    [Fact]
    public void It_tells_what_each_demands_and_takes()
    {
        foreach (var rule in RuleCatalogue.All)
        {
            var (demands, parameters) = (Rows[$"{rule.Code}"][0], Rows[$"{rule.Code}"][1]);

            demands.ShouldBe($"{rule.Zh}<br>{rule.En}");
            parameters.ShouldBe(rule.Parameters.Count == 0 ? "—" : string.Join(", ", rule.Parameters.Select(Told)), $"{rule.Code}");
        }
    }

    private static string Told(RuleParameter parameter) => parameter.Default is null
        ? $"`{parameter.Name}`"
        : $"`{parameter.Name}` {JsonSerializer.SerializeToNode(parameter.Default, LedgerJson.Options)}";
}
