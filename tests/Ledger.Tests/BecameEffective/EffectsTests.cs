using CsCheck;
using Ledger.Areas;
using Ledger.Assignments;
using Ledger.BecameEffective;
using Ledger.LeadingGroups;
using Ledger.Log;
using Ledger.Meetings;
using Ledger.Obligations;
using Ledger.People;
using Ledger.Tests.Matrix;
using Ledger.Tests.TwoClocks;
using Ledger.Units;
using NodaTime;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.BecameEffective;

/// <summary>What takes effect on a day, as it was known when the day began.</summary>
public class EffectsTests
{
    private const int Histories = 300;

    private static readonly LeadingGroupEstablished Established =
        new("grp-1", Office, "responsibility", June1, [new(Li, GroupRole.Head), new(Wang, GroupRole.Member)]);

    [Fact]
    public void An_assignment_takes_effect_when_it_holds_its_cell_from_that_day_on()
    {
        On(May1, Assigned("a", Li, May1)).ShouldBe([(1, Assigned("a", Li, May1))]);
        On(April1, Assigned("a", Li, May1)).ShouldBeEmpty();
        On(June1, Assigned("a", Li, May1)).ShouldBeEmpty();
        On(May1, Assigned("a", Li, May1), Voided("a", Li)).ShouldBeEmpty();
        On(May1, Assigned("a", Li, May1), Replaced("b", "a", Wang, May1)).ShouldBe([(2, Replaced("b", "a", Wang, May1))]);
        On(May1, Assigned("a", Li, May1), Replaced("b", "a", Wang, May1), Voided("b", Wang)).ShouldBe([(1, Assigned("a", Li, May1))]);
    }

    [Fact]
    public void A_corrected_assignment_takes_effect_on_its_new_day_by_the_correction_and_with_what_it_says()
    {
        var moved = Corrected("a", Li, new(EffectiveFrom: June1));

        On(May1, Assigned("a", Li, May1), moved).ShouldBeEmpty();
        On(June1, Assigned("a", Li, May1), moved).ShouldBe([(2, Assigned("a", Li, June1))]);
        On(May1, Assigned("a", Li, May1), Corrected("a", Wang, new(PersonId: Wang))).ShouldBe([(1, Assigned("a", Wang, May1))]);
    }

    [Fact]
    public void An_end_takes_effect_when_its_assignment_held_the_cell_until_then()
    {
        On(June1, Assigned("a", Li, May1), Ended("a", Li, June1)).ShouldBe([(2, Ended("a", Li, June1))]);
        On(June1, Assigned("a", Li, March1), Replaced("b", "a", Wang, May1), Ended("a", Li, June1)).ShouldBeEmpty();
        On(June1, Assigned("a", Li, May1), Ended("a", Li, June1), Voided("a", Li)).ShouldBeEmpty();
        On(June1, Assigned("a", Li, May1), Ended("a", Li, June1), Corrected("a", Li, new(EndsOn: (LocalDate?)null))).ShouldBeEmpty();
        On(July1, Assigned("a", Li, May1), Ended("a", Li, June1), Corrected("a", Li, new(EndsOn: (LocalDate?)July1)))
            .ShouldBe([(3, Ended("a", Li, July1))]);
        On(June1, Assigned("a", Li, May1), Ended("a", Li, June1), Replaced("b", "a", Wang, June1))
            .ShouldBe([(2, Ended("a", Li, June1)), (3, Replaced("b", "a", Wang, June1))]);
    }

