using Ledger.Tasks;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(TaskRaised e, Words words)
    {
        var (area, source) = (words.Area(e.AreaId), Source(e));
        return new Sentence(
            $"向 {e.OwnerId} 下达任务“{e.Title}”（{e.TaskId}），责任领域“{area.Zh}”，"
            + $"期限{Zh(e.DueOn)}（含当日），来源：{source.Zh}。",
            $"{e.OwnerId} was given the task “{e.Title}” ({e.TaskId}) in {area.En}, due on {En(e.DueOn)}, "
            + $"raised from {source.En}.").RestingOn(e.Basis);
    }

    private static Sentence Say(EvidenceSubmitted e) => new Sentence(
        $"{Zh(e.SubmittedOn)}，为任务 {e.TaskId} 提交佐证材料 {e.EvidenceId}（{e.Kind}）：{Open(e.Description)}。",
        $"Evidence {e.EvidenceId} ({e.Kind}) was given for task {e.TaskId} on {En(e.SubmittedOn)}: "
        + $"{Open(e.Description)}.")
        .RestingOn(e.Basis);

    private static Sentence Say(TaskClosed e) => new Sentence(
        $"任务 {e.TaskId} 于{Zh(e.ClosedOn)}销号，由 {e.VerifiedBy} 核验。佐证材料：{Zh(e.EvidenceIds)}。",
        $"Task {e.TaskId} was closed on {En(e.ClosedOn)}, verified by {e.VerifiedBy}. Evidence: {En(e.EvidenceIds)}.")
        .RestingOn(e.Basis);

    private static Sentence Say(TaskReopened e) => new Sentence(
        $"任务 {e.TaskId} 重新打开，期限{Zh(e.NewDueOn)}（含当日）。",
        $"Task {e.TaskId} was reopened, due on {En(e.NewDueOn)}.").Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Say(DueDateExtended e) => new Sentence(
        $"任务 {e.TaskId} 的期限由{Zh(e.DueOn)}延至{Zh(e.NewDueOn)}，由 {e.ApprovedBy} 批准。",
        $"Task {e.TaskId} was extended from {En(e.DueOn)} to {En(e.NewDueOn)}, approved by {e.ApprovedBy}.")
        .Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Say(TaskReassigned e) => new Sentence(
        $"任务 {e.TaskId} 由 {e.OwnerId} 转交 {e.NewOwnerId} 负责。",
        $"Task {e.TaskId} passed from {e.OwnerId} to {e.NewOwnerId}.").Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Say(TaskCancelled e) => new Sentence(
        $"任务 {e.TaskId} 取消。",
        $"Task {e.TaskId} was cancelled.").Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Source(TaskRaised e) => e switch
    {
        { ResolutionId: { } id } => new($"会议决议 {id}", $"resolution {id}"),
        { FindingId: { } id } => new($"检查发现的问题 {id}（整改）", $"finding {id}, to be rectified"),
        { PlanId: { } id } => new($"计划 {id}", $"plan {id}"),
        _ => new("未注明", "no stated source"),
    };
}
