using Ledger.Channels;
using Ledger.PublicationReview;
using Ledger.Releases;
using Ledger.Reports;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(ReportSubmitted e)
    {
        var to = e.ToUnitId is null ? new Sentence("", "") : new($"向单位 {e.ToUnitId} ", $" to unit {e.ToUnitId}");
        var of = e.PersonId is null ? new Sentence("", "") : new($" {e.PersonId} 的", $" of {e.PersonId}");
        var claimed = e.Figures.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {Number(f.Value)}").ToList();
        var place = e.SupersedesReportId is not { } earlier
            ? new Sentence("", "") : new($"取代报告 {earlier}。", $" It takes the place of report {earlier}.");
        var figures = claimed.Count == 0 ? new Sentence("", "") : new($"所报数字：{Zh(claimed)}。", $" Figures: {En(claimed)}.");
        return new Sentence(
            $"{Zh(e.SubmittedOn)}，单位 {e.UnitId} {to.Zh}报送{of.Zh}{Terms.Of(e.Kind).Zh}（{PeriodZh(e.Period)}，{e.ReportId}）。"
            + $"{place.Zh}{figures.Zh}",
            $"Unit {e.UnitId} submitted the {Terms.Of(e.Kind).En}{of.En} for {PeriodEn(e.Period)}{to.En} on {En(e.SubmittedOn)} "
            + $"({e.ReportId}).{place.En}{figures.En}").RestingOn(e.Basis);
    }

    private static Sentence Say(ReportReturned e) => new Sentence(
        $"{Zh(e.ReturnedOn)}，单位 {e.ByUnitId} 将报告 {e.ReportId} 退回单位 {e.UnitId}。",
        $"Unit {e.ByUnitId} sent report {e.ReportId} back to unit {e.UnitId} on {En(e.ReturnedOn)}.")
        .Because(e.Reason).RestingOn(e.Basis);

    private static Sentence Say(ReportSuperseded e) => new(
        $"自{Zh(e.SupersededOn)}起，报告 {e.ReportId} 由报告 {e.SupersededBy} 取代。",
        $"Report {e.ReportId} has report {e.SupersededBy} in its place from {En(e.SupersededOn)} on.");

    private static Sentence Say(ChannelRecorded e)
    {
        var many = e.TenOrMoreMembers ? new Sentence("，十人及以上", ", used by ten people or more") : new("", "");
        return new Sentence(
            $"登记{Terms.Of(e.Kind).Zh}“{e.Name}”（{e.ChannelId}）{many.Zh}，由 {e.CustodianId} 管理。",
            $"The {Terms.Of(e.Kind).En} “{e.Name}” ({e.ChannelId}) was entered in the register{many.En}, "
            + $"in the care of {e.CustodianId}.").RestingOn(e.Basis);
    }

    private static Sentence Say(ChannelFiled e) => new Sentence(
        $"{Zh(e.FiledOn)}，阵地 {e.ChannelId} 完成备案，备案号“{e.FilingNo}”，由 {e.ApprovedBy} 批准。",
        $"Channel {e.ChannelId} was filed on {En(e.FiledOn)} under no. “{e.FilingNo}”, approved by {e.ApprovedBy}.")
        .RestingOn(e.Basis);

    private static Sentence Say(CustodianChanged e) => new Sentence(
        $"自{Zh(e.EffectiveFrom)}起，阵地 {e.ChannelId} 的管理人由 {e.FromCustodianId} 改为 {e.CustodianId}。",
        $"Channel {e.ChannelId} passed from {e.FromCustodianId} to {e.CustodianId} with effect from {En(e.EffectiveFrom)}.")
        .RestingOn(e.Basis);

    private static Sentence Say(ChannelRetired e) => new Sentence(
        $"自{Zh(e.RetiredOn)}起，阵地 {e.ChannelId} 停用。",
        $"Channel {e.ChannelId} is out of use from {En(e.RetiredOn)} on.")
        .Because(e.Reason, e.CausedByUnitId).RestingOn(e.Basis);

    private static Sentence Say(ReleasesLogged e)
    {
        var through = e.ChannelId is null ? new Sentence("", "") : new($"，阵地 {e.ChannelId}", $" through channel {e.ChannelId}");
        return new Sentence(
            $"{PeriodZh(e.Period)}{Terms.Of(e.Kind).Zh}{through.Zh}：{Number(e.Count)} 条（{e.ReleaseLogId}）。",
            $"Count of {Terms.Of(e.Kind).En} for {PeriodEn(e.Period)}{through.En}: {Number(e.Count)} ({e.ReleaseLogId}).")
            .RestingOn(e.Basis);
    }

    private static Sentence Say(ItemSubmitted e)
    {
        var through = e.ChannelId is null ? new Sentence("", "") : new($"，拟由阵地 {e.ChannelId} 发布", $" for channel {e.ChannelId}");
        return new Sentence(
            $"{Zh(e.SubmittedOn)}，{e.AuthorId} 提交稿件“{e.Title}”（{e.ItemId}，{Terms.Of(e.Class).Zh}）送审{through.Zh}。",
            $"{e.AuthorId} submitted the item “{e.Title}” ({e.ItemId}, {Terms.Of(e.Class).En}) for review{through.En} "
            + $"on {En(e.SubmittedOn)}.").RestingOn(e.Basis);
    }

    private static Sentence Say(ItemApproved e) => new Sentence(
        $"{Zh(e.ApprovedOn)}，{e.ReviewerId} 审核通过稿件 {e.ItemId}。把关：{Zh([.. e.Gates.Select(g => Terms.Of(g).Zh)])}。",
        $"{e.ReviewerId} approved item {e.ItemId} on {En(e.ApprovedOn)}. Gates: {En([.. e.Gates.Select(g => Terms.Of(g).En)])}.")
        .RestingOn(e.Basis);

    private static Sentence Say(ItemReturned e) => new Sentence(
        $"{Zh(e.ReturnedOn)}，{e.ReviewerId} 退回稿件 {e.ItemId}，未过{Terms.Of(e.Gate).Zh}。",
        $"{e.ReviewerId} returned item {e.ItemId} on {En(e.ReturnedOn)}; gate not passed: {Terms.Of(e.Gate).En}.")
        .RestingOn(e.Basis);

    private static Sentence Say(ItemPublished e) => new Sentence(
        $"{Zh(e.PublishedOn)}，稿件 {e.ItemId} 发布。",
        $"Item {e.ItemId} was published on {En(e.PublishedOn)}.").RestingOn(e.Basis);
}