    [Fact]
    public void A_unit_takes_effect_with_its_names_places_and_cells_and_of_several_for_a_day_the_last()
    {
        UnitRegistered registered = new("new", "新局", "New", "office", 2, Bureau, March1, LevelLabels.Default, []);
        UnitRenamed renamed = new("new", "新名", "Renamed", May1);
        UnitMoved moved = new("new", School, Bureau, May1);
        RequiredCellsChanged cells = new("new", [new(Training, Level.First)], May1);
        UnitDissolved dissolved = new("new", June1, "merged");

        On(March1, registered).ShouldBe([(1, registered)]);
        On(May1, registered, renamed, moved, cells).Select(e => e.Position).ShouldBe([2, 3, 4]);
        On(May1, registered, renamed, new UnitRenamed("new", "又名", "Again", May1)).Select(e => e.Position).ShouldBe([3]);
        On(June1, registered, renamed, dissolved).ShouldBe([(3, dissolved)]);
    }

    [Fact]
    public void A_corrected_unit_takes_effect_on_its_new_first_day()
    {
        UnitRegistered registered = new("new", "新局", "New", "office", 2, Bureau, March1, LevelLabels.Default, []);
        UnitCorrected corrected = new("new", "cor-1", new(NameEn: "Newer", EffectiveFrom: April1), "mistyped", NameFrom: March1);

        On(March1, registered, corrected).ShouldBeEmpty();
        On(April1, registered, corrected).ShouldBe([(2, registered with { NameEn = "Newer", EffectiveFrom = April1 })]);
    }

