using Ledger.Areas;
using Ledger.Meetings;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.People;
using Ledger.Tasks;
using Shouldly;
using Xunit;
using static Ledger.Tests.Obligations.Asking;

namespace Ledger.Tests.Obligations;

public sealed class MeetingRuleTests
{
    private static MeetingFact Held(string id, string on, MeetingKind kind = MeetingKind.Special, string? recorded = null, string chair = "li",
        string[]? attendees = null, AgendaKind[]? agenda = null, string[]? resolutions = null) =>
        new(id, School, kind, Day(on), Day(recorded ?? on), chair, attendees ?? [], agenda ?? [], resolutions ?? []);

    private static Asking Meetings(params MeetingFact[] held) => new Asking().With(u => u.Meetings.AddRange(held));

    [Fact]
    public void B1_one_special_meeting_every_half_year()
    {
        Meetings(Held("m", "2025-06-30")).Ask(RuleCode.B1, to: "2025-07-01").ShouldBe(["met 2025-H1"]);
        Meetings(Held("m", "2025-07-01")).Ask(RuleCode.B1, to: "2025-07-01", asOf: "2025-06-30").ShouldBe(["open 2025-H1"]);
        Meetings(Held("m", "2025-07-01")).Ask(RuleCode.B1, asOf: "2025-07-01").ShouldBe(["breached 2025-H1", "met 2025-H2"]);
        Meetings(Held("m", "2025-03-01", MeetingKind.Study)).Ask(RuleCode.B1, to: "2025-07-01", asOf: "2025-07-01").ShouldBe(["breached 2025-H1"]);
        Meetings(Held("m", "2025-03-01")).Ask(RuleCode.B1, new(Minimum: 2), to: "2025-07-01", asOf: "2025-07-01").ShouldBe(["breached 2025-H1"]);
    }

    [Fact]
    public void B1_is_owed_by_a_unit_that_exists_on_the_last_day() =>
        Meetings().With(u => u.Exists = Days("2025-01-01", "2025-06-30")).Ask(RuleCode.B1, asOf: "2025-12-31").ShouldBeEmpty();

    [Fact]
    public void B1_is_owed_no_more_when_the_obligation_ended_before_the_last_day()
    {
        Meetings().Ask(RuleCode.B1, to: "2025-06-30", ended: "2025-06-30", asOf: "2025-12-31").ShouldBeEmpty();
        Meetings().Ask(RuleCode.B1, to: "2025-07-01", ended: "2025-07-01", asOf: "2025-12-31").ShouldBe(["breached 2025-H1"]);
    }

    [Fact]
    public void B2_one_special_meeting_every_month() =>
        Meetings(Held("m", "2025-01-31"), Held("n", "2025-03-01")).Ask(RuleCode.B2, from: "2025-01-01", to: "2025-04-01", asOf: "2025-04-01")
            .ShouldBe(["met 2025-01", "breached 2025-02", "met 2025-03"]);

    [Fact]
    public void B3_a_special_meeting_hears_reports() => Meetings(
            Held("heard", "2025-03-01", agenda: [AgendaKind.HearReports]), Held("not", "2025-03-01"), Held("study", "2025-03-01", MeetingKind.Study))
        .Ask(RuleCode.B3).ShouldBe(["met heard", "breached not"]);

    [Fact]
    public void B4_every_resolution_becomes_a_task_within_days()
    {
        var held = Meetings(Held("m", "2025-06-01", resolutions: ["r-1", "r-2"])).And(f =>
            f.TasksOfResolution["r-1"] = [Task("t-1", "2025-06-08")]);

        held.Ask(RuleCode.B4, asOf: "2025-06-08").ShouldBe(["open m"]);
        held.Ask(RuleCode.B4, asOf: "2025-06-09").ShouldBe(["breached m"]);
        held.And(f => f.TasksOfResolution["r-2"] = [Task("t-2", "2025-06-08")]).Ask(RuleCode.B4, asOf: "2025-06-09").ShouldBe(["met m"]);
        held.And(f => f.TasksOfResolution["r-2"] = [Task("t-2", "2025-06-09")]).Ask(RuleCode.B4, asOf: "2025-06-09").ShouldBe(["breached m"]);
        Meetings(Held("m", "2025-06-14")).Ask(RuleCode.B4).ShouldBe(["breached m"]);
    }

    [Fact]
    public void B5_a_first_responsible_person_is_there()
    {
        var held = Meetings(Held("chairs", "2025-03-01", chair: "li"), Held("attends", "2025-03-02", chair: "wang", attendees: ["li"]), Held("absent", "2025-03-03", chair: "wang"),
                Held("successor", "2025-04-01", chair: "li"))
            .With(u => u.Required.Add(new("training", Level.First, Always)))
            .With(u => u.Holdings.Add(new("training", Level.First, "li", "a", Days("2025-01-01", "2025-04-01"))));

        held.Ask(RuleCode.B5).ShouldBe(["met chairs", "met attends", "breached absent", "breached successor"]);
    }

    [Fact]
    public void B5_a_seat_that_nobody_requires_makes_no_first_responsible_person() =>
        Meetings(Held("m", "2025-03-01", chair: "li")).With(u => u.Required.Add(new("training", Level.First, Days("2025-04-01"))))
            .With(u => u.Holdings.Add(new("training", Level.First, "li", "a", Always))).Ask(RuleCode.B5).ShouldBe(["breached m"]);

