using Ledger.Assignments;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Obligations;
using Ledger.People;
using Ledger.Shapes;
using Ledger.Units;
using NodaTime;

namespace Ledger.BecameEffective;

/// <summary>An act that takes effect on a day, as it was known at the day's start.</summary>
/// <param name="Position">The event that gave it this day: the act's own, or the correction's that moved it here.</param>
/// <param name="Act">The act with what was corrected since.</param>
/// <param name="PersonIds">The office-holders whom it concerns.</param>
public sealed record Effect(long Position, ILedgerEvent Act, IReadOnlyList<string> PersonIds);

/// <summary>
/// Which acts take effect on a day: a function of what was recorded before it. Acts without a day of their own, and
/// meetings and tasks, whose state follows the known clock alone, never do (docs/architecture.md, what became effective).
/// </summary>
public static class Effects
{
    private static readonly string[] Kinds = [Cell.Kind, Unit.Kind, OfficeHolder.Kind, LeadingGroup.Kind, Obligation.Kind];

    /// <summary>The days on which something of an event may take effect.</summary>
    public static IEnumerable<LocalDate> DaysOf(ILedgerEvent data) => data switch
    {
        AssignmentCorrected e => Given(e.Changes.EffectiveFrom, e.Changes.EndsOn),
        OfficeHolderCorrected e => Given(e.Changes.Since, e.Changes.LeftOn),
        _ => data.EffectiveOn is { } on && Kinds.Contains(StreamCatalogue.KindOf(data.Stream)) ? [on] : [],
    };

    /// <summary>What takes effect on a day, in order of position.</summary>
    /// <param name="known">The events of one stream that were recorded before the day, from its first on.</param>
    public static IReadOnlyList<Effect> On(LocalDate day, IReadOnlyList<Recorded> known)
    {
        var effects = known.Count == 0 ? [] : StreamCatalogue.KindOf(known[0].Data.Stream) switch
        {
            var kind when kind == Cell.Kind => CellEffects.On(day, known),
            var kind when kind == Unit.Kind => UnitEffects.On(day, known),
            var kind when kind == OfficeHolder.Kind => PersonEffects.On(day, known),
            var kind when kind == LeadingGroup.Kind => GroupEffects.On(day, known),
            var kind when kind == Obligation.Kind =>
                ObligationEffects.On(day, known),
            _ => [],
        };
        return [.. effects.DistinctBy(e => e.Position).OrderBy(e => e.Position)];
    }

    private static IEnumerable<LocalDate> Given(Optional<LocalDate> start, Optional<LocalDate?> end) =>
        new[] { start.IsGiven ? start.Value : (LocalDate?)null, end.Or(null) }.OfType<LocalDate>().Distinct();
}

/// <summary>An act with the position of the event that gave it its day.</summary>
internal sealed record Dating<TEvent>(long Position, TEvent Act)
{
    public Dating<TEvent> MovedBy(Recorded correction) => this with { Position = correction.Position };
}
