using Ledger.Meetings;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(MeetingScheduled e, Words words)
    {
        var (kind, areas) = (Terms.Of(e.Kind), words.Areas(e.AreaIds));
        return new Sentence(
            $"会议 {e.MeetingId}（{kind.Zh}）定于{Zh(e.ScheduledFor)}召开，由 {e.ConvenedBy} 召集。"
            + $"主题：“{Open(e.Topic)}”。责任领域：{areas.Zh}。",
            $"Meeting {e.MeetingId} ({kind.En}) was scheduled for {En(e.ScheduledFor)}, convened by {e.ConvenedBy}. "
            + $"Topic: “{Open(e.Topic)}”. Areas: {areas.En}.").RestingOn(e.Basis);
    }

    private static Sentence Say(MeetingRescheduled e) => new Sentence(
        $"会议 {e.MeetingId} 由{Zh(e.ScheduledFor)}改期至{Zh(e.NewScheduledFor)}。",
        $"Meeting {e.MeetingId} was moved from {En(e.ScheduledFor)} to {En(e.NewScheduledFor)}.")
        .Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Say(MeetingCancelled e) => new Sentence(
        $"会议 {e.MeetingId} 取消。",
        $"Meeting {e.MeetingId} was cancelled.").Because(e.Reason, e.CausedByUnitId).RestingOn(e.Basis);

    private static Sentence Say(MeetingHeld e, Words words)
    {
        var (kind, agenda, resolutions) = (Terms.Of(e.Kind), Agenda(e.Agenda), Adopted(e.Resolutions, words));
        var (attendees, apologies) = (Named(e.Attendees), Named(e.Apologies));
        var surprise = e.Unscheduled == true ? new Sentence("，事先未作安排", ", not scheduled beforehand") : new("", "");
        Sentence?[] minutes =
        [
            new(
                $"会议 {e.MeetingId}（{kind.Zh}）于{Zh(e.HeldOn)}召开，由 {e.ChairId} 主持{surprise.Zh}。",
                $"Meeting {e.MeetingId} ({kind.En}) was held on {En(e.HeldOn)}, chaired by {e.ChairId}{surprise.En}."),
            e.Topic is { } topic ? new($"主题：“{Open(topic)}”。", $"Topic: “{Open(topic)}”.") : null,
            e.AreaIds is { } ids ? new($"责任领域：{words.Areas(ids).Zh}。", $"Areas: {words.Areas(ids).En}.") : null,
            new($"出席：{attendees.Zh}。", $"Present: {attendees.En}."),
            new($"请假：{apologies.Zh}。", $"Apologies: {apologies.En}."),
            new($"议程：{agenda.Zh}。", $"Agenda: {agenda.En}."),
            new($"决议：{resolutions.Zh}。", $"Resolutions: {resolutions.En}."),
            e.Backfilled == true ? new("本条为事后补录。", "This is a late entry.") : null,
        ];
        var said = minutes.OfType<Sentence>().ToList();
        return new Sentence(string.Concat(said.Select(m => m.Zh)), string.Join(' ', said.Select(m => m.En)))
            .RestingOn(e.Basis);
    }

    private static Sentence Say(MeetingCorrected e, Words words)
    {
        var changes = Join([
            e.Changes.HeldOn.If(v => new($"召开日期改为{Zh(v)}", $"date changed to {En(v)}")),
            e.Changes.Topic.If(v => new($"主题改为“{Open(v)}”", $"topic changed to “{Open(v)}”")),
            e.Changes.AreaIds.If(v => new($"责任领域改为{words.Areas(v).Zh}", $"areas changed to {words.Areas(v).En}")),
            e.Changes.ChairId.If(v => new($"主持人改为 {v}", $"chair changed to {v}")),
            e.Changes.Attendees.If(v => new($"出席人员改为：{Named(v).Zh}", $"those present changed to {Named(v).En}")),
            e.Changes.Apologies.If(v => new($"请假人员改为：{Named(v).Zh}", $"apologies changed to {Named(v).En}")),
            e.Changes.Agenda.If(v => new($"议程改为：{Agenda(v).Zh}", $"agenda changed to {Agenda(v).En}")),
        ]);
        return new Sentence(
            $"更正会议 {e.MeetingId} 的记录：{changes.Zh}。",
            $"The record of meeting {e.MeetingId} was corrected: {changes.En}.").Because(e.Reason).RestingOn(e.Basis);
    }

    private static Sentence Agenda(IReadOnlyList<AgendaKind> agenda) =>
        new(Zh([.. agenda.Select(a => Terms.Of(a).Zh)]), En([.. agenda.Select(a => Terms.Of(a).En)]));

    private static Sentence Adopted(IReadOnlyList<Resolution> resolutions, Words words) => new(
        Zh([.. resolutions.Select(r => $"“{Open(r.Text)}”（{r.ResolutionId}，{words.Area(r.AreaId).Zh}）")]),
        En([.. resolutions.Select(r => $"“{Open(r.Text)}” ({r.ResolutionId}, {words.Area(r.AreaId).En})")]));
}
