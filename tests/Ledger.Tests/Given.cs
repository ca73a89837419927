using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.Tests;

/// <summary>A ledger in which some events are recorded. A command is decided on it as the door decides it: asked once
/// with nothing known, then again with what it asked for, until nothing is missing.</summary>
internal sealed class Given
{
    /// <summary>When everything here is recorded, unless <see cref="At"/> says otherwise.</summary>
    public static readonly Instant RecordedAt = Instant.FromUtc(2025, 6, 15, 2, 30);

    /// <summary>The local date of the decision.</summary>
    public static readonly LocalDate Today = new(2025, 6, 15);

    public static readonly Given Nothing = new([], RecordedAt);

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private readonly Instant now;

    private Given(IReadOnlyList<Recorded> log, Instant now) => (Log, this.now) = (log, now);

    /// <summary>In order, at the positions 1, 2, 3…</summary>
    public IReadOnlyList<Recorded> Log { get; }

    /// <summary>The same ledger at another moment: what follows is decided and recorded then.</summary>
    public Given At(Instant moment) => new(Log, moment);

    public Given And(params IEnumerable<ILedgerEvent> events)
    {
        var log = Log.ToList();
        var versions = log.GroupBy(r => r.Data.Stream).ToDictionary(g => g.Key, g => g.Last().Version);
        foreach (var data in events)
        {
            versions[data.Stream] = versions.GetValueOrDefault(data.Stream) + 1;
            log.Add(new(log.Count + 1, versions[data.Stream], now, data));
        }

        return new(log, now);
    }

    /// <summary>Ids that the ledger makes are <c>made-1</c>, <c>made-2</c>…</summary>
    public Decision When(ICommand command)
    {
        var made = 0;
        var known = new Known(LedgerCatalogue.Streams, () => $"made-{++made}");
        command.Decide(known);
        while (true)
        {
            Load(known);
            made = 0;
            known.Enter(now, now.InZone(Zone).Date);
            var decision = command.Decide(known);
            if (known.Missing.IsEmpty)
                return decision;
        }
    }

    /// <summary>The ledger after a command that it takes.</summary>
    public Given AndThen(ICommand command)
    {
        var decision = When(command);
        return decision.Refusal is null
            ? And(decision.Events)
            : throw new InvalidOperationException($"{command} was refused: {decision.Refusal}");
    }

    /// <summary>The state of one stream.</summary>
    public TState State<TState>(string stream)
        where TState : class, IState<TState> =>
        Log.Where(r => r.Data.Stream == stream).Aggregate(TState.Empty, (state, recorded) => state.Apply(recorded));

    private void Load(Known known)
    {
        var wanted = known.Missing.Copy();
        var ids = (from r in Log from id in r.Data.NewIds where wanted.Ids.Contains((id.Kind, id.Id)) select (id.Kind, id.Id, r.Data.Stream))
            .ToList();
        var links = (from r in Log from link in Known.LinksOf(r.Data) where wanted.Links.Contains(link) select (link.Kind, link.Id, r.Data.Stream))
            .Distinct().ToList();
        var streams = wanted.Streams.Concat(ids.Select(i => i.Stream)).Concat(links.Select(l => l.Stream)).ToHashSet();
        known.Load(wanted, ids, links, Log.Where(r => streams.Contains(r.Data.Stream)).Select(r => (r.Data.Stream, r)));
    }
}
