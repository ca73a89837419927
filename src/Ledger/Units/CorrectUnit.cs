using Ledger.Assignments;
using Ledger.Commands;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Shapes;
using NodaTime;

namespace Ledger.Units;

/// <summary>Puts right what was recorded wrongly; what was known before stays in the record.</summary>
/// <param name="CorrectionId">The caller's slug; left out, the ledger makes one.</param>
public sealed record CorrectUnit([Id] string UnitId, UnitChanges Changes, [Text] string Reason, [Id] string? CorrectionId = null)
    : ICommand
{
    public Decision Decide(Known known)
    {
        var unit = known.Unit(UnitId);
        var exists = known.Exists(IdKind.Correction, CorrectionId);
        var earliest = Changes.EffectiveFrom.IsGiven ? EarliestAct(known) : null;
        var parent = unit?.Parents.Entries[0].Value is { } parentId ? known.Unit(parentId) : null;
        if (unit is null)
            return Refusal.Unknown(IdKind.Unit, UnitId, "unitId");
        if (exists)
            return Refusal.Exists(IdKind.Correction, CorrectionId!, "correctionId");
        if (Changes == default(UnitChanges))
            return new Refusal("nothing-to-correct", "changes");
        var start = Changes.EffectiveFrom.Or(unit.EffectiveFrom);
        if (earliest is { } act && start > act.On)
            return new Refusal("act-before-start", "changes.effectiveFrom", new { earliestAct = act.On, act.Stream });
        if (start >= unit.DissolvedOn)
            return new Refusal("start-not-before-end", "changes.effectiveFrom", new { unit.DissolvedOn });
        if (parent is not null && start < parent.EffectiveFrom)
            return KnownUnits.NotInExistence(parent, start, "changes.effectiveFrom");
        var id = CorrectionId ?? known.NewId();
        return Decision.Record(UnitId, new UnitCorrected(UnitId, id, Changes, Reason));
    }

    /// <summary>The first date in this unit's name that a new start must not pass.</summary>
    private (LocalDate On, string Stream)? EarliestAct(Known known)
    {
        var acts = known.OfUnit<Cell>(UnitId).Where(c => c.UnitId == UnitId)
            .SelectMany(c => c.InForce.Select(a => (a.EffectiveFrom, c.Name)))
            .Concat(known.OfUnit<LeadingGroup>(UnitId).Select(g => (g.EffectiveFrom, LeadingGroup.Stream(g.GroupId))))
            .Concat(known.OfUnit<Unit>(UnitId).Where(u => u.UnitId != UnitId).SelectMany(u => u.Parents.Entries
                .Where(p => p.Value == UnitId).Select(p => (p.From, Unit.Stream(u.UnitId)))))
            .Concat(known.Unit(UnitId) is not { } self ? [] : self.Names.Entries.Concat<object>(self.Parents.Entries)
                .Concat(self.Required.Entries).OfType<Clocks.IDated>().Where(d => d.From > self.EffectiveFrom)
                .Select(d => (d.From, Unit.Stream(UnitId))))
            .ToList();
        return acts.Count == 0 ? null : acts.MinBy(a => a.Item1);
    }
}

/// <summary>The members to put right. Names correct the entry that was recorded last, the start that of the unit.</summary>
public readonly record struct UnitChanges(
    [Title] Optional<string> NameZh = default, [Title] Optional<string> NameEn = default,
    Optional<LocalDate> EffectiveFrom = default, Optional<LevelLabels> LevelLabels = default);

/// <summary>What was recorded of a unit is put right from here on. Stored as unit_corrected.v1.</summary>
public sealed record UnitCorrected(string UnitId, string CorrectionId, UnitChanges Changes, string Reason) : ILedgerEvent
{
    string ILedgerEvent.Stream => Unit.Stream(UnitId);

    IEnumerable<string> ILedgerEvent.UnitIds => [UnitId];

    LocalDate? ILedgerEvent.EffectiveOn => Changes.EffectiveFrom.IsGiven ? Changes.EffectiveFrom.Value : null;

    IEnumerable<NewId> ILedgerEvent.NewIds => [new(IdKind.Correction, CorrectionId)];
}
