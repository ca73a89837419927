using System.Collections.Concurrent;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Nodes;

/// <summary>Answers that were given out, by the question with both its clocks. The same question gives the same bytes for
/// ever, on every node.</summary>
internal sealed class Answers
{
    private readonly ConcurrentDictionary<string, string> given = [];

    public static IReadOnlyList<string> Questions { get; } =
    [
        "/api/matrix", "/api/units", "/api/people", "/api/leading-groups", "/api/tasks", "/api/meetings", "/api/areas",
        "/api/units/planning", "/api/units/planning/at", "/api/units/planning/timeline", "/api/cells/planning/training/First",
        "/api/matrix?unit=city&subtree=true", "/api/dashboard", "/api/vacancies?from=2025-01-01&to=2025-12-31",
        "/api/late-records?asOf=2025-06-01", "/api/people/li/duties",
    ];

    public int Count => given.Count;

    public int Positions => given.Keys.Select(k => k.Split("%23")[1]).Distinct().Count();

    /// <summary>Asks as a reader who names no known clock, and keeps the answer.</summary>
    /// <returns>The question at the clocks that the answer names.</returns>
    public async Task<string> Ask(Client reader, string question)
    {
        var answer = (await reader.Get(question)).Is(200);
        var asOf = question.Contains("asOf=", StringComparison.Ordinal) ? "" : $"asOf={answer.Json["asOf"]}&";
        var pinned = $"{question}{(question.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{asOf}knownAt=%23{answer.Json["position"]}";
        given.GetOrAdd(pinned, answer.Text).ShouldBe(answer.Text, pinned);
        return pinned;
    }

    /// <summary>Asks again at the clocks that an answer named.</summary>
    public async Task AskAgain(Client reader, string pinned) => (await reader.Get(pinned)).Is(200).Text.ShouldBe(given[pinned], pinned);

    public async Task AskEverything(Client reader)
    {
        foreach (var question in Questions)
            await Ask(reader, question);
    }

    /// <summary>No answer that was given out has changed.</summary>
    public async Task AreTheSameOn(Client reader)
    {
        foreach (var pinned in given.Keys)
            await AskAgain(reader, pinned);
    }
}
