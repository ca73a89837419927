using System.Text.Json.Nodes;
using Ledger.IntegrationTests.Hosting;
using Ledger.Views;

namespace Ledger.IntegrationTests.Store;

/// <summary>What holds of a tenant's tables after whatever happened.</summary>
internal static class LogChecks
{
    /// <summary>Positions and stream versions without a hole, instants that never go back, acts that follow one another.</summary>
    public static async Task TheLogIsDenseAndInOrder(this LedgerService service, string tenant)
    {
        (await service.Rows($"""
            select h.position - max(e.seq_id) as behind, max(e.seq_id) - count(*) as holes, min(e.seq_id) as first,
                max(e.timestamp) = h.recorded_at as instant, count(distinct e.id) - count(*) as twice
            from ledger.mt_events e join ledger.head h using (tenant_id) where tenant_id = '{tenant}' group by h.position, h.recorded_at
            """)).ShouldBe(["""{"behind":0,"holes":0,"first":1,"instant":true,"twice":0}"""]);
        (await service.Rows($"""
            select seq_id from (select seq_id, timestamp, lag(timestamp) over (order by seq_id) as before
                from ledger.mt_events where tenant_id = '{tenant}') e where timestamp < before
            """)).ShouldBeEmpty();
        (await service.Rows($"""
            select stream_id from ledger.mt_events e join ledger.mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
            where e.tenant_id = '{tenant}' group by stream_id, s.version
            having s.version <> max(e.version) or max(e.version) <> count(*)
            """)).ShouldBeEmpty();
        (await service.Rows($"""
            select first_position from (select first_position, lag(last_position, 1, 0::bigint) over (order by first_position) as before
                from ledger.command_log where tenant_id = '{tenant}') c where first_position <> before + 1
            """)).ShouldBeEmpty();
    }

    /// <summary>Of the acts sent with a key those that were acknowledged are recorded, each once, and no others.</summary>
    /// <param name="acknowledged">By key the events that the receipt names.</param>
    public static async Task EveryAcknowledgedActIsThereOnce(
        this LedgerService service, string tenant, IReadOnlyDictionary<string, IEnumerable<(string Id, long Position)>> acknowledged)
    {
        var logged = (await service.Rows($"""
            select c.idempotency_key as key, e.seq_id, e.id, c.last_position from ledger.command_log c join ledger.mt_events e
                on e.tenant_id = c.tenant_id and e.seq_id between c.first_position and c.last_position and e.timestamp = c.recorded_at
                and e.user_name = c.actor
            where c.tenant_id = '{tenant}' and c.idempotency_key is not null
            """)).Select(r => JsonNode.Parse(r)!).ToLookup(r => (string)r["key"]!);

        foreach (var (key, events) in acknowledged)
            logged[key].Select(e => ((string)e["id"]!, (long)e["seq_id"]!)).Order().ShouldBe(events.Order(), key);
        logged.Count.ShouldBe(acknowledged.Count);
    }

    /// <summary>Built anew from the log, every view has the rows it had.</summary>
    public static async Task ViewsAgreeWithTheLog(this LedgerService service, string tenant)
    {
        foreach (var table in LedgerCatalogue.Views.Views.Select(v => v.Table.Name).Distinct())
        {
            var query = $"select * from ledger.{table} where tenant_id = '{tenant}'";
            var written = (await service.Rows(query)).Order(StringComparer.Ordinal);

            await service.Service<Rebuilder>().Rebuild(
                LedgerCatalogue.Views.Views.First(v => v.Table.Name == table).Name, tenant, new(), CancellationToken.None);

            (await service.Rows(query)).Order(StringComparer.Ordinal).ShouldBe(written);
        }
    }
}
