using Ledger.Tasks;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Tasks;

public class SubmitEvidenceTests
{
    private static readonly Given WithTask = Founded.And(Raised("task-1"));

    [Fact]
    public void Proof_is_put_to_a_task()
    {
        var decision = WithTask.When(Submitting() with { Basis = Notice });

        decision.ShouldCreate("evidence-1", Submitted("evidence-1", "task-1") with { Basis = Notice });
    }

    [Fact]
    public void An_id_left_out_is_made()
    {
        var decision = WithTask.When(Submitting() with { EvidenceId = null });

        decision.ShouldCreate("made-1", Submitted("made-1", "task-1"));
    }

    [Fact]
    public void Nothing_is_put_to_it_before_its_unit_existed() => WithTask.When(Submitting() with { SubmittedOn = December31 })
        .ShouldRefuse("unit-not-in-existence", "submittedOn", NotThere(Office, December31));

    [Fact]
    public void The_task_must_be_known()
    {
        var decision = Founded.When(Submitting());

        decision.ShouldNotKnow("task", "task-1", "taskId");
    }

    [Fact]
    public void An_id_is_never_used_twice_not_even_for_another_task()
    {
        var given = WithTask.And(Raised("task-2"), Submitted("evidence-1", "task-2"));

        var decision = given.When(Submitting());

        decision.ShouldFindTaken("evidence", "evidence-1", "evidenceId");
    }

    [Fact]
    public void A_closed_task_takes_no_more()
    {
        var given = WithTask.And(Submitted("evidence-0", "task-1"), Closed("task-1", "evidence-0"));

        var decision = given.When(Submitting());

        decision.ShouldRefuse("already-closed", "taskId", new { ClosedOn = June1 });
    }

    [Fact]
    public void A_cancelled_task_takes_no_more()
    {
        var given = WithTask.And(new TaskCancelled("task-1", Office, "not needed"));

        var decision = given.When(Submitting());

        decision.ShouldRefuse("already-cancelled", "taskId");
    }

    [Fact]
    public void Nothing_is_submitted_in_the_future()
    {
        var decision = WithTask.When(Submitting() with { SubmittedOn = Tomorrow });

        decision.ShouldRefuse("date-in-the-future", "submittedOn", new { today = Given.Today });
    }

    private static SubmitEvidence Submitting() =>
        new("task-1", "register", "The renewed register", new('b', 64), May1, "evidence-1");
}
