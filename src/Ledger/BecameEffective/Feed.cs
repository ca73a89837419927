using System.Text.Json.Nodes;
using Ledger.Store;
using Ledger.Timeline;
using NodaTime;
using Npgsql;

namespace Ledger.BecameEffective;

/// <summary>What became effective, in the order in which it was seen to: numbers 1, 2, 3… of each tenant without gaps.
/// An entry never changes and is never taken back.</summary>
public static class Feed
{
    private const string Sql = """
        select number, effective_on, position, type, unit_ids, person_ids, data, summary_zh, summary_en, emitted_at
        from ledger.became_effective where tenant_id = $1 and number > $2 order by number limit $3
        """;

    private const string LastSql = """
        select coalesce((select max(number) from ledger.became_effective b where b.tenant_id = h.tenant_id), 0)
        from ledger.head h where h.tenant_id = $1
        """;

    /// <summary>The tenant's last number; null for an unknown tenant.</summary>
    public static async Task<long?> Last(LedgerDatabase database, string tenant, CancellationToken cancellation)
    {
        await using var command = database.Reader.CreateCommand(LastSql);
        command.Parameters.Add(new() { Value = tenant });
        return (long?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>The entries after a number, at most <paramref name="limit"/>.</summary>
    public static async Task<IReadOnlyList<FeedItem>> After(
        LedgerDatabase database, string tenant, long number, int limit, CancellationToken cancellation)
    {
        await using var command = database.Reader.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = number });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var items = new List<FeedItem>();
        while (await reader.ReadAsync(cancellation))
            items.Add(Row(reader));
        return items;
    }

    private static FeedItem Row(NpgsqlDataReader r) => new(
        r.GetInt64(0), r.GetFieldValue<LocalDate>(1), r.GetInt64(2), r.GetString(3), r.GetFieldValue<string[]>(4),
        r.GetFieldValue<string[]>(5), new(r.GetString(7), r.GetString(8)), JsonNode.Parse(r.GetString(6))!,
        r.GetFieldValue<Instant>(9));
}

/// <summary>An act that had been recorded before its day and took effect on it.</summary>
/// <param name="Number">Its place in the tenant's feed.</param>
/// <param name="EffectiveOn">The day, a date of the tenant's zone.</param>
/// <param name="Position">The event that gave it this day: the act's own, or that of the correction that moved it here.</param>
/// <param name="Type">What took effect, as a stored name; never a correction's.</param>
/// <param name="Summary">What it says, in both languages, as units and areas were called when it was seen.</param>
/// <param name="Data">The act with what was corrected before the day.</param>
/// <param name="EmittedAt">When the ledger saw it (UTC): at the day's start, or as soon after as it could.</param>
public sealed record FeedItem(
    long Number, LocalDate EffectiveOn, long Position, string Type, IReadOnlyList<string> UnitIds,
    IReadOnlyList<string> PersonIds, Sentence Summary, JsonNode Data, Instant EmittedAt);
