using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.CivicActivities;

/// <summary>Activities that units held, as rows.</summary>
public static class ActivitiesProjection
{
    public const string Name = "activities";

    public static readonly Table<ActivityRow> Table = new("civic_activity", 1, true,
        Column.Text<ActivityRow>("activity_id", r => r.ActivityId),
        Column.Text<ActivityRow>("unit_id", r => r.UnitId),
        Column.Date<ActivityRow>("held_on", r => r.HeldOn),
        Column.Json<ActivityRow>("document", r => r.Document));

    public static IEnumerable<ActivityRow> Rows(Activity a)
    {
        if (a.Version == 0)
            yield break;
        var document = new ActivityDocument(a.ActivityId, a.UnitId, a.Title, a.ActivityKind, a.HeldOn, a.AreaId, a.Basis);
        yield return new(a.ActivityId, a.UnitId, a.HeldOn, JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>An activity as readers see it.</summary>
public sealed record ActivityRow(string ActivityId, string UnitId, LocalDate HeldOn, string Document);

/// <summary>An activity that a unit held.</summary>
/// <param name="HeldOn">A date of the tenant's zone.</param>
public sealed record ActivityDocument(
    string ActivityId, string UnitId, string Title, string Kind, LocalDate HeldOn, string? AreaId, Basis? Basis);
