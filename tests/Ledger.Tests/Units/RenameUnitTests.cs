using Ledger.Units;
using Xunit;
using static Ledger.Tests.Town;

namespace Ledger.Tests.Units;

public class RenameUnitTests
{
    [Fact]
    public void A_unit_has_another_name_from_a_date_on()
    {
        var decision = Founded.When(new RenameUnit(Office, "综合办", "General Office", August1, Notice));

        decision.ShouldRecord(Office, new UnitRenamed(Office, "综合办", "General Office", August1, Notice));
    }

    [Fact]
    public void The_unit_must_be_known()
    {
        var decision = Founded.When(new RenameUnit("elsewhere", "甲", "A", March1));

        decision.ShouldNotKnow("unit", "elsewhere", "unitId");
    }

    [Fact]
    public void A_unit_has_no_name_before_it_exists()
    {
        var decision = Founded.When(new RenameUnit(Office, "甲", "A", TooEarly));

        decision.ShouldRefuse("unit-not-in-existence", "effectiveFrom",
            new { UnitId = Office, on = TooEarly, EffectiveFrom = January1 });
    }

    [Fact]
    public void A_unit_is_not_renamed_from_the_day_on_which_it_is_no_more()
    {
        var given = Founded.And(new UnitDissolved(Office, April1, "merged"));

        var decision = given.When(new RenameUnit(Office, "甲", "A", April1));

        decision.ShouldRefuse("unit-not-in-existence", "effectiveFrom",
            new { UnitId = Office, on = April1, EffectiveFrom = January1, DissolvedOn = April1 });
    }

    [Fact]
    public void A_unit_is_renamed_on_its_last_day()
    {
        var given = Founded.And(new UnitDissolved(Office, April1, "merged"));

        var decision = given.When(new RenameUnit(Office, "甲", "A", April1.PlusDays(-1)));

        decision.ShouldRecord(Office, new UnitRenamed(Office, "甲", "A", April1.PlusDays(-1)));
    }
}
