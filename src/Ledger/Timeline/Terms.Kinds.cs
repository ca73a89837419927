using Ledger.Log;

namespace Ledger.Timeline;

internal static partial class Terms
{
    /// <summary>The word for what an id stands for: one of <see cref="IdKind"/>, or a cell.</summary>
    public static Sentence Kind(string kind) => kind switch
    {
        IdKind.Activity => new("活动", "activity"),
        IdKind.Area => new("责任领域", "area"),
        IdKind.Assessment => new("考核", "assessment"),
        IdKind.Assignment => new("责任分工", "assignment"),
        IdKind.Case => new("问责", "accountability case"),
        IdKind.Channel => new("阵地", "channel"),
        IdKind.Correction => new("更正", "correction"),
        IdKind.Evidence => new("佐证材料", "evidence"),
        IdKind.Finding => new("检查发现的问题", "finding"),
        IdKind.Group => new("领导小组", "leading group"),
        IdKind.Honour => new("荣誉", "honour"),
        IdKind.Incident => new("突发情况", "incident"),
        IdKind.Inspection => new("检查", "inspection"),
        IdKind.Item => new("稿件", "item"),
        IdKind.Meeting => new("会议", "meeting"),
        IdKind.Notification => new("通报", "notification"),
        IdKind.Obligation => new("义务", "obligation"),
        IdKind.OpennessRecord => new("公开事项", "openness record"),
        IdKind.Person => new("责任人", "office-holder"),
        IdKind.Plan => new("计划", "plan"),
        IdKind.ReleaseLog => new("发布数", "count of releases"),
        IdKind.Report => new("报告", "report"),
        IdKind.Resolution => new("决议", "resolution"),
        IdKind.Task => new("任务", "task"),
        IdKind.Training => new("培训", "training"),
        IdKind.Unit => new("单位", "unit"),
        "cell" => new("责任单元", "cell"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
