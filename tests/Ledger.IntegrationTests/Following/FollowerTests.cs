using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Following;

/// <summary>A follower that fails stops for its tenant alone, says so, and goes on by itself once the cause is mended.</summary>
public sealed class FollowerTests(LedgerService service) : IClassFixture<LedgerService>
{
    /// <summary>The acts with which a tenant of these tests begins, one event each.</summary>
    internal static readonly int Before = Acts.All.TakeWhile(a => a.Command != "EstablishLeadingGroup").Count();

    [Fact]
    public async Task What_fails_stops_one_tenant_before_the_event_and_goes_on_after_the_repair()
    {
        var (broken, whole) = (await service.NewTenant(), await service.NewTenant());
        await service.Run($"alter table ledger.dated_ahead add constraint broken check (tenant_id <> '{broken}') not valid");
        foreach (var tenant in new[] { broken, whole })
        {
            var li = service.As("li", tenant);
            await Acts.RecordBefore(li, "EstablishLeadingGroup");
            (await li.Post("/api/units/planning/rename", Named("2190-01-01"))).Is(200);
            (await li.Post("/api/units/planning/rename", Named("2191-01-01"))).Is(200);
        }

        // All before the event was taken, the event and what follows were not.
        await Stands(whole, Before + 2, stopped: false);
        await Stands(broken, Before, stopped: true);
        (await service.Rows($"select stopped_reason like '%broken%' as said from ledger.follower where tenant_id = '{broken}'")).ShouldBe(["""{"said":true}"""]);
        (await Noted(broken)).ShouldBeEmpty();
        (await Noted(whole)).Count.ShouldBe(2);
        var ready = (await service.With(token: null).Get("/health/ready")).Is(503);
        ready.Has("status", "\"not-ready\"");
        ready.Json["problems"]!.AsArray().Count.ShouldBe(1);
        ((string)ready.Json["problems"]![0]!["part"]!).ShouldBe("follower");
        ((string)ready.Json["problems"]![0]!["detail"]!).ShouldContain($"'became-effective' of tenant '{broken}' is stopped before position {Before + 1} since");
        (await service.As("li", broken).Get("/api/units/planning")).Is(200);

        await service.Run("alter table ledger.dated_ahead drop constraint broken");
        await Stands(broken, Before + 2, stopped: false);
        (await Noted(broken)).Count.ShouldBe(2);
        (await service.With(token: null).Get("/health/ready")).Is(200).Has("problems", "[]");
    }

    [Fact]
    public async Task An_event_of_a_later_release_is_never_passed_over()
    {
        var tenant = await service.NewTenant();
        var li = service.As("li", tenant);
        await Acts.RecordBefore(li, "EstablishLeadingGroup");
        await Stands(tenant, Before, stopped: false);
        await service.Run($"update ledger.follower set position = 0 where tenant_id = '{tenant}'; update ledger.mt_events set type = 'of_tomorrow.v1' where tenant_id = '{tenant}' and seq_id = 7");

        await Stands(tenant, 6, stopped: true);

        await service.Run($"update ledger.mt_events set type = 'office_holder_registered.v1' where tenant_id = '{tenant}' and seq_id = 7");
        await Stands(tenant, Before, stopped: false);
    }

    private static string Named(string from) => $$"""{"nameZh":"新局","nameEn":"New Bureau","effectiveFrom":"{{from}}"}""";

    private Task<IReadOnlyList<string>> Noted(string tenant) =>
        service.Rows($"select position from ledger.dated_ahead where tenant_id = '{tenant}'");

    private Task<IReadOnlyList<string>> Stands(string tenant, int position, bool stopped) => Await.Until(
        () => service.Rows($"select position, stopped_at is not null as stopped from ledger.follower where tenant_id = '{tenant}'"),
        rows => rows is [var row] && row == $$"""{"position":{{position}},"stopped":{{(stopped ? "true" : "false")}}}""");
}
