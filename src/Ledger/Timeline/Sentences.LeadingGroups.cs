using Ledger.LeadingGroups;
using static Ledger.Timeline.Phrases;

namespace Ledger.Timeline;

public static partial class Sentences
{
    private static Sentence Say(LeadingGroupEstablished e)
    {
        var (heads, deputies, members) = (Of(GroupRole.Head), Of(GroupRole.Deputy), Of(GroupRole.Member));
        return new Sentence(
            $"自{Zh(e.EffectiveFrom)}起，成立“{e.Purpose}”领导小组（{e.GroupId}）。"
            + $"组长：{heads.Zh}；副组长：{deputies.Zh}；成员：{members.Zh}。",
            $"The leading group “{e.Purpose}” ({e.GroupId}) was established with effect from {En(e.EffectiveFrom)}. "
            + $"Head: {heads.En}; deputy heads: {deputies.En}; members: {members.En}.").RestingOn(e.Basis);

        Sentence Of(GroupRole role) => Named([.. e.Members.Where(m => m.Role == role).Select(m => m.PersonId)]);
    }

    private static Sentence Say(GroupMemberChanged e)
    {
        var act = e.Role is { } role
            ? new Sentence(
                $"自{Zh(e.EffectiveFrom)}起，{e.PersonId} 任领导小组 {e.GroupId} {Terms.Of(role).Zh}。",
                $"{e.PersonId} became {Terms.Of(role).En} of leading group {e.GroupId} "
                + $"with effect from {En(e.EffectiveFrom)}.")
            : new Sentence(
                $"自{Zh(e.EffectiveFrom)}起，{e.PersonId} 退出领导小组 {e.GroupId}。",
                $"{e.PersonId} left leading group {e.GroupId} with effect from {En(e.EffectiveFrom)}.");
        return act.Because(e.Reason).RestingOn(e.Basis);
    }

    private static Sentence Say(LeadingGroupDissolved e) => new Sentence(
        $"自{Zh(e.DissolvedOn)}起，领导小组 {e.GroupId} 撤销。",
        $"Leading group {e.GroupId} was dissolved with effect from {En(e.DissolvedOn)}.")
        .Because(e.Reason, e.CausedByUnitId).RestingOn(e.Basis);
}
