using Ledger.Areas;
using Ledger.LeadingGroups;
using Ledger.Meetings;
using Ledger.People;

namespace Ledger.Timeline;

/// <summary>The words for the codes of closed lists (docs/glossary.md).</summary>
internal static class Terms
{
    /// <summary>In Chinese a level reads as the unit's own label.</summary>
    public static string En(Level level) => level switch
    {
        Level.First => "first-responsible",
        Level.Leading => "leader in charge",
        Level.Direct => "directly responsible",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
    };

    public static Sentence Of(GroupRole role) => role switch
    {
        GroupRole.Head => new("组长", "head"),
        GroupRole.Deputy => new("副组长", "deputy head"),
        GroupRole.Member => new("成员", "member"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static Sentence Of(PostCategory category) => category switch
    {
        PostCategory.Head => new("一把手", "head of unit"),
        PostCategory.LeaderInCharge => new("分管领导", "leader in charge"),
        PostCategory.DepartmentHead => new("部室主任", "department head"),
        PostCategory.SectionHead => new("科长", "section chief"),
        PostCategory.PartyAffairs => new("党务干部", "party affairs officer"),
        PostCategory.Staff => new("工作人员", "staff member"),
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, null),
    };

    public static Sentence Of(MeetingKind kind) => kind switch
    {
        MeetingKind.Special => new("专题会议", "special meeting"),
        MeetingKind.Regular => new("例会", "regular meeting"),
        MeetingKind.Study => new("中心组学习", "core-group study"),
        MeetingKind.Lecture => new("集中宣讲", "lecture"),
        MeetingKind.AllStaff => new("全体干部职工大会", "all-staff meeting"),
        MeetingKind.Committee => new("支委会", "branch committee meeting"),
        MeetingKind.Reminder => new("节前提醒会", "pre-holiday reminder meeting"),
        MeetingKind.Members => new("党员大会", "members' meeting"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static Sentence Of(AgendaKind kind) => kind switch
    {
        AgendaKind.PassOn => new("传达学习", "documents passed on"),
        AgendaKind.HearReports => new("听取汇报", "reports heard"),
        AgendaKind.Arrange => new("布置工作", "instructions given"),
        AgendaKind.Study => new("集体学习", "study"),
        AgendaKind.Lecture => new("集中宣讲", "lecture"),
        AgendaKind.Reminder => new("节前提醒", "pre-holiday reminder"),
        AgendaKind.AllStaff => new("全体干部职工大会", "all-staff meeting"),
        AgendaKind.Review => new("工作总结", "review of work"),
        AgendaKind.Decide => new("研究决定", "decisions taken"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
