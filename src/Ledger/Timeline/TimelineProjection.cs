using Ledger.Views;
using NodaTime;

namespace Ledger.Timeline;

/// <summary>One row for each act and unit that it concerns; what the act says stays in the log.</summary>
public sealed class TimelineProjection : IView
{
    public static readonly Table<TimelineRow> Rows = new("timeline", 2, false,
        Column.Text<TimelineRow>("unit_id", r => r.UnitId),
        Column.Number<TimelineRow>("position", r => r.Position),
        Column.Text<TimelineRow>("type", r => r.Type),
        Column.Date<TimelineRow>("recorded_on", r => r.RecordedOn),
        Column.Date<TimelineRow>("effective_on", r => r.EffectiveOn));

    public string Name => "timeline";

    public ITable Table => Rows;

    public void Project(Step step, Changes changes)
    {
        var recordedOn = step.Recorded.RecordedAt.InZone(step.Zone).Date;
        foreach (var unitId in step.Recorded.Data.UnitIds.Distinct())
            changes.Of(Rows).Add(
                new(unitId, step.Recorded.Position, step.Type, recordedOn, step.Recorded.Data.EffectiveOn), step.Recorded);
    }
}

/// <param name="RecordedOn">The date of recording in the tenant's zone.</param>
/// <param name="EffectiveOn">When the act takes effect, a date of the tenant's zone; null for an act without one.</param>
public sealed record TimelineRow(string UnitId, long Position, string Type, LocalDate RecordedOn, LocalDate? EffectiveOn);
