using Ledger.Clocks;
using Ledger.Log;
using Ledger.Units;
using NodaTime;

namespace Ledger.BecameEffective;

/// <summary>A unit's registration takes effect on its first day and its end on its first day of absence; of several names,
/// parents or lists of required cells that begin on a day, the one recorded last.</summary>
internal static class UnitEffects
{
    public static IEnumerable<Effect> On(LocalDate day, IReadOnlyList<Recorded> known)
    {
        var unit = Unit.Empty;
        // One for each entry of the unit's own lists; the first of each is the registration.
        List<Dating<ILedgerEvent>> names = [], parents = [], required = [];
        Dating<ILedgerEvent>? dissolved = null;
        foreach (var recorded in known)
        {
            unit = unit.Apply(recorded);
            var dating = new Dating<ILedgerEvent>(recorded.Position, recorded.Data);
            switch (recorded.Data)
            {
                case UnitRegistered:
                    (names, parents, required) = ([dating], [dating], [dating]);
                    break;
                case UnitRenamed:
                    names.Add(dating);
                    break;
                case UnitMoved:
                    parents.Add(dating);
                    break;
                case RequiredCellsChanged:
                    required.Add(dating);
                    break;
                case UnitDissolved:
                    dissolved = dating;
                    break;
                case UnitCorrected { Changes.EffectiveFrom.IsGiven: true }:
                    names[0] = parents[0] = required[0] = names[0].MovedBy(recorded);
                    break;
            }
        }

        if (unit.EffectiveFrom == day)
            yield return new(names[0].Position, AsKnown((UnitRegistered)names[0].Act, unit), []);
        if (unit.DissolvedOn == day)
            yield return new(dissolved!.Position, dissolved.Act, []);
        if (!unit.ExistsOn(day))
            yield break;
        if (Beginning(unit.Names, day) is { } name)
            yield return new(names[name].Position, AsKnown((UnitRenamed)names[name].Act, unit.Names.Entries[name].Value), []);
        if (Beginning(unit.Parents, day) is { } parent)
            yield return new(parents[parent].Position, parents[parent].Act, []);
        if (Beginning(unit.Required, day) is { } cells)
            yield return new(required[cells].Position, required[cells].Act, []);
    }

    /// <summary>The entry after the registration's that holds from the day on.</summary>
    private static int? Beginning<T>(Effective<T> entries, LocalDate day)
    {
        for (var i = entries.Entries.Count - 1; i > 0; i--)
            if (entries.Entries[i].From == day)
                return i;
        return null;
    }

    private static UnitRegistered AsKnown(UnitRegistered e, Unit unit) => e with
    {
        NameZh = unit.Names.Entries[0].Value.Zh,
        NameEn = unit.Names.Entries[0].Value.En,
        EffectiveFrom = unit.EffectiveFrom,
        LevelLabels = unit.Labels,
    };

    private static UnitRenamed AsKnown(UnitRenamed e, UnitName name) => e with { NameZh = name.Zh, NameEn = name.En };
}
