using Ledger.Clocks;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Releases;

/// <summary>Counts of releases as rows.</summary>
public static class ReleasesProjection
{
    public const string Name = "releases";

    public static readonly Table<ReleaseRow> Table = new("release", 1, true,
        Column.Text<ReleaseRow>("release_log_id", r => r.ReleaseLogId),
        Column.Text<ReleaseRow>("unit_id", r => r.UnitId),
        Column.Text<ReleaseRow>("channel_id", r => r.ChannelId),
        Column.Text<ReleaseRow>("kind", r => Codes.Of(r.Kind)),
        Column.Text<ReleaseRow>("period", r => r.Period),
        Column.Date<ReleaseRow>("starts_on", r => r.StartsOn),
        Column.Date<ReleaseRow>("ends_on", r => r.EndsOn),
        Column.Number<ReleaseRow>("count", r => r.Count),
        Column.Number<ReleaseRow>("position", r => r.Position));

    public static IEnumerable<ReleaseRow> Rows(UnitReleases releases)
    {
        foreach (var c in releases.Counts)
        {
            var period = CalendarPeriod.Of(c.Period);
            yield return new(
                c.ReleaseLogId, releases.UnitId, c.ChannelId, c.Kind, c.Period, period.From, period.To, c.Count, c.Position);
        }
    }
}

/// <summary>A count as readers see it.</summary>
/// <param name="StartsOn">First day of the period.</param>
/// <param name="EndsOn">First day after the period.</param>
/// <param name="Position">Where it was recorded.</param>
public sealed record ReleaseRow(
    string ReleaseLogId, string UnitId, string? ChannelId, ReleaseKind Kind, string Period, LocalDate StartsOn, LocalDate EndsOn,
    int Count, long Position);
