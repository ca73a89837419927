using System.Globalization;
using Ledger.Commands;
using Ledger.Http;
using Ledger.Reads;
using Ledger.Shapes;
using Ledger.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ledger.BecameEffective;

/// <summary><c>GET /api/became-effective</c>: the feed after a number. It grows with the days and not with the positions,
/// so it takes no clocks: a number is all that a reader has to keep.</summary>
public static class BecameEffectiveEndpoint
{
    public static void MapBecameEffective(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/became-effective", Handle).WithName("ListBecameEffective").WithTags("became-effective")
            .WithSummary("Acts recorded before their day that took effect on it, each once, by number")
            .WithMetadata(FeedParameters)
            .Produces<FeedPage>();

    private static readonly QueryParameters FeedParameters = new([
        new("after", "Only entries after this number; 0 when left out.", "0",
            text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? null
                : Rule.Between(0, int.MaxValue)),
        QueryParameter.Limit,
    ]);

    private static async Task<IResult> Handle(HttpContext http, LedgerDatabase database)
    {
        var caller = Caller.Of(http);
        foreach (var (name, sent) in http.Request.Query)
        {
            var parameter = FeedParameters.All.FirstOrDefault(p => p.Name == name);
            var rule = parameter is null ? Rule.UnknownParameter : sent.Count != 1 ? Rule.Duplicate : parameter.Breaks(sent[0]!);
            if (rule is not null)
                return Problem.Of(http, new Malformed(name, rule), "query-malformed");
        }

        int Number(string name, int otherwise) => http.Request.Query[name] is [{ } text]
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : otherwise;
        if (await Feed.Last(database, caller.Tenant, http.RequestAborted) is not { } last)
            throw new UnknownTenantException(caller.Tenant);
        var items = await Feed.After(database, caller.Tenant, Number("after", 0),
            Number("limit", Question.LimitDefault), http.RequestAborted);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Json(new FeedPage(items, Math.Max(last, items.Count > 0 ? items[^1].Number : 0)), LedgerJson.Options);
    }
}

/// <summary>Some of the feed.</summary>
/// <param name="Last">The tenant's last number: as long as the last item's is smaller, there is more.</param>
public sealed record FeedPage(IReadOnlyList<FeedItem> Items, long Last);
