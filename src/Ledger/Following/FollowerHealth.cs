using System.Diagnostics;
using Ledger.Health;
using Ledger.Store;

namespace Ledger.Following;

/// <summary>What readiness says of the followers: those that stopped, and those that do not move although they should,
/// because no node leads or the one that does is stuck.</summary>
public sealed class FollowerHealth(LedgerDatabase database, IEnumerable<ISubscriber> subscribers)
{
    /// <summary>Longer than a node's death takes to be noticed, and than a transaction of a busy follower.</summary>
    public static readonly TimeSpan BehindMax = TimeSpan.FromSeconds(30);

    private const string Sql = """
        select n.name, h.tenant_id, coalesce(f.position, 0), f.stopped_at::text
        from ledger.head h cross join unnest($1::text[]) n (name)
        left join ledger.follower f on f.name = n.name and f.tenant_id = h.tenant_id
        where h.position > coalesce(f.position, 0) order by n.name, h.tenant_id
        """;

    private readonly string[] names = [.. subscribers.Select(s => s.Name)];
    private readonly Lock gate = new();
    private Dictionary<(string Name, string Tenant), (long Position, long Since)> behind = [];

    public async Task<IReadOnlyList<ReadinessProblem>> Problems(CancellationToken cancellation)
    {
        await using var command = database.Reader.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = names });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (problems, seen) = (new List<ReadinessProblem>(), new List<(string Name, string Tenant, long Position)>());
        while (await reader.ReadAsync(cancellation))
        {
            var (name, tenant, position) = (reader.GetString(0), reader.GetString(1), reader.GetInt64(2));
            if (reader.IsDBNull(3))
                seen.Add((name, tenant, position));
            else
                problems.Add(new("follower",
                    $"Follower '{name}' of tenant '{tenant}' is stopped before position {position + 1} since {reader.GetString(3)}."));
        }

        problems.AddRange(Stuck(seen).Select(s => new ReadinessProblem("follower",
            $"Follower '{s.Name}' of tenant '{s.Tenant}' has stood at position {s.Position} for {BehindMax.TotalSeconds} s or more.")));
        return problems;
    }

    /// <summary>Those who stood behind at the same position when asked long enough ago.</summary>
    private List<(string Name, string Tenant, long Position)> Stuck(List<(string Name, string Tenant, long Position)> seen)
    {
        lock (gate)
        {
            behind = seen.ToDictionary(s => (s.Name, s.Tenant), s =>
                behind.TryGetValue((s.Name, s.Tenant), out var before) && before.Position == s.Position
                    ? before
                    : (s.Position, Stopwatch.GetTimestamp()));
            return [.. seen.Where(s => Stopwatch.GetElapsedTime(behind[(s.Name, s.Tenant)].Since) >= BehindMax)];
        }
    }
}
