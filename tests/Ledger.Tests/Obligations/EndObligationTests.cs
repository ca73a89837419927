using Ledger.Obligations;
using Shouldly;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Obligations;

public class EndObligationTests
{
    private static readonly Given Adopted = Founded.AndThen(
        new AdoptObligation(RuleCode.B1, [Office, School], March1, new(), "obligation-1"));

    [Fact]
    public void It_binds_up_to_a_day_that_may_lie_ahead() => Adopted.When(Ending() with { EndsOn = August1, Basis = Notice })
        .ShouldRecord("obligation-1", new ObligationEnded("obligation-1", RuleCode.B1, [Office, School], August1, "New rules", Notice));

    [Fact]
    public void Its_own_first_day_takes_it_back() => Adopted.When(Ending() with { EndsOn = March1 }).Refusal.ShouldBeNull();

    [Fact]
    public void It_is_known() => Founded.When(Ending()).ShouldNotKnow("obligation", "obligation-1", "obligationId");

    [Fact]
    public void It_does_not_end_before_it_began() => Adopted.When(Ending() with { EndsOn = March1.PlusDays(-1) })
        .ShouldRefuse("date-too-early", "endsOn", new { earliest = March1 });

    [Fact]
    public void It_ends_once() => Adopted.AndThen(Ending()).When(Ending() with { EndsOn = August1 })
        .ShouldRefuse("already-out-of-force", "obligationId", new { EndsOn = July1 });

    private static EndObligation Ending() => new("obligation-1", July1, "New rules");
}
