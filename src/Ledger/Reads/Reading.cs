using Ledger.Commands;

namespace Ledger.Reads;

/// <summary>What a reader gives: the answer's content, or why there is none.</summary>
public sealed record Reading(object? Content, Refusal? Refusal = null)
{
    public static implicit operator Reading(Refusal refusal) => new(null, refusal);

    public static Reading FromRefusal(Refusal refusal) => refusal;
}

/// <summary>A read: its route, what it takes, how it is described, and the reader behind it.</summary>
/// <param name="Name">The operation's id in the OpenAPI document.</param>
/// <param name="Content">The type of the answer's content; both clocks are added to it.</param>
public sealed record ReadRoute(
    string Route, string Name, string Summary, Type Content, IReadOnlyList<QueryParameter> Parameters,
    Func<ReadSession, CancellationToken, Task<Reading>> Read)
{
    public bool IsList => Content.IsGenericType && Content.GetGenericTypeDefinition() == typeof(Page<>);

    public IEnumerable<QueryParameter> AllParameters =>
        [.. Parameters, QueryParameter.AsOf, QueryParameter.KnownAt, QueryParameter.Names,
            .. IsList ? [QueryParameter.Limit, QueryParameter.Cursor] : Array.Empty<QueryParameter>()];
}
