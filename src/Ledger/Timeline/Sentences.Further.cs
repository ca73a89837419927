using Ledger.Plans;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(PlanAdopted e, Words words)
    {
        var areas = words.Areas(e.AreaIds);
        return new Sentence(
            $"{Zh(e.AdoptedOn)}，单位 {e.UnitId} 通过计划“{e.Title}”（{e.PlanId}，{PeriodZh(e.Period)}）。责任领域：{areas.Zh}。",
            $"Unit {e.UnitId} adopted the plan “{e.Title}” ({e.PlanId}) for {PeriodEn(e.Period)} on {En(e.AdoptedOn)}. "
            + $"Areas: {areas.En}.").RestingOn(e.Basis);
    }
}
