using Ledger.Areas;
using Ledger.LeadingGroups;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.People;
using Shouldly;
using Xunit;
using static Ledger.Tests.Obligations.Asking;

namespace Ledger.Tests.Obligations;

public sealed class ResponsibilityRuleTests
{
    private static Asking Group(params (string Person, string From, string? To)[] heads) => new Asking().With(u =>
    {
        u.Groups.Add(new("grp", "responsibility", HasBasis: true, Days("2025-01-10")));
        u.Members.AddRange(heads.Select(h => new MemberFact("grp", h.Person, GroupRole.Head, Days(h.From, h.To))));
    });

    private static Asking Seats(params (string Area, Level Level, string Person, string From, string? To)[] held) => new Asking().With(u =>
    {
        foreach (var (area, level) in held.Select(h => (h.Area, h.Level)).Distinct())
            u.Required.Add(new(area, level, Always));
        u.Holdings.AddRange(held.Select((h, i) => new HoldingFact(h.Area, h.Level, h.Person, $"asg-{i}", Days(h.From, h.To))));
    });

    [Fact]
    public void A1_a_group_with_one_head_after_the_days_of_grace()
    {
        Group(("li", "2025-01-10", null)).Ask(RuleCode.A1).ShouldBe(["met"]);
        Group(("li", "2025-02-10", null)).Ask(RuleCode.A1).ShouldBe(["breached"]);
        Group(("li", "2025-02-10", null)).Ask(RuleCode.A1, new(GraceDays: 60)).ShouldBe(["met"]);
        Group(("li", "2025-01-10", "2025-05-01")).Ask(RuleCode.A1).ShouldBe(["breached"]);
        Group(("li", "2025-01-10", "2025-05-01")).Ask(RuleCode.A1, asOf: "2025-04-30").ShouldBe(["met"]);
        Group(("li", "2025-01-10", null), ("wang", "2025-03-01", "2025-03-02")).Ask(RuleCode.A1).ShouldBe(["breached"]);
        Group(("li", "2025-01-10", null)).Ask(RuleCode.A1, new(Purpose: "safety")).ShouldBe(["breached"]);
        new Asking().Ask(RuleCode.A1, asOf: "2025-01-20").ShouldBe(["open"]);
    }

    [Fact]
    public void A1_asks_nothing_of_days_before_or_after_the_unit() =>
        new Asking().With(u => u.Exists = Days("2025-07-01")).Ask(RuleCode.A1).ShouldBeEmpty();

    [Fact]
    public void A2_the_head_of_the_group_is_the_head_of_the_unit()
    {
        var group = Group(("li", "2025-01-10", null)).With(u => u.People.Add(new("li", PostCategory.Head, Days("2025-01-01", "2025-06-01"))));

        group.Ask(RuleCode.A2, asOf: "2025-05-31").ShouldBe(["met grp"]);
        group.Ask(RuleCode.A2, asOf: "2025-06-01").ShouldBe(["breached grp"]);
    }

    [Fact]
    public void A3_every_required_cell_on_every_day()
    {
        Seats(("training", Level.First, "li", "2025-01-01", null)).Ask(RuleCode.A3).ShouldBe(["met"]);
        Seats(("training", Level.First, "li", "2025-01-01", "2025-06-15"), ("training", Level.Direct, "li", "2025-01-01", null))
            .Ask(RuleCode.A3).ShouldBe(["breached school/training/First"]);
        Seats(("training", Level.First, "li", "2025-01-01", "2025-06-15")).Ask(RuleCode.A3, asOf: "2025-06-14").ShouldBe(["met"]);
    }

    [Fact]
    public void A4_one_person_is_first_responsible()
    {
        Seats(("training", Level.First, "li", "2025-01-01", null), ("archives", Level.First, "li", "2025-01-01", null)).Ask(RuleCode.A4).ShouldBe(["met"]);
        Seats(("training", Level.First, "li", "2025-01-01", null), ("archives", Level.First, "wang", "2025-06-15", null)).Ask(RuleCode.A4).ShouldBe(["breached"]);
        Seats(("training", Level.First, "li", "2025-01-01", null), ("archives", Level.First, "wang", "2025-06-16", null)).Ask(RuleCode.A4).ShouldBe(["met"]);
    }

    [Fact]
    public void A5_a_leader_in_charge_holds_a_leading_duty()
    {
        var seats = Seats(("training", Level.Leading, "wang", "2025-03-01", null))
            .With(u => u.People.AddRange([new("wang", PostCategory.LeaderInCharge, Always), new("li", PostCategory.Head, Always)]));

        seats.Ask(RuleCode.A5).ShouldBe(["met wang"]);
        seats.Ask(RuleCode.A5, asOf: "2025-02-28").ShouldBe(["breached wang"]);
    }

    [Fact]
    public void A6_a_change_is_recorded_within_days()
    {
        var changes = new Asking().With(u => u.Assignments.AddRange(
            [new("in-time", Day("2025-03-01"), Day("2025-03-15")), new("late", Day("2025-03-01"), Day("2025-03-16")), new("before", Day("2024-12-31"), Day("2025-03-01"))]));

        changes.Ask(RuleCode.A6).ShouldBe(["met in-time", "breached late"]);
        changes.Ask(RuleCode.A6, new(WithinDays: 15)).ShouldBe(["met in-time", "met late"]);
    }

    [Fact]
    public void A7_a_vacancy_is_filled_within_days()
    {
        Seats(("training", Level.First, "li", "2025-01-31", null)).Ask(RuleCode.A7).ShouldBe(["met school/training/First"]);
        Seats(("training", Level.First, "li", "2025-02-01", null)).Ask(RuleCode.A7).ShouldBe(["breached school/training/First"]);
        Seats(("training", Level.First, "li", "2025-01-01", "2025-06-01")).Ask(RuleCode.A7).ShouldBe(["open school/training/First"]);
        Seats(("training", Level.First, "li", "2025-01-01", null)).Ask(RuleCode.A7).ShouldBeEmpty();
    }

    [Fact]
    public void A8_a_group_rests_on_a_document()
    {
        Group().Ask(RuleCode.A8).ShouldBe(["met grp"]);
        Group().With(u => u.Groups[0] = u.Groups[0] with { HasBasis = false }).Ask(RuleCode.A8).ShouldBe(["breached grp"]);
    }
}