    [Fact]
    public void A_post_takes_effect_in_office_and_a_leaving_after_it()
    {
        OfficeHolderRegistered registered = new(Li, Office, "主任", PostCategory.Head, March1);
        PostChanged changed = new(Li, School, Office, "校长", PostCategory.Head, May1);
        OfficeHolderCorrected Put(OfficeHolderChanges changes, LocalDate of) => new(Li, Office, "cor-1", changes, "mistyped", PostSince: of);

        On(March1, registered).ShouldBe([(1, registered)]);
        On(May1, registered, changed).ShouldBe([(2, changed)]);
        On(May1, registered, changed, new LeftOffice(Li, Office, April1)).ShouldBeEmpty();
        On(April1, registered, changed, new LeftOffice(Li, Office, April1)).ShouldBe([(3, new LeftOffice(Li, Office, April1))]);
        On(June1, registered, changed, Put(new(Since: June1), May1)).ShouldBe([(3, changed with { Since = June1 })]);
        On(May1, registered, changed, Put(new(Since: June1), May1)).ShouldBeEmpty();
        On(April1, registered, Put(new(Since: April1, Post: "主任二"), March1)).ShouldBe([(2, registered with { Since = April1, Post = "主任二" })]);
        On(July1, registered, new LeftOffice(Li, Office, June1), Put(new(LeftOn: (LocalDate?)July1), March1))
            .ShouldBe([(3, new LeftOffice(Li, Office, July1))]);
        On(June1, registered, new LeftOffice(Li, Office, June1), Put(new(LeftOn: (LocalDate?)null), March1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_group_takes_effect_with_who_is_in_it_then_and_a_change_of_role_on_its_day()
    {
        GroupMemberChanged before = new("grp-1", Office, Wang, null, May1);
        GroupMemberChanged after = new("grp-1", Office, Zhang, GroupRole.Deputy, July1);
        LeadingGroupDissolved dissolved = new("grp-1", Office, July1, "done");

        Members(June1, Established).ShouldBe("li Head, wang Member");
        Members(June1, Established, new GroupMemberChanged("grp-1", Office, Wang, null, June1)).ShouldBe("li Head");
        Members(June1, Established, before).ShouldBe("li Head, wang Member");
        On(July1, Established, after).ShouldBe([(2, after)]);
        On(July1, Established, after, after with { Role = null }).ShouldBe([(3, after with { Role = null })]);
        On(July1, Established, after, dissolved).ShouldBe([(3, dissolved)]);
    }

    [Fact]
    public void Meetings_and_tasks_never_do()
    {
        Effects.DaysOf(Scheduled("mtg-1", June1)).ShouldBeEmpty();
        Effects.DaysOf(new MeetingRescheduled("mtg-1", Office, June1.AtMidnight(), July1.AtMidnight(), "later")).ShouldBeEmpty();
        Effects.DaysOf(Submitted("evd-1", "tsk-1")).ShouldBeEmpty();
        Effects.DaysOf(Assigned("a", Li, May1)).ShouldBe([May1]);
        Effects.DaysOf(Corrected("a", Li, new(EffectiveFrom: May1, EndsOn: (LocalDate?)June1))).ShouldBe([May1, June1]);
    }

    [Fact]
    public void An_obligation_takes_effect_on_its_first_day()
    {
        var adopted = new ObligationAdopted("o-1", RuleCode.B1, [Office], May1, new());
        var known = Given.Nothing.And(adopted).Log;

        Effects.DaysOf(adopted).ShouldBe([May1]);
        Effects.On(May1, known).Single().Act.ShouldBe(adopted);
        Effects.On(June1, known).ShouldBeEmpty();
    }

    [Fact]
    public void An_obligation_ends_on_the_first_day_without_it_and_one_taken_back_never_took_effect()
    {
        var adopted = Given.Nothing.And(new ObligationAdopted("o-1", RuleCode.B1, [Office], May1, new()));
        var ended = new ObligationEnded("o-1", RuleCode.B1, [Office], June1, "new rules");

        Effects.On(June1, adopted.And(ended).Log).Single().Act.ShouldBe(ended);
        Effects.On(May1, adopted.And(ended with { EndsOn = May1 }).Log).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_begins_to_hold_a_cell_takes_effect_that_day_by_an_event_that_names_the_day()
    {
        var begun = 0;
        CellHistory.Histories.Sample(history =>
        {
            var known = history.Log.Where(r => r.Data.Stream == CellHistory.Stream).ToList();
            foreach (var day in CellHistory.Days)
            {
                var effects = Effects.On(day, known);
                var holder = new Oracle(known, day).Holder(Office, Training, Level.First);
                var starts = effects.Where(e => e.Act is LeaderAssigned or LeaderReplaced).Select(e => ((ICellEvent)e.Act).AssignmentId);
                starts.ShouldBe(holder?.From == day ? [holder.Id] : []);
                Interlocked.Add(ref begun, effects.Count);
                foreach (var effect in effects)
                {
                    effect.Act.EffectiveOn.ShouldBe(day);
                    Effects.DaysOf(known.Single(r => r.Position == effect.Position).Data).ShouldContain(day);
                }
            }
        }, iter: Histories);
        begun.ShouldBeGreaterThan(Histories);
    }

    [Fact]
    public void A_day_begins_at_midnight_or_where_the_clocks_skip_it_the_moment_after()
    {
        static Instant Start(string zone, int year, int month, int day) =>
            Emitter.StartOf(new(year, month, day), DateTimeZoneProviders.Tzdb[zone]);

        Start("Asia/Shanghai", 2025, 3, 1).ShouldBe(Instant.FromUtc(2025, 2, 28, 16, 0));
        Start("Asia/Beirut", 2024, 3, 31).ShouldBe(Instant.FromUtc(2024, 3, 30, 22, 0));
        Start("America/Havana", 2024, 11, 3).ShouldBe(Instant.FromUtc(2024, 11, 3, 4, 0));
        Start("Pacific/Apia", 2011, 12, 30).ShouldBe(Instant.FromUtc(2011, 12, 30, 10, 0));
    }

    private static string Members(LocalDate day, params ILedgerEvent[] events) => string.Join(", ",
        Effects.On(day, Recorded(events)).Select(e => e.Act).OfType<LeadingGroupEstablished>().Single().Members
            .Select(m => $"{m.PersonId} {m.Role}"));

    private static List<(long Position, ILedgerEvent Act)> On(LocalDate day, params ILedgerEvent[] events) =>
        [.. Effects.On(day, Recorded(events)).Select(e => (e.Position, e.Act))];

    private static IReadOnlyList<Recorded> Recorded(ILedgerEvent[] events) => Given.Nothing.And(events).Log;
}
