using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;

namespace Ledger.Releases;

/// <summary>How much a unit released, by kind, channel and period; of equal ones the latest record counts.</summary>
public sealed record UnitReleases(string UnitId, IReadOnlyList<ReleaseCount> Counts, long Version)
    : IState<UnitReleases>, IConcernsUnit
{
    public static string Kind => "releases";

    public static UnitReleases Empty { get; } = new("", [], 0);

    public static string Stream(string unitId) => $"releases/{unitId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) =>
        from c in Counts
        let period = CalendarPeriod.Of(c.Period)
        select new DatedAct(IdKind.ReleaseLog, c.ReleaseLogId, period.From, period.To.PlusDays(-1));

    public UnitReleases Apply(Recorded recorded) => recorded.Data switch
    {
        ReleasesLogged e => new(e.UnitId, [
            .. Counts.Where(c => c.Kind != e.Kind || c.ChannelId != e.ChannelId || c.Period != e.Period),
            new(e.ReleaseLogId, e.Kind, e.ChannelId, e.Period, e.Count, recorded.Position),
        ], recorded.Version),
        _ => this,
    };
}

/// <summary>A count in force.</summary>
/// <param name="Position">Where it was recorded.</param>
public sealed record ReleaseCount(
    string ReleaseLogId, ReleaseKind Kind, string? ChannelId, string Period, int Count, long Position);

public static class KnownReleases
{
    public static UnitReleases? Releases(this Known known, string unitId) =>
        known.Stream<UnitReleases>(UnitReleases.Stream(unitId));
}
