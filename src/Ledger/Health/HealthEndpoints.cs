using Ledger.Shapes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ledger.Health;

/// <summary>For probes; they carry no token and learn nothing of any tenant's acts.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Json(new HealthAnswer("live", [], []), LedgerJson.Options))
            .AllowAnonymous().WithName("Live").WithTags("health").WithSummary("The process answers")
            .Produces<HealthAnswer>();
        app.MapGet("/health/ready", async (Readiness readiness, HttpContext http) =>
            {
                var problems = await readiness.Problems(http.RequestAborted);
                var warnings = problems.Count == 0 ? await readiness.Warnings(http.RequestAborted) : [];
                return Results.Json(
                    new HealthAnswer(problems.Count == 0 ? "ready" : "not-ready", problems, warnings), LedgerJson.Options,
                    statusCode: problems.Count == 0 ? 200 : 503);
            })
            .AllowAnonymous().WithName("Ready").WithTags("health")
            .WithSummary("Schema and clock are right and no follower is stopped: commands and reads are taken")
            .Produces<HealthAnswer>().Produces<HealthAnswer>(503);
    }
}

/// <param name="Problems">What keeps the node from its work.</param>
/// <param name="Warnings">What somebody should look at, while the node does its work.</param>
public sealed record HealthAnswer(
    string Status, IReadOnlyList<ReadinessProblem> Problems, IReadOnlyList<ReadinessProblem> Warnings);
