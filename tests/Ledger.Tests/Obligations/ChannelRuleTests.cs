using Ledger.Channels;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.PublicationReview;
using Shouldly;
using Xunit;
using static Ledger.Tests.Obligations.Asking;

namespace Ledger.Tests.Obligations;

public sealed class ChannelRuleTests
{
    private static ChannelFact Channel(string id, bool group = true, bool ten = true, string recorded = "2025-05-16", string? filed = null, string? retired = null, string? custodianLeft = null) =>
        new(id, group ? ChannelKind.WechatGroup : ChannelKind.Website, ten, "li", Days("2025-01-01", custodianLeft), Day(recorded), filed is null ? null : Day(filed), retired is null ? null : Day(retired));

    private static ItemFact Item(string id, bool business = true, string? published = "2025-03-01", bool complete = true, params ReviewGate[] gates) =>
        new(id, business, null, published is null ? null : Day(published), complete, gates);

    private static Asking Channels(params ChannelFact[] channels) => new Asking().With(u => u.Channels.AddRange(channels));

    private static Asking Items(params ItemFact[] items) => new Asking().With(u => u.Items.AddRange(items));

    [Fact]
    public void G1_a_work_group_of_ten_or_more_is_filed_within_days()
    {
        var channels = Channels(Channel("filed", filed: "2025-06-15"), Channel("not"), Channel("small", ten: false), Channel("site", group: false), Channel("retired", retired: "2025-06-15"));

        channels.Ask(RuleCode.G1).ShouldBe(["met filed", "open not"]);
        channels.Ask(RuleCode.G1, asOf: "2025-06-16").ShouldBe(["met filed", "breached not"]);
        channels.Ask(RuleCode.G1, asOf: "2025-06-14").ShouldBe(["met filed", "open not", "open retired"]);
    }

    [Fact]
    public void G2_a_custodian_in_office() =>
        Channels(Channel("kept"), Channel("left", custodianLeft: "2025-06-15")).Ask(RuleCode.G2).ShouldBe(["met kept", "breached left"]);

    [Fact]
    public void G2_a_custodian_who_left_after_the_last_day_asked_was_in_office()
    {
        var channels = Channels(Channel("left", custodianLeft: "2025-06-01"));

        channels.Ask(RuleCode.G2, to: "2025-06-01").ShouldBe(["met left"]);
        channels.Ask(RuleCode.G2, to: "2025-06-02").ShouldBe(["breached left"]);
        channels.With(u => u.Exists = Days("2025-01-01", "2025-06-01")).Ask(RuleCode.G2).ShouldBe(["met left"]);
    }

    [Fact]
    public void G3_nothing_idle_is_left_active()
    {
        var channels = Channels(Channel("new", group: false), Channel("logged", group: false, recorded: "2024-01-01"), Channel("used", group: false, recorded: "2024-01-01"), Channel("idle", group: false, recorded: "2024-01-01"))
            .With(u => u.Releases.Add(new("logged", Days("2025-03-01", "2025-04-01"), 2)))
            .With(u => u.Items.Add(Item("i") with { ChannelId = "used" }));

        channels.Ask(RuleCode.G3, new(IdleDays: 120)).ShouldBe(["met new", "met logged", "met used", "breached idle"]);
    }

    [Fact]
    public void G3_a_count_of_none_and_what_came_after_the_day_of_asking_are_no_use()
    {
        var channels = Channels(Channel("none", group: false, recorded: "2024-01-01"), Channel("next-month", group: false, recorded: "2024-01-01"), Channel("next-day", group: false, recorded: "2024-01-01"))
            .With(u => u.Releases.AddRange([new("none", Days("2025-05-01", "2025-06-01"), 0), new("next-month", Days("2025-07-01", "2025-08-01"), 3)]))
            .With(u => u.Items.Add(Item("i", published: "2025-06-16") with { ChannelId = "next-day" }));

        channels.Ask(RuleCode.G3).ShouldBe(["breached none", "breached next-month", "breached next-day"]);
        channels.Ask(RuleCode.G3, asOf: "2025-07-01").ShouldBe(["breached none", "met next-month", "met next-day"]);
    }

    [Fact]
    public void G4_and_G5_what_is_published_was_approved()
    {
        var items = Items(Item("b"), Item("b-short", complete: false), Item("o", business: false), Item("o-short", business: false, complete: false), Item("waiting", published: null));

        items.Ask(RuleCode.G4).ShouldBe(["met b", "breached b-short"]);
        items.Ask(RuleCode.G5).ShouldBe(["met o", "breached o-short"]);
    }

    [Fact]
    public void G6_all_gates_are_ticked() =>
        Items(Item("all", gates: [ReviewGate.Picture, ReviewGate.Wording, ReviewGate.Work]), Item("two", gates: [ReviewGate.Picture, ReviewGate.Work])).Ask(RuleCode.G6).ShouldBe(["met all", "breached two"]);

    [Fact]
    public void G7_what_is_decided_is_published_within_days()
    {
        var records = new Asking().With(u => u.OpenRecords.AddRange([new("in-time", Day("2025-03-01"), Day("2025-03-21")), new("late", Day("2025-03-01"), Day("2025-03-22"))]));

        records.Ask(RuleCode.G7).ShouldBe(["met in-time", "breached late"]);
        records.Ask(RuleCode.G7, asOf: "2025-03-02").ShouldBe(["met in-time", "breached late"]);
    }
}
