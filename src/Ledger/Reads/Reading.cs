using Ledger.Commands;

namespace Ledger.Reads;

/// <summary>What a reader gives: the answer's content, or why there is none.</summary>
public sealed record Reading
{
    /// <param name="content">Null when there is nothing of that id.</param>
    /// <param name="otherwise">The answer then.</param>
    public Reading(object? content, Refusal? otherwise = null) =>
        (Content, Refusal) = (content, content is null ? otherwise : null);

    public object? Content { get; }

    public Refusal? Refusal { get; }

    /// <summary>The one row found, or the refusal when there is none.</summary>
    public static Reading Of<T>(IReadOnlyList<T> found, Refusal otherwise) => new(found.Count == 0 ? null : found[0], otherwise);

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
    /// <summary>Whether a cursor's sort key is one of this list.</summary>
    public Func<IReadOnlyList<string>, bool> IsKey { get; init; } = SortKey.IsId;

    /// <summary>It asks at clocks of its own beside the question's, which an answer kept under the question would miss.</summary>
    public bool AsksOtherClocks { get; init; }

    /// <summary>Writes the answer line by line (NDJSON) once <see cref="Read"/> had nothing against it.</summary>
    public Func<ReadSession, System.IO.Pipelines.PipeWriter, CancellationToken, Task>? Lines { get; init; }

    public bool IsList => Content.IsGenericType && Content.GetGenericTypeDefinition() == typeof(Page<>);

    public IEnumerable<QueryParameter> AllParameters =>
        [.. Parameters, QueryParameter.AsOf, QueryParameter.KnownAt, QueryParameter.Names,
            .. IsList ? [QueryParameter.Limit, QueryParameter.Cursor] : Array.Empty<QueryParameter>()];
}
