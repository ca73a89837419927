using Ledger.Clocks;
using Ledger.Commands;
using Ledger.Log;
using NodaTime;

namespace Ledger.Units;

/// <summary>A bureau, office, school, village branch… Its name, parent and required cells each have effective dates.</summary>
/// <param name="EffectiveFrom">First day of its existence, a date of the tenant's zone.</param>
/// <param name="DissolvedOn">First day without it; null while no end is recorded.</param>
public sealed record Unit(
    string UnitId, string UnitKind, int Rank, LocalDate EffectiveFrom, LocalDate? DissolvedOn, string? DissolvedBecause,
    LevelLabels Labels, Effective<UnitName> Names, Effective<string?> Parents, Effective<IReadOnlyList<RequiredCell>> Required,
    long Version) : IState<Unit>, IConcernsUnit
{
    public static string Kind => "unit";

    public static Unit Empty { get; } = new("", "", 0, Forever.Start, null, null, LevelLabels.Default,
        Effective<UnitName>.None, Effective<string?>.None, Effective<IReadOnlyList<RequiredCell>>.None, 0);

    public static string Stream(string unitId) => $"unit/{unitId}";

    public bool ExistsOn(LocalDate date) => EffectiveFrom <= date && (DissolvedOn is null || date < DissolvedOn);

    public string? ParentOn(LocalDate date) => Parents.On(date)?.Value;

    /// <summary>Its own changes after its start; of a unit below, the days from which it stood there.</summary>
    IEnumerable<DatedAct> IConcernsUnit.DatedActs(string unitId) => unitId == UnitId
        ? new IDated[][] { [.. Names.Entries], [.. Parents.Entries], [.. Required.Entries] }
            .SelectMany(e => e.Skip(1)).Select(e => new DatedAct(IdKind.Unit, UnitId, e.From))
        : Parents.Entries.Where(p => p.Value == unitId).Select(p => new DatedAct(IdKind.Unit, UnitId, p.From));

    public Unit Apply(Recorded recorded) => Fold(recorded.Data) with { Version = recorded.Version };

    private Unit Fold(ILedgerEvent data) => data switch
    {
        UnitRegistered e => new(e.UnitId, e.Kind, e.Level, e.EffectiveFrom, null, null, e.LevelLabels,
            Effective<UnitName>.None.With(e.EffectiveFrom, new(e.NameZh, e.NameEn)),
            Effective<string?>.None.With(e.EffectiveFrom, e.ParentId),
            Effective<IReadOnlyList<RequiredCell>>.None.With(e.EffectiveFrom, e.RequiredCells), 0),
        UnitRenamed e => this with { Names = Names.With(e.EffectiveFrom, new(e.NameZh, e.NameEn)) },
        UnitMoved e => this with { Parents = Parents.With(e.EffectiveFrom, e.ParentId) },
        RequiredCellsChanged e => this with { Required = Required.With(e.EffectiveFrom, e.RequiredCells) },
        UnitDissolved e => this with { DissolvedOn = e.DissolvedOn, DissolvedBecause = e.Reason },
        UnitCorrected e => Corrected(e.Changes, e.NameFrom ?? Names.Entries[^1].From),
        _ => this,
    };

    /// <summary>A name corrects the entry that starts on <paramref name="nameFrom"/>, a date the registration.</summary>
    private Unit Corrected(UnitChanges changes, LocalDate nameFrom)
    {
        var start = changes.EffectiveFrom.Or(EffectiveFrom);
        Effective<T> Moved<T>(Effective<T> history) =>
            new([.. history.Entries.Select((entry, i) => i == 0 ? entry with { From = start } : entry)]);

        var name = Names.On(nameFrom)!.Value;
        return this with
        {
            EffectiveFrom = start,
            Names = Moved(Names.WithCorrected(nameFrom, nameFrom, new(changes.NameZh.Or(name.Zh), changes.NameEn.Or(name.En)))),
            Parents = Moved(Parents),
            Required = Moved(Required),
            Labels = changes.LevelLabels.Or(Labels),
        };
    }
}

public sealed record UnitName(string Zh, string En);

public static class KnownUnits
{
    public static Unit? Unit(this Known known, string unitId) => known.Stream<Unit>(Units.Unit.Stream(unitId));

    /// <summary>The refusal of an act that names a unit on a day on which it does not exist.</summary>
    public static Refusal? UnitRefusal(this Known known, string unitId, LocalDate on, string unitField, string dateField)
    {
        var unit = known.Unit(unitId);
        if (unit is null)
            return Refusal.Unknown(IdKind.Unit, unitId, unitField);
        return unit.ExistsOn(on) ? null : NotInExistence(unit, on, dateField);
    }

    public static Refusal NotInExistence(Unit unit, LocalDate on, string field) =>
        new("unit-not-in-existence", field, new { unit.UnitId, on, unit.EffectiveFrom, unit.DissolvedOn });
}
