using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Commands;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Commands;

/// <summary>Each rule that refuses an act (422): its code, the member at fault, the facts needed to act, and nothing
/// recorded. What is refused follows on what is given; both over HTTP.</summary>
public sealed partial class RefusalTests(SmallBody service) : IClassFixture<SmallBody>
{
    /// <summary>Codes that other tests ask for: those of requests, and of the import.</summary>
    private static readonly string[] TestedElsewhere =
    [
        "malformed", "query-malformed", "if-match-malformed", "if-match-not-here", "idempotency-key-malformed",
        "idempotency-key-not-here", "cursor-malformed", "unauthorized", "not-allowed", "unknown-tenant", "unknown-route", "unknown-id",
        "method-not-allowed", "id-exists", "precondition-failed", "too-large", "import-too-large", "import-changed",
        "unsupported-media-type", "idempotency-key-reused", "position-not-reached", "unknown-command", "window-ends-before-it-starts",
        "too-many-requests", "internal", "tenant-busy", "tenant-importing", "store-unavailable", "clock-behind-ledger",
        "at-in-the-future", "window-too-far-ahead", "at-before-the-last-act", "last-event-id-malformed", "too-many-streams", "import-ended-elsewhere",
    ];

    private readonly Client li = service.As("admin-li");

    [Fact]
    public void Every_code_is_asked_for() =>
        ProblemTexts.All.Keys.Except(TestedElsewhere).Except(Cases.Select(c => c.Code)).ShouldBeEmpty();

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory, MemberData(nameof(Numbers))]
    public async Task It_is_refused_with_its_code_its_member_and_what_there_is_to_know(int number)
    {
        var rule = Cases[number];
        foreach (var given in rule.Given)
            (await Send(given)).Status.ShouldBeOneOf(200, 201);
        var before = await Position();

        var answer = (await Send(rule.When)).Is(422, rule.Code);

        var problem = answer.Json;
        ((int)problem["status"]!).ShouldBe(422);
        ((string)problem["title"]!).ShouldBe(ProblemTexts.Of(rule.Code).TitleEn);
        ((string)problem["detail"]!).ShouldBe(ProblemTexts.Of(rule.Code).DetailEn);
        problem["errors"]!.AsObject().Single().Key.ShouldBe(rule.Field, answer.Text);
        foreach (var (name, fact) in JsonNode.Parse(rule.Facts)!.AsObject())
            JsonNode.DeepEquals(problem["facts"]?[name], fact).ShouldBeTrue($"{name} in {answer.Text}");
        (await Position()).ShouldBe(before);
        var inChinese = await Send(rule.When, ("Accept-Language", "zh-CN"));
        ((string)inChinese.Json["title"]!).ShouldBe(ProblemTexts.Of(rule.Code).TitleZh);
    }

    private Task<Answer> Send(string act, params (string, string)[] headers)
    {
        var at = act.IndexOf(' ', StringComparison.Ordinal);
        return li.Post(act[..at], act[at..], headers);
    }

    private async Task<string?> Position() => (await li.Get("/api/areas")).Is(200).Header("Ledger-Position");

    /// <summary>A refusal as it should be.</summary>
    /// <param name="Facts">JSON; the answer's facts hold at least these.</param>
    /// <param name="Given">Acts before it, each path and body.</param>
    private sealed record Case(string Code, string Field, string When, string Facts = "{}", params string[] Given)
    {
        public override string ToString() => JsonSerializer.Serialize(this);
    }
}
