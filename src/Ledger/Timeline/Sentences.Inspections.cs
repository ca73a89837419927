using Ledger.Accountability;
using Ledger.Assessments;
using Ledger.Inspections;
using Ledger.Notifications;
using Ledger.Obligations;
using Ledger.Obligations.Rules;
using Ledger.Shapes;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(ObligationAdopted e)
    {
        var rule = RuleCatalogue.Of(e.RuleCode);
        return new Sentence(
            $"自{Zh(e.EffectiveFrom)}起，规则 {Codes.Of(e.RuleCode)}“{rule.Zh}”对单位 {Zh(e.UnitIds)} 生效（义务 {e.ObligationId}）。",
            $"Rule {Codes.Of(e.RuleCode)} “{rule.En}” was put in force for {Units(e.UnitIds)} with effect from {En(e.EffectiveFrom)} "
            + $"(obligation {e.ObligationId}).").RestingOn(e.Basis);
    }

    private static Sentence Say(ObligationEnded e) => new Sentence(
        $"自{Zh(e.EndsOn)}起，规则 {Codes.Of(e.RuleCode)} 对单位 {Zh(e.UnitIds)} 不再有效（义务 {e.ObligationId}）。",
        $"Rule {Codes.Of(e.RuleCode)} is no longer in force for {Units(e.UnitIds)} from {En(e.EndsOn)} on "
        + $"(obligation {e.ObligationId}).").Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Say(InspectionRecorded e, Words words)
    {
        var (areas, found) = (words.Areas(e.AreaIds), Found(e.Findings, words));
        var who = e.Kind == InspectionKind.Self
            ? new Sentence($"单位 {e.UnitId} 开展自检自查（{e.InspectionId}）", $"Unit {e.UnitId} inspected itself ({e.InspectionId})")
            : new($"单位 {e.InspectingUnitId} 检查单位 {e.UnitId}（{e.InspectionId}）",
                $"Unit {e.InspectingUnitId} inspected unit {e.UnitId} ({e.InspectionId})");
        var aspects = e.Aspects is null ? new Sentence("", "") : new(
            $"检查方面：{Zh([.. e.Aspects.Select(a => Terms.Of(a).Zh)])}。",
            $" Aspects: {En([.. e.Aspects.Select(a => Terms.Of(a).En)])}.");
        return new Sentence(
            $"{Zh(e.InspectedOn)}，{who.Zh}。责任领域：{areas.Zh}。{aspects.Zh}查看任务：{Zh(e.CheckedTaskIds)}。发现问题：{found.Zh}。",
            $"{who.En} on {En(e.InspectedOn)}. Areas: {areas.En}.{aspects.En} Tasks checked: {En(e.CheckedTaskIds)}. "
            + $"Findings: {found.En}.").RestingOn(e.Basis);
    }

    private static Sentence Say(NotificationIssued e) => new Sentence(
        $"{Zh(e.IssuedOn)}，单位 {e.FromUnitId} 就检查 {e.InspectionId} 向单位 {e.ToUnitId} 发出“{e.Kind}”（{e.NotificationId}）。",
        $"Unit {e.FromUnitId} sent unit {e.ToUnitId} a notification of inspection {e.InspectionId} on {En(e.IssuedOn)}: "
        + $"“{e.Kind}” ({e.NotificationId}).").RestingOn(e.Basis);

    private static Sentence Say(NotificationAcknowledged e) => new Sentence(
        $"{Zh(e.AcknowledgedOn)}，{e.ByPersonId} 代单位 {e.ToUnitId} 签收通报 {e.NotificationId}。",
        $"{e.ByPersonId} acknowledged notification {e.NotificationId} for unit {e.ToUnitId} on {En(e.AcknowledgedOn)}.")
        .RestingOn(e.Basis);

    private static Sentence Say(AccountabilityRecorded e)
    {
        var duty = e switch
        {
            { TaskId: { } task, FindingId: { } finding } => new Sentence(
                $"任务 {task}、检查发现的问题 {finding}", $"task {task} and finding {finding}"),
            { TaskId: { } task } => new($"任务 {task}", $"task {task}"),
            _ => new($"检查发现的问题 {e.FindingId}", $"finding {e.FindingId}"),
        };
        return new Sentence(
            $"{Zh(e.DecidedOn)}，决定对 {e.PersonId} 予以“{e.Form}”（{e.CaseId}），涉及{duty.Zh}。"
            + $"情形：{Open(e.Ground)}。原因：{Open(e.Cause)}。",
            $"{e.PersonId} was called to account on {En(e.DecidedOn)}: “{e.Form}” ({e.CaseId}), over {duty.En}. "
            + $"Ground: {Open(e.Ground)}. Cause: {Open(e.Cause)}.").RestingOn(e.Basis);
    }

    private static Sentence Say(AccountabilityLifted e) => new Sentence(
        $"自{Zh(e.LiftedOn)}起，解除对 {e.PersonId} 的问责（{e.CaseId}）。",
        $"The measure against {e.PersonId} ({e.CaseId}) is lifted from {En(e.LiftedOn)} on.")
        .Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Say(AssessmentRecorded e) => new Sentence(
        $"{Zh(e.RecordedOn)}，单位 {e.ByUnitId} 对单位 {e.UnitId} 的{PeriodZh(e.Period)}考核（{e.AssessmentId}）："
        + $"{Number(e.RulesTotal)} 项规则中达到 {Number(e.RulesMet)} 项。",
        $"Unit {e.ByUnitId} assessed unit {e.UnitId} for {PeriodEn(e.Period)} on {En(e.RecordedOn)} ({e.AssessmentId}): "
        + $"{Number(e.RulesMet)} of {Number(e.RulesTotal)} rules were met.").RestingOn(e.Basis);

    private static Sentence Say(AssessmentOpened e)
    {
        var rules = e.RuleCodes.Select(Codes.Of).ToList();
        return new Sentence(
            $"{Zh(e.OpenedOn)}，单位 {e.ByUnitId} 启动对单位 {e.UnitId} 的{PeriodZh(e.Period)}考核（{e.AssessmentId}）。考核规则：{Zh(rules)}。",
            $"Unit {e.ByUnitId} opened an assessment of unit {e.UnitId} for {PeriodEn(e.Period)} on {En(e.OpenedOn)} "
            + $"({e.AssessmentId}). Rules: {En(rules)}.").RestingOn(e.Basis);
    }

    private static Sentence Say(AssessmentPublished e) => new Sentence(
        $"{Zh(e.PublishedOn)}，单位 {e.ByUnitId} 公布对单位 {e.UnitId} 的考核结果（{e.AssessmentId}）。",
        $"Unit {e.ByUnitId} made the result of its assessment of unit {e.UnitId} known on {En(e.PublishedOn)} ({e.AssessmentId}).")
        .RestingOn(e.Basis);

    private static string Units(IReadOnlyList<string> unitIds) => $"{(unitIds.Count == 1 ? "unit" : "units")} {En(unitIds)}";

    private static Sentence Found(IReadOnlyList<Finding> findings, Words words) => new(
        Zh([.. findings.Select(f =>
            $"“{Open(f.Text)}”（{f.FindingId}，{words.Area(f.AreaId).Zh}，{Terms.Of(f.Severity).Zh}）")]),
        En([.. findings.Select(f => $"“{Open(f.Text)}” ({f.FindingId}, {words.Area(f.AreaId).En}, {Terms.Of(f.Severity).En})")]));
}
