using System.Text.RegularExpressions;
using Ledger.Commands;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Commands;

public sealed partial class ProblemTextsTests
{
    // Given as plain strings, not to a constructor that tells them apart from other words.
    private static readonly string[] OfTheHead = ["clock-behind-ledger", "tenant-importing", "import-ended-elsewhere"];

    private static readonly string[] OfHttp =
    [
        "malformed", "query-malformed", "if-match-malformed", "if-match-not-here", "idempotency-key-malformed",
        "idempotency-key-not-here", "cursor-malformed", "unauthorized", "not-allowed", "unknown-tenant", "unknown-route",
        "unknown-id", "method-not-allowed", "id-exists", "precondition-failed", "too-large",
        "import-too-large", "import-changed", "unsupported-media-type", "idempotency-key-reused", "position-not-reached",
        "too-many-requests", "internal", "last-event-id-malformed", "too-many-streams",
    ];

    [Fact]
    public void Every_code_that_the_source_refuses_with_has_texts()
    {
        var refused = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).Where(source => source.Contains("Refus", StringComparison.Ordinal))
            .SelectMany(source => Code().Matches(source)).Select(m => m.Groups["code"].Value).Distinct().ToList();

        refused.Count.ShouldBeGreaterThan(40);
        refused.Concat(OfTheHead).Concat(OfHttp).Where(code => !ProblemTexts.All.ContainsKey(code)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_has_four_texts_in_their_languages()
    {
        foreach (var (code, text) in ProblemTexts.All)
        {
            text.TitleZh.ShouldMatch(@"[\u4e00-\u9fff]", code);
            text.DetailZh.ShouldMatch(@"\A.*[\u4e00-\u9fff].*。\z", code);
            text.TitleEn.ShouldMatch(@"\A[A-Z][ -~]+[^.]\z", code);
            text.DetailEn.ShouldMatch(@"\A[A-Z][ -~]+\.\z", code);
        }
    }

    [Fact]
    public void No_two_codes_say_the_same() =>
        ProblemTexts.All.Values.Select(t => t.TitleZh).ShouldBeUnique();

    [Fact]
    public void The_page_of_problems_lists_every_code_with_its_Chinese_title()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "problems.md"));

        var rows = Row().Matches(page).ToDictionary(m => m.Groups["code"].Value, m => m.Groups["title"].Value);

        rows.ShouldBe(ProblemTexts.All.ToDictionary(p => p.Key, p => p.Value.TitleZh), ignoreOrder: true);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Ledger.sln")))
            folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }

    [GeneratedRegex("""Refusal\(\s*"(?<code>[a-z-]+)"|(?:DoorUnavailableException|new)\(\s*"(?<code>[a-z]+(-[a-z]+)+)"[,;)]""")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `(?<code>[a-z-]+)` \| (?<title>[^|]+?) \| \d{3} \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
