using Ledger.Channels;
using Ledger.Log;
using Ledger.PublicationReview;
using Ledger.Shapes;

namespace Ledger.Obligations.Rules;

/// <summary>Rules on channels, publication and openness (G).</summary>
internal static class ChannelRules
{
    private const int FilingDays = 30;
    private const int IdleDays = 180;
    private const int OpennessDays = 20;
    private static readonly IReadOnlyList<ChannelKind> WorkGroups =
        [ChannelKind.WechatGroup, ChannelKind.QqGroup, ChannelKind.DingtalkGroup];

    private static readonly IReadOnlyList<ChannelKind> Publishing = [ChannelKind.Website, ChannelKind.OfficialAccount];

    public static IReadOnlyList<ObligationRule> All { get; } =
    [
        new(RuleCode.G1, "十人以上工作群须备案", "Every official work group of ten or more is filed", Needs.Publication,
            [RuleParameter.Days("withinDays", FilingDays)], GroupsFiled),
        new(RuleCode.G2, "阵地有在任的责任人", "Each channel has a custodian in office", Needs.Publication, [], HasCustodian),
        new(RuleCode.G3, "闲置阵地及时清理", "Idle channels are retired", Needs.Publication, [RuleParameter.Days("idleDays", IdleDays)], IdleRetired),
        new(RuleCode.G4, "业务信息经分管领导审核后发布", "Business information is approved by the leader in charge before release", Needs.Publication, [],
            asked => Published(asked, i => i.IsBusiness)),
        new(RuleCode.G5, "其他信息经两级审核后发布", "Other information is approved twice before release", Needs.Publication, [],
            asked => Published(asked, i => !i.IsBusiness)),
        new(RuleCode.G6, "三关齐全", "All three gates are ticked", Needs.Publication, [], GatesTicked),
        new(RuleCode.G7, "及时公开", "Decisions, appointments and accounts are published in time", Needs.Openness,
            [RuleParameter.Days("withinDays", OpennessDays)], PublishedInTime),
    ];

    private static IEnumerable<ChannelFact> Active(RuleCase asked) => asked.Past.IsEmpty ? [] : asked.Unit.Channels
        .Where(c => c.RecordedOn <= asked.Past.Last && (c.RetiredOn is null || c.RetiredOn > asked.Past.Last));

    private static IEnumerable<Check> GroupsFiled(RuleCase asked)
    {
        foreach (var channel in Active(asked).Where(c => WorkGroups.Contains(c.Kind) && c.TenOrMoreMembers))
        {
            var due = channel.RecordedOn.PlusDays(asked.Values.Number("withinDays"));
            yield return new(asked.StateOf(channel.FiledOn is not null, due), channel.FiledOn is null ? "未备案" : "已备案",
                channel.FiledOn is null ? "Not filed" : "Filed")
            { Subject = new(IdKind.Channel, channel.ChannelId), DueOn = due };
        }
    }

    private static IEnumerable<Check> HasCustodian(RuleCase asked) =>
        from channel in Active(asked)
        let met = channel.CustodianInOffice.Has(asked.Past.Last)
        select new Check(met ? CheckState.Met : CheckState.Breached, met ? "责任人在任" : "责任人缺位",
            met ? "The custodian is in office" : "No custodian in office")
        { Subject = new(IdKind.Channel, channel.ChannelId), Evidence = [new(IdKind.Person, channel.CustodianId)] };

    private static IEnumerable<Check> IdleRetired(RuleCase asked)
    {
        foreach (var channel in Active(asked).Where(c => Publishing.Contains(c.Kind)))
        {
            var idleDays = asked.Values.Number("idleDays");
            var lately = new DaySpan(asked.Past.Last.PlusDays(-idleDays), asked.Past.To);
            var used = lately.Has(channel.RecordedOn)
                || asked.Unit.Releases.Any(r => r.ChannelId == channel.ChannelId && r.Count > 0 && r.Period.Overlaps(lately))
                || asked.Unit.Items.Any(i => i.ChannelId == channel.ChannelId && i.PublishedOn is { } day && lately.Has(day));
            yield return new(used ? CheckState.Met : CheckState.Breached,
                used ? "在用" : $"{idleDays} 天内没有发布", used ? "In use" : $"Nothing released for {idleDays} days")
            { Subject = new(IdKind.Channel, channel.ChannelId) };
        }
    }

    private static IEnumerable<Check> Published(RuleCase asked, Func<ItemFact, bool> counts) =>
        from item in asked.Unit.Items
        where counts(item) && item.PublishedOn is { } day && asked.Window.Has(day)
        select new Check(item.ChainComplete ? CheckState.Met : CheckState.Breached,
            item.ChainComplete ? "审核完整" : "审核不完整", item.ChainComplete ? "Approved in full" : "Approval is incomplete")
        { Subject = new(IdKind.Item, item.ItemId) };

    private static IEnumerable<Check> GatesTicked(RuleCase asked) =>
        from item in asked.Unit.Items
        where item.PublishedOn is { } day && asked.Window.Has(day)
        let missing = Enum.GetValues<ReviewGate>().Except(item.Gates).Select(Codes.Of).ToList()
        select new Check(missing.Count == 0 ? CheckState.Met : CheckState.Breached,
            missing.Count == 0 ? "三关齐全" : $"缺：{string.Join("、", missing)}",
            missing.Count == 0 ? "All gates ticked" : $"Missing: {string.Join(", ", missing)}")
        { Subject = new(IdKind.Item, item.ItemId) };

    private static IEnumerable<Check> PublishedInTime(RuleCase asked)
    {
        foreach (var record in asked.Unit.OpenRecords.Where(r => asked.Window.Has(r.DecidedOn)))
        {
            var due = record.DecidedOn.PlusDays(asked.Values.Number("withinDays"));
            var met = record.PublishedOn <= due;
            yield return new(met ? CheckState.Met : CheckState.Breached, met ? "及时公开" : "逾期公开",
                met ? "Published in time" : "Published late")
            { Subject = new(IdKind.OpennessRecord, record.RecordId), DueOn = due };
        }
    }
}