    [Fact]
    public void B6_a_document_is_passed_on_within_days()
    {
        RuleParameters received = new(ReceivedOn: Day("2025-06-01"), Document: "city 3");

        Meetings(Held("m", "2025-06-16", agenda: [AgendaKind.PassOn])).Ask(RuleCode.B6, received).ShouldBe(["met"]);
        Meetings(Held("m", "2025-05-31", agenda: [AgendaKind.PassOn])).Ask(RuleCode.B6, received, asOf: "2025-06-16").ShouldBe(["open"]);
        var late = Meetings(Held("m", "2025-06-17", agenda: [AgendaKind.PassOn]));
        late.Ask(RuleCode.B6, received, asOf: "2025-06-17").ShouldBe(["breached"]);
        late.Why(RuleCode.B6, received, asOf: "2025-06-17").ShouldBe(["“city 3”逾期传达 / “city 3” was passed on late"]);
        Meetings().Why(RuleCode.B6, received with { Document = null }).ShouldBe(["文件未传达 / The document was not passed on"]);
    }

    [Fact]
    public void B6_and_B7_bind_a_unit_on_days_on_which_it_exists()
    {
        var later = Meetings().With(u => u.Exists = Days("2025-06-02", "2025-10-01"));

        later.Ask(RuleCode.B6, new(ReceivedOn: Day("2025-06-01"))).ShouldBeEmpty();
        later.Ask(RuleCode.B6, new(ReceivedOn: Day("2025-06-02"))).ShouldBe(["open"]);
        later.Ask(RuleCode.B7, new(Holidays: [Day("2025-06-01"), Day("2025-10-01")])).ShouldBeEmpty();
        later.Ask(RuleCode.B7, new(Holidays: [Day("2025-06-02")])).ShouldBe(["breached"]);
    }

    [Fact]
    public void B7_a_reminder_before_each_holiday()
    {
        RuleParameters holidays = new(Holidays: [Day("2025-01-29"), Day("2025-10-06")]);

        Meetings(Held("m", "2025-01-19", MeetingKind.Reminder)).Ask(RuleCode.B7, holidays).ShouldBe(["met", "open"]);
        Meetings(Held("m", "2025-01-18", MeetingKind.Reminder)).Ask(RuleCode.B7, holidays).ShouldBe(["breached", "open"]);
        Meetings(Held("m", "2025-01-29", MeetingKind.Reminder)).Ask(RuleCode.B7, holidays).ShouldBe(["breached", "open"]);
    }

    [Fact]
    public void B8_minutes_are_recorded_within_days() => Meetings(
            Held("in-time", "2025-03-01", recorded: "2025-03-08"), Held("late", "2025-03-01", MeetingKind.Study, "2025-03-09"))
        .Ask(RuleCode.B8).ShouldBe(["met in-time", "breached late"]);

    [Fact]
    public void B9_the_levels_below_are_heard() => Meetings(Held("m", "2025-03-01"), Held("n", "2025-09-01", agenda: [AgendaKind.HearReports]))
        .Ask(RuleCode.B9, asOf: "2025-09-01").ShouldBe(["breached 2025-H1", "met 2025-H2"]);

    [Fact]
    public void F1_study_has_attendance() => Meetings(Held("m", "2025-03-01", MeetingKind.Study), Held("n", "2025-03-01", MeetingKind.Study, attendees: ["li"]))
        .Ask(RuleCode.F1).ShouldBe(["breached m", "met n"]);

    [Fact]
    public void F2_the_target_of_the_year()
    {
        var held = Meetings(Held("s", "2025-03-01", MeetingKind.Study), Held("l", "2025-12-31", MeetingKind.Lecture), Held("x", "2024-12-31", MeetingKind.Study));

        held.Ask(RuleCode.F2, new(Study: 1, Lecture: 1), asOf: "2026-01-01").ShouldBe(["met 2025"]);
        held.Ask(RuleCode.F2, new(Study: 2, Lecture: 1), asOf: "2026-01-01").ShouldBe(["breached 2025"]);
        held.Ask(RuleCode.F2, new(Study: 1, Lecture: 2)).ShouldBe(["open 2025"]);
    }

    [Fact]
    public void F3_study_over_two_years()
    {
        var held = Meetings(Held("s", "2025-03-01", MeetingKind.Study), Held("t", "2024-01-01", MeetingKind.Study), Held("u", "2023-12-31", MeetingKind.Study));

        held.Ask(RuleCode.F3, new(Study: 2)).ShouldBe(["met 2025"]);
        held.Ask(RuleCode.F3, new(Study: 3), asOf: "2026-01-01").ShouldBe(["breached 2025"]);
    }

    [Fact]
    public void F4_the_head_lectures()
    {
        var held = Meetings(Held("l", "2025-03-01", MeetingKind.Lecture, chair: "li")).With(u => u.People.Add(new("li", PostCategory.Head, Days("2025-03-01"))));

        held.Ask(RuleCode.F4).ShouldBe(["met 2025"]);
        held.With(u => u.People[0] = new("li", PostCategory.Head, Days("2025-03-02"))).Ask(RuleCode.F4, asOf: "2026-01-01").ShouldBe(["breached 2025"]);
    }

    private static TaskFact Task(string id, string raised) =>
        new(id, School, TaskState.Open, Day(raised), Day("2025-12-01"), null, null, false, []);
}
