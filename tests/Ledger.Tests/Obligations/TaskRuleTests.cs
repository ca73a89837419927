using Ledger.Inspections;
using Ledger.Meetings;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Tasks;
using Shouldly;
using Xunit;
using static Ledger.Tests.Obligations.Asking;

namespace Ledger.Tests.Obligations;

public sealed class TaskRuleTests
{
    private static TaskFact Task(string id, string due, TaskState status = TaskState.Open, string raised = "2025-02-01", params Closing[] closings) =>
        new(id, School, status, Day(raised), Day(due), null, null, HasEvidence: true, closings);

    private static TaskFact ClosedOn(string id, params string[] closedOn) =>
        Task(id, "2026-06-30", TaskState.Closed, "2025-03-02", [.. closedOn.Select(on => Closed(on, "2026-06-30"))]);

    private static Closing Closed(string on, string due) => new(Day(on), Day(due), "wang", Day(on) > Day(due));

    private static InspectionFact Inspection(string id, string on, bool bySuperior = true, InspectionAspect[]? aspects = null, FindingFact[]? findings = null,
        params (string, string)[] notified) => new(id, School, bySuperior ? Bureau : School, bySuperior, Day(on), [], aspects ?? [], findings ?? [],
            [.. notified.Select(n => (n.Item1, Day(n.Item2)))]);

    private static Asking Tasks(params TaskFact[] tasks) => new Asking().With(u => u.Tasks.AddRange(tasks));

    private static Asking Inspected(params InspectionFact[] made) => new Asking().With(u => u.Inspected.AddRange(made))
        .And(f => f.Unit(Bureau).Inspecting.AddRange(made));

    [Fact]
    public void C1_what_was_resolved_becomes_a_task()
    {
        var held = new Asking().With(u => u.Meetings.Add(
            new("m", School, MeetingKind.Special, Day("2025-03-01"), Day("2025-03-01"), "li", [], [], ["r-1", "r-2"])));

        held.And(f => f.TasksOfResolution["r-1"] = [Task("t", "2025-04-01")]).Ask(RuleCode.C1).ShouldBe(["met r-1", "breached r-2"]);
    }

    [Fact]
    public void C2_every_instruction_is_checked_before_the_year_ends()
    {
        var tasks = Tasks(Task("checked", "2025-05-01"), Task("closed", "2025-05-01", TaskState.Closed, "2025-02-01", Closed("2025-04-01", "2025-05-01")),
                Task("never", "2025-05-01"), Task("cancelled", "2025-05-01", TaskState.Cancelled))
            .And(f => f.ChecksOfTask["checked"] = [Inspection("i", "2025-12-31")]);

        tasks.Ask(RuleCode.C2).ShouldBe(["met checked", "met closed", "open never"]);
        tasks.Ask(RuleCode.C2, asOf: "2026-01-01").ShouldBe(["met checked", "met closed", "breached never"]);
        var late = tasks.And(f => f.ChecksOfTask["checked"] = [Inspection("i", "2026-01-01")]);
        late.Ask(RuleCode.C2, asOf: "2026-01-01")[0].ShouldBe("breached checked");
        late.Why(RuleCode.C2, asOf: "2026-01-01").ShouldBe(["逾期检查或核验销号 / Checked, or closed by a verifier, late",
            "已检查或核验销号 / Checked, or closed by a verifier", "未检查 / Never checked"]);
    }

    [Fact]
    public void C3_every_check_is_notified_within_days()
    {
        var made = Inspected(Inspection("in-time", "2025-03-01", notified: [("n-2", "2025-04-01"), ("n-1", "2025-03-16")]),
            Inspection("late", "2025-03-01", notified: [("n-3", "2025-03-17")]), Inspection("none", "2025-06-01"));

        made.Ask(RuleCode.C3, unit: Bureau).ShouldBe(["met in-time", "breached late", "open none"]);
        made.Ask(RuleCode.C3, unit: Bureau, asOf: "2025-06-17").ShouldBe(["met in-time", "breached late", "breached none"]);
        made.Ask(RuleCode.C3).ShouldBeEmpty();
    }

    [Fact]
    public void C4_each_finding_becomes_a_task_within_days()
    {
        var made = Inspected(Inspection("i", "2025-06-12", findings: [new("in-time", false), new("late", false), new("none", false)]))
            .And(f => f.TasksOfFinding["in-time"] = [Task("t", "2025-09-01", raised: "2025-06-15")])
            .And(f => f.TasksOfFinding["late"] = [Task("u", "2025-09-01", raised: "2025-06-16")]);

        made.Ask(RuleCode.C4).ShouldBe(["met in-time", "open late", "open none"]);
        made.Ask(RuleCode.C4, asOf: "2025-06-16").ShouldBe(["met in-time", "breached late", "breached none"]);
    }

