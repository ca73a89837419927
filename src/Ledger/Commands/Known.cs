using Ledger.Log;
using NodaTime;

namespace Ledger.Commands;

/// <summary>
/// What decisions may look at: the states of the streams they ask for, where an id stands, and today. It never loads
/// anything: what is asked for and not there is noted in <see cref="Missing"/>, for the door to load before it asks
/// the decision again. One instance serves a whole batch and carries the states along from decision to decision.
/// </summary>
public sealed class Known(StreamCatalogue catalogue, Func<string>? newId = null)
{
    /// <summary>What a run of batches remembers from one to the next: some tens of megabytes.</summary>
    private const int RememberedMax = 40_000;

    private readonly Recent<string, Held> streams = new(RememberedMax);
    private readonly Recent<(string Kind, string Id), string?> ids = new(RememberedMax);
    private readonly Dictionary<(string Kind, string Id), HashSet<string>> links = [];
    private readonly Dictionary<(string Kind, string Id), HashSet<string>> linkedHere = [];

    /// <summary>The recorded instant that the act will carry.</summary>
    public Instant Now { get; private set; }

    /// <summary>The date of <see cref="Now"/> in the tenant's zone.</summary>
    public LocalDate Today { get; private set; }

    /// <summary>The first stream that the current decision asked for: its own, of which <c>If-Match</c> speaks.</summary>
    public string? First { get; private set; }

    /// <summary>What was asked for and is not loaded; a decision made while it is not empty does not count.</summary>
    public Wanted Missing { get; } = new([], [], []);

    /// <summary>Whether the decision since <see cref="Enter"/> asked for something that is not loaded.</summary>
    public bool Lacks { get; private set; }

    /// <summary>Begins the next decision.</summary>
    public void Enter(Instant now, LocalDate today) => (Now, Today, First, Lacks) = (now, today, null, false);

    /// <summary>Turns to the next batch after this one was committed, with what is still worth knowing. That holds as
    /// long as nobody else records in between.</summary>
    public void Settle()
    {
        links.Clear();
        linkedHere.Clear();
        streams.Age();
        ids.Age();
    }

    /// <summary>An id of the ledger's own making, for a caller who gave none.</summary>
    public string NewId() => newId is null ? Guid.CreateVersion7().ToString() : newId();

    /// <summary>The state of a stream; null when nothing is recorded in it.</summary>
    public TState? Stream<TState>(string stream)
        where TState : class, IState<TState>
    {
        First ??= stream;
        if (streams.TryGetValue(stream, out var held))
            return held.Version == 0 ? null : (TState)held.State;
        Missing.Streams.Add(stream);
        Lacks = true;
        return null;
    }

    /// <summary>The state of the stream in which an id stands; null when the id is unknown.</summary>
    public TState? Holding<TState>(string kind, string id)
        where TState : class, IState<TState> =>
        Find(kind, id) is { } stream ? Stream<TState>(stream) : null;

    /// <summary>Whether an id exists; ids left out by the caller never do.</summary>
    public bool Exists(string kind, string? id) => id is not null && Find(kind, id) is not null;

    /// <summary>The states, of those that have a <typeparamref name="TView"/>, of all streams that ever concerned a unit.</summary>
    public IReadOnlyList<TView> OfUnit<TView>(string unitId) => Linked<TView>(IdKind.Unit, unitId);

    /// <summary>The states, of those that have a <typeparamref name="TView"/>, of all streams that ever gave an
    /// office-holder a duty.</summary>
    public IReadOnlyList<TView> OfPerson<TView>(string personId) => Linked<TView>(IdKind.Person, personId);

    public long VersionOf(string stream) => streams.TryGetValue(stream, out var held) ? held.Version : 0;

    /// <summary>The stream in which an id stands; null when it does not exist or is not loaded yet.</summary>
    public string? Find(string kind, string id)
    {
        if (ids.TryGetValue((kind, id), out var stream))
            return stream;
        Missing.Ids.Add((kind, id));
        Lacks = true;
        return null;
    }

    /// <summary>Takes in what was loaded for <paramref name="wanted"/>; what was not found is known not to exist.</summary>
    public void Load(Wanted wanted, IReadOnlyList<(string Kind, string Id, string Stream)> foundIds,
        IReadOnlyList<(string Kind, string Id, string Stream)> foundLinks, IEnumerable<(string Stream, Recorded Recorded)> events)
    {
        foreach (var id in wanted.Ids)
            ids.TryAdd(id, null);
        foreach (var (kind, id, stream) in foundIds)
            ids[(kind, id)] = stream;
        foreach (var link in wanted.Links)
            links.TryAdd(link, []);
        foreach (var (kind, id, stream) in foundLinks)
            links[(kind, id)].Add(stream);
        foreach (var stream in wanted.Streams.Concat(foundIds.Select(i => i.Stream)).Concat(foundLinks.Select(l => l.Stream)))
            streams.TryAdd(stream, new(catalogue.Of(stream).Empty, 0));
        foreach (var (stream, recorded) in events)
            Advance(stream, recorded);
        Missing.Clear();
    }

    /// <summary>Applies one decided event to what is known, so that the batch's next decision sees it.</summary>
    /// <returns>The state before and after.</returns>
    public (object Before, object After) Apply(Recorded recorded)
    {
        var data = recorded.Data;
        foreach (var id in data.NewIds)
            ids[(id.Kind, id.Id)] = data.Stream;
        foreach (var link in LinksOf(data))
        {
            if (!linkedHere.TryGetValue(link, out var streamsHere))
                linkedHere.Add(link, streamsHere = []);
            streamsHere.Add(data.Stream);
        }

        return Advance(data.Stream, recorded);
    }

    /// <summary>The units and office-holders whose decisions look at an event's stream.</summary>
    public static IEnumerable<(string Kind, string Id)> LinksOf(ILedgerEvent data) =>
        data.UnitIds.Select(u => (IdKind.Unit, u)).Concat(data.PersonIds.Select(p => (IdKind.Person, p)));

    private List<TView> Linked<TView>(string kind, string id)
    {
        if (links.TryGetValue((kind, id), out var found))
            return [.. found.Union(linkedHere.GetValueOrDefault((kind, id)) ?? [])
                .Order(StringComparer.Ordinal).Select(StateOf).OfType<TView>()];
        Missing.Links.Add((kind, id));
        Lacks = true;
        return [];
    }

    private object StateOf(string stream) => streams.TryGetValue(stream, out var held)
        ? held.State : throw new InvalidOperationException($"Stream '{stream}' is linked and not loaded.");

    private (object Before, object After) Advance(string stream, Recorded recorded)
    {
        var fold = catalogue.Of(stream);
        var before = streams.TryGetValue(stream, out var held) ? held.State : fold.Empty;
        if (held is not null && recorded.Version <= held.Version)
            return (before, before);
        var after = fold.Apply(before, recorded);
        streams[stream] = new(after, recorded.Version);
        return (before, after);
    }

    private sealed record Held(object State, long Version);

    /// <summary>Streams by name, ids by kind, and units and persons of whom every stream is wanted.</summary>
    public sealed record Wanted(
        HashSet<string> Streams, HashSet<(string Kind, string Id)> Ids, HashSet<(string Kind, string Id)> Links)
    {
        public bool IsEmpty => Streams.Count + Ids.Count + Links.Count == 0;

        public void Clear()
        {
            Streams.Clear();
            Ids.Clear();
            Links.Clear();
        }

        public Wanted Copy() => new([.. Streams], [.. Ids], [.. Links]);
    }
}
