using System.Text.Json.Serialization;
using Ledger.Channels;
using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Units;

namespace Ledger.Releases;

/// <summary>Records how many items the unit itself released in a period. Another count for the same kind, channel and period
/// takes the place of the one before; periods that overlap otherwise are refused, since they would count twice.</summary>
/// <param name="Period">A year, half-year, quarter or month that has begun.</param>
/// <param name="ChannelId">One of the unit's channels; left out when others printed or sent it.</param>
/// <param name="ReleaseLogId">The caller's slug; left out, the ledger makes one.</param>
public sealed record LogReleases(
    [Id] string UnitId, ReleaseKind Kind, [PeriodCode] string Period, int Count, [Id] string? ChannelId = null,
    [Id] string? ReleaseLogId = null, Basis? Basis = null) : ICommand
{
    /// <summary>More than any unit releases in a year.</summary>
    private const int CountMax = 1_000_000;

    public Decision Decide(Known known)
    {
        var releases = known.Releases(UnitId);
        var exists = known.Exists(IdKind.ReleaseLog, ReleaseLogId);
        var unit = known.Unit(UnitId);
        var channel = ChannelRules.NotOfUnit(known, ChannelId, UnitId, "channelId");
        var period = CalendarPeriod.Of(Period);
        if (exists)
            return Refusal.Exists(IdKind.ReleaseLog, ReleaseLogId!, "releaseLogId");
        if (unit is null)
            return Refusal.Unknown(IdKind.Unit, UnitId, "unitId");
        if (unit.EffectiveFrom >= period.To || unit.DissolvedOn <= period.From)
            return KnownUnits.NotInExistence(unit, period.From, "period");
        if ((channel ?? known.NotBegun(period, "period") ?? Refusal.OutOfRange(Count, 0, CountMax, "count")
            ?? Overlap(releases, period)) is { } refusal)
            return refusal;
        var id = ReleaseLogId ?? known.NewId();
        return Decision.Create(id, new ReleasesLogged(id, UnitId, Kind, Period, Count, ChannelId, Basis));
    }

    private Refusal? Overlap(UnitReleases? releases, CalendarPeriod period)
    {
        var alike = (releases?.Counts ?? []).Where(c => c.Kind == Kind && c.ChannelId == ChannelId).ToList();
        if (alike.Find(c => c.Period == Period && c.Count == Count) is { } same)
            return new("already-logged", "count", new { same.Count, same.ReleaseLogId });
        return alike.Find(c => c.Period != Period && CalendarPeriod.Of(c.Period).Overlaps(period)) is { } other
            ? new("period-overlaps", "period", new { other.Period, other.Count, other.ReleaseLogId })
            : null;
    }
}

/// <summary>What a unit releases.</summary>
public enum ReleaseKind
{
    [JsonStringEnumMemberName("website-update")] WebsiteUpdate,
    [JsonStringEnumMemberName("press-article")] PressArticle,
}

/// <summary>A unit released so many items in a period. Stored as releases_logged.v1.</summary>
public sealed record ReleasesLogged(
    string ReleaseLogId, string UnitId, ReleaseKind Kind, string Period, int Count, string? ChannelId = null,
    Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => UnitReleases.Stream(UnitId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.ReleaseLog, ReleaseLogId)];
}
