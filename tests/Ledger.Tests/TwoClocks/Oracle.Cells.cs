using System.Text.Json.Nodes;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.Log;
using Ledger.Units;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>"Among its assignments not voided that start on or before D (corrections known at K applied), the one with the
/// latest start holds it, ties going to the later assigning event; if its end is on or before D the cell is vacant and
/// does not fall back."</summary>
internal sealed partial class Oracle
{
    /// <summary>The assignments of a cell that are not voided, in order of the assigning events.</summary>
    public IReadOnlyList<Assigned> Assignments(string unitId, string areaId, Level level)
    {
        var all = new List<Assigned>();
        foreach (var recorded in log)
            if (recorded.Data is ICellEvent fact && (fact.UnitId, fact.AreaId, fact.Level) == (unitId, areaId, level))
                switch (fact)
                {
                    case LeaderAssigned e:
                        all.Add(new() { Id = e.AssignmentId, PersonId = e.PersonId, From = e.EffectiveFrom, Recorded = recorded });
                        break;
                    case LeaderReplaced e:
                        all.Add(new() { Id = e.AssignmentId, PersonId = e.PersonId, From = e.EffectiveFrom, Recorded = recorded });
                        break;
                    case AssignmentEnded e:
                        all.Single(a => a.Id == e.AssignmentId).EndsOn = e.EndsOn;
                        break;
                    case AssignmentVoided e:
                        all.RemoveAll(a => a.Id == e.AssignmentId);
                        break;
                    case AssignmentCorrected e:
                        all.Single(a => a.Id == e.AssignmentId).Correct(e.Changes);
                        break;
                    default:
                        throw new InvalidOperationException($"The oracle does not know {fact}.");
                }

        return all;
    }

    /// <summary>Who holds a cell; null when it is vacant.</summary>
    public Assigned? Holder(string unitId, string areaId, Level level)
    {
        var started = Assignments(unitId, areaId, level).Where(a => a.From <= date).ToList();
        if (started.Count == 0)
            return null;
        var latestStart = started.Max(a => a.From);
        var latest = started.Last(a => a.From == latestStart);
        return latest.EndsOn <= date ? null : latest;
    }

    /// <summary>Every cell that was ever spoken of.</summary>
    public IEnumerable<(string UnitId, string AreaId, Level Level)> AllCells() =>
        from unitId in Facts.OfType<UnitRegistered>().Select(u => u.UnitId)
        from areaId in AreaIds()
        from level in Enum.GetValues<Level>()
        select (unitId, areaId, level);

    /// <summary>The days of a window on which a required cell has no holder, asked day by day.</summary>
    public Dictionary<string, JsonObject> Vacancies(LocalDate from, LocalDate to)
    {
        var vacancies = new Dictionary<string, JsonObject>();
        var days = Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(from.PlusDays)
            .Select(day => (Day: day, Oracle: new Oracle(log, day))).ToList();
        foreach (var (unitId, areaId, level) in AllCells())
        {
            LocalDate? since = null;
            foreach (var (day, on) in days)
            {
                var vacant = on.Requires(unitId, areaId, level) && on.Holder(unitId, areaId, level) is null;
                since = vacant ? since ?? day : since;
                if (since is not { } first || vacant && day < to)
                    continue;
                var last = vacant ? day : day.PlusDays(-1);
                vacancies.Add($"vacancy {unitId}/{areaId}/{level} {first}", Json(new
                {
                    unitId,
                    areaId,
                    level,
                    from = first,
                    to = last,
                    days = Period.DaysBetween(first, last) + 1,
                }));
                since = null;
            }
        }

        return vacancies;
    }

    /// <summary>Assignments recorded after they had begun.</summary>
    public Dictionary<string, JsonObject> LateRecords() => AllCells()
        .SelectMany(c => Assignments(c.UnitId, c.AreaId, c.Level).Select(a => (c.UnitId, Assigned: a)))
        .Where(a => a.Assigned.From < DayOf(a.Assigned.Recorded))
        .ToDictionary(a => $"late {a.Assigned.Id}", a => Json(new
        {
            assignmentId = a.Assigned.Id,
            unitId = a.UnitId,
            effectiveFrom = a.Assigned.From,
            recordedAt = a.Assigned.Recorded.RecordedAt,
            days = Period.DaysBetween(a.Assigned.From, DayOf(a.Assigned.Recorded)),
        }));

    /// <summary>Every required cell and every cell that somebody holds.</summary>
    private IEnumerable<Row> Cells()
    {
        foreach (var (unitId, areaId, level) in AllCells())
        {
            var (required, holder) = (Requires(unitId, areaId, level), Holder(unitId, areaId, level));
            if (required || holder is not null)
                yield return new("cell", $"{unitId}/{areaId}/{level}", unitId, Cell(unitId, areaId, level, required, holder));
        }
    }

    /// <summary>One cell, held and required or not.</summary>
    public JsonObject Cell(string unitId, string areaId, Level level) =>
        Json(Cell(unitId, areaId, level, Requires(unitId, areaId, level), Holder(unitId, areaId, level)));

    private object Cell(string unitId, string areaId, Level level, bool required, Assigned? holder) => new
    {
        unitId,
        areaId,
        level,
        required,
        version = Version($"cell/{unitId}/{areaId}/{level}"),
        holder = holder is null ? null : new
        {
            personId = holder.PersonId,
            post = PostOf(holder.PersonId).Title,
            assignmentId = holder.Id,
            effectiveFrom = holder.From,
            endsOn = holder.EndsOn,
            leftOn = Person(holder.PersonId).LeftOn,
        },
    };

    private bool Requires(string unitId, string areaId, Level level) =>
        Exists(unitId) && RequiredCells(unitId).Contains(new(areaId, level));

    /// <summary>An assignment as recorded and corrected.</summary>
    public sealed class Assigned
    {
        public required string Id { get; init; }

        public required string PersonId { get; set; }

        public required LocalDate From { get; set; }

        public LocalDate? EndsOn { get; set; }

        /// <summary>The assigning event.</summary>
        public required Recorded Recorded { get; init; }

        public void Correct(AssignmentChanges changes)
        {
            if (changes.PersonId.IsGiven)
                PersonId = changes.PersonId.Value;
            if (changes.EffectiveFrom.IsGiven)
                From = changes.EffectiveFrom.Value;
            if (changes.EndsOn.IsGiven)
                EndsOn = changes.EndsOn.Value;
        }
    }
}
