using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Inspections;

/// <summary>An inspection of a unit, with what it found.</summary>
/// <param name="InspectedOn">A date of the tenant's zone.</param>
public sealed record Inspection(
    string InspectionId, string UnitId, string InspectingUnitId, InspectionKind InspectionKind, LocalDate InspectedOn,
    IReadOnlyList<string> AreaIds, IReadOnlyList<string> CheckedTaskIds, IReadOnlyList<Finding> Findings,
    IReadOnlyList<InspectionAspect> Aspects, Basis? Basis, long Version) : IState<Inspection>, IConcernsUnit
{
    public static string Kind => "inspection";

    public static Inspection Empty { get; } = new("", "", "", default, default, [], [], [], [], null, 0);

    public static string Stream(string inspectionId) => $"inspection/{inspectionId}";

    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => [new(IdKind.Inspection, InspectionId, InspectedOn)];

    public Inspection Apply(Recorded recorded) => recorded.Data switch
    {
        InspectionRecorded e => new(e.InspectionId, e.UnitId, e.InspectingUnitId, e.Kind, e.InspectedOn, e.AreaIds,
            e.CheckedTaskIds, e.Findings, e.Aspects ?? [], e.Basis, recorded.Version),
        _ => this,
    };
}

public static class KnownInspections
{
    public static Inspection? Inspection(this Known known, string inspectionId) =>
        known.Stream<Inspection>(Inspections.Inspection.Stream(inspectionId));

    /// <summary>Why a finding cannot be named in a unit's act: nobody knows it, or it was found in another unit.</summary>
    public static Refusal? FindingRefusal(this Known known, string findingId, string unitId, string field) =>
        known.Holding<Inspection>(IdKind.Finding, findingId) is not { } inspection
            ? Refusal.Unknown(IdKind.Finding, findingId, field)
            : inspection.UnitId == unitId
                ? null
                : new("finding-of-another-unit", field, new { inspection.InspectionId, inspection.UnitId });
}
