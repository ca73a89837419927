using Microsoft.Extensions.Caching.Memory;

namespace Ledger.Reads;

/// <summary>
/// Keeps answers in memory. An answer at a position never changes unless a rebuild puts rows right; each question knows
/// how many did, so what is kept is never wrong, on any node. Names of persons stand outside that promise, and answers
/// with names are not kept.
/// </summary>
public sealed class AnswerCache : IDisposable
{
    /// <summary>A few thousand matrices; the least recently used go first.</summary>
    public const long BytesMax = 64 * 1024 * 1024;

    /// <summary>A whole tenant's matrix would push out all others.</summary>
    private const int AnswerBytesMax = 1024 * 1024;

    /// <summary>Roughly what a key and an entry take beside the content.</summary>
    private const int Overhead = 512;

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = BytesMax });

    public async Task<KeptAnswer> Take(Question question, ReadRoute route, Func<Task<KeptAnswer>> make)
    {
        if (question.Flag("names") == true || route.AsksOtherClocks)
            return await make();
        var key = new Key(question.Tenant, route.Route, question.AsOf, question.Position, question.Rebuilds, question.Limit,
            Question.Canonical(question.Values.Where(v => v.Key is not ("asOf" or "knownAt"))));
        if (answers.TryGetValue(key, out KeptAnswer? kept) && kept is not null)
            return kept;
        var made = await make();
        if (made.Content is { Length: <= AnswerBytesMax } content)
            answers.Set(key, made, new MemoryCacheEntryOptions { Size = content.Length + 2 * key.Values.Length + Overhead });
        return made;
    }

    public void Dispose() => answers.Dispose();

    private sealed record Key(
        string Tenant, string Route, NodaTime.LocalDate AsOf, long Position, int Rebuilds, int Limit, string Values);
}

/// <summary>An answer's content with its tag, or the refusal that stands in its place (which is not kept).</summary>
public sealed record KeptAnswer(byte[]? Content, string? Tag, Commands.Refusal? Refusal);
