using System.Collections.Concurrent;
using System.Diagnostics;
using Ledger.IntegrationTests.Hosting;
using Npgsql;

namespace Ledger.IntegrationTests.Store;

/// <summary>A command's cost is its round trips to PostgreSQL; the design aims at four.</summary>
public sealed class RoundTripTests(LedgerService service) : IClassFixture<LedgerService>
{
    private const int TripsMax = 4;

    [Theory, InlineData("AssignLeader"), InlineData("ReplaceLeader"), InlineData("CloseTask"), InlineData("HoldMeeting"), InlineData("DissolveUnit")]
    public async Task A_command_makes_no_more_than_four(string command)
    {
        var li = service.As("li", await service.NewTenant());
        await Acts.RecordBefore(li, command);
        var act = Acts.Of(command);
        (await li.Get("/api/areas")).Is(200);

        var trips = await Trips(async () => (await li.Post(act.Path, act.Body, ("Idempotency-Key", "k"))).Is(act.Status));

        trips.ShouldBeInRange(2, TripsMax, $"{command} made {trips}.");
    }

    [Fact]
    public async Task A_command_that_was_carried_out_before_makes_two()
    {
        var (li, key) = (service.As("li", await service.NewTenant()), ("Idempotency-Key", "k"));
        const string body = """{"areaId":"training","nameZh":"甲","nameEn":"A"}""";
        (await li.Post("/api/areas", body, key)).Is(201);

        (await Trips(async () => (await li.Post("/api/areas", body, key)).Is(201))).ShouldBe(2);
    }

    /// <summary>The statements and batches that this class's database was sent meanwhile, those of the follower and of
    /// messages left out.</summary>
    private async Task<int> Trips(Func<Task> act)
    {
        var database = new NpgsqlConnectionStringBuilder(service.ConnectionString).Database;
        var trips = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(t => t.Value as string == database)
                    && activity.GetTagItem("db.npgsql.data_source") is string and not ("ledger-follower" or "ledger-messages"))
                    trips.Add(activity.DisplayName);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await act();
        return trips.Count;
    }
}
