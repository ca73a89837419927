using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.CivicActivities;

/// <summary>An activity that a unit held.</summary>
/// <param name="HeldOn">A date of the tenant's zone.</param>
public sealed record Activity(
    string ActivityId, string UnitId, string Title, string ActivityKind, LocalDate HeldOn, string? AreaId, Basis? Basis,
    long Version) : IState<Activity>, IConcernsUnit
{
    public static string Kind => "activity";

    public static Activity Empty { get; } = new("", "", "", "", default, null, null, 0);

    public static string Stream(string activityId) => $"activity/{activityId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => [new(IdKind.Activity, ActivityId, HeldOn)];

    public Activity Apply(Recorded recorded) => recorded.Data switch
    {
        ActivityHeld e => new(e.ActivityId, e.UnitId, e.Title, e.Kind, e.HeldOn, e.AreaId, e.Basis, recorded.Version),
        _ => this,
    };
}
