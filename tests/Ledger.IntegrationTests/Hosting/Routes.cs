using Ledger.Reads;

namespace Ledger.IntegrationTests.Hosting;

/// <summary>Every request that the service takes with a token, filled in with the ids of <see cref="Acts"/>.</summary>
internal static class Routes
{
    private static readonly Dictionary<string, string> Ids = new()
    {
        ["unitId"] = "planning",
        ["ruleCode"] = "B1",
        ["areaId"] = "training",
        ["level"] = "First",
        ["assignmentId"] = "asg-1",
        ["groupId"] = "grp-1",
        ["personId"] = "li",
        ["taskId"] = "tsk-1",
        ["meetingId"] = "mtg-1",
    };

    public static IReadOnlyList<Sent> All { get; } =
    [
        .. Acts.Each.Select(a => new Sent(HttpMethod.Post, a.Entry.Route, a.Path, a.Body, Client.Json)),
        .. LedgerReads.Routes.Select(r => new Sent(HttpMethod.Get, r.Route, PathOf(r))),
        new(HttpMethod.Get, "/api/live", "/api/live"),
        new(HttpMethod.Get, "/api/became-effective", "/api/became-effective"),
        new(HttpMethod.Post, "/api/import", "/api/import", "", Client.Lines),
        new(HttpMethod.Delete, "/api/import", "/api/import"),
    ];

    /// <summary>The names of all reads that answer with one document, for theories.</summary>
    public static TheoryData<string> Reads { get; } = [.. LedgerReads.Routes.Where(r => r.Lines is null).Select(r => r.Name)];

    public static ReadRoute Read(string name) => LedgerReads.Routes.Single(r => r.Name == name);

    public static string PathOf(ReadRoute route) => Ids.Aggregate(
        route.Route, (path, id) => path.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
}

/// <summary>A request.</summary>
/// <param name="Route">As registered, with placeholders.</param>
internal sealed record Sent(HttpMethod Method, string Route, string Path, string? Body = null, string? Type = null)
{
    public Task<Answer> By(Client caller) => caller.Send(
        Method, Path, Body is null ? null : Client.Content(System.Text.Encoding.UTF8.GetBytes(Body), Type!));

    public override string ToString() => $"{Method} {Path}";
}
