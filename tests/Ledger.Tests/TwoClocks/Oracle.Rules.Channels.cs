using Ledger.Areas;
using Ledger.Channels;
using Ledger.Clocks;
using Ledger.Openness;
using Ledger.People;
using Ledger.PublicationReview;
using Ledger.Releases;
using NodaTime;

namespace Ledger.Tests.TwoClocks;

/// <summary>Group G: channels, publication, openness.</summary>
internal sealed partial class Oracle
{
    private IEnumerable<Told> G1(Asked asked) =>
        from c in ChannelsInUse(asked)
        where c.Channel.TenOrMoreMembers && c.Channel.Kind is ChannelKind.WechatGroup or ChannelKind.QqGroup or ChannelKind.DingtalkGroup
        let due = c.RecordedOn.PlusDays(asked.Given.WithinDays!.Value)
        select new Told(Judged(Facts.OfType<ChannelFiled>().Any(f => f.ChannelId == c.Channel.ChannelId), due), c.Channel.ChannelId, due);

    private IEnumerable<Told> G2(Asked asked) =>
        from c in ChannelsInUse(asked)
        let custodian = Facts.OfType<CustodianChanged>().LastOrDefault(x => x.ChannelId == c.Channel.ChannelId)?.CustodianId ?? c.Channel.CustodianId
        select new Told(Kept(On(c.Day).IsInOffice(custodian)), c.Channel.ChannelId);

    private IEnumerable<Told> G3(Asked asked) =>
        from c in ChannelsInUse(asked)
        where c.Channel.Kind is ChannelKind.Website or ChannelKind.OfficialAccount
        let lately = DaysFrom(c.Day.PlusDays(-asked.Given.IdleDays!.Value), c.Day).ToList()
        let used = ReleasesIn(c.Channel.ChannelId).Any(p => lately.Any(d => Within(p, d)))
            || PublishedBy(asked.UnitId).Any(i => i.Item.ChannelId == c.Channel.ChannelId && lately.Contains(i.On))
        select new Told(Kept(used || c.RecordedOn >= lately[0]), c.Channel.ChannelId);

    private IEnumerable<Told> G4(Asked asked) =>
        from i in PublishedBy(asked.UnitId)
        where i.Item.Class == ItemClass.Business && asked.Has(i.On)
        let byLeader = i.Approvals.Any(a => On(a.ApprovedOn).IsInOffice(a.ReviewerId)
            && On(a.ApprovedOn).Holder(asked.UnitId, "release-review", Level.Leading)?.PersonId == a.ReviewerId)
        select new Told(Kept(byLeader && AllGates(i.Approvals)), i.Item.ItemId);

    private IEnumerable<Told> G5(Asked asked) =>
        from i in PublishedBy(asked.UnitId)
        where i.Item.Class == ItemClass.Other && asked.Has(i.On)
        let byBoth = new[] { PostCategory.Head, PostCategory.PartyAffairs }
            .All(category => i.Approvals.Any(a => On(a.ApprovedOn).IsIn(a.ReviewerId, asked.UnitId, category)))
        select new Told(Kept(byBoth && AllGates(i.Approvals)), i.Item.ItemId);

    private IEnumerable<Told> G6(Asked asked) =>
        PublishedBy(asked.UnitId).Where(i => asked.Has(i.On)).Select(i => new Told(Kept(AllGates(i.Approvals)), i.Item.ItemId));

    private IEnumerable<Told> G7(Asked asked) =>
        from r in Facts.OfType<RecordPublished>()
        where r.UnitId == asked.UnitId && r.Kind != OpennessKind.Project && asked.Has(r.DecidedOn)
        let due = r.DecidedOn.PlusDays(asked.Given.WithinDays!.Value)
        select new Told(Kept(r.PublishedOn <= due), r.RecordId, due);

    /// <summary>The unit's channels that were recorded by the last day asked and not retired on it.</summary>
    private IEnumerable<(ChannelRecorded Channel, LocalDate RecordedOn, LocalDate Day)> ChannelsInUse(Asked asked)
    {
        if (LastDay(asked) is not { } day)
            yield break;
        foreach (var recorded in log)
            if (recorded.Data is ChannelRecorded channel && channel.UnitId == asked.UnitId && DayOf(recorded) <= day
                && !Facts.OfType<ChannelRetired>().Any(r => r.ChannelId == channel.ChannelId && r.RetiredOn <= day))
                yield return (channel, DayOf(recorded), day);
    }

    /// <summary>The periods in which something was released in a channel; of counts for one kind and period the last.</summary>
    private IEnumerable<CalendarPeriod> ReleasesIn(string channelId) => Facts.OfType<ReleasesLogged>()
        .Where(r => r.ChannelId == channelId).GroupBy(r => (r.Kind, r.Period)).Where(g => g.Last().Count > 0)
        .Select(g => CalendarPeriod.Of(g.Key.Period));

    /// <summary>What the unit published, with the approvals that count: given after the last return and before the release.</summary>
    private IEnumerable<(ItemSubmitted Item, LocalDate On, IReadOnlyList<ItemApproved> Approvals)> PublishedBy(string unitId) =>
        from published in Facts.OfType<ItemPublished>()
        where published.UnitId == unitId
        let own = Facts.OfType<IItemEvent>().Where(e => e.ItemId == published.ItemId).ToList()
        let approvals = own.Skip(own.FindLastIndex(e => e is ItemReturned) + 1).OfType<ItemApproved>()
        select (own.OfType<ItemSubmitted>().Single(), published.PublishedOn,
            (IReadOnlyList<ItemApproved>)[.. approvals.Where(a => a.ApprovedOn <= published.PublishedOn)]);

    private static bool AllGates(IEnumerable<ItemApproved> approvals) =>
        Enum.GetValues<ReviewGate>().All(gate => approvals.Any(a => a.Gates.Contains(gate)));
}
