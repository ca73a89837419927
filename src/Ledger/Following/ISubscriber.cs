using Ledger.Log;
using Ledger.Store;
using Npgsql;

namespace Ledger.Following;

/// <summary>Who takes every event of the log after its commit, in each tenant in the order of recording.</summary>
public interface ISubscriber
{
    /// <summary>Names its positions; never changed once it has followed.</summary>
    string Name { get; }

    /// <summary>
    /// Takes one event. What it writes in the transaction of <paramref name="step"/> is committed with its position, so
    /// exactly once; it does nothing beyond that transaction. An exception stops it before this event for this tenant
    /// alone, until the same event is taken without one.
    /// </summary>
    Task Take(FollowStep step, Recorded recorded, CancellationToken cancellation);
}

/// <summary>The transaction in which a subscriber takes some events of one tenant.</summary>
/// <param name="Connection">In a transaction that the follower began and commits.</param>
public sealed record FollowStep(Tenant Tenant, NpgsqlConnection Connection, NpgsqlTransaction Transaction);

/// <summary>A follower could not come to a position that somebody needs it to have reached.</summary>
public sealed class FollowerStoppedException(string name, string tenant, Exception? inner = null)
    : Exception($"Follower '{name}' of tenant '{tenant}' is stopped.", inner);
