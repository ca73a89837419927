using Ledger.Assignments;
using Ledger.HandOvers;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(LeaderAssigned e, Words words)
    {
        var cell = words.Cell(e.AreaId, e.Level);
        return new Sentence(
            $"自{Zh(e.EffectiveFrom)}起，由 {e.PersonId} 任{cell.Zh}（分工 {e.AssignmentId}）。",
            $"{e.PersonId} was assigned to {cell.En} with effect from {En(e.EffectiveFrom)} "
            + $"(assignment {e.AssignmentId}).")
            .RestingOn(e.Basis);
    }

    private static Sentence Say(LeaderReplaced e, Words words)
    {
        var cell = words.Cell(e.AreaId, e.Level);
        return new Sentence(
            $"自{Zh(e.EffectiveFrom)}起，由 {e.PersonId} 任{cell.Zh}（分工 {e.AssignmentId}），"
            + $"接替分工 {e.ReplacesAssignmentId}。",
            $"{e.PersonId} took over {cell.En} with effect from {En(e.EffectiveFrom)} (assignment {e.AssignmentId}), "
            + $"in place of assignment {e.ReplacesAssignmentId}.")
            .Displacing(e.Displaced).Because(e.Reason).RestingOn(e.Basis);
    }

    private static Sentence Say(AssignmentEnded e, Words words)
    {
        var cell = words.Cell(e.AreaId, e.Level);
        return new Sentence(
            $"自{Zh(e.EndsOn)}起，{e.PersonId} 不再任{cell.Zh}（分工 {e.AssignmentId}）。",
            $"{e.PersonId} no longer holds {cell.En} from {En(e.EndsOn)} on (assignment {e.AssignmentId}).")
            .Because(e.Reason, e.CausedByUnitId).RestingOn(e.Basis);
    }

    private static Sentence Say(HandOverAccepted e, Words words)
    {
        var cell = words.Cell(e.AreaId, e.Level);
        var (zh, en) = e.Side == HandOverSide.Outgoing ? ("交出", "handing over") : ("接手", "taking over");
        var remark = e.Remark is null ? new Sentence("", "") : new($"说明：{Open(e.Remark)}。", $" Remark: {Open(e.Remark)}.");
        return new Sentence(
            $"{Zh(e.AcceptedOn)}，{e.PersonId} 签认{zh}{cell.Zh}（分工 {e.AssignmentId}）。{remark.Zh}",
            $"{e.PersonId} accepted {en} {cell.En} on {En(e.AcceptedOn)} (assignment {e.AssignmentId}).{remark.En}").RestingOn(e.Basis);
    }

    private static Sentence Say(AssignmentCorrected e, Words words)
    {
        var cell = words.Cell(e.AreaId, e.Level);
        var holder = e.Changes.PersonId.IsGiven ? new Sentence("", "") : new($" {e.PersonId} 的", $" of {e.PersonId}");
        var changes = Join([
            e.Changes.PersonId.If(v => new($"责任人改为 {v}", $"holder changed to {v}")),
            e.Changes.EffectiveFrom.If(v => new($"生效日期改为{Zh(v)}", $"effective date changed to {En(v)}")),
            e.Changes.EndsOn.If<NodaTime.LocalDate?>(v => v is { } on
                ? new($"不再担任的首日改为{Zh(on)}", $"first day no longer held changed to {En(on)}")
                : new("撤回终止", "the end was taken back")),
            e.Changes.Basis.If(v => new($"依据改为{Cited(v).Zh}", $"basis changed to {Cited(v).En}")),
        ]);
        return new Sentence(
            $"更正{holder.Zh}{cell.Zh}分工（{e.AssignmentId}）：{changes.Zh}。",
            $"Assignment {e.AssignmentId}{holder.En} to {cell.En} was corrected: {changes.En}.")
            .Displacing(e.Displaced).Because(e.Reason).RestingOn(e.Basis);
    }

    private static Sentence Say(AssignmentVoided e, Words words)
    {
        var cell = words.Cell(e.AreaId, e.Level);
        return new Sentence(
            $"{e.PersonId} 的{cell.Zh}分工（{e.AssignmentId}）作废，视同从未生效。",
            $"Assignment {e.AssignmentId} of {e.PersonId} to {cell.En} was voided and counts as never having been.")
            .Because(e.Reason).RestingOn(e.Basis);
    }
}
