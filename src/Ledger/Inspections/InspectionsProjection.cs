using System.Text.Json;
using Ledger.Shapes;
using Ledger.Views;
using NodaTime;

namespace Ledger.Inspections;

/// <summary>Inspections as rows. What became of their findings follows from tasks and is asked, not stored.</summary>
public static class InspectionsProjection
{
    public const string Name = "inspections";

    public static readonly Table<InspectionRow> Table = new("inspection", 1, true,
        Column.Text<InspectionRow>("inspection_id", r => r.InspectionId),
        Column.Text<InspectionRow>("unit_id", r => r.UnitId),
        Column.Text<InspectionRow>("inspecting_unit_id", r => r.InspectingUnitId),
        Column.Text<InspectionRow>("kind", r => Codes.Of(r.Kind)),
        Column.Date<InspectionRow>("inspected_on", r => r.InspectedOn),
        Column.Json<InspectionRow>("document", r => r.Document));

    public static IEnumerable<InspectionRow> Rows(Inspection i)
    {
        if (i.Version == 0)
            yield break;
        var document = new InspectionDocument(i.InspectionId, i.UnitId, i.InspectingUnitId, i.InspectionKind, i.InspectedOn,
            i.AreaIds, i.CheckedTaskIds, i.Aspects, i.Findings, i.Basis);
        yield return new(i.InspectionId, i.UnitId, i.InspectingUnitId, i.InspectionKind, i.InspectedOn,
            JsonSerializer.Serialize(document, LedgerJson.Options));
    }
}

/// <summary>An inspection as readers see it.</summary>
public sealed record InspectionRow(
    string InspectionId, string UnitId, string InspectingUnitId, InspectionKind Kind, LocalDate InspectedOn, string Document);

/// <summary>An inspection by itself, without what followed.</summary>
public sealed record InspectionDocument(
    string InspectionId, string UnitId, string InspectingUnitId, InspectionKind Kind, LocalDate InspectedOn,
    IReadOnlyList<string> AreaIds, IReadOnlyList<string> CheckedTaskIds, IReadOnlyList<InspectionAspect> Aspects,
    IReadOnlyList<Finding> Findings, Basis? Basis);
