using Ledger.Openness;
using Ledger.Plans;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(PlanAdopted e, Words words)
    {
        var areas = words.Areas(e.AreaIds);
        return new Sentence(
            $"{Zh(e.AdoptedOn)}，单位 {e.UnitId} 通过计划“{e.Title}”（{e.PlanId}，{PeriodZh(e.Period)}）。"
            + $"责任领域：{areas.Zh}。",
            $"Unit {e.UnitId} adopted the plan “{e.Title}” ({e.PlanId}) for {PeriodEn(e.Period)} on {En(e.AdoptedOn)}. "
            + $"Areas: {areas.En}.").RestingOn(e.Basis);
    }

    private static Sentence Say(RecordPublished e)
    {
        var through = e.ChannelId is null ? new Sentence("", "") : new($"，经阵地 {e.ChannelId}", $" through channel {e.ChannelId}");
        return new Sentence(
            $"{Zh(e.PublishedOn)}，单位 {e.UnitId} 公开{Terms.Of(e.Kind).Zh}“{e.Title}”（{e.RecordId}，{Zh(e.DecidedOn)}决定）{through.Zh}。",
            $"Unit {e.UnitId} made public on {En(e.PublishedOn)}{through.En} the {Terms.Of(e.Kind).En} “{e.Title}” ({e.RecordId}), "
            + $"decided on {En(e.DecidedOn)}.").RestingOn(e.Basis);
    }
}
