using Ledger.BecameEffective;
using Ledger.Commands;
using Ledger.IntegrationTests.Hosting;
using Ledger.Tests.TwoClocks;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.BecameEffective;

/// <summary>Whatever is recorded, corrected and voided while the days go by, and on whichever of them the feed is seen to:
/// it holds who was known, when a day began, to take up a cell on it, once and nobody else.</summary>
public sealed class RandomFeedTests(ClockedService service) : IClassFixture<ClockedService>
{
    private const int Histories = 4;

    /// <summary>Fewer would mean that the histories came out empty.</summary>
    private const int StartsMin = 20;

    private const int ActsBefore = 120;

    private const int ActsADay = 10;

    /// <summary>The days ahead on which random acts fall, and one after them.</summary>
    private const int Days = 25;

    private static readonly LocalDate FirstDay = new(2190, 1, 1);

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[TemplateDatabase.ZoneOfT1];

    [Fact]
    public async Task The_feed_and_the_reads_agree_whatever_was_recorded_and_whenever_the_ledger_ran()
    {
        var compared = 0;

        await Seeds.Each(Histories, async random => compared += await Compare(random));

        compared.ShouldBeGreaterThan(StartsMin);
    }

    private async Task<int> Compare(Random random)
    {
        var tenant = await service.NewTenant();
        var (acts, number) = (new RandomActs(random), 0);
        async Task Record(int count)
        {
            for (var i = 0; i < count; i++)
                await Take(tenant, acts.Next(number++));
        }

        await Today(FirstDay.PlusDays(-3));
        foreach (var command in RandomActs.Beginning())
            await Take(tenant, command);
        await Record(ActsBefore);
        for (var day = FirstDay; day < FirstDay.PlusDays(Days); day = day.PlusDays(1))
        {
            await Today(day);
            // On some days nothing runs, on some it is seen to twice.
            for (var times = random.Next(3); times > 0; times--)
                await service.Service<Emitter>().Emit(tenant, CancellationToken.None);
            await Record(ActsADay);
        }

        await service.Service<Emitter>().Emit(tenant, CancellationToken.None);
        return await Compare(service.As("reader", tenant));
    }

    private static async Task<int> Compare(Client reader)
    {
        var items = (await reader.Get("/api/became-effective?limit=200")).Is(200).Json["items"]!.AsArray();
        items.Select(i => (int)i!["number"]!).ShouldBe(Enumerable.Range(1, items.Count));
        items.Select(i => (string)i!["effectiveOn"]!).ShouldBeInOrder();
        var fed = items.Where(i => ((string)i!["type"]!).StartsWith("leader_", StringComparison.Ordinal))
            .Select(i => $"{i!["effectiveOn"]} {i["data"]!["assignmentId"]} {i["personIds"]![0]}");

        var known = new List<string>();
        for (var day = FirstDay; day < FirstDay.PlusDays(Days); day = day.PlusDays(1))
        {
            var before = Emitter.StartOf(day, Zone) - Duration.FromMilliseconds(1);
            var on = LocalDatePattern.Iso.Format(day);
            var matrix = (await reader.Get($"/api/matrix?asOf={on}&knownAt={InstantPattern.ExtendedIso.Format(before)}")).Is(200);
            known.AddRange(matrix.Json["cells"]!.AsArray().Select(c => c!["holder"]).Where(h => (string?)h?["effectiveFrom"] == on)
                .Select(h => $"{on} {h!["assignmentId"]} {h["personId"]}"));
        }

        fed.Order(StringComparer.Ordinal).ShouldBe(known.Order(StringComparer.Ordinal));
        return known.Count;
    }

    private async Task Take(string tenant, ICommand command) =>
        await service.Service<CommandDoor>().Execute(tenant, new(command, "li", "li", "api"), CancellationToken.None);

    private async Task Today(LocalDate day) => await service.SetAhead(Period.DaysBetween(await service.TrueDate(Zone), day));
}
