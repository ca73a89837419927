using System.Text.RegularExpressions;
using Ledger.IntegrationTests.Hosting;

namespace Ledger.IntegrationTests.Import;

/// <summary>Everything that a tenant has in the database.</summary>
internal static partial class WholeTables
{
    /// <summary>What is written after the commit, on whichever node leads, is not the import's.</summary>
    private static readonly string[] AfterTheCommit = ["follower", "dated_ahead", "became_effective"];

    /// <summary>What no two runs have in common: the ids of events (and where an event names another's), the instants at
    /// which the ledger took lines, and the id that joins what one run did.</summary>
    private static readonly Dictionary<string, string> Comparable = new()
    {
        ["mt_events"] = "to_jsonb(t) - 'id' - 'correlation_id' - 'causation_id' #- '{headers,imported,takenAt}' || jsonb_build_object('causedBy', "
            + "case when t.causation_id is not null then "
            + "(select c.seq_id from ledger.mt_events c where c.tenant_id = t.tenant_id and c.id::text = t.causation_id) end)",
        ["mt_streams"] = "to_jsonb(t) - 'timestamp' - 'created'",
    };

    /// <summary>By table, the rows without the tenant, in one order.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> Of(LedgerService service, string tenant)
    {
        var names = await service.Rows("""
            select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'ledger' and c.relkind in ('r', 'p') and not c.relispartition
                and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')
            """);
        var tables = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var name in names.Select(n => n.Split('"')[3]).Except(AfterTheCommit))
        {
            var rows = await service.Rows($"""
                select row from (select ({Comparable.GetValueOrDefault(name, "to_jsonb(t)")}) - 'tenant_id' - 'suffix' as row
                    from ledger.{name} t where tenant_id = '{tenant}') r
                """);
            tables.Add(name, [.. rows.Select(r => Made().Replace(r, "made")).Order(StringComparer.Ordinal)]);
        }

        return tables;
    }

    /// <summary>An id that the ledger made, another one on every run.</summary>
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Made();

    public static async Task ShouldBeTheSame(LedgerService service, string tenant, string other)
    {
        var (ours, others) = (await Of(service, tenant), await Of(service, other));
        ours.Keys.Count().ShouldBeGreaterThan(15);
        foreach (var (name, rows) in ours)
            rows.ShouldBe(others[name], $"table {name} of {tenant} and {other}");
    }
}
