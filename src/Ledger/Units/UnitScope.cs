using Ledger.Commands;
using Ledger.Log;
using Ledger.Reads;

namespace Ledger.Units;

/// <summary>The units that a question's <c>unit</c> and <c>subtree</c> name, in the tree of its own two clocks.</summary>
public static class UnitScope
{
    private const string One = $"""
        select distinct unit_id from ledger.unit where tenant_id = $1 and unit_id = $4 and {ReadSession.Known}
        """;

    private const string Below = $"""
        with recursive below (unit_id) as (
            {One}
            union
            select u.unit_id from below join ledger.unit u on u.tenant_id = $1 and u.parent_id = below.unit_id
            where u.known_from <= $2 and u.known_to > $2 and u.valid_from <= $3 and u.valid_to > $3
                and u.effective_from <= $3 and coalesce(u.dissolved_on > $3, true))
        select unit_id from below
        """;

    /// <returns>Null ids for the whole tenant; a refusal for a unit unknown at the question's position.</returns>
    public static async Task<(string[]? Ids, Refusal? Refusal)> Units(this ReadSession session, CancellationToken cancellation)
    {
        if (session.Question.Text("unit") is not { } unitId)
            return (null, null);
        var ids = session.Question.Flag("subtree") == true
            ? await session.Subtree(unitId, cancellation)
            : await session.Query(One, r => r.GetString(0), cancellation, unitId);
        return ids.Count == 0 ? (null, Refusal.Unknown(IdKind.Unit, unitId, "unit")) : ([.. ids], null);
    }

    /// <summary>A unit and all below it; none when it is unknown.</summary>
    public static Task<List<string>> Subtree(this ReadSession session, string unitId, CancellationToken cancellation) =>
        session.Query(Below, r => r.GetString(0), cancellation, unitId);
}
