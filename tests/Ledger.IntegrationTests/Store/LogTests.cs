using System.Text.Json.Nodes;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.IntegrationTests.Hosting;
using Ledger.Units;
using Marten;
using NodaTime;
using NodaTime.Text;

namespace Ledger.IntegrationTests.Store;

/// <summary>The log is Marten's own, though our writer appends to it.</summary>
public sealed class LogTests(SmallBody service) : IClassFixture<SmallBody>
{
    private readonly IDocumentStore store = service.Service<IDocumentStore>();

    [Fact]
    public async Task Marten_reads_every_stream_with_types_versions_instants_and_metadata()
    {
        var timeline = (await service.As("li").Get("/api/units/planning/timeline?limit=200")).Is(200).Json["items"]!.AsArray()
            .ToDictionary(i => (string)i!["eventId"]!, i => i!);
        await using var session = store.QuerySession("t1");
        var streams = (await service.Rows("select id, version from ledger.mt_streams where tenant_id = 't1'")).Select(r => JsonNode.Parse(r)!);

        foreach (var stream in streams)
        {
            var events = await session.Events.FetchStreamAsync((string)stream["id"]!, token: CancellationToken.None);

            events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, (int)stream["version"]!).Select(i => (long)i));
            foreach (var e in events)
            {
                e.Data.GetType().ShouldBe(LedgerCatalogue.Events.Types[e.EventTypeName]);
                e.TenantId.ShouldBe("t1");
                e.UserName.ShouldBe("admin-li");
                e.CorrelationId.ShouldNotBeNullOrEmpty();
                e.GetHeader("source")!.ToString().ShouldBe("api");
                e.GetHeader("recordedBy")!.ToString().ShouldBe("admin-li");
                e.GetHeader("command")!.ToString().ShouldBeOneOf([.. LedgerCatalogue.Commands.Entries.Select(c => c.Name)]);
                if (!timeline.TryGetValue(e.Id.ToString(), out var item))
                    continue;
                e.Sequence.ShouldBe((long)item["position"]!);
                e.EventTypeName.ShouldBe((string)item["type"]!);
                Instant.FromDateTimeOffset(e.Timestamp).ShouldBe(InstantPattern.ExtendedIso.Parse((string)item["recordedAt"]!).Value);
            }
        }
    }

    [Fact]
    public async Task Marten_reads_an_event_as_it_was_recorded()
    {
        await using var session = store.QuerySession("t1");

        var assigned = (await session.Events.FetchStreamAsync("cell/planning/training/First", token: CancellationToken.None))[0];

        assigned.Data.ShouldBe(new LeaderAssigned("asg-1", "planning", "training", Level.First, "li", new LocalDate(2025, 3, 1),
            new("示例市责任分工(2025)")));
        (await session.Events.FetchStreamStateAsync("cell/planning/training/First", CancellationToken.None))!.Version.ShouldBe(4);
    }

    [Fact]
    public async Task What_follows_from_an_act_names_it_as_its_cause_and_shares_its_correlation()
    {
        await service.As("admin-li").Post("/api/units", """{"unitId":"branch","nameZh":"甲","nameEn":"A","kind":"k","level":3,"parentId":"city","effectiveFrom":"2024-01-01","requiredCells":[]}""");
        await service.As("admin-li").Post("/api/assignments", """{"assignmentId":"a-branch","unitId":"branch","areaId":"training","level":"First","personId":"li","effectiveFrom":"2024-02-01"}""");
        (await service.As("admin-li").Post("/api/units/branch/dissolve", """{"dissolvedOn":"2025-01-01","reason":"撤并"}""")).Is(200);
        await using var session = store.QuerySession("t1");

        var cause = (await session.Events.FetchStreamAsync("unit/branch", token: CancellationToken.None))[^1];
        var effect = (await session.Events.FetchStreamAsync("cell/branch/training/First", token: CancellationToken.None))[^1];

        cause.Data.ShouldBe(new UnitDissolved("branch", new LocalDate(2025, 1, 1), "撤并", ParentId: "city"));
        effect.EventTypeName.ShouldBe("assignment_ended.v1");
        effect.CausationId.ShouldBe(cause.Id.ToString());
        effect.CorrelationId.ShouldBe(cause.CorrelationId);
        cause.CausationId.ShouldBeNull();
    }

    [Fact]
    public async Task A_row_that_Marten_appends_has_the_shape_of_ours()
    {
        var (ours, martens) = (await service.NewTenant(), await service.NewTenant());
        (await service.As("li", ours).Post("/api/areas", """{"areaId":"training","nameZh":"队伍培训","nameEn":"Training"}""",
            ("Idempotency-Key", "k"))).Is(201);
        var row = JsonNode.Parse((await service.Rows(Events(ours))).Single())!["row"]!;
        await using (var session = store.LightweightSession(martens))
        {
            (session.CorrelationId, session.LastModifiedBy) = ((string)row["correlation_id"]!, "li");
            foreach (var (name, value) in row["headers"]!.AsObject())
                session.SetHeader(name, (string)value!);
            session.Events.Append("area/training", new AreaDefined("training", "队伍培训", "Training"));
            await session.SaveChangesAsync(CancellationToken.None);
        }

        (await service.Rows(Events(martens))).ShouldBe(await service.Rows(Events(ours)));
        (await service.Rows(Streams(martens))).ShouldBe(await service.Rows(Streams(ours)));
    }

    /// <summary>All columns but those that are each event's own.</summary>
    private static string Events(string tenant) =>
        $"select to_jsonb(e) - 'id' - 'tenant_id' - 'timestamp' as row from ledger.mt_events e where tenant_id = '{tenant}'";

    private static string Streams(string tenant) =>
        $"select to_jsonb(s) - 'tenant_id' - 'timestamp' - 'created' as row from ledger.mt_streams s where tenant_id = '{tenant}'";
}
