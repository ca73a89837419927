using Ledger.CivicActivities;
using Ledger.Incidents;
using Ledger.Openness;
using Ledger.Plans;
using Ledger.Trainings;
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

    private static Sentence Say(IncidentOpened e, Words words)
    {
        var area = e.AreaId is null ? new Sentence("", "") : words.Areas([e.AreaId]);
        var touched = e.AreaId is null ? new Sentence("", "") : new($"责任领域：{area.Zh}。", $" Area: {area.En}.");
        return new Sentence(
            $"{Zh(e.OpenedOn)}，单位 {e.UnitId} 发生突发情况“{e.Title}”（{e.IncidentId}，{Terms.Of(e.Kind).Zh}）。{touched.Zh}",
            $"The incident “{e.Title}” ({e.IncidentId}, {Terms.Of(e.Kind).En}) began in unit {e.UnitId} on {En(e.OpenedOn)}.{touched.En}")
            .RestingOn(e.Basis);
    }

    private static Sentence Say(IncidentDutyAssigned e) => new Sentence(
        $"自{Zh(e.From)}起，突发情况 {e.IncidentId} 由 {e.PersonId} 值守。",
        $"{e.PersonId} is on duty for incident {e.IncidentId} from {En(e.From)} on.").RestingOn(e.Basis);

    private static Sentence Say(IncidentClosed e) => new Sentence(
        $"{Zh(e.ClosedOn)}，突发情况 {e.IncidentId} 处置完毕。措施：{Open(e.Measures)}。",
        $"Incident {e.IncidentId} was closed on {En(e.ClosedOn)}. Measures: {Open(e.Measures)}.").RestingOn(e.Basis);

    private static Sentence Say(IncidentReviewed e) => new Sentence(
        $"{Zh(e.ReviewedOn)}，对突发情况 {e.IncidentId} 进行复盘，由 {e.ChairId} 主持。改进：{Open(e.Lessons)}。",
        $"Incident {e.IncidentId} was reviewed on {En(e.ReviewedOn)}, chaired by {e.ChairId}. Lessons: {Open(e.Lessons)}.")
        .RestingOn(e.Basis);

    private static Sentence Say(TrainingCompleted e)
    {
        var people = Named(e.PersonIds);
        return new Sentence(
            $"{Zh(e.CompletedOn)}，单位 {e.UnitId} 完成培训“{e.Title}”（{e.TrainingId}）。参训：{people.Zh}。",
            $"Unit {e.UnitId} completed the training “{e.Title}” ({e.TrainingId}) on {En(e.CompletedOn)}. Trained: {people.En}.")
            .RestingOn(e.Basis);
    }

    private static Sentence Say(ActivityHeld e, Words words)
    {
        var area = e.AreaId is null ? new Sentence("", "") : words.Areas([e.AreaId]);
        var of = e.AreaId is null ? new Sentence("", "") : new($"责任领域：{area.Zh}。", $" Area: {area.En}.");
        return new Sentence(
            $"{Zh(e.HeldOn)}，单位 {e.UnitId} 开展活动“{e.Title}”（{e.ActivityId}，“{e.Kind}”）。{of.Zh}",
            $"Unit {e.UnitId} held the activity “{e.Title}” ({e.ActivityId}, “{e.Kind}”) on {En(e.HeldOn)}.{of.En}")
            .RestingOn(e.Basis);
    }

    private static Sentence Say(HonourReceived e) => new Sentence(
        $"{Zh(e.ReceivedOn)}，单位 {e.UnitId} 获得“{e.AwardedBy}”授予的“{e.Title}”（{e.HonourId}）。",
        $"Unit {e.UnitId} received the honour “{e.Title}” ({e.HonourId}) from “{e.AwardedBy}” on {En(e.ReceivedOn)}.")
        .RestingOn(e.Basis);
}