    [Fact]
    public void C5_closed_with_evidence_and_by_another()
    {
        var closed = Task("t", "2025-05-01", TaskState.Closed, "2025-02-01", Closed("2025-04-01", "2025-05-01"));

        Tasks(closed, closed with { TaskId = "bare", HasEvidence = false }, Task("open", "2025-05-01")).Ask(RuleCode.C5).ShouldBe(["met t", "breached bare"]);
    }

    [Fact]
    public void C6_finished_on_time() => Tasks(
            Task("in-time", "2025-05-01", TaskState.Closed, "2025-02-01", Closed("2025-05-01", "2025-05-01")),
            Task("late", "2025-05-01", TaskState.Closed, "2025-02-01", Closed("2025-05-02", "2025-05-01")),
            Task("late-before", "2025-07-01", TaskState.Open, "2025-02-01", Closed("2025-05-02", "2025-05-01")),
            Task("due-today", "2025-06-15"), Task("overdue", "2025-06-14"), Task("cancelled", "2025-06-14", TaskState.Cancelled))
        .Ask(RuleCode.C6).ShouldBe(["met in-time", "breached late", "breached late-before", "open due-today", "breached overdue"]);

    [Fact]
    public void C7_work_late_by_more_than_days_is_answered_for()
    {
        var tasks = Tasks(Task("closed-16", "2025-05-01", TaskState.Closed, "2025-02-01", Closed("2025-05-17", "2025-05-01")),
            Task("closed-15", "2025-05-01", TaskState.Closed, "2025-02-01", Closed("2025-05-16", "2025-05-01")), Task("open-16", "2025-05-30"), Task("open-15", "2025-05-31"));

        tasks.Ask(RuleCode.C7).ShouldBe(["breached closed-16", "breached open-16"]);
        tasks.And(f => f.CasesOfTask["open-16"] = [new("c", Day("2025-06-15"))]).Ask(RuleCode.C7).ShouldBe(["breached closed-16", "met open-16"]);
    }

    [Fact]
    public void C8_a_year_of_self_inspections_covers_the_four_aspects()
    {
        var made = Inspected(Inspection("i", "2025-03-01", false, [InspectionAspect.Organisation, InspectionAspect.Mechanism]), Inspection("j", "2025-05-01", false, [InspectionAspect.Channels, InspectionAspect.Team]));

        made.Ask(RuleCode.C8).ShouldBe(["met 2025"]);
        Inspected(Inspection("i", "2025-03-01", false, [InspectionAspect.Mechanism, InspectionAspect.Team])).Why(RuleCode.C8)
            .ShouldBe(["未自查：组织领导、阵地管理 / Not inspected: organisation, channels"]);
        Inspected(Inspection("i", "2025-03-01", false, [InspectionAspect.Organisation, InspectionAspect.Mechanism, InspectionAspect.Team])).Ask(RuleCode.C8).ShouldBe(["open 2025"]);
        Inspected(Inspection("i", "2025-03-01", true, [InspectionAspect.Organisation, InspectionAspect.Mechanism, InspectionAspect.Channels, InspectionAspect.Team])).Ask(RuleCode.C8, asOf: "2026-01-01").ShouldBe(["breached 2025"]);
    }

    [Fact]
    public void C9_every_finding_is_put_right_or_answered_for()
    {
        var made = Inspected(Inspection("i", "2025-03-01", findings: [new("closed", false), new("answered", false), new("open", false)]))
            .And(f => f.TasksOfFinding["closed"] = [ClosedOn("t", "2025-05-01"), Task("x", "2025-05-01", TaskState.Cancelled)])
            .And(f => f.TasksOfFinding["open"] = [Task("u", "2025-05-01"), Task("v", "2025-05-01", TaskState.Cancelled)])
            .And(f => f.CasesOfFinding["answered"] = [new("c", Day("2025-04-01"))]);

        made.Ask(RuleCode.C9).ShouldBe(["met closed", "met answered", "open open"]);
        made.Ask(RuleCode.C9, asOf: "2026-01-01").ShouldBe(["met closed", "met answered", "breached open"]);
    }

