using Ledger.Log;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Reads;
using Ledger.Reminders;
using Ledger.Tasks;
using NodaTime;
using Shouldly;
using Xunit;

namespace Ledger.Tests.Reminders;

public sealed class ReminderTests
{
    private static readonly LocalDate Day = new(2025, 6, 30);

    private static readonly Window Window = new(Day.PlusDays(-7), Day);

    [Fact]
    public void What_is_due_in_the_window_and_not_done_is_told_by_due_date()
    {
        Told([Task("a", Day), Task("b", Window.From), Task("early", Window.From.PlusDays(-1)), Task("late", Day.PlusDays(1)),
            Task("closed", Day) with { Status = TaskState.Closed }, Task("cancelled", Day) with { Status = TaskState.Cancelled }],
            [Check(Day.PlusDays(-1)), Check(Day.PlusDays(1)), Check(null), Check(Day) with { State = CheckState.Met },
                Check(Day) with { State = CheckState.Breached }])
            .Select(r => $"{r.DueOn:MM-dd} {r.Kind} {r.Subject?.Id ?? r.RuleCode.ToString()}")
            .ShouldBe(["06-23 Task b", "06-29 Rule B1", "06-30 Task a"]);
    }

    [Fact]
    public void A_rule_that_a_task_is_finished_on_its_date_is_no_second_reminder_of_it()
    {
        var (onTime, toBeChecked) = (OfTask(Day), OfTask(Day.PlusDays(-1)));

        Told([Task("a", Day)], [onTime]).Single().Kind.ShouldBe(ReminderKind.Task);
        Told([Task("a", Day)], [toBeChecked]).Select(r => r.Kind).ShouldBe([ReminderKind.Rule, ReminderKind.Task]);
        Told([], [onTime]).Single().Kind.ShouldBe(ReminderKind.Rule);
    }

    [Fact]
    public void Its_id_stays_when_the_due_date_moves_and_is_of_one_thing_only()
    {
        Told([Task("a", Day)], []).Single().Id.ShouldBe(Told([Task("a", Day.PlusDays(-2))], []).Single().Id);
        var check = Check(Day) with { Period = "2025-H1" };
        CheckContent[] different =
        [
            check, check with { Period = "2025-Q2" }, check with { UnitId = "v" }, check with { ObligationId = "p" },
            check with { Subject = new(IdKind.Unit, "v") }, check with { Subject = new(IdKind.Person, "v") },
            Check(Day), Check(Day.PlusDays(-1)),
        ];
        Told([Task("a", Day), Task("b", Day)], different).Select(r => r.Id).Distinct().Count().ShouldBe(different.Length + 2);
        Told([], [check, check]).Count.ShouldBe(1);
    }

    [Fact]
    public void What_is_asked_of_a_person_names_the_person_and_says_what_is_demanded()
    {
        var told = Told([], [Check(Day) with { Subject = new(IdKind.Person, "li") }]).Single();
        (told.PersonId, told.Detail.En).ShouldBe(("li", $"{RuleCatalogue.Of(RuleCode.B1).En}: none"));
        Told([Task("a", Day)], []).Single().PersonId.ShouldBe("wang");
    }

    private static IReadOnlyList<Reminder> Told(TaskDocument[] tasks, CheckContent[] checks) => Reminder.Of(tasks, checks, Window);

    private static TaskDocument Task(string id, LocalDate dueOn) =>
        new(id, "u", "training", "t", "wang", dueOn, TaskState.Open, false, null, null, null, default, [], [], 0, 1);

    private static CheckContent Check(LocalDate? dueOn) =>
        new("o", RuleCode.B1, "u", null, null, CheckState.Open, dueOn, [], new("无", "none"));

    private static CheckContent OfTask(LocalDate dueOn) =>
        Check(dueOn) with { RuleCode = RuleCode.C6, Subject = new(IdKind.Task, "a") };
}
