using Ledger.Areas;
using Ledger.LeadingGroups;
using Ledger.People;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>Group A: who answers for what.</summary>
internal sealed partial class Oracle
{
    private IEnumerable<Told> A1(Asked asked)
    {
        var days = Days(asked);
        if (days.Count == 0)
            yield break;
        var grace = FactsOf(asked.UnitId).Start.PlusDays(asked.Given.GraceDays!.Value);
        var without = days.Where(d => On(d).GroupsOf(asked.UnitId).All(g => On(d).Heads(g).Count() != 1)).ToList();
        if (without.Count == 0 || !without.Contains(days[^1]) && without.All(d => d < grace))
            yield return new(Met, null, grace);
        else if (date <= grace)
            yield return new(without.Contains(days[^1]) ? StillOpen : Met, null, grace);
        else if (without.Any(d => d >= grace))
            yield return new(Breached, null, grace);
    }

    private IEnumerable<Told> A2(Asked asked) => LastDay(asked) is not { } day ? [] : On(day).GroupsOf(asked.UnitId).Select(g =>
        new Told(Kept(On(day).Heads(g).Any(p => On(day).IsIn(p, asked.UnitId, PostCategory.Head))), g.GroupId));

    private IEnumerable<Told> A3(Asked asked)
    {
        var days = Days(asked);
        var vacant = CellsOf(asked.UnitId).Where(c => days.Any(d => On(d).IsVacant(c))).ToList();
        return vacant.Count > 0 ? vacant.Select(c => new Told(Breached, Name(c))) : days.Count > 0 ? [new Told(Met)] : [];
    }

    private IEnumerable<Told> A4(Asked asked) => Days(asked) is { Count: > 0 } days
        ? [new Told(Kept(days.All(d => On(d).FirstResponsible(asked.UnitId).Distinct().Count() <= 1)))]
        : [];

    private IEnumerable<Told> A5(Asked asked) => LastDay(asked) is not { } day ? [] :
        from leader in On(day).InOffice(asked.UnitId, PostCategory.LeaderInCharge)
        let leads = CellsOf(asked.UnitId).Any(c => c.Level == Level.Leading && On(day).Holder(c.UnitId, c.AreaId, c.Level)?.PersonId == leader)
        select new Told(Kept(leads), leader);

    private IEnumerable<Told> A6(Asked asked) =>
        from cell in CellsOf(asked.UnitId)
        from one in Assignments(cell.UnitId, cell.AreaId, cell.Level)
        where asked.Has(one.From)
        select new Told(Kept(Period.DaysBetween(one.From, DayOf(one.Recorded)) <= asked.Given.WithinDays), one.Id,
            one.From.PlusDays(asked.Given.WithinDays!.Value));

    private IEnumerable<Told> A7(Asked asked)
    {
        foreach (var (cell, first, last) in VacanciesOf(asked.UnitId).Where(v => v.First <= asked.To && v.Last >= asked.From))
        {
            var due = first.PlusDays(asked.Given.WithinDays!.Value);
            var filledInTime = last < date && Period.DaysBetween(first, last) + 1 <= asked.Given.WithinDays;
            yield return new(filledInTime ? Met : last == date && date <= due ? StillOpen : Breached, Name(cell), due);
        }
    }

    private IEnumerable<Told> A8(Asked asked)
    {
        var days = Days(asked);
        return Facts.OfType<LeadingGroupEstablished>().Where(g => g.UnitId == asked.UnitId && days.Any(d => On(d).IsAtWork(g)))
            .Select(g => new Told(Kept(g.Basis is not null), g.GroupId));
    }

    private bool IsAtWork(LeadingGroupEstablished g) => g.EffectiveFrom <= date && !(DissolvedOn(g) <= date);

    /// <summary>The unit's groups for this responsibility.</summary>
    private IEnumerable<LeadingGroupEstablished> GroupsOf(string unitId) => Facts.OfType<LeadingGroupEstablished>()
        .Where(g => g.UnitId == unitId && g.Purpose == "responsibility" && IsAtWork(g));

    private IEnumerable<string> Heads(LeadingGroupEstablished g) => g.Members.Select(m => m.PersonId)
        .Concat(Changes(g).Select(c => c.PersonId)).Distinct().Where(p => Role(g, p, date) == GroupRole.Head);

    private IEnumerable<string> InOffice(string unitId, PostCategory category) =>
        Facts.OfType<OfficeHolderRegistered>().Select(p => p.PersonId).Where(p => IsIn(p, unitId, category));

    private bool IsIn(string personId, string unitId, PostCategory category) =>
        IsInOffice(personId) && PostOf(personId) is var post && post.UnitId == unitId && post.Category == category;

    private bool IsInOffice(string personId) =>
        Person(personId) is var person && person.Posts.Any(p => p.From <= date) && !(person.LeftOn <= date);

    private IEnumerable<(string UnitId, string AreaId, Level Level)> CellsOf(string unitId) =>
        AllCells().Where(c => c.UnitId == unitId);

    private static string Name((string UnitId, string AreaId, Level Level) cell) => $"{cell.UnitId}/{cell.AreaId}/{cell.Level}";

    private bool IsVacant((string UnitId, string AreaId, Level Level) c) =>
        Requires(c.UnitId, c.AreaId, c.Level) && Holder(c.UnitId, c.AreaId, c.Level) is null;

    private IEnumerable<string> FirstResponsible(string unitId) => CellsOf(unitId)
        .Where(c => c.Level == Level.First && Requires(c.UnitId, c.AreaId, c.Level))
        .Select(c => Holder(c.UnitId, c.AreaId, c.Level)?.PersonId).OfType<string>();

    /// <summary>From the unit's start up to today.</summary>
    private IEnumerable<((string UnitId, string AreaId, Level Level) Cell, LocalDate First, LocalDate Last)> VacanciesOf(string unitId)
    {
        foreach (var cell in CellsOf(unitId).ToList())
        {
            LocalDate? first = null;
            foreach (var day in DaysFrom(FactsOf(unitId).Start, date))
            {
                var vacant = On(day).IsVacant(cell);
                first = vacant ? first ?? day : first;
                if (first is not { } since || vacant && day < date)
                    continue;
                yield return (cell, since, vacant ? day : day.PlusDays(-1));
                first = null;
            }
        }
    }
}
