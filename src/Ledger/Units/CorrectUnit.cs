using Ledger.Commands;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Units;

/// <summary>Puts right what was recorded wrongly; what was known before stays in the record.</summary>
/// <param name="CorrectionId">The caller's slug; left out, the ledger makes one.</param>
public sealed record CorrectUnit([Id] string UnitId, UnitChanges Changes, [Text] string Reason, [Id] string? CorrectionId = null,
    Basis? Basis = null) : ICommand
{
    public Decision Decide(Known known)
    {
        var unit = known.Unit(UnitId);
        var exists = known.Exists(IdKind.Correction, CorrectionId);
        var acts = Changes.EffectiveFrom.IsGiven ? known.OfUnit<IConcernsUnit>(UnitId) : [];
        var parent = unit?.Parents.Entries[0].Value is { } parentId ? known.Unit(parentId) : null;
        if (unit is null)
            return Refusal.Unknown(IdKind.Unit, UnitId, "unitId");
        if (exists)
            return Refusal.Exists(IdKind.Correction, CorrectionId!, "correctionId");
        if (Changes == default(UnitChanges))
            return new Refusal("nothing-to-correct", "changes");
        var start = Changes.EffectiveFrom.Or(unit.EffectiveFrom);
        if (acts.SelectMany(a => a.DatedActs(UnitId)).MinBy(a => a.Until ?? a.On) is { } first
            && start > (first.Until ?? first.On))
            return new Refusal("act-before-start", "changes.effectiveFrom", new { earliestAct = first });
        if (start >= unit.DissolvedOn)
            return new Refusal("start-not-before-end", "changes.effectiveFrom", new { unit.DissolvedOn });
        if (parent is not null && start < parent.EffectiveFrom)
            return KnownUnits.NotInExistence(parent, start, "changes.effectiveFrom");
        var id = CorrectionId ?? known.NewId();
        return Decision.Record(UnitId, new UnitCorrected(
            UnitId, id, Changes, Reason, Basis, unit.Names.MeantOn(known.Today).From));
    }
}

/// <summary>The members to put right. Names correct the name in force on the day of recording, or
/// the first to come; the start is that of the unit.</summary>
public readonly record struct UnitChanges(
    [Title] Optional<string> NameZh = default, [Title] Optional<string> NameEn = default,
    Optional<LocalDate> EffectiveFrom = default, Optional<LevelLabels> LevelLabels = default);

/// <summary>What was recorded of a unit is put right from here on. Stored as unit_corrected.v1.</summary>
/// <param name="NameFrom">First day, until now, of the name that it corrects; null for the one recorded last.</param>
public sealed record UnitCorrected(
    string UnitId, string CorrectionId, UnitChanges Changes, string Reason, Basis? Basis = null, LocalDate? NameFrom = null)
    : ILedgerEvent
{
    string ILedgerEvent.Stream => Unit.Stream(UnitId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => Changes.EffectiveFrom.IsGiven ? Changes.EffectiveFrom.Value : null;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Correction, CorrectionId)];
}
