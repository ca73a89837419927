using Ledger.Areas;
using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using Ledger.Tasks;
using Ledger.Units;
using NodaTime;

namespace Ledger.Inspections;

/// <summary>Records that a unit was inspected (检查/自检自查), which tasks were checked and what was found.</summary>
/// <param name="InspectingUnitId">The unit itself for a self-inspection, else one above it on that day.</param>
/// <param name="InspectedOn">A date of the tenant's zone, not after the day of recording.</param>
/// <param name="CheckedTaskIds">Tasks of the inspected unit that were looked at.</param>
/// <param name="InspectionId">The caller's slug; left out, the ledger makes one.</param>
/// <param name="Aspects">Which of the four sides were gone through.</param>
public sealed record RecordInspection(
    [Id] string UnitId, [Id] string InspectingUnitId, InspectionKind Kind, LocalDate InspectedOn,
    [Id] IReadOnlyList<string> AreaIds, [Id] IReadOnlyList<string> CheckedTaskIds, IReadOnlyList<NewFinding> Findings,
    [Id] string? InspectionId = null, IReadOnlyList<InspectionAspect>? Aspects = null, Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var exists = known.Exists(IdKind.Inspection, InspectionId);
        var units = Refusal.First(known.UnitRefusal(UnitId, InspectedOn, "unitId", "inspectedOn"),
            known.UnitRefusal(InspectingUnitId, InspectedOn, "inspectingUnitId", "inspectedOn"));
        var inspector = Inspector(known);
        var areas = Refusal.First(
            known.UnknownArea(AreaIds, "areaIds"), known.UnknownArea(Findings.Select(f => f.AreaId), "findings"));
        var tasks = CheckedTaskIds.Select(id => TaskRules.NotOfUnit(known, id, UnitId, "checkedTaskIds"))
            .ToList().FirstOrDefault(r => r is not null);
        var taken = Findings.Select(f => known.Exists(IdKind.Finding, f.FindingId) ? f.FindingId : null)
            .ToList().FirstOrDefault(id => id is not null);
        if (exists)
            return Refusal.Exists(IdKind.Inspection, InspectionId!, "inspectionId");
        if ((units ?? inspector ?? known.InTheFuture(InspectedOn, "inspectedOn") ?? areas ?? tasks ?? Twice()) is { } refusal)
            return refusal;
        if (taken is not null)
            return Refusal.Exists(IdKind.Finding, taken, "findings");
        var id = InspectionId ?? known.NewId();
        return Decision.Create(id, new InspectionRecorded(
            id, UnitId, InspectingUnitId, Kind, InspectedOn, AreaIds, CheckedTaskIds,
            [.. Findings.Select(f => new Finding(f.FindingId ?? known.NewId(), f.AreaId, f.Severity, f.Text))], Aspects, Basis));
    }

    private Refusal? Inspector(Known known) => Kind switch
    {
        InspectionKind.Self when InspectingUnitId != UnitId =>
            new("not-the-unit-itself", "inspectingUnitId", new { UnitId }),
        InspectionKind.Superior => UnitTree.NotAbove(known, InspectingUnitId, UnitId, InspectedOn, "inspectingUnitId"),
        _ => null,
    };

    private Refusal? Twice() =>
        Refusal.ListedTwice(AreaIds, "areaIds") ?? Refusal.ListedTwice(CheckedTaskIds, "checkedTaskIds")
        ?? Refusal.ListedTwice(Aspects ?? [], "aspects")
        ?? Refusal.ListedTwice(Findings.Select(f => f.FindingId).OfType<string>(), "findings");
}

/// <summary>Something found wrong, as the caller gives it.</summary>
/// <param name="FindingId">The caller's slug; left out, the ledger makes one.</param>
public sealed record NewFinding([Id] string AreaId, Severity Severity, [Text] string Text, [Id] string? FindingId = null);

/// <summary>Something that an inspection found wrong.</summary>
public sealed record Finding(string FindingId, string AreaId, Severity Severity, string Text);

/// <summary>A unit was inspected on <paramref name="InspectedOn"/>. Stored as inspection_recorded.v1.</summary>
public sealed record InspectionRecorded(
    string InspectionId, string UnitId, string InspectingUnitId, InspectionKind Kind, LocalDate InspectedOn,
    IReadOnlyList<string> AreaIds, IReadOnlyList<string> CheckedTaskIds, IReadOnlyList<Finding> Findings,
    IReadOnlyList<InspectionAspect>? Aspects = null, Basis? Basis = null) : ILedgerEvent
{
    string ILedgerEvent.Stream => Inspection.Stream(InspectionId);

    IEnumerable<string> ILedgerEvent.UnitIds => UnitId == InspectingUnitId ? [UnitId] : [UnitId, InspectingUnitId];

    LocalDate? ILedgerEvent.EffectiveOn => InspectedOn;

    IEnumerable<NewId> ILedgerEvent.NewIds =>
        [new(IdKind.Inspection, InspectionId), .. Findings.Select(f => new NewId(IdKind.Finding, f.FindingId))];
}