    [Fact]
    public void C9_what_was_open_at_the_end_of_the_year_is_a_breach()
    {
        var made = Inspected(Inspection("i", "2025-03-01", findings: [new("closed", false), new("answered", false), new("again", false), new("half", false)]))
            .And(f => f.TasksOfFinding["closed"] = [ClosedOn("t", "2026-01-01")])
            .And(f => f.CasesOfFinding["answered"] = [new("c", Day("2026-01-01"))])
            .And(f => f.TasksOfFinding["again"] = [ClosedOn("u", "2025-12-01", "2026-01-01")])
            .And(f => f.TasksOfFinding["half"] = [ClosedOn("v", "2025-12-31"), Task("w", "2025-05-01")]);

        made.Ask(RuleCode.C9, asOf: "2026-01-02").ShouldBe(["breached closed", "breached answered", "breached again", "breached half"]);
        made.Ask(RuleCode.C9, asOf: "2025-12-31").ShouldBe(["open closed", "open answered", "open again", "open half"]);
        const string late = "逾期整改或问责 / Put right, or answered for, late";
        made.Why(RuleCode.C9, asOf: "2026-01-02").ShouldBe([late, late, late, "未整改，也未问责 / Neither put right nor answered for"]);
    }

    [Fact]
    public void E1_each_unit_directly_below_is_inspected_by_the_one_above()
    {
        Inspected(Inspection("i", "2025-12-31")).Ask(RuleCode.E1, unit: Bureau, asOf: "2026-01-01").ShouldBe(["met school 2025"]);
        Inspected(Inspection("i", "2026-01-01")).Ask(RuleCode.E1, unit: Bureau, asOf: "2026-01-01").ShouldBe(["breached school 2025"]);
        Inspected(Inspection("i", "2025-03-01", bySuperior: false)).Ask(RuleCode.E1, unit: Bureau).ShouldBe(["open school 2025"]);
        Inspected(Inspection("i", "2025-03-01") with { InspectingUnitId = "elsewhere" }).Ask(RuleCode.E1, unit: Bureau).ShouldBe(["open school 2025"]);
        new Asking().And(f => f.Unit(Bureau).Children[0] = new(School, Days("2025-01-01", "2025-12-31"))).Ask(RuleCode.E1, unit: Bureau, asOf: "2026-01-01").ShouldBeEmpty();
    }

    [Fact]
    public void E1_while_the_year_runs_the_units_below_are_those_of_the_day_of_asking()
    {
        var moves = new Asking().And(f => f.Unit(Bureau).Children[0] = new(School, Days("2025-01-01", "2025-06-16")));

        moves.Ask(RuleCode.E1, unit: Bureau, asOf: "2025-06-15").ShouldBe(["open school 2025"]);
        moves.Ask(RuleCode.E1, unit: Bureau, asOf: "2025-06-16").ShouldBeEmpty();
    }

    [Fact]
    public void E2_each_unit_directly_below_is_assessed_for_the_year()
    {
        var assessed = new Asking().With(u => u.Assessments.Add(new("a", Bureau, "2025", Day("2026-01-31"))));

        assessed.Ask(RuleCode.E2, unit: Bureau, asOf: "2026-02-01").ShouldBe(["met school 2025"]);
        assessed.Ask(RuleCode.E2, new(WithinDays: 30), unit: Bureau, asOf: "2026-02-01").ShouldBe(["breached school 2025"]);
        assessed.Why(RuleCode.E2, new(WithinDays: 30), "2026-02-01", Bureau).ShouldBe(["逾期考核 / Assessed late"]);
        new Asking().Ask(RuleCode.E2, unit: Bureau).ShouldBe(["open school 2025"]);
        new Asking().With(u => u.Assessments.AddRange([new("a", Bureau, "2024", Day("2025-01-31")), new("b", "elsewhere", "2025", Day("2025-12-31"))]))
            .Ask(RuleCode.E2, unit: Bureau, asOf: "2026-02-01").ShouldBe(["breached school 2025"]);
    }

    [Fact]
    public void E3_a_serious_finding_opens_a_case_within_days()
    {
        var made = Inspected(Inspection("i", "2025-05-16", findings: [new("answered", true), new("late", true), new("minor", false)]))
            .And(f => f.CasesOfFinding["answered"] = [new("c", Day("2025-06-15"))])
            .And(f => f.CasesOfFinding["late"] = [new("d", Day("2025-06-16"))]);

        made.Ask(RuleCode.E3, unit: Bureau, asOf: "2025-06-16").ShouldBe(["met answered", "breached late"]);
        made.Ask(RuleCode.E3, unit: Bureau, asOf: "2025-06-15").ShouldBe(["met answered", "open late"]);
        made.Why(RuleCode.E3, asOf: "2025-06-16", unit: Bureau).ShouldBe(["已问责 / A case was opened", "逾期问责 / A case was opened late"]);
    }
}
