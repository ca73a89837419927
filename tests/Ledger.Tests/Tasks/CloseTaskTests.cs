using Ledger.Tasks;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Tasks;

public class CloseTaskTests
{
    private static readonly Given WithEvidence = Founded.And(Raised("task-1"), Submitted("evidence-1", "task-1"));

    [Fact]
    public void A_task_is_struck_off_with_its_evidence()
    {
        var decision = WithEvidence.When(Closing() with { Basis = Notice });

        decision.ShouldRecord("task-1", new TaskClosed("task-1", Office, June1, Wang, ["evidence-1"], Notice));
    }

    [Fact]
    public void A_task_is_struck_off_today()
    {
        var decision = WithEvidence.When(Closing() with { ClosedOn = Given.Today });

        decision.ShouldRecord("task-1", new TaskClosed("task-1", Office, Given.Today, Wang, ["evidence-1"]));
    }

    [Fact]
    public void Evidence_may_serve_again_after_a_reopening()
    {
        var given = WithEvidence.And(Closed("task-1", "evidence-1"), new TaskReopened("task-1", Office, "incomplete", July1));

        var decision = given.When(Closing());

        decision.ShouldRecord("task-1", Closed("task-1", "evidence-1"));
    }

    [Fact]
    public void Nothing_is_closed_before_its_unit_existed() => WithEvidence.When(Closing() with { ClosedOn = December31 })
        .ShouldRefuse("unit-not-in-existence", "closedOn", NotThere(Office, December31));

    [Fact]
    public void Nothing_is_closed_before_its_evidence_was_given()
    {
        var later = WithEvidence.And(Submitted("evidence-2", "task-1") with { SubmittedOn = June1 });

        later.When(Closing() with { ClosedOn = May1 }).Refusal.ShouldBeNull();
        later.When(Closing() with { ClosedOn = May1.PlusDays(-1) }).ShouldRefuse("date-too-early", "closedOn", new { earliest = May1 });
        later.When(Closing() with { ClosedOn = May1, EvidenceIds = ["evidence-1", "evidence-2"] })
            .ShouldRefuse("date-too-early", "closedOn", new { earliest = June1 });
    }

    [Fact]
    public void The_task_must_be_known()
    {
        var decision = Founded.When(Closing());

        decision.ShouldNotKnow("task", "task-1", "taskId");
    }

    [Fact]
    public void A_task_is_closed_once()
    {
        var given = WithEvidence.And(Closed("task-1", "evidence-1"));

        var decision = given.When(Closing());

        decision.ShouldRefuse("already-closed", "taskId", new { ClosedOn = June1 });
    }

    [Fact]
    public void A_cancelled_task_is_not_closed()
    {
        var given = WithEvidence.And(new TaskCancelled("task-1", Office, "not needed"));

        var decision = given.When(Closing());

        decision.ShouldRefuse("already-cancelled", "taskId");
    }

    [Fact]
    public void The_verifier_must_be_known()
    {
        var decision = WithEvidence.When(Closing() with { VerifiedBy = "nobody" });

        decision.ShouldNotKnow("person", "nobody", "verifiedBy");
    }

    [Fact]
    public void The_owner_does_not_verify()
    {
        var decision = WithEvidence.When(Closing() with { VerifiedBy = Li });

        decision.ShouldRefuse("verifier-is-owner", "verifiedBy", new { OwnerId = Li });
    }

    [Fact]
    public void The_owner_who_counts_is_the_present_one()
    {
        var given = WithEvidence.And(new TaskReassigned("task-1", Office, Li, Wang, "rotation"));

        var decision = given.When(Closing());

        decision.ShouldRefuse("verifier-is-owner", "verifiedBy", new { OwnerId = Wang });
    }

    [Fact]
    public void Nothing_is_closed_without_evidence()
    {
        var decision = WithEvidence.When(Closing() with { EvidenceIds = [] });

        decision.ShouldRefuse("evidence-missing", "evidenceIds", new { givenForIt = new[] { "evidence-1" } });
    }

    [Fact]
    public void The_evidence_must_be_known()
    {
        var decision = WithEvidence.When(Closing() with { EvidenceIds = ["evidence-1", "evidence-9"] });

        decision.ShouldNotKnow("evidence", "evidence-9", "evidenceIds");
    }

    [Fact]
    public void The_evidence_must_be_given_for_this_task()
    {
        var given = WithEvidence.And(Raised("task-2"), Submitted("evidence-2", "task-2"));

        var decision = given.When(Closing() with { EvidenceIds = ["evidence-1", "evidence-2"] });

        decision.ShouldRefuse("evidence-of-another-task", "evidenceIds",
            new { evidenceId = "evidence-2", givenForIt = new[] { "evidence-1" } });
    }

    [Fact]
    public void Nothing_is_closed_in_the_future()
    {
        var decision = WithEvidence.When(Closing() with { ClosedOn = Tomorrow });

        decision.ShouldRefuse("date-in-the-future", "closedOn", new { today = Given.Today });
    }

    private static CloseTask Closing() => new("task-1", June1, Wang, ["evidence-1"]);
}
