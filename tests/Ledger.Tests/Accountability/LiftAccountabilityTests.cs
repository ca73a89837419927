using Ledger.Accountability;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Accountability;

public class LiftAccountabilityTests
{
    private static readonly Given Decided = Founded.And(new AccountabilityRecorded(
        "case-1", Office, Wang, "reminder", "Late", "No time", May1, "task-1"));

    [Fact]
    public void A_measure_is_lifted() => Decided.When(Lifting() with { Basis = Notice }).ShouldRecord("case-1",
        new AccountabilityLifted("case-1", Office, Wang, June1, "Done since", Notice));

    [Fact]
    public void A_measure_is_lifted_once() => Decided.AndThen(Lifting()).When(Lifting())
        .ShouldRefuse("already-lifted", "caseId", new { LiftedOn = June1 });

    [Fact]
    public void The_case_must_be_known() => Founded.When(Lifting()).ShouldNotKnow("accountability-case", "case-1", "caseId");

    [Fact]
    public void It_is_lifted_between_the_decision_and_the_day_of_recording_while_the_unit_exists()
    {
        Decided.When(Lifting() with { LiftedOn = April1 }).ShouldRefuse("date-too-early", "liftedOn", new { earliest = May1 });
        Decided.When(Lifting() with { LiftedOn = May1 }).Refusal.ShouldBeNull();
        Decided.When(Lifting() with { LiftedOn = Tomorrow })
            .ShouldRefuse("date-in-the-future", "liftedOn", new { today = Given.Today });
        Decided.When(Lifting() with { LiftedOn = TooEarly })
            .ShouldRefuse("unit-not-in-existence", "liftedOn", NotThere(Office, TooEarly));
    }

    [Fact]
    public void A_case_shows_since_when_it_is_lifted_and_both_dates_hold_its_unit()
    {
        var state = Decided.AndThen(Lifting()).State<AccountabilityCase>(AccountabilityCase.Stream("case-1"));

        AccountabilityProjection.Rows(state).Single().Document.ShouldEndWith("\"decidedOn\":\"2025-05-01\",\"liftedOn\":\"2025-06-01\",\"version\":2}");
        ActsOf(state).ShouldBe(["accountability-case 2025-05-01", "accountability-case 2025-06-01"]);
    }

    private static LiftAccountability Lifting() => new("case-1", June1, "Done since");
}
